// Purpose: what is stored of flows, retired ones too
// Parameters: $ids
UNWIND $ids AS id MATCH (f:Flow {id: id})
RETURN f.id AS id, f.hash AS hash, f.retired AS retired, f.version AS version, f.siteId AS siteId, f.companyId AS companyId
