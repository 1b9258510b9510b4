// Purpose: how many decisions there are
// Parameters: none
MATCH (n:Exchange) RETURN count(n) AS n
