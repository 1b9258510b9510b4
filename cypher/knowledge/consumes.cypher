// Purpose: what a process takes for a unit of its leading input
// Parameters: $rows
UNWIND $rows AS row MATCH (p:Process {id: row.process}) MATCH (m:Material {id: row.material}) CREATE (p)-[:CONSUMES {perUnit: row.amount}]->(m)
