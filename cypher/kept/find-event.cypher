// Purpose: versions of decisions by their keys, for moving house
// Parameters: $keys
UNWIND $keys AS key MATCH (n:Event {key: key})
RETURN n.key AS key, n.body AS body, null AS version, null AS retired, null AS run, null AS kind, null AS name
