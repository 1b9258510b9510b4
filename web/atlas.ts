import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoBounds } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';

/** Longitudes and latitudes in which countries are drawn in detail; the rest of the world is coarse. */
const REGION = { west: -12, south: 34, east: 90, north: 72 };
/** Decimal places kept of a degree: about 1 km. */
const PLACES = 2;

type World = Topology<{ countries: GeometryCollection }>;
type Rings = number[][];

/**
 * `virtual:atlas`: Natural Earth's countries and borders (public domain, from `world-atlas`), detailed (1:50m) where a country
 * touches the region and coarse (1:110m) elsewhere. Rings are flat lists of whole hundredths of a degree, each point but the first
 * as the difference to the last. The great lakes are Natural Earth's too (1:110m, public domain, version 4), rounded, in `lakes.json`.
 */
export function atlas(): Plugin {
  const name = 'virtual:atlas';
  return {
    name: 'atlas',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export default ${JSON.stringify(JSON.stringify(drawAtlas()))}` : undefined),
  };
}

function drawAtlas(): { land: Rings; borders: Rings; lakes: Rings } {
  const [fine, coarse] = [readWorld('50m'), readWorld('110m')];
  const detailed = fine.objects.countries.geometries.filter((country) => touchesRegion(fine, country));
  const ids = new Set(detailed.map(nameOf));
  const others = coarse.objects.countries.geometries.filter((country) => !ids.has(nameOf(country)));
  const among = (geometries: GeometryObject[]) => new Set<unknown>(geometries);
  return {
    land: [...ringsOf(fine, detailed), ...ringsOf(coarse, others)],
    borders: [...linesOf(fine, among(detailed)), ...linesOf(coarse, among(others))],
    lakes: Object.values(readLakes()).map((ring) => joined([packed(ring)])),
  };
}

function readWorld(scale: string): World {
  const file = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as World;
}

function readLakes(): Record<string, number[][]> {
  return JSON.parse(readFileSync(new URL('lakes.json', import.meta.url), 'utf8')) as Record<string, number[][]>;
}

const nameOf = (country: GeometryObject) => (country.properties as { name?: string } | undefined)?.name;

function touchesRegion(world: World, country: GeometryObject): boolean {
  const [[west, south], [east, north]] = geoBounds(feature(world, country));
  const crossesDateLine = west > east;
  return (
    south < REGION.north && north > REGION.south && (crossesDateLine || (west < REGION.east && east > REGION.west))
  );
}

function ringsOf(world: World, countries: GeometryObject[]): Rings {
  return countries.flatMap((country) => {
    const { geometry } = feature(world, country);
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    return polygons.filter(isSeen).map((rings) => joined(rings.map(packed)));
  });
}

/** Square degrees; below it an island shrinks to a line, whose inside would be the whole globe. */
const LEAST_AREA = 0.002;

function isSeen([ring]: readonly (readonly (readonly number[])[])[]): boolean {
  let twice = 0;
  ring!.forEach(([x, y], i) => {
    const [nx, ny] = ring![(i + 1) % ring!.length]!;
    twice += x! * ny! - nx! * y!;
  });
  return Math.abs(twice) / 2 >= LEAST_AREA;
}

/** A polygon's rings in one list, with the number of values of each before it. */
const joined = (rings: number[][]) => rings.flatMap((ring) => [ring.length, ...ring]);

function linesOf(world: World, among: ReadonlySet<unknown>): Rings {
  const { coordinates } = mesh(world, world.objects.countries, (a, b) => a !== b && (among.has(a) || among.has(b)));
  return coordinates.map(packed);
}

function packed(points: readonly (readonly number[])[]): number[] {
  const scale = 10 ** PLACES;
  let [x, y] = [0, 0];
  const flat: number[] = [];
  points.forEach(([lon, lat], i) => {
    const [nx, ny] = [Math.round(lon! * scale), Math.round(lat! * scale)];
    if (i > 0 && i < points.length - 1 && nx === x && ny === y) return;
    flat.push(nx - x, ny - y);
    [x, y] = [nx, ny];
  });
  return flat;
}
