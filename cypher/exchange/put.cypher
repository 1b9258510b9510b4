// Purpose: insert or replace a decision, between the flows that are stored
// Parameters: $id, $properties
MERGE (e:Exchange {id: $id}) SET e += $properties
WITH e
OPTIONAL MATCH (e)-[old:FROM|TO]->(:Flow) DELETE old
WITH DISTINCT e
CALL (e) { MATCH (o:Flow {id: e.output}) CREATE (e)-[:FROM]->(o) }
CALL (e) { MATCH (d:Flow {id: e.demand}) CREATE (e)-[:TO]->(d) }
