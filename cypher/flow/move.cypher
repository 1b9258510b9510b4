// Purpose: flows follow their site to another region
// Parameters: $rows
UNWIND $rows AS row MATCH (f:Flow {siteId: row.siteId}) SET f.region = row.region
