// Purpose: documented uses: what a material replaces, where, after which treatment
// Parameters: $rows
UNWIND $rows AS row MATCH (m:Material {id: row.material}) MATCH (p:Material {id: row.replaces})
CREATE (m)-[:USABLE_AS {use: row.use, fit: row.fit, ratio: row.ratio, receivers: row.receivers, treatmentRu: row.treatmentRu, treatmentEn: row.treatmentEn}]->(p)
