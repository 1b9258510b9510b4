import type { CompanyActivity, KnowledgeBase } from '../domain/index.ts';
import { nearness } from './donors.ts';
import { FirmIndex } from './firms.ts';
import { TITLES } from './lexicon/titles.ts';
import { LEXICON } from './lexicon.ts';
import { brandsLast, partsOfName } from './name-parts.ts';
import { readAlone } from './speller.ts';
import { tokensOf } from './tokens.ts';
import { isAside, MIXED_FARMING, tradesIn } from './trades.ts';

export interface ActivityInput {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly nace?: string | undefined;
  readonly okved?: string | undefined;
}

export interface ActivityReading {
  readonly nace: string;
  /** 0..1 */
  readonly confidence: number;
  readonly by: 'code' | 'name' | 'description';
}

/** NACE Rev. 2 from a NACE or OKVED 2 code: its first four digits (`23.51.1` -> `23.51`). Undefined when it is none. */
export function naceOf(code: string | undefined): string | undefined {
  const found = /^\s*(\d\d)(?:\.?(\d{1,2}))?/.exec(code ?? '');
  if (!found) return undefined;
  return found[2] === undefined ? found[1] : `${found[1]}.${found[2]}`;
}

/** Generic in a description, but of a company it tells the trade ("waste management"). */
const WASTE = 'waste';
/** Meanings of a text with the stems that say them; generic ones left out. */
type Said = ReadonlyMap<string, string>;

interface Named {
  readonly nace: string;
  readonly said: Said;
  readonly recycles: boolean;
  /** The name of a class of what has no class of its own: "chemical" alone does not mean "other chemical products". */
  readonly isResidual: boolean;
}

/** What closes a company's name ("МНПЗ", "КГРЭС", "Мурманскхлеб"). */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/.нпз$/, '19.20'],
  [/.цбк$/, '17.11'],
  [/.гок$/, '07.10'],
  [/.(грэс|аэс|гэс|тэс)$/, '35.11'],
  [/.тэц$/, '35.30'],
  [/.абз$/, '23.99'],
  [/.{3}хлеб$/, '10.71'],
  [/.{3}молоко$/, '10.51'],
  [/.{3}мясо$/, '10.11'],
  [/.{3}рыба$/, '10.20'],
];
/** The same meaning in another word. */
const OTHER_WORD = 0.8;
/** A well-known company's name: what it lives by, and how much less likely every other business of it is. */
const FIRM = { told: 0.78, next: 0.06, beside: 0.5 } as const;
/** No reading of words is surer; where a firm's name tells the same it stands before them. */
const MOST = 0.98;
/** Name of the company and words of trade say the same. */
const AGREED = 0.08;
/** An activity told by a name must be this sure before anything is concluded from it. */
const SURE = 0.6;
/**
 * What a name means nearly as surely as its first reading. Of the names of `test/classify` whose second reading is of the same division and so near
 * it is right, too, two times in three; of another division it is one time in three (`dye works` gives colour or makes it).
 */
const NEAR = 0.06;
/** A trade beside the code of another must be so sure: told with less, "peat" of a peat-fired boiler is what it burns. */
const BESIDE = 0.7;
/** Nearness of two classes of one group. */
const ONE_GROUP = 0.7;
/** The name itself, word for word. */
const LITERAL = 0.97;
/** Who recycles a thing is not who makes it ("tyre recycling", "переработка шин"). */
const RECYCLES =
  /(?<![\p{L}]|water )(recycl(er|ers|ing)(?!\p{L})|рециклинг|переработ\p{L}* (шин|резин|пласти|полимер|пэт|макулатур|стекл|лом|аккумул|отход|вторсыр|шлак|древесных отход|строительных отход)|вторичн\p{L}* (полиэтилен|полипропилен|полимер|пласт|пэт|гранул))/iu;
const NOT_ITS_MAKER = 0.7;
/** Of a maker's name nothing is left but an everyday word ("Spring Valley" makes no springs). */
const EVERYDAY = new Set(
  'spring lock can tank light ball train net log label drum watch media tool gear sport instal stamp crane board brush stove screw deck manag contractor collector engin'
    .split(' ')
    .map((stem) => `=${stem}`),
);
const HARDLY = 0.6;
const RESIDUAL = 0.7;
/** "Farm" alone is a mixed one; beside a word that tells more it says less. */
const FARM = 0.8;
/** "Recycling" without any word that tells more. */
const RECYCLER = 0.66;
/** By how much the next of several activities that a word may mean is less likely. */
const NEXT = 0.02;

/** A code before it is no part of the title ("23.51 Производство цемента"). */
const literal = (text: string): string =>
  tokensOf(text.replace(/^[\d.\s]+/, ''))
    .map(({ stem }) => stem)
    .join(' ');

function saidIn(text: string): Said {
  const said = new Map<string, string>();
  for (const { concept, negated, stems } of readAlone(text)) {
    if (concept === WASTE || LEXICON.concepts.get(concept)?.mark !== 'generic')
      said.set(negated ? `!${concept}` : concept, stems);
  }
  return said;
}

/** Names of activities and the words by which companies call themselves. */
export class ActivityIndex {
  readonly #names: Named[] = [];
  readonly #byConcept = new Map<string, number[]>();
  readonly #byName = new Map<string, string[]>();
  readonly #firms: FirmIndex;

  constructor(kb: KnowledgeBase) {
    this.#firms = new FirmIndex(kb);
    for (const line of TITLES.trim().split('\n')) {
      const [nace, titles] = line.split(' : ') as [string, string];
      for (const title of titles.split('|')) this.#named(title, nace);
    }
    for (const activity of kb.activities) {
      for (const text of [activity.name.ru, activity.name.en, ...activity.synonymsRu, ...activity.synonymsEn]) {
        this.#named(text, activity.nace);
        const said = saidIn(text);
        if (said.size === 0) continue;
        const isResidual =
          text === activity.name.en ? text.startsWith('Other ') : /^Проч/.test(text) || / проч/.test(text);
        const at = this.#names.push({ nace: activity.nace, said, recycles: RECYCLES.test(text), isResidual }) - 1;
        for (const concept of said.keys()) {
          const list = this.#byConcept.get(concept);
          if (list) list.push(at);
          else this.#byConcept.set(concept, [at]);
        }
      }
    }
  }

  #named(text: string, nace: string): void {
    const name = literal(text);
    if (name !== '') this.#byName.set(name, [...new Set([...(this.#byName.get(name) ?? []), nace])]);
  }

  classify({ name, description, nace, okved }: ActivityInput): ActivityReading[] {
    const code = naceOf(nace) ?? naceOf(okved);
    if (code !== undefined) return [{ nace: code, confidence: 1, by: 'code' }];
    const scores = new Map<string, ActivityReading>();
    // two ways to the same activity support each other
    const put = (found: ActivityReading): void => {
      const before = scores.get(found.nace);
      const confidence = before
        ? Math.max(before.confidence, found.confidence) + 0.05 * Math.min(before.confidence, found.confidence)
        : found.confidence;
      scores.set(found.nace, { ...found, by: before?.by ?? found.by, confidence: Math.min(MOST, round(confidence)) });
    };
    const called = brandsLast(name ?? '');
    const firm = this.#firms.in(called);
    for (const found of this.#fromWords(firm?.rest ?? called, 'name', 1)) put(found);
    if (firm) this.#addFirm(firm, scores);
    for (const found of this.#fromWords(description ?? '', 'description', 0.8)) put(found);
    return [...scores.values()]
      .sort((a, b) => b.confidence - a.confidence || b.nace.length - a.nace.length || (a.nace < b.nace ? -1 : 1))
      .slice(0, 5);
  }

  /**
   * The activities that a company's name alone tells surely. The likeliest is taken for sure, as a code is; beside it, by how much less likely they
   * are, the other trades that the name lists, and what the same words mean nearly as likely within one division (concrete goods, ready-mixed concrete).
   */
  toldBy(name: string): readonly CompanyActivity[] {
    const readings = this.classify({ name });
    const [first] = readings;
    if (!first || first.confidence < SURE) return [];
    const told = new Set(this.#listedIn(name, readings));
    for (const reading of readings)
      if (first.confidence - reading.confidence <= NEAR && isOfOneDivision(first, reading)) told.add(reading);
    return apart([first, ...told]).map(({ nace, confidence }) => ({
      nace,
      confidence: round(confidence / first.confidence),
    }));
  }

  /** Activities that a name lists beside one that the company gives as its code: lime, of "Cement and Lime Works" with the code of cement. */
  toldBeside(code: string, name: string): readonly CompanyActivity[] {
    const listed = this.#listedIn(name, this.classify({ name }));
    if (!listed.some(({ nace }) => nearness(nace, code) >= ONE_GROUP)) return [];
    const sure = listed.filter(({ confidence }) => confidence >= BESIDE);
    return apart([{ nace: code, confidence: 1 }, ...sure]).slice(1);
  }

  /** Of the readings of a name those that its parts tell by themselves, one a part; none where the name lists nothing. */
  #listedIn(name: string, readings: readonly ActivityReading[]): readonly ActivityReading[] {
    const parts = partsOfName(name);
    if (parts.length < 2) return [];
    const told = parts.map((part) => {
      const own = this.classify({ name: part });
      const best = own.filter(({ confidence }) => confidence >= own[0]!.confidence - NEAR).map(({ nace }) => nace);
      return readings.find(({ nace }) => best.includes(nace));
    });
    return readings.filter((reading) => reading.confidence >= SURE && told.includes(reading));
  }

  /** What the company is known for. Words of trade beside its name ("Yara ammonia plant") go before it. */
  #addFirm(firm: { nace: readonly string[]; rest: string }, scores: Map<string, ActivityReading>): void {
    const told =
      tradesIn(firm.rest).some((trade) => !isAside(trade)) ||
      [...scores.values()].some(({ confidence }) => confidence >= LITERAL);
    if (!told)
      for (const [nace, near] of scores)
        scores.set(nace, { ...near, confidence: Math.min(near.confidence, FIRM.told - FIRM.next) });
    for (const [i, nace] of firm.nace.entries()) {
      const known = FIRM.told - FIRM.next * i;
      const said = scores.get(nace)?.confidence ?? 0;
      const beside = told ? FIRM.beside - FIRM.next * i : known;
      const agreed = told ? said >= SURE : said > 0;
      const confidence = agreed ? Math.min(0.99, Math.max(said, known) + AGREED) : Math.max(said, beside);
      scores.set(nace, { nace, confidence: round(confidence), by: 'name' });
    }
  }

  #fromWords(text: string, by: 'name' | 'description', trust: number): ActivityReading[] {
    const found: ActivityReading[] = [];
    const recycles = RECYCLES.test(text);
    const put = (nace: string, share: number): void => {
      const apart = recycles && !nace.startsWith('38') ? NOT_ITS_MAKER : 1;
      found.push({ nace, confidence: round(share * apart * trust), by });
    };
    for (const [nace, share] of this.#makers(text)) put(nace, share);
    if (recycles) put('38.32', RECYCLER);
    for (const [nace, share] of this.#fromNames(text)) put(nace, share);
    for (const nace of this.#byName.get(literal(text)) ?? [])
      found.push({ nace, confidence: round(LITERAL * trust), by });
    return found;
  }

  /** Longest word lists of makers met in the text; a longer expression beats a shorter one, one that counts for more a lesser one. */
  #makers(text: string): Map<string, number> {
    const found = new Map<string, number>();
    for (const { raw } of tokensOf(text))
      for (const [ending, nace] of ENDINGS) if (ending.test(raw)) found.set(nace, 0.8);
    for (const [order, { nace, length }] of tradesIn(text).entries()) {
      const value = Math.min(0.9, 0.72 + 0.08 * (length - 1) - 0.06 * order);
      for (const [i, one] of nace.entries()) found.set(one, Math.max(value - NEXT * i, found.get(one) ?? 0));
    }
    return found;
  }

  #fromNames(text: string): Map<string, number> {
    const asked = saidIn(text);
    const best = new Map<string, number>();
    const seen = new Set<number>();
    for (const concept of asked.keys()) {
      for (const at of this.#byConcept.get(concept) ?? []) {
        if (seen.has(at)) continue;
        seen.add(at);
        const { nace, said, recycles, isResidual } = this.#names[at]!;
        let met = 0;
        for (const [meaning, stems] of said)
          if (asked.has(meaning)) met += asked.get(meaning) === stems ? 1 : OTHER_WORD;
        const apart = recycles && !RECYCLES.test(text) ? NOT_ITS_MAKER : 1;
        const everyday =
          said.size === 1 && (EVERYDAY.has(concept) || EVERYDAY.has(`=${asked.get(concept)}`)) ? HARDLY : 1;
        const value =
          everyday *
          (isResidual ? RESIDUAL : nace === MIXED_FARMING ? FARM : 1) *
          0.95 *
          apart *
          (met / said.size) *
          (0.6 + 0.4 * (met / asked.size));
        if (value > (best.get(nace) ?? 0.3)) best.set(nace, value);
      }
    }
    return best;
  }
}

const isOfOneDivision = (a: CompanyActivity, b: CompanyActivity): boolean => a.nace.slice(0, 2) === b.nace.slice(0, 2);

/** Without those that an earlier one holds or is held by. */
function apart(activities: readonly CompanyActivity[]): readonly CompanyActivity[] {
  const kept: CompanyActivity[] = [];
  for (const { nace, confidence } of activities)
    if (!kept.some((other) => other.nace.startsWith(nace) || nace.startsWith(other.nace)))
      kept.push({ nace, confidence });
  return kept;
}

const indexes = new WeakMap<KnowledgeBase, ActivityIndex>();

/** The index of a base, made when first asked for. */
export function activityIndexOf(kb: KnowledgeBase): ActivityIndex {
  const index = indexes.get(kb) ?? new ActivityIndex(kb);
  indexes.set(kb, index);
  return index;
}

const round = (x: number): number => Math.round(x * 100) / 100;
