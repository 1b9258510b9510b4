// Purpose: flows that sites have now
// Parameters: $ids
UNWIND $ids AS id MATCH (f:Flow {siteId: id}) WHERE NOT f.retired
RETURN f.id AS id, f.hash AS hash, f.retired AS retired, f.version AS version, f.siteId AS siteId, f.companyId AS companyId
