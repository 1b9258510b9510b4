// Purpose: a page of all sites, for moving house
// Parameters: $after, $limit
MATCH (n:Site) WHERE n.id > $after
RETURN n.id AS key, n.body AS body, null AS version, n.retired AS retired, null AS run, null AS kind, null AS name ORDER BY n.id LIMIT toInteger($limit)
