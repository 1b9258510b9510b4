// Purpose: chains that an answer found
// Parameters: $rows
UNWIND $rows AS row CREATE (c:Chain {key: row.key}) SET c += row.properties
