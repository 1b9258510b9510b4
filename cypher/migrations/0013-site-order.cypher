// Purpose: sites in the order of their ids' bytes
// Parameters: none
CREATE RANGE INDEX site_order IF NOT EXISTS FOR (s:Site) ON (s.order)
