// Purpose: materials with their names
// Parameters: $rows
UNWIND $rows AS row MERGE (m:Material {id: row.id}) SET m.nameRu = row.nameRu, m.nameEn = row.nameEn, m.unit = row.unit
