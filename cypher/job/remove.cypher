// Purpose: take jobs out of the journal
// Parameters: $ids
UNWIND $ids AS id MATCH (j:Job {id: id}) DELETE j
