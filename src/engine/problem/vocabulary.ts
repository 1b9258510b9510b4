import type { KnowledgeBase, Material, Use } from '../../domain/index.ts';

/** A use as the engine reads it: rows instead of ids. `use` is absent for a material that is wanted as itself. */
export interface Pathway {
  readonly id: string;
  readonly use?: Use;
  /** Row of the material that has the use (the reading's own or a broader one). */
  readonly material: number;
  /** Row of the product replaced. */
  readonly product: number;
  /** 0..100 */
  readonly fit: number;
  /** Units of product per unit of material. */
  readonly ratio: number;
}

/** The knowledge base with rows for ids, and uses resolved along the taxonomy. */
export interface Vocabulary {
  readonly knowledge: KnowledgeBase;
  readonly materials: readonly Material[];
  readonly rowOf: ReadonlyMap<string, number>;
  /** Self first, then broader ones up to the root. */
  lineage(row: number): readonly number[];
  /** Own and inherited pathways; an own one for the same product overrides a broader one's. Then the material as itself. */
  pathways(row: number): readonly Pathway[];
}

export function buildVocabulary(knowledge: KnowledgeBase): Vocabulary {
  const materials = [...knowledge.materials.values()];
  const rowOf = new Map(materials.map((material, row) => [material.id, row]));
  const usesOf = new Map<number, Use[]>();
  for (const use of knowledge.uses) {
    const row = rowOf.get(use.material);
    if (row === undefined || !rowOf.has(use.replaces)) continue;
    const list = usesOf.get(row);
    if (list) list.push(use);
    else usesOf.set(row, [use]);
  }
  const lineages: (readonly number[] | undefined)[] = [];
  const found: (readonly Pathway[] | undefined)[] = [];
  const vocabulary: Vocabulary = {
    knowledge,
    materials,
    rowOf,
    lineage(row) {
      lineages[row] ??= lineageOf(materials, rowOf, row);
      return lineages[row];
    },
    pathways(row) {
      found[row] ??= pathwaysOf(vocabulary, usesOf, row);
      return found[row];
    },
  };
  return vocabulary;
}

function lineageOf(materials: readonly Material[], rowOf: ReadonlyMap<string, number>, row: number): readonly number[] {
  const rows = [row];
  for (let parent = materials[row]!.parent; parent !== undefined; ) {
    const next = rowOf.get(parent);
    if (next === undefined || rows.includes(next)) break;
    rows.push(next);
    parent = materials[next]!.parent;
  }
  return rows;
}

function pathwaysOf(vocabulary: Vocabulary, usesOf: ReadonlyMap<number, Use[]>, row: number): readonly Pathway[] {
  const byProduct = new Map<number, Pathway>();
  for (const material of vocabulary.lineage(row)) {
    for (const use of usesOf.get(material) ?? []) {
      const product = vocabulary.rowOf.get(use.replaces)!;
      if (!byProduct.has(product))
        byProduct.set(product, { id: use.id, use, material, product, fit: use.fit, ratio: use.ratio });
    }
  }
  if (!byProduct.has(row)) {
    const { id } = vocabulary.materials[row]!;
    byProduct.set(row, { id: `${id}--as-such`, material: row, product: row, fit: 100, ratio: 1 });
  }
  return [...byProduct.values()];
}

/** Whether what a company does is a known receiver of a pathway: one of its prefixes, or any where it names none. */
export function receives({ use }: Pathway, nace: string): boolean {
  return !use || use.receivers.length === 0 || use.receivers.some((prefix) => isWithin(nace, prefix));
}

/** Whether one of the codes (`24.10; 19.10`) begins so. */
export const isWithin = (codes: string, prefix: string): boolean =>
  codes.startsWith(prefix) || codes.includes(` ${prefix}`);
