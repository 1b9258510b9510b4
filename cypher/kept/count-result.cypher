// Purpose: how many results there are
// Parameters: none
MATCH (n:Result) RETURN count(n) AS n
