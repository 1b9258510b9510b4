// Purpose: let one writer of a kind in at a time: the lock is held until the transaction ends; gives what was noted
// Parameters: $name
MERGE (m:Meta {name: $name}) SET m.lock = randomUUID() RETURN m.value AS value
