import { NODE, ROOT, SIBLINGS, STEPS } from '../engine/columns/forest.ts';
import { FACT, PLACE } from '../engine/columns/item.ts';
import * as traits from '../engine/columns/traits.ts';
import * as constants from '../engine/judge/constants.ts';
import { TARIFF, TONNES } from '../engine/judge/road.ts';
import { AIM, HAIR, MARK, ROUGH } from '../engine/search/aim.ts';
import { DESK, ENTRANTS } from '../engine/search/desk.ts';
import { HINTS, LANE, LANE_FACT } from '../engine/search/lanes.ts';
import { ENTRY, TOP } from '../engine/search/top.ts';

type Places = Readonly<Record<string, number>>;

/** The source of `assembly/layout.ts`: where everything stands, in bytes, and the constants, as the rest of the engine has them. */
export function describeLayout(): string {
  const { lane: _, ...marks } = MARK;
  const whole = {
    TARIFF: 8 * TARIFF,
    ENTRANTS,
    ROOT,
    SIBLINGS,
    HINTS,
    TONNES,
    RAIL: traits.RAIL,
    SEA: traits.SEA,
    DECLARED: traits.DECLARED,
    EU_HAZARDOUS: traits.EU_HAZARDOUS,
    TREATS: traits.TREATS,
    MEASURED: traits.MEASURED,
    MULTIPLE: traits.MULTIPLE,
    GONE: traits.GONE,
    VETOED: traits.VETOED,
    HAZARD_AT: traits.HAZARD_AT,
    DIMENSION_AT: traits.DIMENSION_AT,
    READING_AT: traits.READING_AT,
  };
  const { EARTH_KM, HALF_DISTANCE_KM, HALF_MONEY, HALF_CARBON, NEUTRAL, NO_LIMITS } = constants;
  const real = { EARTH_KM, HALF_DISTANCE_KM, HALF_MONEY, HALF_CARBON, NEUTRAL, NO_LIMITS, STEPS, HAIR };
  return [
    ...Object.entries(whole).map(([name, value]) => `export const ${name}: i32 = ${value};`),
    ...Object.entries(real).map(([name, value]) => `export const ${name}: f64 = ${value};`),
    inBytes('NODE', NODE, 4 * SIBLINGS),
    inBytes('ROUGH', { ...NODE, ...ROUGH }, 4, DESK.rough / 4),
    inBytes('PLACE', PLACE, 8),
    inBytes('FACT', FACT, 4),
    inBytes('AIM', { ...PLACE, ...AIM }, 8),
    inBytes('LANE', LANE, 8),
    inBytes('LANE_ROUGH', LANE, 4),
    inBytes('MARK', marks, 4, DESK.marks / 4),
    inBytes('LANE_FACT', LANE_FACT, 4, DESK.marks / 4 + MARK.lane),
    inBytes('DESK', DESK, 1),
    inBytes('TOP', TOP, 1),
    inBytes('ENTRY', ENTRY, 1),
    '',
  ].join('\n');
}

function inBytes(name: string, places: Places, size: number, from = 0): string {
  const members = Object.entries(places).map(([key, at]) => `  ${key} = ${size * (from + at)},`);
  return [`export const enum ${name} {`, ...members, '}'].join('\n');
}
