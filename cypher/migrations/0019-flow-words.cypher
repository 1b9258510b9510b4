// Purpose: beginnings of words in flows
// Parameters: none
CREATE TEXT INDEX flow_words IF NOT EXISTS FOR (f:Flow) ON (f.words)
