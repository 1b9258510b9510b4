// Purpose: as flow/find, from the flows that may be a material
// Parameters: $material, $after, $ids, $words, $companyId, $direction, $region, $limit
MATCH (:Material {id: $material})<-[:OF]-(f:Flow) WHERE f.order > $after AND NOT f.retired
  AND ($ids IS NULL OR f.id IN $ids)
  AND ($words IS NULL OR all(word IN $words WHERE f.words CONTAINS word))
  AND ($companyId IS NULL OR f.companyId = $companyId)
  AND ($direction IS NULL OR f.direction = $direction)
  AND ($region IS NULL OR f.region = $region)
WITH DISTINCT f
RETURN f.id AS id, f.version AS version, f.body AS body ORDER BY f.order LIMIT toInteger($limit)
