import { type Classifier, parseEwc, parseFkko } from '../classify/index.ts';
import { type Flow, type Issue, type KnowledgeBase, type Reading, UNIT_SIGNS } from '../domain/index.ts';
import type { FlowDraft } from '../ingest/index.ts';
import type { Owner } from './owners.ts';

/** What is needed to know what a flow is. */
export interface Understanding {
  readonly knowledge: KnowledgeBase;
  readonly classifier: Classifier;
}

/** How many readings of a flow are kept: a hazardous reading of 0.2 still has to be seen by the rules. */
const READINGS = 5;

/**
 * A draft read from a file or a request becomes a flow: its materials, its hazard class (the stricter of declared and code), its asterisk (the code's
 * own or the European list's, for files often leave it out).
 * Readings whose material is counted in another dimension than the quantity are dropped; when none is left, that is the issue.
 * @param unit of the quantity, as it was written
 */
export function understandFlow(
  { knowledge, classifier }: Understanding,
  { material, ...draft }: FlowDraft,
  owner: Owner,
  unit: string,
): { readonly flow: Flow; readonly issue?: Omit<Issue, 'file' | 'row' | 'sheet'> } {
  const hazardClass = strictest(
    draft.hazardClass,
    draft.codes.fkko ? parseFkko(draft.codes.fkko)?.hazardClass : undefined,
  );
  const euHazardous = Boolean(draft.codes.ewc) && isHazardousWaste(knowledge, draft.codes.ewc!);
  const all: readonly Reading[] =
    material && knowledge.materials.has(material)
      ? [{ material, confidence: 1, by: 'person' }]
      : classifier.classify({
          text: [material, draft.description].filter(Boolean).join(' '),
          codes: draft.codes,
          direction: draft.direction,
          top: READINGS,
          ...(owner.activity && { nace: owner.activity }),
          ...(owner.name && { company: owner.name }),
          ...(hazardClass !== undefined && { hazardClass }),
        });
  const readings = all.filter((reading) => fits(knowledge, reading, draft.dimension));
  const dimension = draft.dimension ?? knowledge.materials.get(readings[0]?.material ?? '')?.dimension;
  const flow: Flow = {
    ...draft,
    readings,
    ...(dimension && { dimension }),
    ...(hazardClass !== undefined && { hazardClass }),
    ...(euHazardous && { euHazardous }),
    origin: 'declared',
  };
  const first = all[0];
  if (first === undefined || readings.length > 0) return { flow };
  return { flow, issue: otherDimension(knowledge, first, unit) };
}

const hazardousWastes = new WeakMap<KnowledgeBase, ReadonlySet<string>>();

function isHazardousWaste(knowledge: KnowledgeBase, code: string): boolean {
  const { digits, hazardous } = parseEwc(code);
  let listed = hazardousWastes.get(knowledge);
  if (!listed) {
    listed = new Set(knowledge.codes.flatMap((c) => (c.scheme === 'EWC' && c.hazardous ? [c.code] : [])));
    hazardousWastes.set(knowledge, listed);
  }
  return hazardous || listed.has(digits);
}

function fits(knowledge: KnowledgeBase, reading: Reading, dimension: Flow['dimension']): boolean {
  return dimension === undefined || knowledge.materials.get(reading.material)?.dimension === dimension;
}

function strictest(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}

function otherDimension(
  knowledge: KnowledgeBase,
  reading: Reading,
  found: string,
): Omit<Issue, 'file' | 'row' | 'sheet'> {
  const { name, dimension } = knowledge.materials.get(reading.material)!;
  const sign = UNIT_SIGNS[dimension];
  return {
    column: 'unit',
    found,
    wanted: {
      ru: `единица, переводимая в ${sign.ru}: «${name.ru}» считают в ${sign.ru}`,
      en: `a unit that turns into ${sign.en}: "${name.en}" is counted in ${sign.en}`,
    },
    severity: 'error',
  };
}
