// Purpose: flows of a site
// Parameters: none
CREATE RANGE INDEX flow_site IF NOT EXISTS FOR (f:Flow) ON (f.siteId)
