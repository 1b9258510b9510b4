// Purpose: all notes of the store about itself
// Parameters: none
MATCH (m:Meta) WHERE m.name > '' AND m.value IS NOT NULL RETURN m.name AS name, m.value AS value
