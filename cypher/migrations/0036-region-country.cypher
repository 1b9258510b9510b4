// Purpose: regions of earlier versions of the program learn their country
// Parameters: none
MATCH (r:Region) WHERE r.country IS NULL
MATCH (r)<-[:IN]-(s:Site) WITH r, max(s.country) AS country SET r.country = country
