/**
 * An item is a reading of a stream as the search meets it: eight numbers that fill a cache line, and four whole ones.
 * NaN = unknown. Givers are readings of outputs, takers readings of demands.
 */
export const PLACE = {
  x: 0,
  y: 1,
  z: 2,
  /** Per year. */
  quantity: 3,
  confidence: 4,
  /** EUR per unit: the disposal that a giver avoids, the price that a taker names. */
  money: 5,
  /** Order of the stream's id, by which ties end. */
  rank: 6,
  /** Traits and activity once more, two whole numbers in the place of one, so that most pairs are judged without a look at the other table. */
  kind: 7,
  width: 8,
} as const;

export const FACT = { row: 0, company: 1, activity: 2, traits: 3, width: 4 } as const;
