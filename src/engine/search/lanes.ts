import { type Columns, SCALAR } from '../columns/columns.ts';
import { GROUP } from '../columns/forest.ts';
import type { Room } from '../columns/memory.ts';
import * as traits from '../columns/traits.ts';
import { UNKNOWN_RECEIVER } from '../judge/constants.ts';
import { chordBeyond } from '../judge/geometry.ts';
import { TARIFF, TONNES, tariffAt } from '../judge/road.ts';
import type { Checks } from './checks.ts';

/** The lists that a pair can stand in, by number. */
export const KINDS = ['open', 'blocked', 'hints'] as const;
const [OPEN, BLOCKED] = [0, 1] as const;
/** Number of the list of hints. */
export const HINTS = 2;
/** Combinations of hazard class and European hazard. */
export const HAZARDS = 16;

/** Numbers of a lane. Prices in EUR per unit. */
export const LANE = {
  /** Fit at a known receiver, and at another. */
  fit: 0,
  strangeFit: 1,
  ratio: 2,
  price: 3,
  treatment: 4,
  carbon: 5,
  detour: 6,
  /** Share of limits declared where neither side has values of quality. */
  plainShare: 7,
  /** Best legal ease of its givers at a taker that does not treat waste, and at one that does. */
  ease: 8,
  treatedEase: 9,
  /** Facts that every pair knows: both quantities, place, price. */
  known: 10,
  /** What a class counts among the facts known, at best. */
  bestClass: 11,
  /** Limit in road km by the modes that both ends have (four numbers); Infinity = none. */
  reach: 12,
  /** Squared chord that is surely beyond it. */
  beyond: 16,
  /** Tariffs of road, rail and sea: see road.ts. */
  tariff: 20,
  width: 20 + 3 * TARIFF,
} as const;

/** Whole numbers of a lane. */
export const LANE_FACT = {
  path: 0,
  /** The other side's group: its place in the table. */
  group: 1,
  /** Number of the list that its pairs stand in. */
  list: 2,
  pipe: 3,
  /** Whether both places, the outputs' quantities, the demands' and the takers' own prices are known. */
  placed: 4,
  given: 5,
  wanted: 6,
  priced: 7,
  /** The other side's group: its first node, its items from and to, its depth, all traits that some member has. */
  base: 8,
  from: 9,
  to: 10,
  depth: 11,
  traits: 12,
  /** Whether the pathway has limits of its own. */
  gated: 13,
  /** Country of the takers. */
  country: 14,
  width: 16,
} as const;

/** A lane is a pathway between a group of givers and a group of takers, with all that holds for every pair on it. These are the lanes of one group. */
export interface Lanes {
  count: number;
  readonly numbers: Float64Array;
  /** The same in four bytes each, for bounds. */
  readonly rough: Float32Array;
  readonly facts: Int32Array;
  /** By lane, 16 x (the taker treats waste) + 2 x hazard class + European hazard; -1 where no giver has the combination. */
  readonly eases: Float64Array;
}

/** Room for lanes that are kept together, and given up together. */
export class LaneShelf {
  readonly #room: Room;
  #whole: Lanes;
  #capacity = 0;

  constructor(room: Room) {
    this.#room = room;
    this.#whole = this.#space(0);
  }

  /** Room for so many lanes, of which those that are laid are then kept. */
  take(most: number): Lanes {
    if (this.#whole.count + most > this.#capacity) this.#lengthen(most);
    const { count: from, numbers, rough, facts, eases } = this.#whole;
    const to = from + most;
    return {
      count: 0,
      numbers: numbers.subarray(from * LANE.width, to * LANE.width),
      rough: rough.subarray(from * LANE.width, to * LANE.width),
      facts: facts.subarray(from * LANE_FACT.width, to * LANE_FACT.width),
      eases: eases.subarray(from * 2 * HAZARDS, to * 2 * HAZARDS),
    };
  }

  keep({ count }: Lanes): void {
    this.#whole.count += count;
  }

  clear(): void {
    this.#whole.count = 0;
  }

  /** What was taken before stays where it is. */
  #lengthen(most: number): void {
    const capacity = Math.max(64, most, 2 * this.#capacity);
    this.#capacity = capacity;
    this.#whole = this.#space(capacity);
  }

  #space(lanes: number): Lanes {
    return {
      count: 0,
      numbers: this.#room.take(Float64Array, lanes * LANE.width),
      rough: this.#room.take(Float32Array, lanes * LANE.width),
      facts: this.#room.take(Int32Array, lanes * LANE_FACT.width),
      eases: this.#room.take(Float64Array, lanes * 2 * HAZARDS),
    };
  }
}

/** Lays the lanes of groups of givers (`giving`) or of takers on a shelf. A lane that the rules close to every pair is left out. */
export function createLanes(c: Columns, checks: Checks, giving: boolean, shelf: LaneShelf): (group: number) => Lanes {
  const { giverGroups, giverGroupsFrom, takerGroups, takerGroupsFrom, materialDimension } = c;
  const { targetFrom, targetPath, targetProduct, sourceFrom, sourcePath, sourceMaterial } = c;
  const { pathFit, pathRatio, pathTreatment, pathPrice, pathCarbon, pathCarbonLandfilled, pathProduct, pathPipe } = c;
  const { limits, reach, rulings } = checks;
  const [wayFrom, wayPath, wayEnd] = giving
    ? [targetFrom, targetPath, targetProduct]
    : [sourceFrom, sourcePath, sourceMaterial];
  const [own, otherFrom] = giving ? [giverGroups, takerGroupsFrom] : [takerGroups, giverGroupsFrom];
  const keepsBlocked = c.scalars[SCALAR.blocked] === 1;

  function listOf(giver: number, taker: number): number {
    if (giverGroups[giver + GROUP.hint] === 1 || takerGroups[taker + GROUP.hint] === 1) return HINTS;
    if (!rulings.isBlocked(giverGroups[giver + GROUP.country]!, takerGroups[taker + GROUP.country]!)) return OPEN;
    return keepsBlocked ? BLOCKED : -1;
  }

  /** Fills the eases of a lane for the combinations that its givers have. */
  function fillEases(eases: Float64Array, at: number, path: number, giver: number, taker: number): void {
    const [hazards, material] = [giverGroups[giver + GROUP.hazards]!, giverGroups[giver + GROUP.material]!];
    const [from, to] = [giverGroups[giver + GROUP.country]!, takerGroups[taker + GROUP.country]!];
    for (let treats = 0; treats < 2; treats++)
      for (let i = 0; i < HAZARDS; i++)
        eases[at + HAZARDS * treats + i] =
          hazards & (1 << i) ? rulings.ease(material, pathProduct[path]!, i >> 1, i & 1, from, to, treats === 1) : -1;
  }

  /** False where no pair of the two groups is allowed. */
  function isOpen(path: number, giver: number, taker: number): boolean {
    const asked = takerGroups[taker + GROUP.dimension]!;
    if (asked !== 0 && asked !== materialDimension[pathProduct[path]!]) return false;
    if (limits.plainShare(path) < 0 && !(giverGroups[giver + GROUP.traits]! & traits.MEASURED)) return false;
    return listOf(giver, taker) >= 0;
  }

  /** Writes a lane as number `n`; its eases are filled. */
  function lay({ numbers, rough, facts, eases }: Lanes, n: number, path: number, giver: number, taker: number): void {
    const at = n * LANE.width;
    const country = giverGroups[giver + GROUP.country]!;
    const dimension = giverGroups[giver + GROUP.dimension]!;
    const placed = giverGroups[giver + GROUP.placed]! & takerGroups[taker + GROUP.placed]!;
    const given = giverGroups[giver + GROUP.quantified]!;
    const wanted = takerGroups[taker + GROUP.quantified]!;
    const priced = takerGroups[taker + GROUP.money]!;
    const landfilled = giverGroups[giver + GROUP.money] === 1;
    numbers[at + LANE.fit] = pathFit[path]!;
    numbers[at + LANE.strangeFit] = pathFit[path]! * UNKNOWN_RECEIVER;
    numbers[at + LANE.ratio] = pathRatio[path]!;
    numbers[at + LANE.price] = pathPrice[path]!;
    numbers[at + LANE.treatment] = pathTreatment[path]!;
    numbers[at + LANE.carbon] = (landfilled ? pathCarbonLandfilled : pathCarbon)[path]!;
    numbers[at + LANE.detour] = c.detour[country]!;
    numbers[at + LANE.plainShare] = limits.plainShare(path);
    numbers[at + LANE.ease] = bestOf(eases, 2 * HAZARDS * n);
    numbers[at + LANE.treatedEase] = bestOf(eases, 2 * HAZARDS * n + HAZARDS);
    numbers[at + LANE.known] = given + wanted + placed + (priced === 1 || !Number.isNaN(pathPrice[path]!) ? 1 : 0);
    // hazard class 0 has the two lowest bits
    numbers[at + LANE.bestClass] = giverGroups[giver + GROUP.hazards]! > 3 || dimension !== TONNES ? 1 : 0.5;
    for (let shared = 0; shared < 4; shared++) {
      const limit = reach(path, country, shared);
      const km = Number.isNaN(limit) ? Number.POSITIVE_INFINITY : limit;
      numbers[at + LANE.reach + shared] = km;
      numbers[at + LANE.beyond + shared] = chordBeyond(km, c.detour[country]!);
    }
    const road = tariffAt(country, dimension, pathPipe[path]!);
    for (let i = 0; i < 3 * TARIFF; i++) numbers[at + LANE.tariff + i] = c.tariff[road + i]!;
    for (let i = at; i < at + LANE.width; i++) rough[i] = numbers[i]!;
    const fact = n * LANE_FACT.width;
    facts[fact + LANE_FACT.path] = path;
    facts[fact + LANE_FACT.group] = giving ? taker : giver;
    facts[fact + LANE_FACT.list] = listOf(giver, taker);
    facts[fact + LANE_FACT.pipe] = pathPipe[path]!;
    facts[fact + LANE_FACT.placed] = placed;
    facts[fact + LANE_FACT.given] = given;
    facts[fact + LANE_FACT.wanted] = wanted;
    facts[fact + LANE_FACT.priced] = priced;
    facts[fact + LANE_FACT.gated] = c.gateFrom[path] === c.gateFrom[path + 1] ? 0 : 1;
    facts[fact + LANE_FACT.country] = takerGroups[taker + GROUP.country]!;
    const [others, other] = giving ? [takerGroups, taker] : [giverGroups, giver];
    facts[fact + LANE_FACT.base] = others[other + GROUP.node]!;
    facts[fact + LANE_FACT.from] = others[other + GROUP.from]!;
    facts[fact + LANE_FACT.to] = others[other + GROUP.to]!;
    facts[fact + LANE_FACT.depth] = others[other + GROUP.depth]!;
    facts[fact + LANE_FACT.traits] = others[other + GROUP.traits]!;
  }

  return (group) => {
    const material = own[group + GROUP.material]!;
    let most = 0;
    for (let n = wayFrom[material]!; n < wayFrom[material + 1]!; n++)
      most += otherFrom[wayEnd[n]! + 1]! - otherFrom[wayEnd[n]!]!;
    const lanes = shelf.take(most);
    for (let n = wayFrom[material]!; n < wayFrom[material + 1]!; n++)
      for (let k = otherFrom[wayEnd[n]!]!; k < otherFrom[wayEnd[n]! + 1]!; k++) {
        const [giver, taker] = giving ? [group, k * GROUP.width] : [k * GROUP.width, group];
        const path = wayPath[n]!;
        if (!isOpen(path, giver, taker)) continue;
        const eases = lanes.count * 2 * HAZARDS;
        fillEases(lanes.eases, eases, path, giver, taker);
        const treats = (takerGroups[taker + GROUP.traits]! & traits.TREATS) !== 0;
        if (bestOf(lanes.eases, eases) < 0 && !(treats && bestOf(lanes.eases, eases + HAZARDS) >= 0)) continue;
        lay(lanes, lanes.count++, path, giver, taker);
      }
    shelf.keep(lanes);
    return lanes;
  };
}

function bestOf(eases: Float64Array, at: number): number {
  let best = -1;
  for (let i = at; i < at + HAZARDS; i++) if (eases[i]! > best) best = eases[i]!;
  return best;
}
