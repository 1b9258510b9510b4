import type { Constants, Machine, Region } from './simulate.ts';

/**
 * What `node --expose-gc --max-old-space-size=6000 bench/scale/measure.ts` gave on two cores of a virtual server (Debian 12, Node 24), November 2026: time of the
 * processor, so that a busy machine does not count. Micro = microseconds.
 */
export const MEASURED: Constants = {
  buildMicrosPerFlow: 7.14,
  /** Flows of the index, and what a search in it takes. */
  search: [
    { flows: 2e4, micros: 27.4 },
    { flows: 2e5, micros: 59 },
    { flows: 2e6, micros: 124 },
  ],
  columnBytesPerFlow: 152,
  listBytesPerStream: 202,
  heapBytesPerFlow: 766,
  matchesPerOutput: 19.1,
  listMicrosPerMatch: 8.93,
  snapshotBytesPerFlow: 338,
  partBytesPerStream: 75.6,
  planMicrosPerFlow: 2.8,
  applyMicrosPerFlow: 45.9,
  loadMicrosPerFlow: 8.05,
  publishMicrosPerMatch: 6.65,
  matchBytes: 96,
  familyShares: [0.772, 0.103, 0.0416, 0.017, 0.00969, 0.00858, 0.00679, 0.00637],
  reachShares: [
    { km: 50, share: 0.0488 },
    { km: 100, share: 0.0424 },
    { km: 200, share: 0.13 },
    { km: 400, share: 0.379 },
    { km: 800, share: 0.215 },
    { km: 1600, share: 0.138 },
    { km: 3200, share: 0.0468 },
  ],
  unplacedShare: 0.05,
  /** The largest of the ratios that `npm run scale` shows without it: 0.43, 0.37 and 0.35. */
  haloShare: 0.43,
};

/** Halo of the generated country of 100,000 flows, cut into so many shards: what the model is held against. */
export const MEASURED_HALO = [
  { parts: 20, heldPerOwn: 4.76 },
  { parts: 40, heldPerOwn: 7.23 },
  { parts: 80, heldPerOwn: 12.2 },
] as const;

/** The generated country: 15 degrees of latitude by 50 of longitude around 57.5 degrees north. */
export const COUNTRY: Region = { squareKm: 5_000_000 };
/** Europe. */
export const CONTINENT: Region = { squareKm: 10_200_000 };

/** A large server. `efficiency` is an estimate; with two workers on the shards of 100,000 flows the busier one had 1 / 1.73 of the work (bench/engine/shards.ts). */
export const MACHINE: Machine = { cores: 32, memoryBytes: 256e9, efficiency: 0.8, bytesPerSecond: 1e9 };
