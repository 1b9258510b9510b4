import type { Direction, MaterialRole, Reading } from '../domain/index.ts';
import type { CodeSupport } from './codes.ts';
import { confidenceOf } from './confidence.ts';
import type { Likeness, Meeting } from './likeness.ts';
import type { Entry } from './vocabulary.ts';

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

/** A material that was measured against an input. */
export interface Candidate {
  readonly at: number;
  readonly entry: Entry;
  readonly likeness: Likeness;
  readonly code: CodeSupport | undefined;
  readonly prior: number;
  readonly score: number;
  /** The text names a temperature that the material does not have. */
  readonly isOfOtherHeat: boolean;
}

/** An activity that has a material at least so usually makes vague words mean it. */
const USUAL = 0.8;
/** A name met so well that the text says nothing beyond it. */
const MET = 0.9;
/** How near another reading must come to take the place of the first, by what the first is. */
const NEAR = { heading: 0.7, bareHeading: 0.5, unusual: 0.72, lessUsual: 0.92 } as const;
/** A narrower material that fits a bare heading's text and its giver so well is meant. */
const FITS = 0.55;
/** A child that is met as well as its heading. */
const AS_WELL = 0.97;
/** The giver has the other by so much more usually. */
const MORE_USUAL = 0.25;

/**
 * Vague words mean what their giver has. A heading ("ash", "sludge") gives way to a narrower material that is met as well or knows more of the
 * text, or to what this activity has; a reading that is unusual at the activity gives way to a usual one that comes near and knows as much.
 * The others stay in their order.
 */
export function preferMeant(
  candidates: Candidate[],
  meeting: Meeting,
  headings: ReadonlySet<string>,
  direction: Direction,
): void {
  const [first] = candidates;
  if (!first) return;
  const apart: MaterialRole = direction === 'output' ? 'product' : 'by-product';
  const others = candidates.filter(
    (c) =>
      c !== first &&
      c.entry.material.role !== apart &&
      !c.isOfOtherHeat &&
      !(c.likeness.phrase && meeting.isOfOtherKind(c.likeness.phrase)),
  );
  const meant = headings.has(first.entry.material.id)
    ? insteadOfHeading(first, others, meeting, headings)
    : insteadOfUnusual(first, others, meeting, headings);
  if (!meant) return;
  candidates.splice(candidates.indexOf(meant), 1);
  candidates.unshift({ ...meant, score: first.score + 0.01 });
}

/** How well a vague text and the giver's habits fit a material together. */
const fitting = ({ likeness, prior }: Candidate): number => likeness.value * (0.5 + 0.5 * Math.max(0, prior));
const best = (list: readonly Candidate[]): Candidate | undefined =>
  [...list].sort((a, b) => fitting(b) - fitting(a) || b.score - a.score)[0];

/** A code that names a narrower material and not the heading tells what the vague word means. */
function namedByCode(heading: Candidate, within: readonly Candidate[]): Candidate | undefined {
  const strength = ({ code }: Candidate): number => code?.strength ?? 0;
  const named = within.filter((c) => strength(c) > strength(heading) && c.score >= NEAR.heading * heading.score);
  return [...named].sort((a, b) => strength(b) - strength(a) || b.score - a.score)[0];
}

function insteadOfHeading(
  first: Candidate,
  others: readonly Candidate[],
  meeting: Meeting,
  headings: ReadonlySet<string>,
): Candidate | undefined {
  const { id } = first.entry.material;
  const within = others.filter((c) => c.entry.line.has(id));
  const coded = namedByCode(first, within);
  if (coded) return coded;
  const isUsual = (c: Candidate): boolean =>
    c.prior > Math.max(0, first.prior) &&
    fitting(c) >= FITS &&
    !headings.has(c.entry.material.id) &&
    !meeting.knowsMore(first.at, c.at);
  const least = (first.likeness.value >= MET ? NEAR.bareHeading : NEAR.heading) * first.score;
  return (
    within.find((c) => c.score >= NEAR.heading * first.score && meeting.knowsMore(c.at, first.at)) ??
    best(others.filter((c) => c.score >= least && isUsual(c))) ??
    within.find((c) => c.likeness.value >= AS_WELL * first.likeness.value)
  );
}

function insteadOfUnusual(
  first: Candidate,
  others: readonly Candidate[],
  meeting: Meeting,
  headings: ReadonlySet<string>,
): Candidate | undefined {
  const isNear = (c: Candidate): boolean => {
    if (first.prior < 0) return c.score >= NEAR.unusual * first.score;
    const least = c.prior >= first.prior + MORE_USUAL ? NEAR.lessUsual : AS_WELL;
    return c.likeness.value >= least * first.likeness.value;
  };
  return best(
    others.filter(
      (c) =>
        c.prior >= USUAL &&
        c.prior > first.prior &&
        isNear(c) &&
        !headings.has(c.entry.material.id) &&
        !meeting.knowsMore(first.at, c.at),
    ),
  );
}

/** Confidences made to agree: none above one before it, and of those that exclude each other only one can be right, so they share what is left. */
export function limited(reasons: readonly ReadingReason[], of: readonly Candidate[]): ReadingReason[] {
  const [first] = reasons;
  let least = 1;
  let left = 1 - (first?.confidence ?? 0);
  return reasons.map((reason, i) => {
    const apart = i > 0 && !areRelated(of[i]!, of[0]!);
    least = Math.min(least, reason.confidence);
    const confidence = apart ? Math.min(least, Math.round(100 * left) / 100) : least;
    if (apart) left -= confidence;
    return {
      ...reason,
      confidence,
      by: sourceOf(reason.textLikeness, reason.codeExact, reason.codeStrength, confidence),
    };
  });
}

const areRelated = ({ entry: a }: Candidate, { entry: b }: Candidate): boolean =>
  a.line.has(b.material.id) || b.line.has(a.material.id);

/** Words and codes together: agreeing they raise each other; a code that speaks for others lowers the words a little. */
export function combine(text: number, code: number, codesGiven: boolean): number {
  if (code > 0 && text > 0) return text + 0.45 * code * (1.15 - text);
  if (code > 0) return 0.62 * code;
  return codesGiven ? 0.9 * text : text;
}

export function reasonOf(candidate: Candidate, all: readonly Candidate[]): ReadingReason {
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
  if ((text >= 0.4 && confidence >= 0.3) || (text >= 0.25 && confidence >= 0.45)) return 'name';
  if (exact && confidence >= 0.2) return 'code';
  return strength > text ? 'similar code' : 'similar text';
}

/** Readings of the things of a list: of each its first before any second, each material once, `part` telling whose it is. */
export function together<R extends Reading>(lists: readonly (readonly R[])[], top = 5): R[] {
  const found = new Map<string, R>();
  const put = (reading: R | undefined, part: number): void => {
    if (reading && !found.has(reading.material)) found.set(reading.material, { ...reading, part });
  };
  for (let place = 0; place < top; place++) for (const [at, readings] of lists.entries()) put(readings[place], at + 1);
  const firsts = new Set(lists.map(([first]) => first?.material));
  return [...found.values()]
    .sort((a, b) => Number(firsts.has(b.material)) - Number(firsts.has(a.material)) || b.confidence - a.confidence)
    .slice(0, Math.max(top, 2 * lists.length));
}
