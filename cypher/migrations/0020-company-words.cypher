// Purpose: beginnings of words in companies
// Parameters: none
CREATE TEXT INDEX company_words IF NOT EXISTS FOR (c:Company) ON (c.words)
