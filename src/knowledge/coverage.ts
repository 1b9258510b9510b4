import type { Bilingual, CitedDocument, KnowledgeBase, Use } from '../domain/index.ts';
import { documentsIn } from './documents.ts';
import { lineage } from './materials.ts';
import { type FactKind, factEvidence, isSourced } from './questions.ts';

/** What the base holds, how much of it is sourced, and where it is thin; all lists in ascending order. */
export interface KnowledgeCoverage {
  readonly kinds: readonly { readonly kind: FactKind; readonly facts: number; readonly sourced: number }[];
  /** Per root of the taxonomy: its materials; uses of them, how many of these are estimates; uses that replace its products. */
  readonly branches: readonly {
    readonly material: string;
    readonly name: Bilingual;
    readonly materials: number;
    readonly uses: number;
    readonly estimates: number;
    readonly replaced: number;
  }[];
  /** What facts lean on, the oldest first and those without a year last, with the number of facts. */
  readonly documents: readonly (CitedDocument & { readonly facts: number })[];
  readonly gaps: KnowledgeGaps;
}

export interface KnowledgeGaps {
  /** By-products without a use of their own or of a broader material. */
  readonly idleMaterials: readonly string[];
  /** Products that neither a use replaces nor a process eats. */
  readonly unmetProducts: readonly string[];
  /** Activities without a profile. */
  readonly bareActivities: readonly string[];
  /** Activities whose every profile entry is an estimate. */
  readonly estimatedActivities: readonly string[];
  /** Ids of uses without a price of the product. */
  readonly unpricedUses: readonly string[];
  /** Ids of uses with neither a treatment nor a quality limit: nothing says what makes the material fit. */
  readonly ungatedUses: readonly string[];
  /** How many uses need no treatment, how many have no quality limit. */
  readonly untreated: number;
  readonly unlimited: number;
}

function branchesOf(kb: KnowledgeBase): KnowledgeCoverage['branches'] {
  const rootOf = (id: string): string => lineage(kb.materials, id).at(-1) ?? id;
  const count = (ids: Iterable<string>): ((root: string) => number) => {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(rootOf(id), (counts.get(rootOf(id)) ?? 0) + 1);
    return (root) => counts.get(root) ?? 0;
  };
  const materials = count(kb.materials.keys());
  const uses = count(kb.uses.map((use) => use.material));
  const estimates = count(kb.uses.filter((use) => !isSourced(use.evidence)).map((use) => use.material));
  const replaced = count(kb.uses.map((use) => use.replaces));
  return [...kb.materials.values()]
    .filter((material) => material.parent === undefined)
    .map(({ id, name }) => ({
      material: id,
      name,
      materials: materials(id),
      uses: uses(id),
      estimates: estimates(id),
      replaced: replaced(id),
    }));
}

function documentsOf(kb: KnowledgeBase): KnowledgeCoverage['documents'] {
  const facts = new Map<CitedDocument, number>();
  for (const citation of [...factEvidence(kb).values()].flat().filter(isSourced)) {
    for (const document of documentsIn(kb, citation)) facts.set(document, (facts.get(document) ?? 0) + 1);
  }
  return [...facts]
    .map(([document, n]) => ({ ...document, facts: n }))
    .sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || (a.name < b.name ? -1 : 1));
}

function gapsOf(kb: KnowledgeBase): KnowledgeGaps {
  const withUse = new Set(kb.uses.map((use) => use.material));
  const met = new Set([
    ...kb.uses.map((use) => use.replaces),
    ...kb.processes.flatMap((process) => process.inputs.map((input) => input.material)),
  ]);
  const parents = new Set([...kb.materials.values()].map((material) => material.parent));
  const leaves = [...kb.materials.values()].filter((material) => !parents.has(material.id));
  const profilesOf = (nace: string) =>
    kb.profiles.filter((profile) => nace.startsWith(profile.nace) || profile.nace.startsWith(nace));
  const untreated = (use: Use): boolean => use.treatment.en === 'none';
  const unlimited = (use: Use): boolean => use.limits.length === 0;
  const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id).sort();
  const classes = kb.activities.map((activity) => activity.nace).sort();
  return {
    idleMaterials: ids(
      leaves.filter((m) => m.role === 'by-product' && !lineage(kb.materials, m.id).some((one) => withUse.has(one))),
    ),
    unmetProducts: ids(leaves.filter((m) => m.role === 'product' && !met.has(m.id))),
    bareActivities: classes.filter((nace) => profilesOf(nace).length === 0),
    estimatedActivities: classes.filter((nace) => {
      const profiles = profilesOf(nace);
      return profiles.length > 0 && !profiles.some((profile) => isSourced(profile.evidence));
    }),
    unpricedUses: ids(kb.uses.filter((use) => use.virginPriceEurPerUnit === undefined)),
    ungatedUses: ids(kb.uses.filter((use) => untreated(use) && unlimited(use))),
    untreated: kb.uses.filter(untreated).length,
    unlimited: kb.uses.filter(unlimited).length,
  };
}

/** Coverage of the base, as the page, the API and `docs/knowledge.md` show it. Deterministic. */
export function knowledgeCoverage(kb: KnowledgeBase): KnowledgeCoverage {
  return {
    kinds: [...factEvidence(kb)].map(([kind, evidence]) => ({
      kind,
      facts: evidence.length,
      sourced: evidence.filter(isSourced).length,
    })),
    branches: branchesOf(kb),
    documents: documentsOf(kb),
    gaps: gapsOf(kb),
  };
}
