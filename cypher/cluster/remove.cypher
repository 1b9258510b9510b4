// Purpose: forget the clusters of an answer
// Parameters: $answer
MATCH (c:Cluster {answer: $answer}) DETACH DELETE c
