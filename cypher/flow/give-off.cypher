// Purpose: outputs at their sites
// Parameters: $rows
UNWIND $rows AS row MATCH (s:Site {id: row.siteId}) MATCH (f:Flow {id: row.id}) CREATE (s)-[:GIVES_OFF]->(f)
