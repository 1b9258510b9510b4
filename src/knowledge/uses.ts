import type { Limit, Material, Operator, Use } from '../domain/index.ts';
import { listOf } from './cells.ts';
import { lineage } from './materials.ts';
import type { Row } from './read.ts';

export const useId = (material: string, replaces: string): string => `${material}--${replaces}`;

function limitOf(row: Row): Limit {
  return {
    parameter: row.cells.parameter!,
    operator: row.cells.operator as Operator,
    value: Number(row.cells.value),
    ifMissing: row.cells.if_missing as Limit['ifMissing'],
    metByTreatment: row.cells.met_by_treatment === 'yes',
    evidence: row.cells.evidence!,
  };
}

/** Key of a limit row: a limit of a material, of a product, or of one use; `*` = any. */
const key = (material: string | undefined, replaces: string | undefined): string =>
  `${material ?? '*'}--${replaces ?? '*'}`;

function limitsByPlace(rows: readonly Row[]): Map<string, Limit[]> {
  const places = new Map<string, Limit[]>();
  for (const row of rows) {
    const place = key(row.cells.material, row.cells.replaces);
    const list = places.get(place);
    if (list) list.push(limitOf(row));
    else places.set(place, [limitOf(row)]);
  }
  return places;
}

function gather(
  use: { material: string; replaces: string },
  places: ReadonlyMap<string, Limit[]>,
  lines: (id: string) => string[],
): Limit[] {
  if (places.size === 0) return [];
  const found: Limit[] = [];
  for (const material of [...lines(use.material), undefined]) {
    for (const replaces of [...lines(use.replaces), undefined]) {
      const more = places.get(key(material, replaces));
      if (more) found.push(...more);
    }
  }
  return found;
}

function useOf(row: Row, limits: readonly Limit[]): Use {
  const cells = row.cells;
  const number = (name: string): number | undefined => (cells[name] === undefined ? undefined : Number(cells[name]));
  const price = number('virgin_price_eur_per_unit');
  const treatment = number('treatment_eur_per_unit');
  const distance = number('distance_limit_km');
  return {
    id: useId(cells.material!, cells.replaces!),
    material: cells.material!,
    replaces: cells.replaces!,
    receivers: listOf(cells.receivers),
    treatment: { ru: cells.treatment_ru!, en: cells.treatment_en! },
    fit: Number(cells.fit),
    ratio: Number(cells.ratio),
    ...(price === undefined ? {} : { virginPriceEurPerUnit: price }),
    ...(treatment === undefined ? {} : { treatmentEurPerUnit: treatment }),
    co2AvoidedVirginKgPerUnit: Number(cells.co2_avoided_virgin_kg_per_unit),
    co2AvoidedLandfillKgPerUnit: Number(cells.co2_avoided_landfill_kg_per_unit),
    co2TreatmentKgPerUnit: Number(cells.co2_treatment_kg_per_unit),
    ...(distance === undefined ? {} : { distanceLimitKm: distance }),
    mode: (cells.mode as Use['mode'] | undefined) ?? 'road',
    basis: cells.basis as Use['basis'],
    evidence: cells.evidence!,
    limits,
  };
}

/** Uses of materials and products that exist, the first row of a pair, each with the limits of its material, product or both. */
export function usesFrom(
  rows: readonly Row[],
  limitRows: readonly Row[],
  materials: ReadonlyMap<string, Material>,
): Use[] {
  const places = limitsByPlace(limitRows);
  const cache = new Map<string, string[]>();
  const lines = (id: string): string[] => {
    const known = cache.get(id) ?? lineage(materials, id);
    cache.set(id, known);
    return known;
  };
  const uses = new Map<string, Use>();
  for (const row of rows) {
    const material = row.cells.material!;
    const replaces = row.cells.replaces!;
    const id = useId(material, replaces);
    if (uses.has(id) || !materials.has(material) || !materials.has(replaces)) continue;
    uses.set(id, useOf(row, gather({ material, replaces }, places, lines)));
  }
  return [...uses.values()];
}
