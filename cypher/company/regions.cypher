// Purpose: companies by the region of their first site by id
// Parameters: $ids
UNWIND $ids AS id
CALL (id) { MATCH (s:Site {companyId: id}) WHERE NOT s.retired RETURN s.region AS region ORDER BY s.order LIMIT 1 }
RETURN region, collect(id) AS ids
