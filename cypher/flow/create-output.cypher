// Purpose: new outputs at their sites, with their readings; the materials are there already
// Parameters: $rows
UNWIND $rows AS row
MATCH (s:Site {id: row.siteId})
CREATE (s)-[:GIVES_OFF]->(f:Flow:Output {id: row.id}) SET f += row.properties
WITH f, row
UNWIND row.readings AS reading
MATCH (m:Material {id: reading.material})
CREATE (f)-[:OF {confidence: reading.confidence, by: reading.by}]->(m)
