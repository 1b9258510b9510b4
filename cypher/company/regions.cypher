// Purpose: region of each company's first site by id
// Parameters: $ids
UNWIND $ids AS id
CALL (id) { MATCH (s:Site {companyId: id}) WHERE NOT s.retired RETURN s.region AS region ORDER BY s.order LIMIT 1 }
RETURN id, region
