import { compareIds, type Match } from '../../domain/index.ts';

/** Longer lists are sorted by the language's own sort. */
const SHORT = 64;
const UNITS = 3;

/** Place of each match of a list as a number, as far as it tells. */
const places = new Float64Array(SHORT);

/**
 * Sorts matches by demand id. Lists are short and their ids begin alike: what follows the common beginning as one number decides nearly always,
 * in half the time of comparing ids.
 */
export function sortByDemand(list: Match[]): void {
  if (list.length > SHORT) {
    list.sort((a, b) => compareIds(a.demand, b.demand));
    return;
  }
  const from = commonBeginning(list);
  for (let k = 0; k < list.length; k++) {
    const match = list[k]!;
    const place = placeOf(match.demand, from);
    let at = k;
    for (; at > 0 && isBehind(list[at - 1]!, places[at - 1]!, match, place); at--) {
      list[at] = list[at - 1]!;
      places[at] = places[at - 1]!;
    }
    list[at] = match;
    places[at] = place;
  }
}

function isBehind(a: Match, placeOfA: number, b: Match, placeOfB: number): boolean {
  return placeOfA > placeOfB || (placeOfA === placeOfB && compareIds(a.demand, b.demand) > 0);
}

function commonBeginning(list: readonly Match[]): number {
  if (list.length === 0) return 0;
  const first = list[0]!.demand;
  let length = first.length;
  for (let k = 1; k < list.length; k++) {
    const { demand } = list[k]!;
    let i = 0;
    while (i < length && demand.charCodeAt(i) === first.charCodeAt(i)) i++;
    length = i;
  }
  return length;
}

/** The next units of an id as a number that rises with the order of ids. */
function placeOf(id: string, from: number): number {
  let place = 0;
  for (let i = from; i < from + UNITS; i++)
    place = place * 0x10001 + (i < id.length ? 1 + ranked(id.charCodeAt(i)) : 0);
  return place;
}

/** A UTF-16 unit in the order of UTF-8: halves of characters beyond the BMP come last. */
function ranked(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
