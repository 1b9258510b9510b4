// Purpose: what is stored of companies, retired ones too
// Parameters: $ids
UNWIND $ids AS id MATCH (c:Company {id: id})
RETURN c.id AS id, c.hash AS hash, c.retired AS retired, c.version AS version, c.touched AS touched
