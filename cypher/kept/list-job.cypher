// Purpose: a page of all jobs, for moving house
// Parameters: $after, $limit
MATCH (n:Job) WHERE n.id > $after
RETURN n.id AS key, n.body AS body, null AS version, null AS retired, null AS run, null AS kind, null AS name ORDER BY n.id LIMIT toInteger($limit)
