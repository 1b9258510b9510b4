// Purpose: take out a run beside which nothing is kept; keys of its results would begin so
// Parameters: $id, $results
MATCH (r:Run {id: $id}) WHERE NOT EXISTS { MATCH (x:Result) WHERE x.key STARTS WITH $results } DELETE r
