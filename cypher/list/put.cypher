// Purpose: store lists of matches, addressed by their content
// Parameters: $rows
UNWIND $rows AS row MERGE (l:List {key: row.key}) ON CREATE SET l.output = row.output, l.packed = row.packed
