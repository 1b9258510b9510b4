// Purpose: pages of flows go by id and look at each row's words: an index of them costs every import and serves none
// Parameters: none
DROP INDEX flow_words IF EXISTS
