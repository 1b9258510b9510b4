// Purpose: take a piece of work for a while, or go on holding it; no row when another holds it
// Parameters: $name, $owner, $ms
MERGE (m:Meta {name: $name}) SET m.lock = randomUUID()
WITH m WHERE m.owner IS NULL OR m.owner = $owner OR m.until < timestamp()
SET m.owner = $owner, m.until = timestamp() + toInteger($ms)
RETURN m.value AS value
