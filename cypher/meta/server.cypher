// Purpose: version and clock of the server
// Parameters: none
CALL dbms.components() YIELD versions RETURN versions[0] AS version, timestamp() AS now
