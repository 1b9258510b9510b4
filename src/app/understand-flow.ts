import { type Classifier, parseEwc, parseFkko } from '../classify/index.ts';
import type { Flow, Issue, KnowledgeBase, Reading } from '../domain/index.ts';
import type { FlowDraft } from '../ingest/index.ts';

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
 */
export function understandFlow(
  { knowledge, classifier }: Understanding,
  { material, ...draft }: FlowDraft,
  nace: string | undefined,
  companyName?: string,
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
          ...(nace !== undefined && { nace }),
          ...(companyName && { company: companyName }),
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
  return { flow, issue: otherDimension(knowledge, first, draft.dimension) };
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
  found: Flow['dimension'],
): Omit<Issue, 'file' | 'row' | 'sheet'> {
  const material = knowledge.materials.get(reading.material);
  return {
    column: 'unit',
    found: found ?? '',
    wanted: {
      ru: `единица для ${material?.dimension} в год: «${material?.name.ru}» считается в ${material?.dimension}`,
      en: `a unit of ${material?.dimension} a year: "${material?.name.en}" is counted in ${material?.dimension}`,
    },
    severity: 'error',
  };
}
