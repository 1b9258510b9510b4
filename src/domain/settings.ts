/** Names of the score's terms, in the order in which they are shown. */
export const TERMS = ['fit', 'quantity', 'distance', 'economics', 'co2', 'legal', 'confidence'] as const;
export type TermName = (typeof TERMS)[number];

/** All that decides a run besides snapshot and knowledge. The engine has no clock: `asOf` is the date. */
export interface Settings {
  /** Length of each ranked list. */
  readonly top: number;
  /** Points of the best possible pair per term; any scale, normalised to 1,000 in all. */
  readonly weights: Readonly<Record<TermName, number>>;
  /** Key of the regime table: `current`, `pre2022`. */
  readonly scenario: string;
  /** ISO date. */
  readonly asOf: string;
  readonly infer: boolean;
  /** List pairs that only similar words or codes suggest. */
  readonly hints: boolean;
  /** List pairs that only a regime refuses. */
  readonly blocked: boolean;
  /** EUR a deal, subtracted once a year and pair. */
  readonly transactionCostEur: number;
  /** Own values in place of the knowledge base's: factor id -> value in the factor's unit. */
  readonly factors: Readonly<Record<string, number>>;
  /** Own prices: product material id -> EUR per unit. */
  readonly prices: Readonly<Record<string, number>>;
}

export const DEFAULT_WEIGHTS: Readonly<Record<TermName, number>> = {
  fit: 250,
  quantity: 150,
  distance: 150,
  economics: 200,
  co2: 100,
  legal: 75,
  confidence: 75,
};

export const DEFAULT_SETTINGS: Omit<Settings, 'asOf'> = {
  top: 20,
  weights: DEFAULT_WEIGHTS,
  scenario: 'current',
  infer: true,
  hints: false,
  blocked: false,
  transactionCostEur: 2105,
  factors: {},
  prices: {},
};
