// Purpose: what a run is
// Parameters: $id
MATCH (r:Run {id: $id}) RETURN r.body AS body, r.place AS place
