// Purpose: a page of companies by id; a null parameter is no condition; words begin with a blank
// Parameters: $after, $ids, $words, $region, $country, $limit
MATCH (c:Company) WHERE c.order > $after AND NOT c.retired
  AND ($ids IS NULL OR c.id IN $ids)
  AND ($words IS NULL OR all(word IN $words WHERE c.words CONTAINS word))
  AND (($region IS NULL AND $country IS NULL) OR EXISTS {
    MATCH (c)-[:OPERATES]->(s:Site) WHERE ($region IS NULL OR s.region = $region) AND ($country IS NULL OR s.country = $country)
  })
WITH c ORDER BY c.order LIMIT toInteger($limit)
OPTIONAL MATCH (c)-[:OPERATES]->(s:Site)
WITH c, s ORDER BY s.order
WITH c, collect(s.body) AS sites
RETURN c.id AS id, c.version AS version, c.body AS body, sites ORDER BY c.order
