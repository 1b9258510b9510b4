import { compareIds, type Match } from '../../domain/index.ts';
import type { MatchFilter } from '../port.ts';
import { AT, decodeMatch, type Names, RECORD } from './list-codec.ts';
import type { ReadList } from './read-list.ts';

/** Rows of one output's list that pass, in the order asked for, from a place on; `next` is the place of the first row left out. */
export function pageOfList(
  bytes: Uint8Array,
  filter: MatchFilter & { readonly output: string },
  names: Names,
  from: number,
  limit: number,
): { rows: Match[]; next?: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const region = filter.region === undefined ? undefined : names.number(filter.region);
  const inRegion = (k: number) =>
    filter.region === undefined ||
    (region !== undefined &&
      [AT.outputRegion, AT.demandRegion].some((at) => view.getUint32(k * RECORD + at, true) === region));
  const ordered = Array.from({ length: bytes.length / RECORD }, (_, k) => ({
    match: decodeMatch(filter.output, bytes, k, (n) => names.text(n)),
    k,
  })).sort((a, b) => compareMatches(a.match, b.match, filter.sort));
  const rows: Match[] = [];
  for (let place = from; place < ordered.length; place++) {
    const { match, k } = ordered[place]!;
    if (!passes(match, filter) || !inRegion(k)) continue;
    if (rows.length === limit) return { rows, next: place };
    rows.push(match);
  }
  return { rows };
}

/** All matches of a list, by rank. */
export function rankedMatches({ output, records, length, text }: ReadList): Match[] {
  return Array.from({ length }, (_, k) => decodeMatch(output, records, k, text)).sort((a, b) =>
    compareMatches(a, b, undefined),
  );
}

function compareMatches(a: Match, b: Match, sort: MatchFilter['sort']): number {
  const [x, y] = [keyOf(a, sort), keyOf(b, sort)];
  if (x !== y) return x > y ? -1 : 1;
  return compareIds(a.demand, b.demand);
}

function keyOf(match: Match, sort: MatchFilter['sort']): number {
  if (sort === undefined) return match.rank === undefined ? Number.NEGATIVE_INFINITY : -match.rank;
  const keys = {
    score: match.score,
    money: match.netBenefitEurPerYear,
    co2: match.co2KgPerYear,
    quantity: match.quantityPerYear,
  };
  return keys[sort] ?? Number.NEGATIVE_INFINITY;
}

function passes(match: Match, filter: MatchFilter): boolean {
  const equal = <T>(wanted: T | undefined, ...found: T[]) => wanted === undefined || found.includes(wanted);
  const atLeast = (least: number | undefined, found: number | undefined) =>
    least === undefined || (found !== undefined && found >= least);
  return (
    equal(filter.demand, match.demand) &&
    equal(filter.company, match.outputCompany, match.demandCompany) &&
    equal(filter.material, match.material) &&
    equal(filter.use, match.use) &&
    equal(filter.inferred, match.inferred) &&
    equal(filter.regime, match.regime) &&
    atLeast(filter.minScore, match.score) &&
    atLeast(filter.minNetBenefitEurPerYear, match.netBenefitEurPerYear) &&
    atLeast(filter.minCo2KgPerYear, match.co2KgPerYear)
  );
}
