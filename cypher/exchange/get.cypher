// Purpose: version of a decision
// Parameters: $id
MATCH (e:Exchange {id: $id}) RETURN e.version AS version
