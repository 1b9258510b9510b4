// Purpose: which of these flows are stored, by region
// Parameters: $ids
UNWIND $ids AS id MATCH (f:Flow {id: id}) WHERE NOT f.retired RETURN f.region AS region, collect(id) AS ids
