// Purpose: end the matches of outputs with the next generation
// Parameters: $outputs, $generation
UNWIND $outputs AS output
MATCH (:Flow {id: output})-[m:MATCHED]->(:Flow) WHERE m.until IS NULL SET m.until = $generation
