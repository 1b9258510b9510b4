// Purpose: runs by the order in which they were published
// Parameters: none
CREATE RANGE INDEX run_place IF NOT EXISTS FOR (r:Run) ON (r.place)
