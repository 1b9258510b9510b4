// Purpose: what is stored of sites, retired ones too
// Parameters: $ids
UNWIND $ids AS id MATCH (s:Site {id: id})
RETURN s.id AS id, s.hash AS hash, s.retired AS retired, s.companyId AS companyId, s.region AS region
