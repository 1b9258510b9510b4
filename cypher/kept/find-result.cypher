// Purpose: results by their keys, for moving house
// Parameters: $keys
UNWIND $keys AS key MATCH (n:Result {key: key})
RETURN n.key AS key, n.body AS body, null AS version, null AS retired, n.run AS run, n.kind AS kind, n.name AS name
