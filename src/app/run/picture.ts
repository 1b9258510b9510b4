import type { Match } from '../../domain/index.ts';
import type { Region } from '../region/region.ts';
import type { RegionPicture } from '../symbion.ts';

/** Name under which a run's pictures are stored as results. */
export const PICTURE = 'picture';

interface Sum {
  matches: number;
  blocked: number;
  tonnes: number;
  co2: number;
  money: number;
}

/** What a picture needs of a match, as numbers: a country has ten million. */
const FIGURE = { output: 0, demand: 1, quantity: 2, tonnes: 3, co2: 4, money: 5, ratio: 6, width: 7 } as const;

/**
 * Pictures of the whole run (key '') and of each region.
 * What several matches claim of one flow is counted once: matches are taken by falling score (ties as they come), each moves what is
 * left of its output and its demand, money and CO2 in proportion. An output whose quantity nobody told moves nothing; a demand whose quantity
 * nobody told takes what it is offered. A pair counts in the region of either side. They are drawn once all matches have passed by, those of one output together.
 */
export class PictureDraft {
  readonly #region: Region;
  /** Demand units per output unit. */
  readonly #ratioOf: (use: string) => number;
  readonly #sums = new Map<string, Sum>();
  /** Open matches by score, in the order in which they came. */
  readonly #byScore = new Map<number, Figures>();
  readonly #numbers = new Map<string, number>();
  /** Of each flow by its number: what is left (NaN = not told), and the name of its region. */
  readonly #left: number[] = [];
  readonly #regions: string[] = [];

  constructor(region: Region, ratioOf: (use: string) => number) {
    this.#region = region;
    this.#ratioOf = ratioOf;
  }

  add(match: Match): void {
    const [output, demand] = [this.#numberOf(match.output), this.#numberOf(match.demand)];
    if (match.regime === 'blocked') {
      for (const key of this.#keysOf(output, demand)) this.#sumOf(key).blocked++;
      return;
    }
    const figures = this.#byScore.get(match.score) ?? new Figures();
    this.#byScore.set(match.score, figures);
    const quantity = match.quantityPerYear ?? 0;
    figures.push([
      output,
      demand,
      quantity,
      match.unit === 't' ? quantity : 0,
      match.co2KgPerYear ?? 0,
      match.netBenefitEurPerYear ?? 0,
      this.#ratioOf(match.use),
    ]);
  }

  draw(): ReadonlyMap<string, RegionPicture> {
    for (const score of [...this.#byScore.keys()].sort((a, b) => b - a))
      for (const figures of this.#byScore.get(score)!.each()) this.#count(figures);
    const counts = countFlows(this.#region);
    const keys = new Set([...this.#sums.keys(), ...counts.keys()]);
    return new Map([...keys].map((key) => [key, toPicture(key, this.#sumOf(key), counts.get(key))]));
  }

  #count(figures: Float64Array): void {
    const share = this.#claim(figures);
    for (const key of this.#keysOf(figures[FIGURE.output]!, figures[FIGURE.demand]!)) {
      const sum = this.#sumOf(key);
      sum.matches++;
      sum.tonnes += share * figures[FIGURE.tonnes]!;
      sum.co2 += share * figures[FIGURE.co2]!;
      sum.money += share * figures[FIGURE.money]!;
    }
  }

  /** Share 0..1 of the match's quantity that is still free on both sides; takes it. */
  #claim(figures: Float64Array): number {
    const left = this.#left;
    const [output, demand] = [figures[FIGURE.output]!, figures[FIGURE.demand]!];
    const [wanted, ratio] = [figures[FIGURE.quantity]!, figures[FIGURE.ratio]!];
    const offered = left[output]!;
    if (wanted === 0 || Number.isNaN(offered)) return 0;
    const demanded = Number.isNaN(left[demand]!) ? wanted * ratio : left[demand]!;
    const moved = Math.max(0, Math.min(wanted, offered, demanded / ratio));
    left[output] = offered - moved;
    left[demand] = demanded - moved * ratio;
    return moved / wanted;
  }

  #numberOf(id: string): number {
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(id, number);
      this.#left.push(this.#region.flows.get(id)?.quantityPerYear ?? Number.NaN);
      this.#regions.push(regionOf(this.#region, id));
    }
    return number;
  }

  #keysOf(output: number, demand: number): readonly string[] {
    const [from, to] = [this.#regions[output]!, this.#regions[demand]!];
    return from === to ? ['', from] : ['', from, to];
  }

  #sumOf(key: string): Sum {
    let sum = this.#sums.get(key);
    if (!sum) {
      sum = { matches: 0, blocked: 0, tonnes: 0, co2: 0, money: 0 };
      this.#sums.set(key, sum);
    }
    return sum;
  }
}

/** Rows of figures one after another. */
class Figures {
  #rows = new Float64Array(16 * FIGURE.width);
  #end = 0;

  push(row: readonly number[]): void {
    if (this.#end === this.#rows.length) {
      const longer = new Float64Array(2 * this.#end);
      longer.set(this.#rows);
      this.#rows = longer;
    }
    this.#rows.set(row, this.#end);
    this.#end += FIGURE.width;
  }

  *each(): Generator<Float64Array> {
    for (let at = 0; at < this.#end; at += FIGURE.width) yield this.#rows.subarray(at, at + FIGURE.width);
  }
}

function countFlows(region: Region): Map<string, { companies: Set<string>; flows: number }> {
  const counts = new Map<string, { companies: Set<string>; flows: number }>();
  const at = (key: string) => {
    let count = counts.get(key);
    if (!count) {
      count = { companies: new Set(), flows: 0 };
      counts.set(key, count);
    }
    return count;
  };
  for (const site of region.snapshot.sites)
    for (const key of ['', site.region ?? '?']) at(key).companies.add(site.companyId);
  for (const flow of region.snapshot.flows)
    if (flow.origin === 'declared') for (const key of ['', regionOf(region, flow.id)]) at(key).flows++;
  return counts;
}

function regionOf(region: Region, flowId: string): string {
  const flow = region.flows.get(flowId);
  return (flow && region.sites.get(flow.siteId)?.region) ?? '?';
}

function toPicture(key: string, sum: Sum, count?: { companies: Set<string>; flows: number }): RegionPicture {
  return {
    ...(key && { region: key }),
    companies: count?.companies.size ?? 0,
    flows: count?.flows ?? 0,
    matches: sum.matches,
    blocked: sum.blocked,
    exchangeableTonnesPerYear: Math.round(sum.tonnes),
    co2AvoidedKgPerYear: Math.round(sum.co2),
    netBenefitEurPerYear: Math.round(sum.money),
  };
}
