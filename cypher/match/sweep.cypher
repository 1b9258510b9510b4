// Purpose: take out the matches of outputs that ended; readers have gone over to the generation
// Parameters: $outputs, $generation
UNWIND $outputs AS output
MATCH (:Flow {id: output})-[m:MATCHED]->(:Flow) WHERE m.until <= $generation DELETE m
