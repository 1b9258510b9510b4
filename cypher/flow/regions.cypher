// Purpose: region of each stored flow
// Parameters: $ids
UNWIND $ids AS id MATCH (f:Flow {id: id}) WHERE NOT f.retired RETURN f.id AS id, f.region AS region
