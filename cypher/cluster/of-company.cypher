// Purpose: the clusters of a run that a company belongs to
// Parameters: $run, $company
MATCH (f:Company {id: $company})-[:MEMBER_OF]->(c:Cluster {run: $run}) RETURN c.answer AS answer, c.place AS place, c.id AS id
