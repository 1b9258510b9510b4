// Purpose: let the matches of outputs go on that an interrupted change of generation had ended
// Parameters: $outputs, $generation
UNWIND $outputs AS output
MATCH (:Flow {id: output})-[m:MATCHED]->(:Flow) WHERE m.until > $generation SET m.until = null
