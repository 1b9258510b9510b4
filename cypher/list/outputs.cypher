// Purpose: whose lists these are
// Parameters: $keys
UNWIND $keys AS key MATCH (l:List {key: key}) RETURN DISTINCT l.output AS output
