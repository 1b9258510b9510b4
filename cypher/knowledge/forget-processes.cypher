// Purpose: take out processes that are not known any more
// Parameters: $ids
MATCH (p:Process) WHERE p.id > '' AND NOT p.id IN $ids DETACH DELETE p
