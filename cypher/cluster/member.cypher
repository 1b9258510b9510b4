// Purpose: the companies of a cluster
// Parameters: $rows
UNWIND $rows AS row MATCH (c:Cluster {key: row.key}) MATCH (f:Company {id: row.company}) CREATE (f)-[:MEMBER_OF]->(c)
