// Purpose: one note of the store about itself a name
// Parameters: none
CREATE CONSTRAINT meta_name IF NOT EXISTS FOR (m:Meta) REQUIRE m.name IS UNIQUE
