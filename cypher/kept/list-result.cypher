// Purpose: a page of all results, for moving house
// Parameters: $after, $limit
MATCH (n:Result) WHERE n.key > $after
RETURN n.key AS key, n.body AS body, null AS version, null AS retired, n.run AS run, n.kind AS kind, n.name AS name ORDER BY n.key LIMIT toInteger($limit)
