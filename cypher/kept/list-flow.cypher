// Purpose: a page of all flows, for moving house
// Parameters: $after, $limit
MATCH (n:Flow) WHERE n.id > $after
RETURN n.id AS key, n.body AS body, n.version AS version, n.retired AS retired, null AS run, null AS kind, null AS name ORDER BY n.id LIMIT toInteger($limit)
