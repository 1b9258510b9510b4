// Purpose: matches that hold from the next generation on, grouped by output; a flow that is not stored has none
// Parameters: $rows, $generation
UNWIND $rows AS row
MATCH (o:Flow {id: row.output})
UNWIND row.matches AS m
MATCH (d:Flow {id: m[0]})
CREATE (o)-[:MATCHED {rank: m[1], score: m[2], use: m[3], regime: m[4], distanceKm: m[5], netBenefitEurPerYear: m[6], co2KgPerYear: m[7], since: $generation}]->(d)
