// Purpose: what a decision was, version after version
// Parameters: $exchange
MATCH (:Exchange {id: $exchange})-[:HAD]->(v:Event) RETURN v.body AS body ORDER BY v.version
