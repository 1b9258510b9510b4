// Purpose: keep what a decision was at one of its versions
// Parameters: $exchange, $key, $properties
MATCH (e:Exchange {id: $exchange})
MERGE (v:Event {key: $key}) ON CREATE SET v += $properties
MERGE (e)-[:HAD]->(v)
