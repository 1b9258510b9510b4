import type { CodeScheme, KnowledgeBase, Use } from '../domain/index.ts';
import { lineage } from './materials.ts';

/** Use of a material with the material from which it is inherited (itself, or a broader one). */
export interface UseFound {
  readonly use: Use;
  readonly from: string;
}

function grouped(uses: readonly Use[], key: (use: Use) => string): Map<string, Use[]> {
  const groups = new Map<string, Use[]>();
  for (const use of uses) {
    const list = groups.get(key(use));
    if (list) list.push(use);
    else groups.set(key(use), [use]);
  }
  return groups;
}

const byMaterial = new WeakMap<KnowledgeBase, Map<string, Use[]>>();
const byProduct = new WeakMap<KnowledgeBase, Map<string, Use[]>>();

function remembered(
  cache: WeakMap<KnowledgeBase, Map<string, Use[]>>,
  kb: KnowledgeBase,
  key: (use: Use) => string,
): Map<string, Use[]> {
  const groups = cache.get(kb) ?? grouped(kb.uses, key);
  cache.set(kb, groups);
  return groups;
}

/** Uses of a material, own and inherited, best fit first. Of two uses with one product the nearer in the taxonomy counts. */
export function usesOf(kb: KnowledgeBase, material: string): UseFound[] {
  const groups = remembered(byMaterial, kb, (use) => use.material);
  const found = new Map<string, UseFound>();
  for (const from of lineage(kb.materials, material)) {
    for (const use of groups.get(from) ?? []) if (!found.has(use.replaces)) found.set(use.replaces, { use, from });
  }
  return [...found.values()].sort((a, b) => b.use.fit - a.use.fit || (a.use.id < b.use.id ? -1 : 1));
}

/** Which activities could take a material and as what: NACE prefix -> uses, prefixes ascending. `*` = any activity. */
export function takersOf(kb: KnowledgeBase, material: string): { nace: string; uses: Use[] }[] {
  const takers = new Map<string, Use[]>();
  for (const { use } of usesOf(kb, material)) {
    for (const nace of use.receivers.length > 0 ? use.receivers : ['*']) {
      const list = takers.get(nace);
      if (list) list.push(use);
      else takers.set(nace, [use]);
    }
  }
  return [...takers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([nace, uses]) => ({ nace, uses }));
}

/** What could replace a product: uses of this product and of narrower ones, best fit first. */
export function substitutesFor(kb: KnowledgeBase, product: string): Use[] {
  const groups = remembered(byProduct, kb, (use) => use.replaces);
  const found: Use[] = [];
  for (const [replaces, uses] of groups) if (lineage(kb.materials, replaces).includes(product)) found.push(...uses);
  return found.sort((a, b) => b.fit - a.fit || (a.id < b.id ? -1 : 1));
}

export interface KnowledgeStats {
  readonly materials: number;
  /** Distinct (material, product replaced, receiving activity). */
  readonly uses: number;
  readonly processes: number;
  readonly profiles: number;
  readonly rules: number;
  readonly codes: Readonly<Record<'ewc' | 'fkko' | 'cpa' | 'hs' | 'cas', number>>;
  /** Rows that carry evidence or a citation. */
  readonly facts: number;
  /** Of these, rows that cite a source instead of saying `estimate`. */
  readonly sourced: number;
}

export function isSourced(evidence: string): boolean {
  return !/^estimate\b/i.test(evidence);
}

export type FactKind =
  | 'materials'
  | 'uses'
  | 'limits'
  | 'processes'
  | 'capital'
  | 'profiles'
  | 'plants'
  | 'bareWords'
  | 'factors'
  | 'rules'
  | 'routes'
  | 'regimes'
  | 'incompatibilities';

/** Evidence or citation of every fact of the base, by kind of fact; a limit counts at each use it touches. */
export function factEvidence(kb: KnowledgeBase): ReadonlyMap<FactKind, readonly string[]> {
  const evidence = (facts: Iterable<{ readonly evidence: string }>): string[] => [...facts].map((one) => one.evidence);
  const citations = (facts: Iterable<{ readonly citation: string }>): string[] => [...facts].map((one) => one.citation);
  return new Map<FactKind, readonly string[]>([
    ['materials', evidence(kb.materials.values())],
    ['uses', evidence(kb.uses)],
    ['limits', evidence(kb.uses.flatMap((use) => use.limits))],
    ['processes', evidence(kb.processes)],
    ['capital', evidence(kb.processes.map(({ capex }) => capex))],
    ['profiles', evidence(kb.profiles)],
    ['plants', evidence(kb.plants ?? [])],
    ['bareWords', evidence(kb.bareWords ?? [])],
    ['factors', evidence(kb.factors)],
    ['rules', citations(kb.rules)],
    ['routes', citations(kb.routes)],
    ['regimes', citations(kb.regimes)],
    ['incompatibilities', citations(kb.incompatibilities)],
  ]);
}

/** Counts of the base; a code counts once a scheme (CPA and OKPD2 together). */
export function knowledgeStats(kb: KnowledgeBase): KnowledgeStats {
  const codes = (...schemes: CodeScheme[]): number =>
    new Set(kb.codes.filter((c) => schemes.includes(c.scheme)).map((c) => c.code)).size;
  const evidence = [...factEvidence(kb).values()].flat();
  return {
    materials: kb.materials.size,
    uses: kb.uses.reduce((n, use) => n + Math.max(1, new Set(use.receivers).size), 0),
    processes: kb.processes.length,
    profiles: kb.profiles.length,
    rules: kb.rules.length,
    codes: { ewc: codes('EWC'), fkko: codes('FKKO'), cpa: codes('CPA', 'OKPD2'), hs: codes('HS'), cas: codes('CAS') },
    facts: evidence.length,
    sourced: evidence.filter(isSourced).length,
  };
}
