// Purpose: matches that hold from the next generation on
// Parameters: $rows, $generation
UNWIND $rows AS row
MATCH (o:Flow {id: row.output}) MATCH (d:Flow {id: row.demand})
CREATE (o)-[m:MATCHED]->(d) SET m += row.properties, m.since = $generation
