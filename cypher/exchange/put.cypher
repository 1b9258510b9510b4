// Purpose: insert or replace a decision
// Parameters: $id, $properties
MERGE (e:Exchange {id: $id}) SET e += $properties
