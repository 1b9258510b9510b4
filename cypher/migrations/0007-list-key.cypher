// Purpose: one list a content
// Parameters: none
CREATE CONSTRAINT list_key IF NOT EXISTS FOR (l:List) REQUIRE l.key IS UNIQUE
