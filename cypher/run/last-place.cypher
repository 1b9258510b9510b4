// Purpose: place of the run published last
// Parameters: none
MATCH (r:Run) WHERE r.place > 0 RETURN r.place AS place ORDER BY r.place DESC LIMIT 1
