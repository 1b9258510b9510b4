// Purpose: take back what an interrupted change of generation did to outputs
// Parameters: $outputs, $generation
UNWIND $outputs AS output
MATCH (:Flow {id: output})-[m:MATCHED]->(:Flow) WHERE m.since > $generation OR m.until > $generation
FOREACH (_ IN CASE WHEN m.since > $generation THEN [m] ELSE [] END | DELETE m)
FOREACH (_ IN CASE WHEN m.since > $generation THEN [] ELSE [m] END | SET m.until = null)
