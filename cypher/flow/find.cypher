// Purpose: a page of flows by id; a null parameter is no condition; words begin with a blank
// Parameters: $after, $ids, $words, $companyId, $direction, $region, $limit
MATCH (f:Flow) WHERE f.order > $after AND NOT f.retired
  AND ($ids IS NULL OR f.id IN $ids)
  AND ($words IS NULL OR all(word IN $words WHERE f.words CONTAINS word))
  AND ($companyId IS NULL OR f.companyId = $companyId)
  AND ($direction IS NULL OR f.direction = $direction)
  AND ($region IS NULL OR f.region = $region)
RETURN f.id AS id, f.version AS version, f.body AS body ORDER BY f.order LIMIT toInteger($limit)
