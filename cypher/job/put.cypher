// Purpose: insert or replace a job of the journal
// Parameters: $id, $properties
MERGE (j:Job {id: $id}) SET j += $properties
