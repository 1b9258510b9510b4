// Purpose: as for flows
// Parameters: none
DROP INDEX company_words IF EXISTS
