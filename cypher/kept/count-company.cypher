// Purpose: how many companies there are
// Parameters: none
MATCH (n:Company) RETURN count(n) AS n
