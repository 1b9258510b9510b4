// Purpose: one result a run, kind and key
// Parameters: none
CREATE CONSTRAINT result_key IF NOT EXISTS FOR (r:Result) REQUIRE r.key IS UNIQUE
