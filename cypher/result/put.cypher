// Purpose: keep a result beside a run
// Parameters: $key, $properties
MERGE (r:Result {key: $key}) SET r += $properties
