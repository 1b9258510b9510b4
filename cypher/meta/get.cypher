// Purpose: one note of the store about itself
// Parameters: $name
MATCH (m:Meta {name: $name}) RETURN m.value AS value
