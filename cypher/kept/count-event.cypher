// Purpose: how many versions of decisions there are
// Parameters: none
MATCH (n:Event) RETURN count(n) AS n
