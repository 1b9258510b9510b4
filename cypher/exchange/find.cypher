// Purpose: a page of decisions by id
// Parameters: $after, $limit
MATCH (e:Exchange) WHERE e.order > $after RETURN e.id AS id, e.body AS body ORDER BY e.order LIMIT toInteger($limit)
