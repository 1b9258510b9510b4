// Purpose: materials that flows are read as
// Parameters: $ids
UNWIND $ids AS id MERGE (:Material {id: id})
