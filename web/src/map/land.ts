import json from 'virtual:atlas';
import type { GeoPermissibleObjects } from 'd3-geo';

/** Hundredths of a degree. */
const SCALE = 100;

type Atlas<T> = Readonly<Record<'land' | 'borders' | 'lakes', T>>;

/** Land, borders and lakes as d3-geo draws them. */
export const { land, borders, lakes } = unpack(JSON.parse(json) as Atlas<number[][]>);

function unpack(packed: Atlas<number[][]>): Atlas<GeoPermissibleObjects> {
  return {
    land: { type: 'MultiPolygon', coordinates: packed.land.map(polygonOf) },
    lakes: { type: 'MultiPolygon', coordinates: packed.lakes.map(polygonOf) },
    borders: { type: 'MultiLineString', coordinates: packed.borders.map((line) => pointsOf(line, 0, line.length)) },
  };
}

function polygonOf(flat: number[]): [number, number][][] {
  const rings: [number, number][][] = [];
  for (let at = 0; at < flat.length; ) {
    const length = flat[at]!;
    rings.push(pointsOf(flat, at + 1, at + 1 + length));
    at += 1 + length;
  }
  return rings;
}

function pointsOf(flat: number[], from: number, to: number): [number, number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (let i = from; i < to; i += 2) {
    x += flat[i]!;
    y += flat[i + 1]!;
    points.push([x / SCALE, y / SCALE]);
  }
  return points;
}
