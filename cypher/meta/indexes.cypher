// Purpose: indexes and their states
// Parameters: none
SHOW INDEXES YIELD name, state RETURN name, state
