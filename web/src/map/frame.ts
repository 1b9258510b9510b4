import type { GeoProjection } from 'd3-geo';
import type { MatchView } from '../state/api.ts';
import { arcOf } from './paint.ts';
import { placeAt, placer, rangeOf, type Size, type View } from './projection.ts';

/** What lies under the match's panel, px; nothing on a phone, where the map is a tab of its own. */
const PANEL = 600;
const NARROW = 760;
const MARGIN = 40;

/** `lon,lat,scale` of the middle of the screen, for the address. */
export function tellPlace(projection: GeoProjection, view: View, { width, height }: Size): string | undefined {
  if (view.x === 0 && view.y === 0 && view.k === 1) return undefined;
  const place = placeAt(projection, view, width / 2, height / 2);
  if (!place?.every(Number.isFinite)) return undefined;
  return `${place[0].toFixed(3)},${place[1].toFixed(3)},${Number(view.k.toPrecision(4))}`;
}

export function readPlace(
  told: string | undefined,
  projection: GeoProjection,
  { width, height }: Size,
): View | undefined {
  const [lon, lat, k] = (told ?? '').split(',').map(Number);
  if (!told || ![lon, lat, k].every(Number.isFinite) || !(k! > 0)) return undefined;
  const [x, y] = projection([lon!, lat!]) ?? [Number.NaN, Number.NaN];
  return Number.isFinite(x) ? { k: k!, x: width / 2 - x * k!, y: height / 2 - y * k! } : undefined;
}

/** The view in which all places lie beside the panel; as it is when there are none. */
export function fitPlaces(
  places: readonly (readonly [number, number])[],
  projection: GeoProjection,
  view: View,
  size: Size,
): View {
  const free = size.width > NARROW ? size.width - PANEL : size.width;
  const points = places.map((place) => projection([place[0], place[1]])).filter((point) => point !== null);
  if (points.length === 0 || free < 120) return view;
  const [left, right, top, bottom] = rangeOf(points);
  const k = Math.min(
    20,
    (free - 3 * MARGIN) / Math.max(1, right - left),
    (size.height - 4 * MARGIN) / Math.max(1, bottom - top),
  );
  return { k, x: free / 2 - ((left + right) / 2) * k, y: size.height / 2 - ((top + bottom) / 2) * k };
}

/** The view in which both ends of the match lie beside its panel; as it is when they do already. */
export function fitArc(match: MatchView, projection: GeoProjection, view: View, size: Size): View {
  const free = size.width > NARROW ? size.width - PANEL : size.width;
  if (free < 120) return view;
  const arc = arcOf(match, placer(projection, view));
  if (!arc) return view;
  const [a, , b] = arc;
  const inside = ([x, y]: readonly [number, number]) =>
    x > MARGIN && x < free - MARGIN && y > MARGIN && y < size.height - MARGIN;
  const apart = Math.hypot(a[0] - b[0], a[1] - b[1]);
  if (inside(a) && inside(b) && apart > 24) return view;
  const across = Math.max(
    1,
    Math.abs(a[0] - b[0]) / (free - 3 * MARGIN),
    Math.abs(a[1] - b[1]) / (size.height - 4 * MARGIN),
  );
  const scale = apart < 24 ? Math.min(8, 60 / Math.max(apart, 4)) : 1 / across;
  const k = view.k * scale;
  const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as const;
  return { k, x: free / 2 - (middle[0] - view.x) * scale, y: size.height / 2 - (middle[1] - view.y) * scale };
}
