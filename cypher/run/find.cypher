// Purpose: a run
// Parameters: $id
MATCH (r:Run {id: $id}) RETURN r.body AS body, r.matches AS matches, r.lists AS lists, r.place AS place
