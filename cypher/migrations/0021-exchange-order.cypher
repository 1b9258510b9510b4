// Purpose: exchanges in the order of their ids' bytes
// Parameters: none
CREATE RANGE INDEX exchange_order IF NOT EXISTS FOR (e:Exchange) ON (e.order)
