// Purpose: take out some of the results beside a run whose keys begin so; tells how many
// Parameters: $prefix, $limit
MATCH (r:Result) WHERE r.key STARTS WITH $prefix WITH r LIMIT toInteger($limit) DELETE r RETURN count(*) AS removed
