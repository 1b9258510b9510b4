// Purpose: sites of a company
// Parameters: none
CREATE RANGE INDEX site_company IF NOT EXISTS FOR (s:Site) ON (s.companyId)
