// Purpose: sites that companies have now
// Parameters: $ids
UNWIND $ids AS id MATCH (s:Site {companyId: id}) WHERE NOT s.retired
RETURN s.id AS id, s.hash AS hash, s.retired AS retired, s.companyId AS companyId, s.region AS region
