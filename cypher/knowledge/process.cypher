// Purpose: processes, with the activities that run them
// Parameters: $rows
UNWIND $rows AS row MERGE (p:Process {id: row.id}) SET p.nameRu = row.nameRu, p.nameEn = row.nameEn, p.nace = row.nace
