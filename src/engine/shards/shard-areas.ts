import { EARTH_KM } from '../judge/constants.ts';
import { outside, SHRINK } from '../judge/geometry.ts';

/** Places on the unit sphere, three numbers each; NaN = unknown. */
export type Places = Float64Array;

/** A box around places: least and most of x, y and z. */
export type Box = Float64Array;

/** Cuts places into areas of at most `size` of them, by medians of the widest side; ties by number, so always the same. */
export function cutAreas(places: Places, members: Int32Array, size: number): readonly Int32Array[] {
  const parts = Math.ceil(members.length / size);
  if (parts <= 1) return [members];
  const box = boxAround(places, members);
  const widths = [0, 1, 2].map((d) => box[2 * d + 1]! - box[2 * d]!);
  const side = widths.indexOf(Math.max(...widths));
  const sorted = members.toSorted((a, b) => places[3 * a + side]! - places[3 * b + side]! || a - b);
  const cut = Math.round((sorted.length * Math.floor(parts / 2)) / parts);
  return [...cutAreas(places, sorted.subarray(0, cut), size), ...cutAreas(places, sorted.subarray(cut), size)];
}

export function boxAround(places: Places, members: Int32Array): Box {
  const box = Float64Array.of(2, -2, 2, -2, 2, -2);
  for (const member of members)
    for (let d = 0; d < 3; d++) {
      const at = places[3 * member + d]!;
      if (at < box[2 * d]!) box[2 * d] = at;
      if (at > box[2 * d + 1]!) box[2 * d + 1] = at;
    }
  return box;
}

/** Great-circle km from a place to a box, by the chord: never above that to any place inside. */
export function kmToBox(places: Places, member: number, box: Box): number {
  let square = 0;
  for (let d = 0; d < 3; d++) square += outside(box[2 * d]!, box[2 * d + 1]!, places[3 * member + d]!) ** 2;
  return EARTH_KM * Math.sqrt(square) * SHRINK;
}
