// Purpose: flows in the order of their ids' bytes
// Parameters: none
CREATE RANGE INDEX flow_order IF NOT EXISTS FOR (f:Flow) ON (f.order)
