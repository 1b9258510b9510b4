// Purpose: the companies that a chain goes through
// Parameters: $rows
UNWIND $rows AS row MATCH (c:Chain {key: row.key}) MATCH (f:Company {id: row.company}) CREATE (c)-[:THROUGH]->(f)
