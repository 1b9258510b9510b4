import { RAIL_REACH, SEA_REACH } from '../judge/constants.ts';
import type { Problem } from '../problem/problem.ts';
import type { Stream } from '../problem/stream.ts';
import { type Box, boxAround, cutAreas, kmToBox } from './shard-areas.ts';
import { findWays, groupFamilies, searchedMaterials, type Way } from './shard-ways.ts';

/** Rows that a shard holds of one side, in id order, and which of them it searches; the others are its halo. */
export interface Held {
  readonly rows: Int32Array;
  /** 1 = searched here. */
  readonly own: Uint8Array;
}

/** What a shard needs of a problem. */
export interface Members {
  readonly outputs: Held;
  readonly demands: Held;
}

/**
 * A problem cut into shards, the same cut from the same snapshot, settings and size. Every pair that a way can join is held whole by some shard that
 * searches its output, and by some that searches its demand: so merged lists are those of the whole.
 */
export interface Shards {
  readonly count: number;
  /** Streams that each one searches. */
  readonly sizes: readonly number[];
  members(shard: number): Members;
}

/** An index takes far less than a search: a shard of unplaced streams may hold so many times more partners. */
const PIECE = 8;

/**
 * Family of materials x area. A family of at most `size` streams is one shard. A larger one is cut by place; each area holds besides its own streams the
 * partners that are near enough for some way, and those of unknown place. Unplaced streams are searched apart, against the family in pieces.
 */
export function planShards(problem: Problem, size: number): Shards {
  const ways = findWays(problem);
  const families = groupFamilies(problem, ways, size);
  const given = sideOf(problem, problem.outputs, families.ofGiven);
  const wanted = sideOf(problem, problem.demands, families.ofWanted);
  const sizes: number[] = [];
  const members: (() => Members)[] = [];
  const add = (count: number, make: () => Members) => {
    sizes.push(count);
    members.push(make);
  };
  for (let family = 0; family < families.count; family++) {
    const [outputs, demands] = [given.membersOf(family), wanted.membersOf(family)];
    const count = outputs.length + demands.length;
    if (count <= size) {
      add(count, () => ({ outputs: held(outputs, outputs), demands: held(demands, demands) }));
      continue;
    }
    const own = ways.filter(({ material }) => families.ofGiven[material] === family);
    for (const area of areasOf(given, wanted, outputs, demands, size))
      add(area.outputs.length + area.demands.length, () => ({
        outputs: withHalo(given, area.outputs, outputs, reachOf(wanted, area.demands, own, 'product', 'material')),
        demands: withHalo(wanted, area.demands, demands, reachOf(given, area.outputs, own, 'material', 'product')),
      }));
    const lost = [outputs.filter((row) => !given.isPlaced(row)), demands.filter((row) => !wanted.isPlaced(row))];
    const pieces = lost[0]!.length + lost[1]!.length === 0 ? 0 : Math.ceil(count / (PIECE * size));
    for (let piece = 0; piece < pieces; piece++)
      add(lost[0]!.length + lost[1]!.length, () => ({
        outputs: held(lost[0]!, pieceOf(outputs, piece, pieces)),
        demands: held(lost[1]!, pieceOf(demands, piece, pieces)),
      }));
  }
  return { count: members.length, sizes, members: (shard) => members[shard]!() };
}

/** One side's streams as a plan sees them. */
interface Side {
  readonly places: Float64Array;
  materials(row: number): readonly number[];
  /** How many times farther rail or sea let it reach. */
  stretch(row: number): number;
  isPlaced(row: number): boolean;
  membersOf(family: number): Int32Array;
}

function sideOf(problem: Problem, streams: readonly Stream[], familyOf: Int32Array): Side {
  const places = new Float64Array(3 * streams.length).fill(Number.NaN);
  const families = new Map<number, number[]>();
  const materials = streams.map(({ flow }) => searchedMaterials(problem, flow));
  for (const { row, xyz } of streams) {
    if (xyz) places.set(xyz, 3 * row);
    for (const family of new Set(materials[row]!.map((material) => familyOf[material]!))) {
      const list = families.get(family);
      if (list) list.push(row);
      else families.set(family, [row]);
    }
  }
  return {
    places,
    materials: (row) => materials[row]!,
    stretch: (row) => (streams[row]!.sea ? SEA_REACH : streams[row]!.rail ? RAIL_REACH : 1),
    isPlaced: (row) => !Number.isNaN(places[3 * row]!),
    membersOf: (family) => Int32Array.from(families.get(family) ?? []),
  };
}

/** Areas over the places of both sides together. */
function areasOf(given: Side, wanted: Side, outputs: Int32Array, demands: Int32Array, size: number) {
  const placed = [outputs.filter(given.isPlaced), demands.filter(wanted.isPlaced)] as const;
  const split = placed[0].length;
  const places = new Float64Array(3 * (split + placed[1].length));
  placed[0].forEach((row, i) => {
    places.set(given.places.subarray(3 * row, 3 * row + 3), 3 * i);
  });
  placed[1].forEach((row, i) => {
    places.set(wanted.places.subarray(3 * row, 3 * row + 3), 3 * (split + i));
  });
  const everything = Int32Array.from({ length: places.length / 3 }, (_, i) => i);
  return cutAreas(places, everything, size).map((area) => {
    const sorted = area.toSorted();
    return {
      outputs: sorted.filter((i) => i < split).map((i) => placed[0][i]!),
      demands: sorted.filter((i) => i >= split).map((i) => placed[1][i - split]!),
    };
  });
}

/** How far the streams of an area reach, by the material of a partner. */
interface Reach {
  readonly box: Box;
  readonly farthest: ReadonlyMap<number, { readonly road: number; readonly pipe: number }>;
}

function reachOf(
  side: Side,
  own: Int32Array,
  ways: readonly Way[],
  from: 'material' | 'product',
  to: 'material' | 'product',
): Reach {
  const present = new Set<number>();
  for (const row of own) for (const material of side.materials(row)) present.add(material);
  const farthest = new Map<number, { road: number; pipe: number }>();
  for (const way of ways) {
    if (!present.has(way[from])) continue;
    const { road, pipe } = farthest.get(way[to]) ?? { road: -1, pipe: -1 };
    farthest.set(way[to], way.pipe ? { road, pipe: Math.max(pipe, way.km) } : { pipe, road: Math.max(road, way.km) });
  }
  return { box: boxAround(side.places, own), farthest };
}

/** A hair, so that no rounding leaves out a partner that stands just at its limit. */
const HAIR = 1 + 1e-9;

function withHalo(side: Side, own: Int32Array, family: Int32Array, { box, farthest }: Reach): Held {
  const isNear = (row: number) => {
    const km = side.isPlaced(row) ? kmToBox(side.places, row, box) : 0;
    return side.materials(row).some((material) => {
      const reach = farthest.get(material);
      return reach !== undefined && km <= HAIR * Math.max(reach.road * side.stretch(row), reach.pipe);
    });
  };
  return held(own, farthest.size === 0 ? own : family.filter(isNear));
}

/** @param own rows searched, in order @param others rows held, in order; they may be own too */
function held(own: Int32Array, others: Int32Array): Held {
  const rows = Int32Array.from(new Set([...own, ...others])).sort();
  const mine = new Set(own);
  return { rows, own: Uint8Array.from(rows, (row) => (mine.has(row) ? 1 : 0)) };
}

function pieceOf(rows: Int32Array, piece: number, pieces: number): Int32Array {
  const at = (n: number) => Math.round((rows.length * n) / pieces);
  return rows.subarray(at(piece), at(piece + 1));
}
