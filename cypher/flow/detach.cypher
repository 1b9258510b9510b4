// Purpose: take flows from their sites and materials
// Parameters: $ids
UNWIND $ids AS id MATCH (f:Flow {id: id})
OPTIONAL MATCH (f)<-[at:GIVES_OFF|COULD_TAKE]-(:Site)
OPTIONAL MATCH (f)-[of:OF]->(:Material)
DELETE at, of
