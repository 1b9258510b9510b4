
/** Where this search's numbers begin: see src/engine/search/desk.ts. */
export let desk: usize = 0;
/** The other side's items and nodes. */
export let places: usize = 0;
export let facts: usize = 0;
export let nodes: usize = 0;
/** Pathways x activities: 1 = a receiver. */
export let receivers: usize = 0;
export let activities: i32 = 0;
/** Whether givers are aimed from, at takers. */
export let giving: bool = false;

export function open(
  deskAt: usize,
  placesAt: usize,
  factsAt: usize,
  nodesAt: usize,
  receiversAt: usize,
  activityCount: i32,
  isGiving: bool,
): void {
  desk = deskAt;
  places = placesAt;
  facts = factsAt;
  nodes = nodesAt;
  receivers = receiversAt;
  activities = activityCount;
  giving = isGiving;
}

// what only the rest of the engine knows of a pair of the item that is aimed from
/** Share 0..1 of the limits that are declared; -1 where one refuses. */
@external('checks', 'share')
export declare function share(other: i32): f64;
@external('checks', 'isVetoed')
export declare function isVetoed(other: i32): bool;
/** Of two ways to read the pair with a row at equal score, whether the first counts. */
@external('checks', 'isEarlier')
export declare function isEarlier(row: i32, a: u32, b: u32): bool;
/** Whether the pathway's own limits refuse the giver that is aimed from, whoever takes it. */
@external('checks', 'failsUse')
export declare function failsUse(): bool;
/** Whether another reading of the giver that is aimed from closes the lane. */
@external('checks', 'isShut')
export declare function isShut(): bool;
@external('checks', 'asin')
export declare function asin(x: f64): f64;
