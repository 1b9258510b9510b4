// Purpose: give back a piece of work
// Parameters: $name, $owner
MATCH (m:Meta {name: $name}) WHERE m.owner = $owner REMOVE m.owner, m.until
