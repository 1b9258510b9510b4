import type { Dimension, Operator } from '../../domain/index.ts';

/** Bits of a stream's or reading's `traits`. */
export const RAIL = 1;
export const SEA = 2;
/** Not inferred from an activity. */
export const DECLARED = 4;
export const LANDFILLED = 8;
export const EU_HAZARDOUS = 16;
/** The taker's activity is waste treatment. */
export const TREATS = 32;
/** Has values of quality (output) or asks for them (demand). */
export const MEASURED = 64;
/** Read in more than one way. */
export const MULTIPLE = 128;
export const DATED = 256;
/** Read by similar words or codes only. */
export const HINT = 512;
/** The buyer names a distance of its own. */
export const NEARBY = 1024;
/** Of a reading: its flow was changed or removed since the trees were planted, so nothing finds it. */
export const GONE = 2048;
/** Of either side: a pair may be refused although it scores well enough. */
export const VETOED = NEARBY | DATED | MULTIPLE;

export const HAZARD_AT = 12;
export const DIMENSION_AT = 15;
export const READING_AT = 18;
const COUNTRY_AT = 22;

/** A flow is searched by its best readings, at most so many. */
export const MOST_READINGS = 16;
/** Countries of one problem. */
export const MOST_COUNTRIES = 1024;

/** Packs small numbers beside the bits: hazard class 0..7, dimension 0 (unknown) to 4, reading 0..15, country 0..1023. */
export function packTraits(bits: number, hazard: number, dimension: number, reading: number, country: number): number {
  return (
    (bits | (hazard << HAZARD_AT) | (dimension << DIMENSION_AT) | (reading << READING_AT) | (country << COUNTRY_AT)) >>>
    0
  );
}

export const hazardOf = (traits: number) => (traits >>> HAZARD_AT) & 7;
/** Hazard class and European hazard in one number below 16. */
export const hazardsOf = (traits: number) => 2 * hazardOf(traits) + (traits & EU_HAZARDOUS ? 1 : 0);
export const dimensionOf = (traits: number) => (traits >>> DIMENSION_AT) & 7;
export const readingOf = (traits: number) => (traits >>> READING_AT) & 15;
export const countryOf = (traits: number) => traits >>> COUNTRY_AT;

const DIMENSIONS: readonly Dimension[] = ['t', 'MWh', 'm3', 'piece'];
/** 1..4; 0 = unknown. */
export const dimensionCode = (dimension: Dimension | undefined) =>
  dimension === undefined ? 0 : DIMENSIONS.indexOf(dimension) + 1;
/** In the order of their codes; an unknown one is carried as tonnes. */
export const CARRIED_AS: readonly Dimension[] = ['t', ...DIMENSIONS];

export const OPERATORS: readonly Operator[] = ['=', '<', '<=', '>', '>='];

/** ISO dates as whole numbers that compare as their texts do; `2027` comes before `2027-01-01`. */
export function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split('-').map(Number);
  return year * 10_000 + month * 100 + day;
}

/** Bit of a pathway among those that a node of takers may receive by; two that share one only cost time. */
export const wayBit = (path: number) => 1 << (path % 31);
