/** What the confidence of a reading is told from. */
export interface Evidence {
  /** Likeness of the words, 0..1. */
  readonly text: number;
  /** Strength of the codes, 0..1. */
  readonly code: number;
  /** Score of this reading less that of the best other one that is neither broader nor narrower. */
  readonly lead: number;
  readonly both: boolean;
}

const LOGIT = { base: -3.4, text: 4.6, code: 2.2, lead: 9, both: 0.5 } as const;

/** 0..1, two decimals: the share of readings with such evidence that are right. */
export function confidenceOf({ text, code, lead, both }: Evidence): number {
  const x = LOGIT.base + LOGIT.text * text + LOGIT.code * code + LOGIT.lead * Math.max(-0.4, Math.min(0.35, lead)) + (both ? LOGIT.both : 0);
  return Math.round(100 / (1 + Math.exp(-x))) / 100;
}
