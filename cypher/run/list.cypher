// Purpose: runs, latest published first
// Parameters: $limit
MATCH (r:Run) WHERE r.place > 0 RETURN r.body AS body ORDER BY r.place DESC LIMIT toInteger($limit)
