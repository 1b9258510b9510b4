// Purpose: names of companies, materials and processes by their words; brought up to date beside the writing
// Parameters: none
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:Company|Material|Process) ON EACH [n.name, n.nameRu, n.nameEn] OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}}
