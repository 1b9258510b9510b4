// Purpose: flows by their keys, for moving house
// Parameters: $keys
UNWIND $keys AS key MATCH (n:Flow {id: key})
RETURN n.id AS key, n.body AS body, n.version AS version, n.retired AS retired, null AS run, null AS kind, null AS name
