// Purpose: one cluster an answer and place
// Parameters: none
CREATE CONSTRAINT cluster_key IF NOT EXISTS FOR (c:Cluster) REQUIRE c.key IS UNIQUE
