// Purpose: keep a note of the store about itself
// Parameters: $name, $value
MERGE (m:Meta {name: $name}) SET m.value = $value
