// Purpose: the outputs that a chain moves, step by step; an inferred flow has no node and no step
// Parameters: $rows
UNWIND $rows AS row MATCH (c:Chain {key: row.chain}) MATCH (o:Flow {id: row.output})
CREATE (c)-[:STEP {n: row.n, quantityPerYear: row.quantityPerYear, unit: row.unit}]->(o)
