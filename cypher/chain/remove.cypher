// Purpose: forget the chains of an answer
// Parameters: $answer
MATCH (c:Chain {answer: $answer}) DETACH DELETE c
