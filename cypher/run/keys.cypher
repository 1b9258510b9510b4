// Purpose: the keys of a run's lists, 16 bytes each by output id
// Parameters: $id
MATCH (r:Run {id: $id}) RETURN r.matches AS matches, r.keys AS keys
