// Purpose: companies in the order of their ids' bytes
// Parameters: none
CREATE RANGE INDEX company_order IF NOT EXISTS FOR (c:Company) ON (c.order)
