import {
  type Bilingual,
  type CodeMapping,
  type KnowledgeBase,
  type Material,
  type Process,
  type Rule,
  SymbionError,
  type Use,
} from '../../domain/index.ts';
import { substitutesFor, usesOf } from '../../knowledge/index.ts';

interface Named {
  readonly id: string;
  readonly name: Bilingual;
}

/** A use as seen from one of its ends. */
export interface NamedUse extends Use {
  /** Of the material at the other end. */
  readonly name: Bilingual;
  /** Known of a broader material (a use of it) or of a narrower one (what can replace it). */
  readonly inherited: boolean;
}

/** An activity that takes or gives the material; `because` is a use's id or `profile`. */
export interface Party {
  readonly nace: string;
  readonly name?: Bilingual;
  readonly because: string;
  readonly evidence: string;
}

/** All that the knowledge base says of a material. */
export interface MaterialPage {
  readonly material: Material;
  readonly broader: readonly Named[];
  readonly narrower: readonly Named[];
  /** What it can replace, best fit first; what broader materials can replace, it can too. */
  readonly uses: readonly NamedUse[];
  /** What can replace it, best fit first; what replaces something narrower serves whoever asks for the broader. */
  readonly substitutes: readonly NamedUse[];
  readonly takers: readonly Party[];
  readonly givers: readonly Party[];
  readonly processes: readonly Process[];
  /** Rules that may touch it, by itself or by what taints it. */
  readonly rules: readonly Rule[];
  readonly codes: readonly Pick<CodeMapping, 'scheme' | 'code' | 'relation'>[];
}

/** Gathers all that is known of a material. Throws `not-found`. */
export function describeMaterial(knowledge: KnowledgeBase, id: string): MaterialPage {
  const material = knowledge.materials.get(id);
  if (!material)
    throw new SymbionError('not-found', { ru: `Материала «${id}» нет.`, en: `There is no material "${id}".` });
  const broader = broaderOf(knowledge, material);
  const line = new Set([id, ...broader.map((row) => row.id)]);
  const named = (use: Use, other: string, own: string): NamedUse => ({
    ...use,
    name: knowledge.materials.get(other)?.name ?? { ru: other, en: other },
    inherited: own !== id,
  });
  const uses = usesOf(knowledge, id).map(({ use, from }) => named(use, use.replaces, from));
  const touches = (rows: readonly { readonly material: string }[]) => rows.some((row) => line.has(row.material));
  return {
    material,
    broader: broader.map(({ id, name }) => ({ id, name })),
    narrower: [...knowledge.materials.values()]
      .filter((row) => row.parent === id)
      .map(({ id, name }) => ({ id, name })),
    uses,
    substitutes: substitutesFor(knowledge, id).map((use) => named(use, use.material, use.replaces)),
    takers: [
      ...uses.flatMap((use) => use.receivers.map((nace) => party(knowledge, nace, use.id, use.evidence))),
      ...profiled(knowledge, line, 'input'),
    ],
    givers: profiled(knowledge, line, 'output'),
    processes: knowledge.processes.filter((process) => touches(process.inputs) || touches(process.outputs)),
    rules: knowledge.rules.filter((rule) => mayTouch(rule, material, line)),
    codes: knowledge.codes
      .filter((row) => row.material === id)
      .map(({ scheme, code, relation }) => ({ scheme, code, relation })),
  };
}

function broaderOf(knowledge: KnowledgeBase, material: Material): Material[] {
  const line: Material[] = [];
  let parent = material.parent;
  while (parent !== undefined && !line.some((row) => row.id === parent)) {
    const row = knowledge.materials.get(parent);
    if (!row) break;
    line.push(row);
    parent = row.parent;
  }
  return line;
}

function profiled(knowledge: KnowledgeBase, line: ReadonlySet<string>, direction: 'input' | 'output') {
  return knowledge.profiles
    .filter((profile) => profile.direction === direction && profile.weight !== 'minor' && line.has(profile.material))
    .map((profile) => party(knowledge, profile.nace, 'profile', profile.evidence));
}

function party(knowledge: KnowledgeBase, nace: string, because: string, evidence: string): Party {
  const name = knowledge.activities.find((row) => row.nace === nace)?.name;
  return { nace, ...(name && { name }), because, evidence };
}

/** Every condition that a rule sets on the given material holds; those on the taker are for the pair to say. */
function mayTouch(rule: Rule, material: Material, line: ReadonlySet<string>): boolean {
  const conditions: boolean[] = [];
  if (rule.materials.length > 0) conditions.push(rule.materials.some((id) => line.has(id)));
  if (rule.contaminants.length > 0) conditions.push(rule.contaminants.some((c) => material.contaminants.includes(c)));
  if (rule.hazardClassUpTo !== undefined)
    conditions.push(material.hazardClass !== undefined && material.hazardClass <= rule.hazardClassUpTo);
  if (rule.euHazardous) conditions.push(material.euHazardous);
  return conditions.length > 0 && conditions.every(Boolean);
}
