// Purpose: whether a piece of work is still held by its owner
// Parameters: $name, $owner
MATCH (m:Meta {name: $name}) WHERE m.owner = $owner AND m.until > timestamp() RETURN m.owner AS owner
