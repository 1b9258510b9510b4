// Purpose: make a run readable
// Parameters: $id, $properties
MERGE (r:Run {id: $id}) SET r += $properties
