// Purpose: one event a decision and version
// Parameters: none
CREATE CONSTRAINT event_key IF NOT EXISTS FOR (v:Event) REQUIRE v.key IS UNIQUE
