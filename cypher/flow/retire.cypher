// Purpose: mark flows as retired
// Parameters: $rows
UNWIND $rows AS row MATCH (f:Flow {id: row.id}) SET f += row.properties
