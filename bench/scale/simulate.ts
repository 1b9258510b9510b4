/** Constants of one flow, stream or match; measured by measure.ts. */
export interface Constants {
  readonly buildMicrosPerFlow: number;
  readonly search: readonly { readonly flows: number; readonly micros: number }[];
  readonly columnBytesPerFlow: number;
  readonly listBytesPerStream: number;
  /** Of a flow as an object, with its site, company and stream. */
  readonly heapBytesPerFlow: number;
  readonly matchesPerOutput: number;
  readonly listMicrosPerMatch: number;
  readonly snapshotBytesPerFlow: number;
  readonly partBytesPerStream: number;
  readonly planMicrosPerFlow: number;
  readonly applyMicrosPerFlow: number;
  readonly loadMicrosPerFlow: number;
  readonly publishMicrosPerMatch: number;
  readonly matchBytes: number;
  /** Of all flows, the largest families first; the rest has small ones. */
  readonly familyShares: readonly number[];
  /** Of the streams by the farthest that they reach, great-circle km. */
  readonly reachShares: readonly { readonly km: number; readonly share: number }[];
  readonly unplacedShare: number;
  /** Of what lies around an area, the part that some way from it really asks for: measured halo over that of even density. */
  readonly haloShare: number;
}

export interface Region {
  readonly squareKm: number;
}

export interface Machine {
  readonly cores: number;
  readonly memoryBytes: number;
  /** Work of n cores on one search over n times that of one. */
  readonly efficiency: number;
  /** Between a machine and the store. */
  readonly bytesPerSecond: number;
}

/** Shards that are alike: what each one searches and holds, in flows. */
export interface ShardKind {
  readonly count: number;
  readonly own: number;
  readonly held: number;
}

/** A plan for so many flows. */
export interface Plan {
  readonly flows: number;
  readonly shardSize: number;
  readonly shards: number;
  readonly heldMost: number;
  readonly heldPerOwn: number;
  readonly memoryBytes: number;
  /** Of which columns and lists. */
  readonly columnBytes: number;
  readonly coreHours: number;
  /** All that shards read and write: snapshot rows, parts, matches. */
  readonly trafficBytes: number;
  readonly matches: number;
  readonly machines: number;
  readonly wallSeconds: number;
}

/** An index takes far less than a search: pieces for unplaced streams are so many times a shard. As in src/engine/shards/shards.ts. */
const PIECE = 8;
const MEGA = 1e6;

/**
 * Shards of a region by family and area, as src/engine/shards/shards.ts cuts them. An area is a square of even density; a stream that reaches r km is held when it
 * lies in the square or within r of it: a^2 + 4ar + pi r^2 square kilometres.
 */
export function cut(flows: number, size: number, { squareKm }: Region, c: Constants): readonly ShardKind[] {
  const rest = 1 - c.familyShares.reduce((sum, share) => sum + share, 0);
  const kinds: ShardKind[] = [];
  for (const share of c.familyShares) {
    const family = flows * share;
    if (family <= size) {
      kinds.push({ count: 1, own: family, held: family });
      continue;
    }
    const placed = family * (1 - c.unplacedShare);
    const areas = Math.ceil(placed / size);
    const own = placed / areas;
    const square = squareKm / areas;
    const side = Math.sqrt(square);
    const near = c.reachShares.reduce((sum, { km, share: part }) => {
      const around = Math.min(squareKm, square + 4 * side * km + Math.PI * km ** 2);
      return sum + part * placed * ((around - square) / squareKm);
    }, 0);
    kinds.push({ count: areas, own, held: own + c.haloShare * near + family * c.unplacedShare });
    if (c.unplacedShare === 0) continue;
    const pieces = Math.ceil(family / (PIECE * size));
    const lost = family * c.unplacedShare;
    kinds.push({ count: pieces, own: lost, held: Math.min(family, family / pieces + lost) });
  }
  const small = Math.max(1, Math.ceil((rest * flows) / size));
  if (rest > 0) kinds.push({ count: small, own: (rest * flows) / small, held: (rest * flows) / small });
  return kinds;
}

/** Microseconds of a search in an index of so many flows: a power of its size between and beyond what was measured. */
export function searchMicros(flows: number, search: Constants['search']): number {
  const last = search.length - 1;
  const at = Math.max(
    0,
    search.findIndex((_, i) => i === last - 1 || (i < last && flows <= search[i + 1]!.flows)),
  );
  const [a, b] = [search[at]!, search[at + 1]!];
  const power = Math.log(b.micros / a.micros) / Math.log(b.flows / a.flows);
  return a.micros * (flows / a.flows) ** power;
}

/** Seconds that a machine takes for one shard: reading, building on one core; searching and listing on all. */
function secondsOf({ own, held }: ShardKind, machine: Machine, c: Constants): { core: number; wall: number } {
  const alone = held * (c.loadMicrosPerFlow + c.planMicrosPerFlow + c.buildMicrosPerFlow);
  const matches = (own / 2) * c.matchesPerOutput;
  const together = own * searchMicros(held, c.search) + matches * (c.listMicrosPerMatch + c.publishMicrosPerMatch);
  const bytes = held * c.snapshotBytesPerFlow + own * c.partBytesPerStream + matches * c.matchBytes;
  return {
    core: (alone + together) / MEGA,
    wall: (alone + together / Math.max(1, machine.cores * machine.efficiency)) / MEGA + bytes / machine.bytesPerSecond,
  };
}

/** Objects and columns (twice while they are built) of what is held, and lists. */
function memoryOf({ held }: ShardKind, c: Constants): number {
  return held * (c.heapBytesPerFlow + 2 * c.columnBytesPerFlow + c.listBytesPerStream);
}

/** Seconds until machines that always take the longest shard left are done with all. */
function makespan(kinds: readonly { readonly count: number; readonly wall: number }[], machines: number): number {
  const busy = new Array<number>(machines).fill(0);
  for (const { count, wall } of [...kinds].sort((a, b) => b.wall - a.wall)) {
    // alike ones are dealt out in rounds, the idlest machines first
    busy.sort((a, b) => a - b);
    for (let n = 0; n < machines; n++) busy[n]! += wall * Math.floor((count + machines - 1 - n) / machines);
  }
  return Math.max(...busy);
}

/** The least number from `least` on that will do; `most` when none before it does. */
function fewest(least: number, most: number, willDo: (count: number) => boolean): number {
  let [low, high] = [least, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (willDo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The plan of least work among the shard sizes whose shards fit a machine, on the fewest machines that end in the time wished, or as soon as any number can. */
export function simulate(flows: number, region: Region, machine: Machine, wished: number, c: Constants): Plan {
  const plans: Plan[] = [];
  for (let size = Math.min(flows, 1e5); size <= flows * 1.01; size *= 1.25) {
    const kinds = cut(flows, size, region, c);
    const memoryBytes = Math.max(...kinds.map((kind) => memoryOf(kind, c)));
    if (memoryBytes > machine.memoryBytes) continue;
    plans.push(planOf(flows, size, kinds, memoryBytes, machine, wished, c));
  }
  if (plans.length === 0) throw new Error(`No shard of ${flows} flows fits ${machine.memoryBytes} bytes.`);
  const inTime = plans.filter(({ wallSeconds }) => wallSeconds <= wished);
  const [first, ...others] = inTime.length > 0 ? inTime : plans;
  const better = inTime.length > 0 ? isLeaner : isSooner;
  return others.reduce((best, plan) => (better(plan, best) ? plan : best), first!);
}

const isLeaner = (a: Plan, b: Plan) =>
  a.machines < b.machines || (a.machines === b.machines && a.coreHours < b.coreHours);
const isSooner = (a: Plan, b: Plan) => a.wallSeconds < b.wallSeconds;

function planOf(
  flows: number,
  shardSize: number,
  kinds: readonly ShardKind[],
  memoryBytes: number,
  machine: Machine,
  wished: number,
  c: Constants,
): Plan {
  const timed = kinds.map((kind) => ({ ...kind, ...secondsOf(kind, machine, c) }));
  const sum = (of: (kind: (typeof timed)[number]) => number) => timed.reduce((all, k) => all + k.count * of(k), 0);
  const shards = sum(() => 1);
  const matches = (flows / 2) * c.matchesPerOutput;
  const machines = fewest(
    Math.min(shards, Math.max(1, Math.ceil(sum(({ wall }) => wall) / wished))),
    shards,
    (count) => makespan(timed, count) <= wished,
  );
  return {
    flows,
    shardSize,
    shards,
    heldMost: Math.max(...kinds.map(({ held }) => held)),
    heldPerOwn: sum(({ held }) => held) / sum(({ own }) => own),
    memoryBytes,
    columnBytes: memoryBytes - Math.max(...kinds.map(({ held }) => held)) * c.heapBytesPerFlow,
    coreHours: sum(({ core }) => core) / 3600,
    trafficBytes:
      sum(({ held }) => held) * c.snapshotBytesPerFlow +
      sum(({ own }) => own) * 2 * c.partBytesPerStream +
      matches * c.matchBytes,
    matches,
    machines,
    wallSeconds: makespan(timed, machines),
  };
}
