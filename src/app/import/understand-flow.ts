import { type Classifier, parseEwc, parseFkko } from '../../classify/index.ts';
import { type Flow, type KnowledgeBase, type Reading, SymbionError, UNIT_SIGNS } from '../../domain/index.ts';
import type { FlowDraft } from '../../ingest/index.ts';
import type { Owner } from './owners.ts';
import type { RowIssue } from './row-issue.ts';

/** What is needed to know what a flow is. */
export interface Understanding {
  readonly knowledge: KnowledgeBase;
  readonly classifier: Classifier;
}

/** All that it depends on what a flow is understood to be. */
export interface FlowQuestion
  extends Owner,
    Pick<FlowDraft, 'material' | 'description' | 'codes' | 'direction' | 'dimension' | 'hazardClass'> {
  /** Of the quantity, as it was written. */
  readonly unit: string;
}

/** What a flow is understood to be; one with an issue cannot be taken. */
export interface UnderstoodFlow extends Pick<Flow, 'readings' | 'dimension' | 'state' | 'hazardClass' | 'euHazardous'> {
  readonly issue?: RowIssue;
}

/** How many readings of a flow are kept: a hazardous reading of 0.2 still has to be seen by the rules. */
const READINGS = 5;

/**
 * What a draft read from a file or a request is: its materials, its hazard class (the stricter of declared and code), the state that its FKKO
 * code tells, its asterisk (the code's own or the European list's, for files often leave it out).
 * Readings whose material is counted in another dimension than the quantity are dropped; when none is left, that is the issue.
 */
export function understand({ knowledge, classifier }: Understanding, question: FlowQuestion): UnderstoodFlow {
  const { material, description, codes, direction, activity, name } = question;
  const told = readCodes(knowledge, codes);
  if ('issue' in told) return { readings: [], issue: told.issue };
  const hazardClass = strictest(question.hazardClass, told.hazardClass);
  const all: readonly Reading[] =
    material && knowledge.materials.has(material)
      ? [{ material, confidence: 1, by: 'person' }]
      : classifier.classify({
          text: [material, description].filter(Boolean).join(' '),
          codes,
          direction,
          top: READINGS,
          ...(activity && { nace: activity }),
          ...(name && { company: name }),
          ...(hazardClass !== undefined && { hazardClass }),
        });
  const readings = all.filter((reading) => fits(knowledge, reading, question.dimension));
  const dimension = question.dimension ?? knowledge.materials.get(readings[0]?.material ?? '')?.dimension;
  const [first] = all;
  return {
    readings,
    ...(dimension && { dimension }),
    ...(told.state !== undefined && { state: told.state }),
    ...(hazardClass !== undefined && { hazardClass }),
    ...(told.euHazardous && { euHazardous: true }),
    ...(first && readings.length === 0 && { issue: otherDimension(knowledge, first, question.unit) }),
  };
}

/** A draft with what it is understood to be; a declared state is not overruled by the code's. */
export function flowOf({ material: _, ...draft }: FlowDraft, { issue: __, ...understood }: UnderstoodFlow): Flow {
  return { ...draft, ...understood, ...(draft.state !== undefined && { state: draft.state }), origin: 'declared' };
}

export function questionOf(draft: FlowDraft, owner: Owner, unit: string): FlowQuestion {
  const { material, description, codes, direction, dimension, hazardClass } = draft;
  return {
    description,
    codes,
    direction,
    unit,
    ...(material !== undefined && { material }),
    ...(dimension && { dimension }),
    ...(hazardClass !== undefined && { hazardClass }),
    ...owner,
  };
}

interface CodeFacts {
  readonly hazardClass: number | undefined;
  readonly state: string | undefined;
  readonly euHazardous: boolean;
}

/** A chapter or group of the European list has no asterisk of its own. */
const WHOLE_EWC = /^\D*(\d\D*){6}$/;

function readCodes(
  knowledge: KnowledgeBase,
  { fkko, ewc }: FlowDraft['codes'],
): CodeFacts | { readonly issue: RowIssue } {
  const wrong = (column: string, found: string, ru: string, en: string) => ({
    issue: { column, found, wanted: { ru, en }, severity: 'error' as const },
  });
  const russian = readable(parseFkko, fkko ?? '');
  if (fkko && !russian)
    return wrong(
      'fkko',
      fkko,
      'код ФККО: блок 1-4 или 6-9, в конце 0-5',
      'an FKKO code: block 1-4 or 6-9, 0-5 at its end',
    );
  const european = readable(parseEwc, ewc ?? '');
  if (ewc && WHOLE_EWC.test(ewc) && !european)
    return wrong(
      'ewc',
      ewc,
      'код Европейского перечня, глава 01-20',
      'a code of the European List of Waste, chapter 01-20',
    );
  const listed = european && hazardousWastes(knowledge).has(european.digits);
  return {
    hazardClass: russian?.hazardClass,
    state: russian?.state,
    euHazardous: european?.hazardous || listed || false,
  };
}

const listedAsHazardous = new WeakMap<KnowledgeBase, ReadonlySet<string>>();

function hazardousWastes(knowledge: KnowledgeBase): ReadonlySet<string> {
  const known = listedAsHazardous.get(knowledge);
  if (known) return known;
  const listed = new Set(knowledge.codes.flatMap((c) => (c.scheme === 'EWC' && c.hazardous ? [c.code] : [])));
  listedAsHazardous.set(knowledge, listed);
  return listed;
}

/** What a code says; undefined when there is no such code. */
function readable<T>(parse: (code: string) => T, code: string): T | undefined {
  if (code === '') return undefined;
  try {
    return parse(code);
  } catch (error) {
    if (error instanceof SymbionError) return undefined;
    throw error;
  }
}

function fits(knowledge: KnowledgeBase, reading: Reading, dimension: Flow['dimension']): boolean {
  return dimension === undefined || knowledge.materials.get(reading.material)?.dimension === dimension;
}

function strictest(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}

function otherDimension(knowledge: KnowledgeBase, reading: Reading, found: string): RowIssue {
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
