// Purpose: the clusters of an answer
// Parameters: none
CREATE INDEX cluster_answer IF NOT EXISTS FOR (c:Cluster) ON (c.answer)
