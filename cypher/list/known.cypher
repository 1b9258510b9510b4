// Purpose: which lists are stored already
// Parameters: $keys
UNWIND $keys AS key MATCH (l:List {key: key}) RETURN l.key AS key
