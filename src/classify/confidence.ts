/** What the confidence of a reading is told from. */
export interface Evidence {
  /** Likeness of the words, 0..1. */
  readonly text: number;
  /** Strength of the codes, 0..1. */
  readonly code: number;
  /** Score of this reading less that of the best other one that is neither broader nor narrower. */
  readonly lead: number;
  /** Words and codes both speak for it. */
  readonly both: boolean;
}

/**
 * Logistic regression over the first three readings of some 1,500 texts (demo words with and without codes, paraphrases, code lists and trade
 * wording in `test/classify`): base -1.1, text 1.4, code 0.9, lead 12.3. Those texts all name something that the base has; for texts that do
 * not, likeness itself must tell more, so its weight is raised and the base lowered until a likeness of 0.5 without a rival stays below 0.8.
 * Share of right first readings by confidence on these texts: 0.6-0.7: 0.7; 0.7-0.8: 0.8; 0.8-0.9: 0.9; 0.9-1: 0.99 (`bench/classify/judge.ts`).
 */
const LOGIT = { base: -2.6, text: 3.4, code: 1.7, lead: 11, both: 0.3 } as const;
/** Beyond these a larger lead tells nothing more. */
const LEAD = { least: -0.4, most: 0.3 } as const;

/** 0..1, two decimals: the share of readings with such evidence that are right. */
export function confidenceOf({ text, code, lead, both }: Evidence): number {
  const ahead = Math.max(LEAD.least, Math.min(LEAD.most, lead));
  const x = LOGIT.base + LOGIT.text * text + LOGIT.code * code + LOGIT.lead * ahead + (both ? LOGIT.both : 0);
  return Math.round(100 / (1 + Math.exp(-x))) / 100;
}
