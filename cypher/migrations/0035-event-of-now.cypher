// Purpose: decisions of earlier versions of the program begin their history with what they are
// Parameters: none
MATCH (e:Exchange) WHERE NOT EXISTS { (e)-[:HAD]->(:Event) }
MERGE (v:Event {key: e.id + '/' + toString(e.version)}) ON CREATE SET v.version = e.version, v.state = e.state, v.body = e.body
MERGE (e)-[:HAD]->(v)
