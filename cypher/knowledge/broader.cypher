// Purpose: the broader material of each
// Parameters: $rows
UNWIND $rows AS row MATCH (m:Material {id: row.id}) MATCH (b:Material {id: row.parent}) CREATE (m)-[:BROADER]->(b)
