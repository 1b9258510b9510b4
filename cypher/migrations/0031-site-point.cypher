// Purpose: the places of sites as points, for the index of places
// Parameters: none
MATCH (s:Site) WHERE s.location IS NULL AND s.lat IS NOT NULL AND s.lon IS NOT NULL SET s.location = point({latitude: s.lat, longitude: s.lon})
