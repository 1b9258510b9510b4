// Purpose: lists by their keys
// Parameters: $keys
UNWIND $keys AS key MATCH (l:List {key: key}) RETURN l.key AS key, l.packed AS packed
