// Purpose: jobs, latest accepted first
// Parameters: $states, $limit
MATCH (j:Job) WHERE j.created > '' AND ($states IS NULL OR j.state IN $states)
RETURN j.body AS body ORDER BY j.created DESC, j.id DESC LIMIT toInteger($limit)
