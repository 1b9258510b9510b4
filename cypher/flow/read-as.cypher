// Purpose: readings of flows: the materials they may be, which are there already
// Parameters: $rows
UNWIND $rows AS row
MATCH (m:Material {id: row.material}) MATCH (f:Flow {id: row.id})
CREATE (f)-[:OF {confidence: row.confidence, by: row.by}]->(m)
