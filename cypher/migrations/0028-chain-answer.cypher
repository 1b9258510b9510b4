// Purpose: the chains of an answer
// Parameters: none
CREATE INDEX chain_answer IF NOT EXISTS FOR (c:Chain) ON (c.answer)
