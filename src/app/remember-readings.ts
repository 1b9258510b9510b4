import type { Classifier } from '../classify/index.ts';
import type { Reading } from '../domain/index.ts';

/** Distinct flows remembered while a file is read; companies word the same waste alike, so most rows are met again. */
const REMEMBERED = 50_000;

/** A classifier that answers a question it has answered before from memory; the answers are the same. */
export function rememberReadings(classifier: Classifier): Classifier {
  const memory = new Map<string, Reading[]>();
  return {
    explain: (input) => classifier.explain(input),
    classifyActivity: (input) => classifier.classifyActivity(input),
    classify(input) {
      const key = JSON.stringify(input);
      const known = memory.get(key);
      if (known) return known;
      const readings = classifier.classify(input);
      if (memory.size < REMEMBERED) memory.set(key, readings);
      return readings;
    },
  };
}
