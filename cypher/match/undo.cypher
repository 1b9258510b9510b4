// Purpose: take out the matches of outputs that an interrupted change of generation had begun
// Parameters: $outputs, $generation
UNWIND $outputs AS output
MATCH (:Flow {id: output})-[m:MATCHED]->(:Flow) WHERE m.since > $generation DELETE m
