import type { Constants, Machine, Region } from './simulate.ts';

/**
 * What `node --expose-gc --max-old-space-size=6000 bench/scale/measure.ts` gave on two cores of a virtual server (Debian 12, Node 24), November 2026: time of the
 * processor, so that a busy machine does not count. Micro = microseconds.
 */
export const MEASURED: Constants = {
  buildMicrosPerFlow: 7.59,
  /** Flows of the index, and what a search in it takes. */
  search: [
    { flows: 2e4, micros: 22.3 },
    { flows: 2e5, micros: 41.6 },
    { flows: 2e6, micros: 73.8 },
  ],
  columnBytesPerFlow: 143,
  listBytesPerStream: 202,
  heapBytesPerFlow: 768,
  matchesPerOutput: 19.2,
  listMicrosPerMatch: 7.05,
  snapshotBytesPerFlow: 345,
  partBytesPerStream: 78.2,
  planMicrosPerFlow: 2.94,
  applyMicrosPerFlow: 38.4,
  loadMicrosPerFlow: 9.04,
  publishMicrosPerMatch: 4.37,
  matchBytes: 96,
  familyShares: [0.925, 0.00908, 0.00552, 0.00442, 0.00429, 0.00407, 0.00365, 0.00338],
  reachShares: [
    { km: 50, share: 0.0453 },
    { km: 100, share: 0.0386 },
    { km: 200, share: 0.117 },
    { km: 400, share: 0.296 },
    { km: 800, share: 0.273 },
    { km: 1600, share: 0.141 },
    { km: 3200, share: 0.089 },
  ],
  unplacedShare: 0.05,
  /** The largest of the ratios that `npm run scale` shows without it: 0.51, 0.5 and 0.46. */
  haloShare: 0.51,
};

/** Halo of the generated country of 100,000 flows, cut into so many shards: what the model is held against. */
export const MEASURED_HALO = [
  { parts: 20, heldPerOwn: 6.7 },
  { parts: 40, heldPerOwn: 11.4 },
  { parts: 80, heldPerOwn: 19.2 },
] as const;

/** The generated country: 15 degrees of latitude by 50 of longitude around 57.5 degrees north. */
export const COUNTRY: Region = { squareKm: 5_000_000 };
/** Europe. */
export const CONTINENT: Region = { squareKm: 10_200_000 };

/** A large server. `efficiency` is an estimate; with two workers on the shards of 100,000 flows the busier one had 1 / 1.57 of the work (bench/engine/shards.ts). */
export const MACHINE: Machine = { cores: 32, memoryBytes: 256e9, efficiency: 0.8, bytesPerSecond: 1e9 };
