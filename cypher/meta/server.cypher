// Purpose: version of the server
// Parameters: none
CALL dbms.components() YIELD name, versions RETURN versions[0] AS version
