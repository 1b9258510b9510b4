import type { Reading } from '../domain/index.ts';
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
}

/** An activity that has a material at least so usually makes a heading mean it. */
const USUAL = 0.8;

/**
 * A heading ("ash", "sludge") gives way to a material that scores nearly as well and is either narrower and knows a telling word of the text
 * that the heading does not, or what this activity has. The others stay in their order.
 */
export function preferNarrower(candidates: Candidate[], meeting: Meeting, headings: ReadonlySet<string>): void {
  const [first] = candidates;
  if (!first || !headings.has(first.entry.material.id)) return;
  const { id } = first.entry.material;
  const near = candidates.filter((c) => c !== first && c.score >= 0.7 * first.score);
  const narrower =
    near.find((c) => c.entry.line.has(id) && meeting.knowsMore(c.at, first.at)) ??
    near
      .filter((c) => c.prior >= USUAL && c.prior > first.prior && !headings.has(c.entry.material.id))
      .sort((a, b) => b.prior - a.prior)[0];
  if (!narrower) return;
  candidates.splice(candidates.indexOf(narrower), 1);
  candidates.unshift({ ...narrower, score: first.score + 0.01 });
}

/** Confidences made to agree: none above one before it, and of two that exclude each other only one can be right. */
export function limited(reasons: readonly ReadingReason[], of: readonly Candidate[]): ReadingReason[] {
  const [first] = reasons;
  let least = 1;
  return reasons.map((reason, i) => {
    const apart = i > 0 && !areRelated(of[i]!, of[0]!);
    least = Math.min(least, reason.confidence);
    const confidence = apart ? Math.min(least, Math.round(100 * (1 - first!.confidence)) / 100) : least;
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
  if ((text >= 0.5 && confidence >= 0.3) || (text >= 0.33 && confidence >= 0.5)) return 'name';
  if (exact && confidence >= 0.2) return 'code';
  return strength > text ? 'similar code' : 'similar text';
}
