// Purpose: the demands that a chain's steps serve
// Parameters: $rows
UNWIND $rows AS row MATCH (c:Chain {key: row.chain}) MATCH (d:Flow {id: row.demand}) CREATE (c)-[:DELIVERS {n: row.n}]->(d)
