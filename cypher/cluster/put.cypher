// Purpose: clusters that an answer found
// Parameters: $rows
UNWIND $rows AS row CREATE (c:Cluster {key: row.key}) SET c += row.properties
