import type { Contaminant, Dimension, Material, UseClass } from '../domain/index.ts';
import { listOf } from './cells.ts';
import type { Row } from './read.ts';

interface Words {
  readonly ru: string[];
  readonly en: string[];
}

function extraWords(rows: readonly Row[]): Map<string, Words> {
  const words = new Map<string, Words>();
  for (const row of rows) {
    const id = row.cells.material!;
    const of = words.get(id) ?? { ru: [], en: [] };
    words.set(id, of);
    of[row.cells.lang as 'ru' | 'en'].push(row.cells.text!);
  }
  return words;
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

/** Own cell or, when empty, the parent's: dimension, state, use class, EU hazard. Contaminants are united. */
function inherit(row: Row, parent: Material | undefined, words: Words | undefined): Material {
  const cells = row.cells;
  const state = (cells.state as Material['state']) ?? parent?.state;
  const useClass = (cells.use_class as UseClass | undefined) ?? parent?.useClass;
  const own = listOf(cells.contaminants) as Contaminant[];
  return {
    id: cells.id!,
    name: { ru: cells.name_ru!, en: cells.name_en! },
    ...(parent === undefined ? {} : { parent: parent.id }),
    dimension: (cells.dimension as Dimension | undefined) ?? parent?.dimension ?? 't',
    role: cells.role as Material['role'],
    ...(state === undefined ? {} : { state }),
    ...(cells.hazard_class === undefined ? {} : { hazardClass: Number(cells.hazard_class) }),
    euHazardous: cells.eu_hazardous === undefined ? (parent?.euHazardous ?? false) : cells.eu_hazardous === 'yes',
    contaminants: unique([...own, ...(parent?.contaminants ?? [])]),
    ...(useClass === undefined ? {} : { useClass }),
    synonymsRu: unique([...listOf(cells.synonyms_ru), ...(words?.ru ?? [])]),
    synonymsEn: unique([...listOf(cells.synonyms_en), ...(words?.en ?? [])]),
    evidence: cells.evidence!,
  };
}

/** All materials by id, parents before children. A row whose chain of parents returns to itself is left out. */
export function materialsOf(rows: readonly Row[], synonyms: readonly Row[]): ReadonlyMap<string, Material> {
  const byId = new Map(rows.map((row) => [row.cells.id!, row]));
  const words = extraWords(synonyms);
  const done = new Map<string, Material>();
  const open = new Set<string>();
  const make = (id: string): Material | undefined => {
    const ready = done.get(id);
    const row = byId.get(id);
    if (ready || !row || open.has(id)) return ready;
    open.add(id);
    const parentId = row.cells.parent;
    const parent = parentId === undefined ? undefined : make(parentId);
    open.delete(id);
    if (parentId !== undefined && parent === undefined) return undefined;
    const material = inherit(row, parent, words.get(id));
    done.set(id, material);
    return material;
  };
  for (const row of rows) make(row.cells.id!);
  return done;
}

/** The material itself, then its parents up to the root. */
export function lineage(materials: ReadonlyMap<string, Material>, id: string): string[] {
  const line: string[] = [];
  for (
    let at = materials.get(id);
    at !== undefined;
    at = at.parent === undefined ? undefined : materials.get(at.parent)
  ) {
    line.push(at.id);
  }
  return line;
}
