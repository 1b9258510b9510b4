/** What long work is busy with. Closed, so that each has its words in both languages, in the command and on the page. */
export const STEPS = [
  'read',
  'understand',
  'store',
  'snapshot',
  'match',
  'merge',
  'publish',
  'matches',
  'chains',
  'clusters',
  'plan',
  'pairs',
  'front',
  'trials',
  'questions',
  'processes',
  'groups',
  'compare',
  'copy',
  'verify',
] as const;

export type Step = (typeof STEPS)[number];

/** Told while long work goes on: `done` of `total` things. */
export type TellStep = (done: number, total: number, step: Step) => void;
