import { type Basis, type Dimension, type Match, SymbionError } from '../../domain/index.ts';

/**
 * A ranked list as bytes: one record of 96 bytes a match, little-endian, by demand id. Texts are numbers that the house gives.
 *
 * | at | what |
 * | --- | --- |
 * | 0 | u32: demand, output's company, demand's company, output's region, demand's region (0 = none), use, material, product |
 * | 32 | u16: rank, rank within the demand (0 = absent) |
 * | 36 | u8: bit 0 inferred, bit 1 blocked, bits 2-3 unit, bits 4-5 basis |
 * | 40 | f64: score, fit, distance, quantity, net benefit, CO2, confidence (NaN = absent) |
 */
export const RECORD = 96;

const UNITS: readonly Dimension[] = ['t', 'MWh', 'm3', 'piece'];
const BASES: readonly Basis[] = ['documented', 'general rule', 'code similarity', 'text similarity'];

/** Where a reader of columns finds them. */
export const AT = {
  demand: 0,
  outputCompany: 4,
  demandCompany: 8,
  outputRegion: 12,
  demandRegion: 16,
  use: 20,
  material: 24,
  product: 28,
  flags: 36,
  score: 40,
  fit: 48,
  distance: 56,
  quantity: 64,
  money: 72,
  co2: 80,
  confidence: 88,
} as const;
export const INFERRED = 1;
export const BLOCKED = 2;

/** A flow as records name it; region 0 = unknown. */
export interface NumberedFlow {
  readonly n: number;
  readonly region: number;
}

/** Numbers of texts, and of both flows of a match with their regions. */
export interface Numbering {
  text(text: string): number;
  output(match: Match): NumberedFlow;
  demand(match: Match): NumberedFlow;
}

/** Texts and their numbers, as a reader needs them. */
export interface Names {
  text(n: number): string;
  /** Undefined when no match ever named it. */
  number(text: string): number | undefined;
}

/**
 * @param list matches of one output by demand id
 * @param bytes to write into, from its beginning on; by default new ones
 */
export function encodeList(
  list: readonly Match[],
  numbering: Numbering,
  bytes = new Uint8Array(list.length * RECORD),
): Uint8Array {
  if (list.length === 0) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const outputRegion = numbering.output(list[0]!).region;
  const [outputCompany, use, material, product] = Array.from({ length: 4 }, () => ({ text: '', n: 0 }));
  // most are those of the match before
  const number = (text: string, last: { text: string; n: number }) => {
    if (text === last.text) return last.n;
    last.text = text;
    last.n = numbering.text(text);
    return last.n;
  };
  for (let k = 0, at = 0; k < list.length; k++, at += RECORD) {
    const match = list[k]!;
    const demand = numbering.demand(match);
    view.setUint32(at + AT.demand, demand.n, true);
    view.setUint32(at + AT.outputCompany, number(match.outputCompany, outputCompany!), true);
    view.setUint32(at + AT.demandCompany, numbering.text(match.demandCompany), true);
    view.setUint32(at + AT.outputRegion, outputRegion, true);
    view.setUint32(at + AT.demandRegion, demand.region, true);
    view.setUint32(at + AT.use, number(match.use, use!), true);
    view.setUint32(at + AT.material, number(match.material, material!), true);
    view.setUint32(at + AT.product, number(match.product, product!), true);
    view.setUint16(at + 32, ranked(match.rank), true);
    view.setUint16(at + 34, ranked(match.demandRank), true);
    view.setUint8(at + AT.flags, flagsOf(match));
    view.setFloat64(at + AT.score, match.score, true);
    view.setFloat64(at + AT.fit, match.fit, true);
    view.setFloat64(at + AT.distance, match.distanceKm ?? Number.NaN, true);
    view.setFloat64(at + AT.quantity, match.quantityPerYear ?? Number.NaN, true);
    view.setFloat64(at + AT.money, match.netBenefitEurPerYear ?? Number.NaN, true);
    view.setFloat64(at + AT.co2, match.co2KgPerYear ?? Number.NaN, true);
    view.setFloat64(at + AT.confidence, match.confidence, true);
  }
  return bytes;
}

function flagsOf(match: Match): number {
  return (
    (match.inferred ? INFERRED : 0) |
    (match.regime === 'blocked' ? BLOCKED : 0) |
    (UNITS.indexOf(match.unit) << 2) |
    (BASES.indexOf(match.basis) << 4)
  );
}

/** The `k`-th match of a list. `textOf` gives the text of a number. */
export function decodeMatch(output: string, bytes: Uint8Array, k: number, textOf: (n: number) => string): Match {
  const view = new DataView(bytes.buffer, bytes.byteOffset + k * RECORD, RECORD);
  const text = (at: number) => textOf(view.getUint32(at, true));
  const number = (at: number) => view.getFloat64(at, true);
  const [rank, demandRank] = [view.getUint16(32, true), view.getUint16(34, true)];
  const flags = view.getUint8(AT.flags);
  const [distanceKm, quantityPerYear] = [number(AT.distance), number(AT.quantity)];
  const [money, co2] = [number(AT.money), number(AT.co2)];
  return {
    output,
    demand: text(AT.demand),
    outputCompany: text(AT.outputCompany),
    demandCompany: text(AT.demandCompany),
    ...(rank > 0 && { rank }),
    ...(demandRank > 0 && { demandRank }),
    score: number(AT.score),
    use: text(AT.use),
    material: text(AT.material),
    product: text(AT.product),
    fit: number(AT.fit),
    ...(!Number.isNaN(distanceKm) && { distanceKm }),
    ...(!Number.isNaN(quantityPerYear) && { quantityPerYear }),
    unit: UNITS[(flags >> 2) & 3]!,
    ...(!Number.isNaN(money) && { netBenefitEurPerYear: money }),
    ...(!Number.isNaN(co2) && { co2KgPerYear: co2 }),
    inferred: (flags & INFERRED) !== 0,
    regime: (flags & BLOCKED) !== 0 ? 'blocked' : 'open',
    basis: BASES[(flags >> 4) & 3]!,
    confidence: number(AT.confidence),
  };
}

/** Regions of both sides of the `k`-th match; null = unknown. */
export function decodeRegions(
  bytes: Uint8Array,
  k: number,
  textOf: (n: number) => string,
): { readonly outputRegion: string | null; readonly demandRegion: string | null } {
  const view = new DataView(bytes.buffer, bytes.byteOffset + k * RECORD, RECORD);
  const region = (at: number) => {
    const n = view.getUint32(at, true);
    return n === 0 ? null : textOf(n);
  };
  return { outputRegion: region(AT.outputRegion), demandRegion: region(AT.demandRegion) };
}

function ranked(rank: number | undefined): number {
  if (rank === undefined) return 0;
  if (Number.isInteger(rank) && rank > 0 && rank < 0x10000) return rank;
  throw new SymbionError('internal', {
    ru: `Ранг ${rank} вне 1..65535.`,
    en: `The rank ${rank} is not within 1..65535.`,
  });
}
