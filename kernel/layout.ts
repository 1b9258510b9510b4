import { AIM, MARK } from '../src/engine/aim.ts';
import * as constants from '../src/engine/constants.ts';
import { DESK, ENTRANTS } from '../src/engine/desk.ts';
import { NODE } from '../src/engine/forest.ts';
import { SHRINK } from '../src/engine/geometry.ts';
import { FACT, PLACE } from '../src/engine/item.ts';
import { HINTS, LANE, LANE_FACT } from '../src/engine/lanes.ts';
import { TARIFF, TONNES } from '../src/engine/road.ts';
import { TOP } from '../src/engine/top.ts';
import * as traits from '../src/engine/traits.ts';

type Places = Readonly<Record<string, number>>;

/** The source of `assembly/layout.ts`: where everything stands, in bytes, and the constants, as the rest of the engine has them. */
export function describeLayout(): string {
  const { lane: _, ...marks } = MARK;
  const whole = {
    TARIFF: 8 * TARIFF,
    ENTRANTS,
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
  const real = { EARTH_KM, SHRINK, HALF_DISTANCE_KM, HALF_MONEY, HALF_CARBON, NEUTRAL, NO_LIMITS };
  return [
    ...Object.entries(whole).map(([name, value]) => `export const ${name}: i32 = ${value};`),
    ...Object.entries(real).map(([name, value]) => `export const ${name}: f64 = ${value};`),
    inBytes('NODE', NODE, 8),
    inBytes('PLACE', PLACE, 8),
    inBytes('FACT', FACT, 4),
    inBytes('AIM', { ...NODE, ...AIM }, 8),
    inBytes('LANE', LANE, 8),
    inBytes('MARK', marks, 4, DESK.marks / 4),
    inBytes('LANE_FACT', LANE_FACT, 4, DESK.marks / 4 + MARK.lane),
    inBytes('DESK', DESK, 1),
    inBytes('TOP', TOP, 1),
    '',
  ].join('\n');
}

function inBytes(name: string, places: Places, size: number, from = 0): string {
  const members = Object.entries(places).map(([key, at]) => `  ${key} = ${size * (from + at)},`);
  return [`export const enum ${name} {`, ...members, '}'].join('\n');
}
