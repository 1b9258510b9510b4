// Purpose: take out processes and what is known of materials, before it is told again
// Parameters: none
MATCH (m:Material) WHERE m.id > ''
OPTIONAL MATCH (m)-[known:BROADER|USABLE_AS]->(:Material)
OPTIONAL MATCH (m)<-[part:CONSUMES|PRODUCES]-(:Process)
DELETE known, part
