// Purpose: flows of a company
// Parameters: none
CREATE RANGE INDEX flow_company IF NOT EXISTS FOR (f:Flow) ON (f.companyId)
