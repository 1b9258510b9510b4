// Purpose: a result beside a run
// Parameters: $key
MATCH (r:Result {key: $key}) RETURN r.body AS body
