// Purpose: as flow/find, from named flows
// Parameters: $after, $ids, $words, $companyId, $direction, $region, $limit
UNWIND $ids AS id MATCH (f:Flow {id: id}) WHERE f.order > $after AND NOT f.retired
  AND ($words IS NULL OR all(word IN $words WHERE f.words CONTAINS word))
  AND ($companyId IS NULL OR f.companyId = $companyId)
  AND ($direction IS NULL OR f.direction = $direction)
  AND ($region IS NULL OR f.region = $region)
WITH DISTINCT f
RETURN f.id AS id, f.version AS version, f.body AS body ORDER BY f.order LIMIT toInteger($limit)
