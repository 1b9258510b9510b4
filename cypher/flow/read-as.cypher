// Purpose: readings of flows: the materials they may be
// Parameters: $rows
UNWIND $rows AS row
MERGE (m:Material {id: row.material})
WITH m, row MATCH (f:Flow {id: row.id}) CREATE (f)-[:OF {confidence: row.confidence, by: row.by}]->(m)
