// Purpose: one chain an answer and place
// Parameters: none
CREATE CONSTRAINT chain_key IF NOT EXISTS FOR (c:Chain) REQUIRE c.key IS UNIQUE
