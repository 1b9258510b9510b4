// Purpose: the chains of a run that go through a company
// Parameters: $run, $company
MATCH (f:Company {id: $company})<-[:THROUGH]-(c:Chain {run: $run}) RETURN c.answer AS answer, c.place AS place, c.id AS id
