// Purpose: a job of the journal
// Parameters: $id
MATCH (j:Job {id: $id}) RETURN j.body AS body
