// Purpose: insert or replace sites, each at its company and in its region; a retired one stands alone
// Parameters: $rows
UNWIND $rows AS row
MERGE (s:Site {id: row.id}) SET s += row.properties
WITH s, row
OPTIONAL MATCH (s)<-[old:OPERATES]-(:Company)
OPTIONAL MATCH (s)-[oldRegion:IN]->(:Region)
DELETE old, oldRegion
WITH DISTINCT s, row WHERE NOT s.retired
MATCH (c:Company {id: s.companyId}) CREATE (c)-[:OPERATES]->(s)
WITH s, row WHERE s.region IS NOT NULL
MERGE (r:Region {code: s.region}) ON CREATE SET r.country = s.country CREATE (s)-[:IN]->(r)
