import { type GeoProjection, geoConicConformal, geoEqualEarth } from 'd3-geo';

export interface Size {
  readonly width: number;
  readonly height: number;
}
/** Shift and scale of the fitted map on the screen. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}
export type At = (lon: number, lat: number) => [number, number];

/** Where a new region is looked at when nothing is placed yet: the eastern Baltic. */
const NOWHERE: readonly [number, number][] = [
  [18, 54],
  [36, 62],
];
const MARGIN = 56;

/**
 * Conic for a region of middle latitudes, equal-area for the world; fitted to where most sites are, so that one far plant does not
 * shrink the rest.
 */
export function fitted(points: readonly (readonly [number, number])[], { width, height }: Size): GeoProjection {
  const shown = points.length > 1 ? mostOf(points) : NOWHERE;
  const [west, east, south, north] = rangeOf(shown);
  const regional = south > 20 && north < 80 && east - west < 120;
  const projection = regional
    ? geoConicConformal()
        .parallels([south + (north - south) / 6, north - (north - south) / 6 + 0.1])
        .rotate([-(west + east) / 2, 0])
    : geoEqualEarth();
  return projection.fitExtent(
    [
      [MARGIN, MARGIN],
      [Math.max(2 * MARGIN, width - MARGIN), Math.max(2 * MARGIN, height - MARGIN)],
    ],
    { type: 'MultiPoint', coordinates: shown.map(([lon, lat]) => [lon, lat]) },
  );
}

/** Least and largest of the first numbers, then of the second; of any number of points. */
export function rangeOf(points: readonly (readonly [number, number])[]): [number, number, number, number] {
  const range: [number, number, number, number] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    range[0] = Math.min(range[0], x);
    range[1] = Math.max(range[1], x);
    range[2] = Math.min(range[2], y);
    range[3] = Math.max(range[3], y);
  }
  return range;
}

/** Points within one and a half times the spread of the middle four fifths, in both directions. */
export function mostOf(points: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const range = (axis: 0 | 1) => {
    const sorted = Float64Array.from(points, (point) => point[axis]).sort();
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
    const spread = Math.max(at(0.75) - at(0.25), 0.5);
    return [at(0.25) - 3 * spread, at(0.75) + 3 * spread] as const;
  };
  const [lon, lat] = [range(0), range(1)];
  const near = points.filter(([x, y]) => x >= lon[0] && x <= lon[1] && y >= lat[0] && y <= lat[1]);
  return near.length > 1 ? near : points;
}

/** Screen position of a place. */
export function placer(projection: GeoProjection, view: View): At {
  return (lon, lat) => {
    const [x, y] = projection([lon, lat]) ?? [Number.NaN, Number.NaN];
    return [x * view.k + view.x, y * view.k + view.y];
  };
}

/** Place under a point of the screen. */
export function placeAt(projection: GeoProjection, view: View, x: number, y: number): [number, number] | undefined {
  return projection.invert?.([(x - view.x) / view.k, (y - view.y) / view.k]) ?? undefined;
}

/** West, south, east, north of what the screen shows, by points of its edge and middle. */
export function boundsOf(projection: GeoProjection, view: View, size: Size): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (let i = 0; i <= 8; i++)
    for (let j = 0; j <= 8; j++) {
      const place = placeAt(projection, view, ((i / 8) * 1.2 - 0.1) * size.width, ((j / 8) * 1.2 - 0.1) * size.height);
      if (!place || !Number.isFinite(place[0]) || !Number.isFinite(place[1])) continue;
      box[0] = Math.min(box[0], place[0]);
      box[1] = Math.min(box[1], place[1]);
      box[2] = Math.max(box[2], place[0]);
      box[3] = Math.max(box[3], place[1]);
    }
  return box[0] > box[2] ? [-180, -85, 180, 85] : box;
}

/** Zoom level of web maps that has the same scale: what the clusters are made for. */
export function zoomOf(projection: GeoProjection, view: View): number {
  return Math.max(0, Math.log2((2 * Math.PI * projection.scale() * view.k) / 512));
}
