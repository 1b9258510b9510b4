// Purpose: sites by their keys, for moving house
// Parameters: $keys
UNWIND $keys AS key MATCH (n:Site {id: key})
RETURN n.id AS key, n.body AS body, null AS version, n.retired AS retired, null AS run, null AS kind, null AS name
