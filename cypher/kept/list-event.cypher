// Purpose: a page of all versions of decisions, for moving house
// Parameters: $after, $limit
MATCH (n:Event) WHERE n.key > $after
RETURN n.key AS key, n.body AS body, null AS version, null AS retired, null AS run, null AS kind, null AS name ORDER BY n.key LIMIT toInteger($limit)
