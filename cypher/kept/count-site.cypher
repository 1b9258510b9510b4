// Purpose: how many sites there are
// Parameters: none
MATCH (n:Site) RETURN count(n) AS n
