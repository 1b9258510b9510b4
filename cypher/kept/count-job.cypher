// Purpose: how many jobs there are
// Parameters: none
MATCH (n:Job) RETURN count(n) AS n
