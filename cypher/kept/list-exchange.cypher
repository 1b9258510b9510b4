// Purpose: a page of all decisions, for moving house
// Parameters: $after, $limit
MATCH (n:Exchange) WHERE n.id > $after
RETURN n.id AS key, n.body AS body, null AS version, null AS retired, null AS run, null AS kind, null AS name ORDER BY n.id LIMIT toInteger($limit)
