import { type Codes, compareIds, type Direction, type KnowledgeBase, type MaterialRole, type Reading, type Use } from '../domain/index.ts';
import { ActivityIndex, type ActivityInput, type ActivityReading } from './activity.ts';
import { CodeIndex, type CodeSupport } from './codes.ts';
import { confidenceOf } from './confidence.ts';
import { Donors, ImpliedDonors, nearness } from './donors.ts';
import { askedOf } from './asked.ts';
import { type Likeness, Meeting } from './likeness.ts';
import { sameHeat, type Span, temperatureOf } from './temperature.ts';
import { type Entry, Vocabulary } from './vocabulary.ts';

export interface ClassifyInput {
  readonly text?: string | undefined;
  readonly codes?: Codes | undefined;
  readonly direction?: Direction | undefined;
  /** Activity of the giver (output) or the taker (input). */
  readonly nace?: string | undefined;
  readonly lang?: 'ru' | 'en' | undefined;
  /** Russian class 1..5 as declared or read from the code. */
  readonly hazardClass?: number | undefined;
  /** At most so many readings; default 5. */
  readonly top?: number | undefined;
  /** Of heat, steam and water; else read from the text. */
  readonly temperatureC?: number | undefined;
}

/** Why a reading came about. */
export interface ReadingReason extends Reading {
  /** Name or synonym that was met. */
  readonly phrase?: string;
  /** Words of the text that spoke for it. */
  readonly words: readonly string[];
  /** Code that spoke for it, as written. */
  readonly code?: string;
  /** 0..1 */
  readonly textLikeness: number;
  readonly codeStrength: number;
  /** The code table names just this material for the code. */
  readonly codeExact: boolean;
  /** -1..1: how usual the material is at the activity. */
  readonly activityPrior: number;
  /** Score less that of the best rival; negative when the rival is ahead. */
  readonly lead: number;
}

export interface Classifier {
  /** Readings of a description and its codes, best first; empty when nothing is recognised. Confidence 0..1, calibrated. */
  classify(input: ClassifyInput): Reading[];
  /** The same readings with the words, codes and activity that led to them. */
  explain(input: ClassifyInput): ReadingReason[];
  /** NACE codes of a company from its name, description or codes, best first. */
  classifyActivity(input: ActivityInput): ActivityReading[];
}

interface Candidate {
  readonly at: number;
  readonly entry: Entry;
  readonly likeness: Likeness;
  readonly code: CodeSupport | undefined;
  readonly prior: number;
  readonly score: number;
}

/** What of an input is seen while its candidates are measured. */
interface Seen {
  readonly input: ClassifyInput;
  readonly direction: Direction;
  readonly supports: ReadonlyMap<string, CodeSupport>;
  readonly heat: Span | undefined;
  readonly worded: boolean;
}

/** Characters of a text that are read. */
const MOST_TEXT = 2000;
/** Candidates that are measured exactly; the others have no word or code of weight in common. */
const MEASURED = 40;
/** How far each role is from what the direction wants. */
const ROLE: Readonly<Record<Direction, Readonly<Record<MaterialRole, number>>>> = {
  output: { 'by-product': 1, both: 1, product: 0.7 },
  input: { 'by-product': 0.62, both: 0.97, product: 1 },
};

/** How far the activity moves the score: a buyer's says more about what is wanted than a giver's about what is left. */
const PRIOR: Readonly<Record<Direction, { usual: number; unusual: number }>> = { output: { usual: 0.22, unusual: 0.07 }, input: { usual: 0.25, unusual: 0.15 } };

class KnowledgeClassifier implements Classifier {
  readonly #vocabulary: Vocabulary;
  readonly #codes: CodeIndex;
  readonly #donors: Donors;
  readonly #implied: ImpliedDonors;
  readonly #activities: ActivityIndex;
  /** Materials that have narrower ones. */
  readonly #headings: ReadonlySet<string>;
  readonly #uses = new Map<string, Use[]>();
  readonly #at = new Map<string, number>();
  readonly #meeting: Meeting;
  /** What a buyer names as a thing ("fly ash for cement") is read as a giver would say it; the purpose then chooses the product. */
  readonly #givenMeeting: Meeting;
  /** Priors of all entries by direction and activity. */
  readonly #priors = new Map<string, Float64Array>();

  constructor(kb: KnowledgeBase) {
    this.#vocabulary = new Vocabulary(kb);
    this.#codes = new CodeIndex(kb);
    this.#donors = new Donors(kb);
    this.#implied = new ImpliedDonors(kb, this.#vocabulary);
    this.#activities = new ActivityIndex(kb);
    this.#vocabulary.entries.forEach((entry, at) => this.#at.set(entry.material.id, at));
    for (const use of kb.uses) this.#uses.set(use.material, [...(this.#uses.get(use.material) ?? []), use]);
    this.#headings = new Set([...kb.materials.values()].flatMap(({ parent }) => parent ?? []));
    this.#meeting = new Meeting(this.#vocabulary);
    this.#givenMeeting = new Meeting(this.#vocabulary);
  }

  classify(input: ClassifyInput): Reading[] {
    return this.#read(input).map(({ material, confidence, by }) => ({ material, confidence, by }));
  }

  classifyActivity(input: ActivityInput): ActivityReading[] {
    return this.#activities.classify(input);
  }

  explain(input: ClassifyInput): ReadingReason[] {
    const meeting = input.direction === 'input' ? this.#givenMeeting : this.#meeting;
    return this.#read(input).map((reason) => ({ ...reason, words: meeting.met(this.#at.get(reason.material)!) }));
  }

  #read(input: ClassifyInput): ReadingReason[] {
    const direction = input.direction ?? 'output';
    const text = (input.text ?? '').slice(0, MOST_TEXT);
    const mentions = this.#vocabulary.read(text);
    this.#meeting.ask(askedOf(mentions, this.#vocabulary, direction));
    if (direction === 'input') this.#givenMeeting.ask(askedOf(mentions, this.#vocabulary, 'output'));
    const supports = this.#codes.supports(input.codes ?? {});
    const heat = input.temperatureC === undefined ? temperatureOf(text) : { from: input.temperatureC, to: input.temperatureC };
    const seen: Seen = { input, direction, supports, heat, worded: mentions.length > 0 };
    const found = this.#gather(supports).map((at) => this.#measure(at, seen));
    const candidates = direction === 'input' ? this.#throughUses(found, input.nace) : found;
    candidates.sort((a, b) => b.score - a.score || compareIds(a.entry.material.id, b.entry.material.id));
    preferNarrower(candidates, this.#meeting, this.#headings);
    const top = candidates.slice(0, input.top ?? 5).filter(({ score }) => score > 0.05);
    return limited(top.map((candidate) => reasonOf(candidate, candidates)), top);
  }

  /** Materials that share a meaning with the text, or are named by a code. */
  #gather(supports: ReadonlyMap<string, CodeSupport>): number[] {
    const found = new Set(this.#meeting.nearest(MEASURED));
    for (const material of supports.keys()) {
      const at = this.#at.get(material);
      if (at !== undefined) found.add(at);
    }
    return [...found];
  }

  /** -1..1 for every entry: how usual it is at an activity. */
  #priorsAt(direction: Direction, nace: string): Float64Array {
    const key = `${direction} ${nace}`;
    const known = this.#priors.get(key);
    if (known) return known;
    const priors = Float64Array.from(this.#vocabulary.entries, (entry) => this.#donors.prior(direction, entry.material.id, nace) || this.#implied.prior(entry, nace));
    if (this.#priors.size > 5000) this.#priors.clear();
    this.#priors.set(key, priors);
    return priors;
  }

  /** A buyer who names a by-product ("fly ash") wants the product that it replaces at such a buyer: `found` with these products added or raised. */
  #throughUses(found: readonly Candidate[], nace: string | undefined): Candidate[] {
    const of = new Map(found.map((candidate) => [candidate.entry.material.id, candidate]));
    for (const named of found) {
      if (named.entry.material.role === 'product' || named.likeness.value < 0.5) continue;
      for (const use of this.#uses.get(named.entry.material.id) ?? []) {
        if (nace !== undefined && !use.receivers.some((receiver) => nearness(receiver, nace) >= 0.7)) continue;
        const at = this.#at.get(use.replaces);
        if (at === undefined) continue;
        const serves = this.#meeting.servesPurpose(at) ? 1 : 0.7;
        const value = serves * (nace === undefined ? 0.65 : 0.85) * named.likeness.value * (0.7 + 0.3 * (use.fit / 100));
        if (value < 0.3) continue;
        const before = of.get(use.replaces);
        const score = value * (nace === undefined ? 1 : 1.15);
        if (before && before.score >= score) continue;
        const likeness = { ...named.likeness, value: Math.max(value, before?.likeness.value ?? 0) };
        of.set(use.replaces, { at, entry: this.#vocabulary.entries[at]!, likeness, code: before?.code, prior: before?.prior ?? 0, score });
      }
    }
    return [...of.values()];
  }

  #measure(at: number, { input, direction, supports, heat, worded }: Seen): Candidate {
    const entry = this.#vocabulary.entries[at]!;
    const { id, role, euHazardous, hazardClass } = entry.material;
    const gives = (maker: string): number => Math.max(0, ...maker.split(',').map((nace) => this.#priorsAt('output', nace.trim())[at]!));
    const meeting = direction === 'input' && role !== 'product' ? this.#givenMeeting : this.#meeting;
    const likeness = meeting.likeness(at, direction, gives);
    const code = supports.get(id);
    const prior = input.nace ? this.#priorsAt(direction, input.nace)[at]! : 0;
    let score = combine(likeness.value, code?.strength ?? 0, supports.size > 0 && worded);
    score *= ROLE[direction][role];
    score *= 1 + (prior > 0 ? PRIOR[direction].usual * prior : prior < 0 ? -PRIOR[direction].unusual : 0);
    score *= 1 + 0.25 * sameHeat(heat, entry.heat);
    if (input.hazardClass !== undefined && input.hazardClass >= 4 && (hazardClass ?? 5) <= 2) score *= 0.85;
    if (input.hazardClass === 5 && euHazardous) score *= 0.9;
    return { at, entry, likeness, code, prior, score };
  }
}

/** An activity that has a material at least so usually makes a heading mean it. */
const USUAL = 0.8;

/**
 * A heading ("ash", "sludge") gives way to a material that scores nearly as well and is either narrower and knows a telling word of the text
 * that the heading does not, or what this activity has. The others stay in their order.
 */
function preferNarrower(candidates: Candidate[], meeting: Meeting, headings: ReadonlySet<string>): void {
  const [first] = candidates;
  if (!first || !headings.has(first.entry.material.id)) return;
  const { id } = first.entry.material;
  const near = candidates.filter((c) => c !== first && c.score >= 0.7 * first.score);
  const narrower =
    near.find((c) => c.entry.line.has(id) && meeting.knowsMore(c.at, first.at)) ??
    near.filter((c) => c.prior >= USUAL && c.prior > first.prior && !headings.has(c.entry.material.id)).sort((a, b) => b.prior - a.prior)[0];
  if (!narrower) return;
  candidates.splice(candidates.indexOf(narrower), 1);
  candidates.unshift({ ...narrower, score: first.score + 0.01 });
}

/** Confidences made to agree: none above one before it, and of two that exclude each other only one can be right. */
function limited(reasons: readonly ReadingReason[], of: readonly Candidate[]): ReadingReason[] {
  const [first] = reasons;
  let least = 1;
  return reasons.map((reason, i) => {
    const apart = i > 0 && !areRelated(of[i]!, of[0]!);
    least = Math.min(least, reason.confidence);
    const confidence = apart ? Math.min(least, Math.round(100 * (1.05 - first!.confidence)) / 100) : least;
    return { ...reason, confidence, by: sourceOf(reason.textLikeness, reason.codeExact, reason.codeStrength, confidence) };
  });
}

const areRelated = ({ entry: a }: Candidate, { entry: b }: Candidate): boolean => a.line.has(b.material.id) || b.line.has(a.material.id);

/** Words and codes together: agreeing they raise each other; a code that speaks for others lowers the words a little. */
function combine(text: number, code: number, codesGiven: boolean): number {
  if (code > 0 && text > 0) return text + 0.45 * code * (1.15 - text);
  if (code > 0) return 0.62 * code;
  return codesGiven ? 0.9 * text : text;
}

function reasonOf(candidate: Candidate, all: readonly Candidate[]): ReadingReason {
  const { entry, likeness, code, prior, score } = candidate;
  let rival = 0;
  for (const other of all) {
    if (other === candidate) continue;
    if (!areRelated(other, candidate) || other.score > score) rival = Math.max(rival, other.score);
  }
  const strength = code?.strength ?? 0;
  const text = Math.min(1, likeness.value);
  const confidence = confidenceOf({ text, code: strength, lead: score - rival, both: text >= 0.4 && strength >= 0.4 });
  return {
    material: entry.material.id,
    confidence,
    by: 'name',
    ...(likeness.phrase && { phrase: likeness.phrase.text }),
    words: [],
    ...(code && { code: code.code }),
    textLikeness: Math.round(text * 1000) / 1000,
    codeStrength: Math.round(strength * 1000) / 1000,
    codeExact: code?.exact ?? false,
    activityPrior: prior,
    lead: Math.round((score - rival) * 1000) / 1000,
  };
}

/** Words met well, or an entry of the code table, found the material; anything weaker is only a resemblance (a hint). */
function sourceOf(text: number, exact: boolean, strength: number, confidence: number): Reading['by'] {
  if (text >= 0.5 && confidence >= 0.3) return 'name';
  if (exact && confidence >= 0.2) return 'code';
  return strength > text ? 'similar code' : 'similar text';
}

/** Prepares a knowledge base for classifying; some 50 ms for 1,000 materials. Deterministic. */
export function buildClassifier(kb: KnowledgeBase): Classifier {
  return new KnowledgeClassifier(kb);
}
