import { type Bounds, createBounds } from './bounds.ts';
import { type Columns, SCALAR } from './columns.ts';
import { GROUP, NODE } from './forest.ts';
import { createLimits, type Limits } from './limits.ts';
import { createPair, type Pair } from './pair.ts';
import { createRulings, type Rulings } from './ruling.ts';
import { createSuspicion, type Suspicion } from './suspicion.ts';
import { createScore } from './terms.ts';
import { packWay, Top } from './top.ts';
import * as traits from './traits.ts';

/** The lists that a pair can stand in, by number. */
export const KINDS = ['open', 'blocked', 'hints'] as const;
const [OPEN, BLOCKED, HINTS] = [0, 1, 2] as const;

/** Finds the exact lists of one stream; they stand in `tops` until the next call. */
export interface Search {
  readonly tops: readonly Top[];
  /** Pairs whose score was computed since the start. */
  readonly judged: number;
  output(row: number): void;
  demand(row: number): void;
  /** The same by judging every pair that a use joins: what the search is measured against. */
  bruteOutput(row: number): void;
  bruteDemand(row: number): void;
}

export function createSearch(c: Columns): Search {
  const terms = createScore(c);
  const rulings = createRulings(c);
  const limits = createLimits(c);
  return new ColumnSearch(c, {
    rulings,
    limits,
    pair: createPair(c, terms),
    bounds: createBounds(c, terms, limits),
    suspicion: createSuspicion(c, rulings),
  });
}

interface Parts {
  readonly rulings: Rulings;
  readonly limits: Limits;
  readonly pair: Pair;
  readonly bounds: Bounds;
  readonly suspicion: Suspicion;
}

/** Trees that may hold partners of a stream, with what their root can score at most. */
class Candidates {
  count = 0;
  bound = new Float64Array(256);
  item = new Int32Array(256);
  path = new Int32Array(256);
  group = new Int32Array(256);

  add(bound: number, item: number, path: number, group: number): void {
    if (this.count === this.bound.length) this.#grow();
    this.bound[this.count] = bound;
    this.item[this.count] = item;
    this.path[this.count] = path;
    this.group[this.count++] = group;
  }

  /** Puts the best of those from `at` on to place `at`. */
  bring(at: number): void {
    let best = at;
    for (let i = at + 1; i < this.count; i++) if (this.bound[i]! > this.bound[best]!) best = i;
    if (best === at) return;
    for (const list of [this.bound, this.item, this.path, this.group]) {
      const swap = list[at]!;
      list[at] = list[best]!;
      list[best] = swap;
    }
  }

  #grow(): void {
    const wider = <A extends Float64Array | Int32Array>(old: A, fresh: A): A => {
      fresh.set(old);
      return fresh;
    };
    const size = 2 * this.count;
    this.bound = wider(this.bound, new Float64Array(size));
    this.item = wider(this.item, new Int32Array(size));
    this.path = wider(this.path, new Int32Array(size));
    this.group = wider(this.group, new Int32Array(size));
  }
}

class ColumnSearch implements Search {
  readonly #c: Columns;
  readonly #parts: Parts;
  readonly #candidates = new Candidates();
  readonly tops: readonly Top[];
  readonly #keepBlocked: boolean;
  judged = 0;
  #brute = false;

  constructor(c: Columns, parts: Parts) {
    this.#c = c;
    this.#parts = parts;
    this.tops = KINDS.map(() => new Top(c.scalars[SCALAR.top]!));
    this.#keepBlocked = c.scalars[SCALAR.blocked] === 1;
  }

  bruteOutput(row: number): void {
    this.#brute = true;
    this.output(row);
    this.#brute = false;
  }

  bruteDemand(row: number): void {
    this.#brute = true;
    this.demand(row);
    this.#brute = false;
  }

  output(row: number): void {
    const { outputReadingFrom, outputReadingItem, outputReadingMaterial } = this.#c;
    this.#begin();
    for (let r = outputReadingFrom[row]!; r < outputReadingFrom[row + 1]!; r++)
      if (outputReadingItem[r]! >= 0) this.#gatherTakers(outputReadingItem[r]!, outputReadingMaterial[r]!);
    const found = this.#candidates;
    for (let n = 0; n < found.count; n++) {
      found.bring(n);
      this.#searchTakers(found.item[n]!, found.path[n]!, found.group[n]!, found.bound[n]!);
    }
  }

  demand(row: number): void {
    const { demandReadingFrom, demandReadingItem, demandReadingMaterial } = this.#c;
    this.#begin();
    for (let r = demandReadingFrom[row]!; r < demandReadingFrom[row + 1]!; r++)
      if (demandReadingItem[r]! >= 0) this.#gatherGivers(demandReadingItem[r]!, demandReadingMaterial[r]!);
    const found = this.#candidates;
    for (let n = 0; n < found.count; n++) {
      found.bring(n);
      this.#searchGivers(found.item[n]!, found.path[n]!, found.group[n]!, found.bound[n]!);
    }
  }

  #begin(): void {
    for (const top of this.tops) top.clear();
    this.#candidates.count = 0;
  }

  /** The list of pairs between two countries; -1 = none is kept. */
  #kindOf(hint: boolean, giver: number, taker: number): number {
    if (hint) return HINTS;
    if (!this.#parts.rulings.isBlocked(giver, taker)) return OPEN;
    return this.#keepBlocked ? BLOCKED : -1;
  }

  #gatherTakers(giver: number, material: number): void {
    const { targetFrom, targetPath, targetProduct, takerGroupsFrom, takerGroups, giverTraits } = this.#c;
    const { limits, bounds } = this.#parts;
    for (let n = targetFrom[material]!; n < targetFrom[material + 1]!; n++) {
      const path = targetPath[n]!;
      const product = targetProduct[n]!;
      if (takerGroupsFrom[product] === takerGroupsFrom[product + 1] || limits.failsUse(giver, path)) continue;
      for (let k = takerGroupsFrom[product]!; k < takerGroupsFrom[product + 1]!; k++) {
        const group = k * GROUP.width;
        const ease = Math.max(
          this.#easeAt(giver, material, path, takerGroups[group + GROUP.country]!, false),
          takerGroups[group + GROUP.traits]! & traits.TREATS
            ? this.#easeAt(giver, material, path, takerGroups[group + GROUP.country]!, true)
            : -1,
        );
        if (ease < 0) continue;
        const hint = (giverTraits[giver]! & traits.HINT) !== 0 || takerGroups[group + GROUP.hint] === 1;
        const root = takerGroups[group + GROUP.node]! * NODE.width;
        const bound = bounds.overTakers(giver, path, group, root, ease, hint);
        if (bound >= 0 || this.#brute) this.#candidates.add(bound, giver, path, group);
      }
    }
  }

  #easeAt(giver: number, material: number, path: number, taker: number, treats: boolean): number {
    const t = this.#c.giverTraits[giver]!;
    const euHazardous = t & traits.EU_HAZARDOUS ? 1 : 0;
    const product = this.#c.pathProduct[path]!;
    return this.#parts.rulings.ease(
      material,
      product,
      traits.hazardOf(t),
      euHazardous,
      traits.countryOf(t),
      taker,
      treats,
    );
  }

  #searchTakers(giver: number, path: number, group: number, bound: number): void {
    const { takerGroups, giverTraits, outputReadingMaterial, outputReadingFrom, giverRow } = this.#c;
    const t = giverTraits[giver]!;
    const country = takerGroups[group + GROUP.country]!;
    const hint = (t & traits.HINT) !== 0 || takerGroups[group + GROUP.hint] === 1;
    const kind = this.#kindOf(hint, traits.countryOf(t), country);
    if (kind < 0) return;
    const material = outputReadingMaterial[outputReadingFrom[giverRow[giver]!]! + traits.readingOf(t)]!;
    this.#ease[0] = this.#easeAt(giver, material, path, country, false);
    this.#ease[1] = this.#easeAt(giver, material, path, country, true);
    this.#intoTakers(
      giver,
      path,
      group,
      kind,
      Math.max(this.#ease[0]!, this.#ease[1]!),
      0,
      bound,
      takerGroups[group + GROUP.from]!,
      takerGroups[group + GROUP.to]!,
      takerGroups[group + GROUP.depth]!,
    );
  }

  /** Legal ease of the takers of a group that do not treat waste, and of those that do. */
  readonly #ease = new Float64Array(2);

  /** Depth first, the better child first; a node that cannot enter is left with all below it. */
  #intoTakers(
    giver: number,
    path: number,
    group: number,
    kind: number,
    ease: number,
    node: number,
    bound: number,
    from: number,
    to: number,
    depth: number,
  ): void {
    const { takerNodes, takerGroups, takerRow, takerTraits, demandRank } = this.#c;
    const base = takerGroups[group + GROUP.node]!;
    const top = this.tops[kind]!;
    if (!this.#brute && !top.admits(bound, takerNodes[(base + node) * NODE.width + NODE.rank]!)) return;
    if (depth === 0) {
      for (let taker = from; taker < to; taker++) {
        const row = takerRow[taker]!;
        const legal = this.#ease[takerTraits[taker]! & traits.TREATS ? 1 : 0]!;
        this.#meet(giver, path, taker, kind, legal, top, row, demandRank[row]!);
      }
      return;
    }
    const { bounds } = this.#parts;
    const left = 2 * node + 1;
    const right = left + 1;
    const middle = (from + to) >> 1;
    const hint = kind === HINTS;
    if (this.#brute) {
      this.#intoTakers(giver, path, group, kind, ease, left, 0, from, middle, depth - 1);
      this.#intoTakers(giver, path, group, kind, ease, right, 0, middle, to, depth - 1);
      return;
    }
    const leftBound = bounds.overTakers(giver, path, group, (base + left) * NODE.width, ease, hint);
    const rightBound = bounds.overTakers(giver, path, group, (base + right) * NODE.width, ease, hint);
    if (leftBound >= rightBound) {
      if (leftBound >= 0) this.#intoTakers(giver, path, group, kind, ease, left, leftBound, from, middle, depth - 1);
      if (rightBound >= 0) this.#intoTakers(giver, path, group, kind, ease, right, rightBound, middle, to, depth - 1);
    } else {
      this.#intoTakers(giver, path, group, kind, ease, right, rightBound, middle, to, depth - 1);
      if (leftBound >= 0) this.#intoTakers(giver, path, group, kind, ease, left, leftBound, from, middle, depth - 1);
    }
  }

  #gatherGivers(taker: number, product: number): void {
    const { sourceFrom, sourcePath, sourceMaterial, giverGroupsFrom, giverGroups, takerTraits } = this.#c;
    const { bounds } = this.#parts;
    for (let n = sourceFrom[product]!; n < sourceFrom[product + 1]!; n++) {
      const path = sourcePath[n]!;
      const material = sourceMaterial[n]!;
      for (let k = giverGroupsFrom[material]!; k < giverGroupsFrom[material + 1]!; k++) {
        const group = k * GROUP.width;
        const ease = this.#bestEase(taker, material, path, group);
        if (ease < 0) continue;
        const hint = (takerTraits[taker]! & traits.HINT) !== 0 || giverGroups[group + GROUP.hint] === 1;
        const root = giverGroups[group + GROUP.node]! * NODE.width;
        const bound = bounds.overGivers(taker, path, group, root, ease, hint);
        if (bound >= 0 || this.#brute) this.#candidates.add(bound, taker, path, group);
      }
    }
  }

  /** Legal ease of a group's givers by 2 x hazard class + European hazard. */
  readonly #easeOf = new Float64Array(32);

  /** Fills `#easeOf` for a taker and a group of givers; returns the best. */
  #bestEase(taker: number, material: number, path: number, group: number): number {
    const { giverGroups, takerTraits, pathProduct } = this.#c;
    const hazards = giverGroups[group + GROUP.hazards]!;
    const country = giverGroups[group + GROUP.country]!;
    const t = takerTraits[taker]!;
    const treats = (t & traits.TREATS) !== 0;
    let best = -1;
    for (let i = 0; i < 32; i++) {
      if (!(hazards & (1 << i))) continue;
      const product = pathProduct[path]!;
      const ease = this.#parts.rulings.ease(material, product, i >> 1, i & 1, country, traits.countryOf(t), treats);
      this.#easeOf[i] = ease;
      if (ease > best) best = ease;
    }
    return best;
  }

  #searchGivers(taker: number, path: number, group: number, bound: number): void {
    const { giverGroups, giverTraits, takerTraits, outputReadingFrom, outputReadingMaterial, giverRow } = this.#c;
    const t = takerTraits[taker]!;
    const hint = (t & traits.HINT) !== 0 || giverGroups[group + GROUP.hint] === 1;
    const kind = this.#kindOf(hint, giverGroups[group + GROUP.country]!, traits.countryOf(t));
    if (kind < 0) return;
    const first = giverGroups[group + GROUP.from]!;
    const reading = traits.readingOf(giverTraits[first]!);
    const material = outputReadingMaterial[outputReadingFrom[giverRow[first]!]! + reading]!;
    const ease = this.#bestEase(taker, material, path, group);
    const { [group + GROUP.to]: to, [group + GROUP.depth]: depth } = giverGroups;
    this.#intoGivers(taker, path, group, kind, ease, 0, bound, first, to!, depth!);
  }

  #intoGivers(
    taker: number,
    path: number,
    group: number,
    kind: number,
    ease: number,
    node: number,
    bound: number,
    from: number,
    to: number,
    depth: number,
  ): void {
    const { giverNodes, giverGroups, giverRow, giverTraits, outputRank } = this.#c;
    const base = giverGroups[group + GROUP.node]!;
    const top = this.tops[kind]!;
    if (!this.#brute && !top.admits(bound, giverNodes[(base + node) * NODE.width + NODE.rank]!)) return;
    if (depth === 0) {
      for (let giver = from; giver < to; giver++) {
        const t = giverTraits[giver]!;
        const legal = this.#easeOf[2 * traits.hazardOf(t) + (t & traits.EU_HAZARDOUS ? 1 : 0)]!;
        const row = giverRow[giver]!;
        this.#meet(giver, path, taker, kind, legal, top, row, outputRank[row]!);
      }
      return;
    }
    const { bounds } = this.#parts;
    const left = 2 * node + 1;
    const right = left + 1;
    const middle = (from + to) >> 1;
    const hint = kind === HINTS;
    if (this.#brute) {
      this.#intoGivers(taker, path, group, kind, ease, left, 0, from, middle, depth - 1);
      this.#intoGivers(taker, path, group, kind, ease, right, 0, middle, to, depth - 1);
      return;
    }
    const leftBound = bounds.overGivers(taker, path, group, (base + left) * NODE.width, ease, hint);
    const rightBound = bounds.overGivers(taker, path, group, (base + right) * NODE.width, ease, hint);
    if (leftBound >= rightBound) {
      if (leftBound >= 0) this.#intoGivers(taker, path, group, kind, ease, left, leftBound, from, middle, depth - 1);
      if (rightBound >= 0) this.#intoGivers(taker, path, group, kind, ease, right, rightBound, middle, to, depth - 1);
    } else {
      this.#intoGivers(taker, path, group, kind, ease, right, rightBound, middle, to, depth - 1);
      if (leftBound >= 0) this.#intoGivers(taker, path, group, kind, ease, left, leftBound, from, middle, depth - 1);
    }
  }

  /** Judges a pair and lets it into its list: first by what it can score at most, then in full, then every veto. */
  #meet(
    giver: number,
    path: number,
    taker: number,
    kind: number,
    legal: number,
    top: Top,
    partner: number,
    rank: number,
  ): void {
    const { giverCompany, giverTraits, takerCompany, takerTraits } = this.#c;
    const { pair, limits, suspicion } = this.#parts;
    if (legal < 0 || giverCompany[giver] === takerCompany[taker]) return;
    const receiver = pair.isReceiver(path, taker);
    if (!receiver && !(takerTraits[taker]! & traits.DECLARED)) return;
    this.judged++;
    const hint = kind === HINTS;
    const most = limits.bestShare(giverTraits[giver]!, path, takerTraits[taker]!);
    const near = pair.kmAtLeast(giver, taker);
    const atMost = pair.score(giver, path, taker, near, receiver, legal, most, hint);
    if (!this.#brute && !top.admits(atMost, rank)) return;
    const km = pair.km(giver, taker);
    if (this.#isApart(giver, path, taker, km)) return;
    const share = limits.share(giver, path, taker);
    if (share < 0) return;
    const score = pair.score(giver, path, taker, km, receiver, legal, share, hint);
    if (!top.admits(score, rank) || suspicion(giver, path, taker)) return;
    if (hint && this.#isMoreThanHint(giver, taker)) return;
    const way = packWay(path, traits.readingOf(giverTraits[giver]!), traits.readingOf(takerTraits[taker]!));
    this.#giver = giver;
    this.#taker = taker;
    top.put(partner, rank, score, way, this.#isEarlier);
  }

  /** In dimension, distance or time. */
  #isApart(giver: number, path: number, taker: number, km: number): boolean {
    const { giverTraits, takerTraits, materialDimension, pathProduct } = this.#c;
    const asked = traits.dimensionOf(takerTraits[taker]!);
    if (asked !== 0 && asked !== materialDimension[pathProduct[path]!]) return true;
    if (this.#parts.pair.isTooFar(giver, path, taker, km)) return true;
    if (!((giverTraits[giver]! | takerTraits[taker]!) & traits.DATED)) return false;
    const { outputFrom, outputTo, demandFrom, demandTo, giverRow, takerRow } = this.#c;
    const [o, d] = [giverRow[giver]!, takerRow[taker]!];
    return demandFrom[d]! > outputTo[o]! || outputFrom[o]! > demandTo[d]!;
  }

  /** A pair that some other way of reading it makes open or blocked is no hint. */
  #isMoreThanHint(giver: number, taker: number): boolean {
    const c = this.#c;
    const [output, demand] = [c.giverRow[giver]!, c.takerRow[taker]!];
    for (let r = c.outputReadingFrom[output]!; r < c.outputReadingFrom[output + 1]!; r++)
      for (let w = c.demandReadingFrom[demand]!; w < c.demandReadingFrom[demand + 1]!; w++) {
        const [g, t] = [c.outputReadingItem[r]!, c.demandReadingItem[w]!];
        if (g < 0 || t < 0 || (c.giverTraits[g]! | c.takerTraits[t]!) & traits.HINT) continue;
        if (this.#isJoined(g, t, c.outputReadingMaterial[r]!, c.demandReadingMaterial[w]!)) return true;
      }
    return false;
  }

  #isJoined(giver: number, taker: number, material: number, product: number): boolean {
    const { targetFrom, targetPath, targetProduct } = this.#c;
    for (let n = targetFrom[material]!; n < targetFrom[material + 1]!; n++)
      if (targetProduct[n] === product && !this.#isVetoed(giver, targetPath[n]!, taker, material)) return true;
    return false;
  }

  #isVetoed(giver: number, path: number, taker: number, material: number): boolean {
    const { takerTraits } = this.#c;
    const { pair, limits, suspicion } = this.#parts;
    const t = takerTraits[taker]!;
    return (
      this.#easeAt(giver, material, path, traits.countryOf(t), (t & traits.TREATS) !== 0) < 0 ||
      (!pair.isReceiver(path, taker) && !(t & traits.DECLARED)) ||
      this.#isApart(giver, path, taker, pair.km(giver, taker)) ||
      limits.share(giver, path, taker) < 0 ||
      suspicion(giver, path, taker)
    );
  }

  /** Of two ways to read one pair at equal score: the use's id decides, then the material, then the product wanted. */
  readonly #isEarlier = (a: number, b: number): boolean => {
    const c = this.#c;
    const [pathA, pathB] = [Math.floor(a / 256), Math.floor(b / 256)];
    if (pathA !== pathB) return c.pathOrder[pathA]! < c.pathOrder[pathB]!;
    const output = c.outputReadingFrom[c.giverRow[this.#giver]!]!;
    const demand = c.demandReadingFrom[c.takerRow[this.#taker]!]!;
    const materials = [a, b].map((way) => c.outputReadingMaterial[output + ((way >> 4) & 15)]!);
    if (materials[0] !== materials[1]) return materials[0]! < materials[1]!;
    return c.demandReadingMaterial[demand + (a & 15)]! < c.demandReadingMaterial[demand + (b & 15)]!;
  };

  /** The pair that is being put. */
  #giver = 0;
  #taker = 0;
}
