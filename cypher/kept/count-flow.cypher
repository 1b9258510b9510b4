// Purpose: how many flows there are
// Parameters: none
MATCH (n:Flow) RETURN count(n) AS n
