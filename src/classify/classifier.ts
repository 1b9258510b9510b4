import {
  type Codes,
  codesIn,
  compareIds,
  type Direction,
  joinCodes,
  type KnowledgeBase,
  type MaterialRole,
  type Reading,
  type Use,
} from '../domain/index.ts';
import { type ActivityIndex, type ActivityInput, type ActivityReading, activityIndexOf } from './activity.ts';
import { askedOf } from './asked.ts';
import { BareWords } from './bare-words.ts';
import { CodeIndex, type CodeSupport } from './codes.ts';
import { Donors, ImpliedDonors, nearness, tellsActivity } from './donors.ts';
import { Meeting } from './likeness.ts';
import { Lists } from './lists.ts';
import type { Mention } from './parse.ts';
import { PlantIndex } from './plants.ts';
import { type Candidate, combine, limited, preferMeant, type ReadingReason, reasonOf, together } from './readings.ts';
import { type Span, sameHeat, temperatureOf } from './temperature.ts';
import { type Entry, Vocabulary } from './vocabulary.ts';

export interface ClassifyInput {
  readonly text?: string | undefined;
  readonly codes?: Codes | undefined;
  readonly direction?: Direction | undefined;
  /** Activity of the giver (output) or the taker (input); several as `24.10; 19.10`. */
  readonly nace?: string | undefined;
  /** The name of the giver or taker: tells the activity where `nace` does not; "slag" of a ferroalloy plant is ferroalloy slag. */
  readonly company?: string | undefined;
  readonly lang?: 'ru' | 'en' | undefined;
  /** Russian class 1..5 as declared or read from the code. */
  readonly hazardClass?: number | undefined;
  /** At most so many readings; default 5. */
  readonly top?: number | undefined;
  /** Of heat, steam and water; else read from the text. */
  readonly temperatureC?: number | undefined;
}

export interface Classifier {
  /** Readings of a description and its codes, best first; empty when nothing is recognised. Confidence 0..1, calibrated. */
  classify(input: ClassifyInput): Reading[];
  /** The same readings with the words, codes and activity that led to them. */
  explain(input: ClassifyInput): ReadingReason[];
  /** NACE codes of a company from its name, description or codes, best first. */
  classifyActivity(input: ActivityInput): ActivityReading[];
}

/** What of an input is seen while its candidates are measured. */
interface Seen {
  readonly input: Question['input'];
  readonly direction: Direction;
  readonly supports: ReadonlyMap<string, CodeSupport>;
  readonly priors: Float64Array | undefined;
  readonly heat: Span | undefined;
  readonly worded: boolean;
}

/** Characters of a text that are read. */
const MOST_TEXT = 2000;
/** Candidates that are measured exactly; the others have no word or code of weight in common. */
const MEASURED = 34;
/** How far each role is from what the direction wants. */
const ROLE: Readonly<Record<Direction, Readonly<Record<MaterialRole, number>>>> = {
  output: { 'by-product': 1, both: 1, product: 0.62 },
  input: { 'by-product': 0.62, both: 0.97, product: 1 },
};

/**
 * How far the activity moves the score: a buyer's says more about what is wanted than a giver's about what is left. It decides between
 * words that leave it open and hardly moves a name that is met in full (value 1).
 */
const PRIOR: Readonly<Record<Direction, { usual: number; unusual: number }>> = {
  output: { usual: 0.75, unusual: 0.24 },
  input: { usual: 0.8, unusual: 0.5 },
};

/** Whether one of the codes is of the receiver's group. */
const isNear = (receiver: string, codes: string): boolean =>
  codesIn(codes).some((code) => nearness(receiver, code) >= 0.7);

const withPrior = (value: number, prior: number, { usual, unusual }: { usual: number; unusual: number }): number =>
  Math.max(0, value + value * Math.max(0, 1.03 - value) * (prior > 0 ? usual * prior : prior < 0 ? -unusual : 0));

const REMEMBERED = 20_000;

/** What is told by the name of who gives. */
interface Giver {
  /** Meanings of the name. */
  readonly giver: readonly string[];
  /** Kinds of plant that it tells. */
  readonly kinds: readonly string[];
}

const NO_GIVER: Giver = { giver: [], kinds: [] };

/** All of a question that the answer depends on. */
interface Question extends Giver {
  readonly input: Omit<ClassifyInput, 'text' | 'temperatureC' | 'company'>;
  readonly mentions: readonly Mention[];
  readonly heat: Seen['heat'];
}

class KnowledgeClassifier implements Classifier {
  readonly #vocabulary: Vocabulary;
  readonly #codes: CodeIndex;
  readonly #donors: Donors;
  readonly #implied: ImpliedDonors;
  readonly #plants: PlantIndex;
  readonly #bareWords: BareWords;
  readonly #activities: ActivityIndex;
  readonly #lists: Lists;
  /** Materials that have narrower ones, and those that take what has no name of its own. */
  readonly #headings: ReadonlySet<string>;
  readonly #uses = new Map<string, Use[]>();
  readonly #at = new Map<string, number>();
  readonly #meeting: Meeting;
  /** What a buyer names as a thing ("fly ash for cement") is read as a giver would say it; the purpose then chooses the product. */
  readonly #givenMeeting: Meeting;
  /** Answers given, by all of the question that counts; companies word the same waste alike. */
  readonly #answered = new Map<string, readonly Reading[]>();
  readonly #givers = new Map<string, Giver>();
  /** Priors of all entries by direction and activity. */
  readonly #priors = new Map<string, Float64Array>();
  /** Activities of companies by name. */
  readonly #told = new Map<string, string>();

  constructor(kb: KnowledgeBase) {
    this.#vocabulary = new Vocabulary(kb);
    this.#codes = new CodeIndex(kb);
    this.#donors = new Donors(kb);
    this.#implied = new ImpliedDonors(kb, this.#vocabulary);
    this.#plants = new PlantIndex(kb);
    this.#bareWords = new BareWords(kb, this.#vocabulary);
    this.#activities = activityIndexOf(kb);
    this.#vocabulary.entries.forEach((entry, at) => {
      this.#at.set(entry.material.id, at);
    });
    for (const use of kb.uses) this.#uses.set(use.material, [...(this.#uses.get(use.material) ?? []), use]);
    const materials = [...kb.materials.values()];
    const catchAll = materials.filter(({ name }) => /^other\b|\bother\b.*spent/i.test(name.en)).map(({ id }) => id);
    this.#headings = new Set([...materials.flatMap(({ parent }) => parent ?? []), ...catchAll]);
    this.#meeting = new Meeting(this.#vocabulary);
    this.#givenMeeting = new Meeting(this.#vocabulary);
    this.#lists = new Lists(this.#vocabulary, (input) => this.#explainOne(input));
  }

  classify(input: ClassifyInput): Reading[] {
    return this.#ofEach(input, (one) => this.#classifyOne(one));
  }

  explain(input: ClassifyInput): ReadingReason[] {
    return this.#ofEach(input, (one) => this.#explainOne(one));
  }

  /** Reads each thing that a text lists. */
  #ofEach<T extends Reading>(input: ClassifyInput, read: (one: ClassifyInput) => T[]): T[] {
    const listed = this.#lists.thingsOf(input);
    if (listed.length < 2) return read(input);
    return together(
      listed.map((text) => read({ ...input, text })),
      input.top,
    );
  }

  classifyActivity(input: ActivityInput): ActivityReading[] {
    return this.#activities.classify(input);
  }

  #classifyOne(input: ClassifyInput): Reading[] {
    const question = this.#ask(input);
    const key = JSON.stringify(question);
    let readings = this.#answered.get(key);
    if (!readings) {
      readings = this.#read(question).map(({ material, confidence, by }) => ({ material, confidence, by }));
      if (this.#answered.size >= REMEMBERED) this.#answered.clear();
      this.#answered.set(key, readings);
    }
    return readings.map((reading) => ({ ...reading }));
  }

  #explainOne(input: ClassifyInput): ReadingReason[] {
    const meeting = input.direction === 'input' ? this.#givenMeeting : this.#meeting;
    return this.#read(this.#ask(input)).map((reason) => ({
      ...reason,
      words: meeting.met(this.#at.get(reason.material)!),
    }));
  }

  /** What of a description counts: texts that differ in a batch number ask the same. */
  #ask({ text = '', temperatureC, company, ...given }: ClassifyInput): Question {
    const read = text.slice(0, MOST_TEXT);
    const nace = given.nace ?? this.#activityOf(company);
    const input = { ...given, ...(nace !== undefined && { nace }) };
    const heat = temperatureC === undefined ? temperatureOf(read) : { from: temperatureC, to: temperatureC };
    const giver = input.direction === 'input' ? NO_GIVER : this.#giver(input.nace ?? '', company ?? '');
    return { input, mentions: this.#vocabulary.read(read), ...giver, heat };
  }

  /** The activities that a company's name tells, where no code does. */
  #activityOf(company: string | undefined): string | undefined {
    if (company === undefined) return undefined;
    const name = company.slice(0, MOST_TEXT);
    if (!this.#told.has(name)) {
      if (this.#told.size >= REMEMBERED) this.#told.clear();
      this.#told.set(name, joinCodes(this.#activities.toldBy(name).map((activity) => activity.nace)));
    }
    return this.#told.get(name) || undefined;
  }

  /** What a giver's name says of what it gives; a buyer's name says nothing of what it wants. */
  #giver(nace: string, company: string): Giver {
    const key = `${nace} ${company}`;
    const known = this.#givers.get(key);
    if (known) return known;
    const name = company.slice(0, MOST_TEXT);
    const said = this.#vocabulary.read(name).filter(({ negated }) => !negated);
    const tells = (concept: string): boolean => concept.startsWith('=') || tellsActivity(concept);
    const giver = [...new Set(said.map(({ concept }) => concept).filter(tells))].sort();
    const told = { giver, kinds: codesIn(nace).flatMap((code) => this.#plants.of(code, name)) };
    if (this.#givers.size >= REMEMBERED) this.#givers.clear();
    this.#givers.set(key, told);
    return told;
  }

  #read({ input, mentions, giver, kinds, heat }: Question): ReadingReason[] {
    const direction = input.direction ?? 'output';
    const usual =
      direction === 'output' ? codesIn(input.nace ?? '').flatMap((code) => [...this.#implied.meanings(code)]) : [];
    this.#meeting.ask(askedOf(mentions, this.#vocabulary, direction), giver, usual);
    if (direction === 'input') this.#givenMeeting.ask(askedOf(mentions, this.#vocabulary, 'output'));
    const supports = this.#codes.supports(input.codes ?? {});
    if (direction === 'output' && input.nace !== undefined && supports.size === 0) {
      const giving = { nace: input.nace, giver, priors: this.#priorsAt(direction, input.nace, kinds) };
      const meant = this.#bareWords.readings(mentions, giving);
      if (meant.length > 0) return meant.slice(0, input.top ?? 5);
    }
    const priors = input.nace ? this.#priorsAt(direction, input.nace, kinds) : undefined;
    const seen: Seen = { input, direction, supports, priors, heat, worded: mentions.length > 0 };
    const found = this.#gather(supports, priors).map((at) => this.#measure(at, seen));
    const candidates = direction === 'input' ? this.#throughUses(found, input.nace) : found;
    candidates.sort((a, b) => b.score - a.score || compareIds(a.entry.material.id, b.entry.material.id));
    preferMeant(candidates, this.#meeting, this.#headings, direction);
    const top = candidates.slice(0, input.top ?? 5).filter(({ score }) => score > 0.05);
    return limited(
      top.map((candidate) => reasonOf(candidate, candidates)),
      top,
    );
  }

  /** Materials that share a meaning with the text, or are named by a code. */
  #gather(supports: ReadonlyMap<string, CodeSupport>, priors: Float64Array | undefined): number[] {
    const found = new Set(this.#meeting.nearest(MEASURED, priors));
    for (const material of supports.keys()) {
      const at = this.#at.get(material);
      if (at !== undefined) found.add(at);
    }
    return [...found];
  }

  /** -1..1 for every entry: how usual it is at these activities, or at these kinds of plant of them. */
  #priorsAt(direction: Direction, nace: string, kinds: readonly string[] = []): Float64Array {
    const key = `${direction} ${nace} ${kinds.join(' ')}`;
    const known = this.#priors.get(key);
    if (known) return known;
    const codes = codesIn(nace);
    const priors = Float64Array.from(this.#vocabulary.entries, (entry) =>
      Math.max(...codes.map((code) => this.#prior(direction, entry, code, kinds))),
    );
    if (this.#priors.size > 5000) this.#priors.clear();
    this.#priors.set(key, priors);
    return priors;
  }

  #prior(direction: Direction, entry: Entry, nace: string, kinds: readonly string[]): number {
    if (!this.#plants.has(nace, kinds, entry.material.id)) return -1;
    return this.#donors.prior(direction, entry.material.id, nace) || this.#implied.prior(entry, nace);
  }

  /** 0..1 for every entry: how usual it is at any of the activities (NACE, comma-separated) that words of the text point to. */
  #givenBy(makers: string): Float64Array {
    const key = `makers ${makers}`;
    const known = this.#priors.get(key);
    if (known) return known;
    const given = new Float64Array(this.#vocabulary.entries.length);
    for (const nace of makers.split(','))
      this.#priorsAt('output', nace.trim()).forEach((prior, at) => {
        given[at] = Math.max(given[at]!, prior);
      });
    this.#priors.set(key, given);
    return given;
  }

  /** A buyer who names a by-product ("fly ash") wants the product that it replaces at such a buyer: `found` with these products added or raised. */
  #throughUses(found: readonly Candidate[], nace: string | undefined): Candidate[] {
    const of = new Map(found.map((candidate) => [candidate.entry.material.id, candidate]));
    for (const named of found) {
      if (named.entry.material.role === 'product' || named.likeness.value < 0.5) continue;
      for (const use of this.#uses.get(named.entry.material.id) ?? []) {
        if (nace !== undefined && !use.receivers.some((receiver) => isNear(receiver, nace))) continue;
        const at = this.#at.get(use.replaces);
        if (at === undefined) continue;
        const serves = this.#meeting.servesPurpose(at) ? 1 : 0.7;
        const value =
          serves * (nace === undefined ? 0.65 : 0.85) * named.likeness.value * (0.7 + 0.3 * (use.fit / 100));
        if (value < 0.3) continue;
        const before = of.get(use.replaces);
        const score = value * (nace === undefined ? 1 : 1.15);
        if (before && before.score >= score) continue;
        const likeness = { ...named.likeness, value: Math.max(value, before?.likeness.value ?? 0) };
        of.set(use.replaces, {
          at,
          entry: this.#vocabulary.entries[at]!,
          likeness,
          code: before?.code,
          prior: before?.prior ?? 0,
          score,
          isOfOtherHeat: false,
        });
      }
    }
    return [...of.values()];
  }

  #measure(at: number, { input, direction, supports, priors, heat, worded }: Seen): Candidate {
    const entry = this.#vocabulary.entries[at]!;
    const { id, role, euHazardous, hazardClass } = entry.material;
    const gives = (maker: string): number => this.#givenBy(maker)[at]!;
    const meeting = direction === 'input' && role !== 'product' ? this.#givenMeeting : this.#meeting;
    const likeness = meeting.likeness(at, direction, gives);
    const code = supports.get(id);
    const prior = priors?.[at] ?? 0;
    let score = combine(likeness.value, code?.strength ?? 0, supports.size > 0 && worded);
    score *= ROLE[direction][role];
    score = withPrior(score, prior, PRIOR[direction]);
    // a product that such a buyer has no use for is hardly what it asks for, however it is called
    if (direction === 'input' && prior < 0) score *= 0.88;
    const agrees = sameHeat(heat, entry.heat);
    score *= 1 + 0.25 * agrees;
    if (input.hazardClass !== undefined && input.hazardClass >= 4 && (hazardClass ?? 5) <= 2) score *= 0.85;
    if (input.hazardClass === 5 && euHazardous) score *= 0.9;
    return { at, entry, likeness, code, prior, score, isOfOtherHeat: agrees < 0 };
  }
}

/** Prepares a knowledge base for classifying; some 50 ms for 1,000 materials. Deterministic. */
export function buildClassifier(kb: KnowledgeBase): Classifier {
  return new KnowledgeClassifier(kb);
}
