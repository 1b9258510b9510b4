// Purpose: what a process makes of a unit of its leading input
// Parameters: $rows
UNWIND $rows AS row MATCH (p:Process {id: row.process}) MATCH (m:Material {id: row.material}) CREATE (p)-[:PRODUCES {yield: row.amount}]->(m)
