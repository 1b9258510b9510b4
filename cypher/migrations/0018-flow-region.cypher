// Purpose: flows of a region
// Parameters: none
CREATE RANGE INDEX flow_region IF NOT EXISTS FOR (f:Flow) ON (f.region)
