// Purpose: all that is not retired of one kind, by id
// Parameters: none
MATCH (n:Company) WHERE n.order > '' AND NOT n.retired RETURN n.body AS body ORDER BY n.order
