// Purpose: insert or replace flows, without their relationships
// Parameters: $rows
UNWIND $rows AS row
MERGE (f:Flow {id: row.id}) SET f += row.properties
FOREACH (_ IN CASE WHEN row.output THEN [1] ELSE [] END | SET f:Output REMOVE f:Demand)
FOREACH (_ IN CASE WHEN row.output THEN [] ELSE [1] END | SET f:Demand REMOVE f:Output)
