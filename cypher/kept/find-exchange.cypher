// Purpose: decisions by their keys, for moving house
// Parameters: $keys
UNWIND $keys AS key MATCH (n:Exchange {id: key})
RETURN n.id AS key, n.body AS body, null AS version, null AS retired, null AS run, null AS kind, null AS name
