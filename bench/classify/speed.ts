import { buildClassifier } from '../../src/classify/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { casesOf } from '../../test/classify/texts.ts';

/** Classifies 100,000 different descriptions on one core; checks that each is read as its plain form is. Target 10 s. */
const N = 100_000;
const kb = loadKnowledge();
const start = performance.now();
const classifier = buildClassifier(kb);
const built = performance.now() - start;
const cases = [...casesOf('texts.csv'), ...casesOf('paraphrases.csv')].filter(({ text }) => text.length < 120);
// a different quantity in each text, so that no answer can be remembered whole
const texts = Array.from({ length: N }, (_, i) => `${cases[i % cases.length]!.text}, ${i} t`);
const begin = performance.now();
let same = 0;
const first = new Map<number, string>();
for (let i = 0; i < N; i++) {
  const { nace, direction } = cases[i % cases.length]!;
  const material = classifier.classify({ text: texts[i], nace, direction })[0]?.material ?? '';
  if (!first.has(i % cases.length)) first.set(i % cases.length, material);
  if (first.get(i % cases.length) === material) same++;
}
const seconds = (performance.now() - begin) / 1000;
const line = {
  case: 'classify 100,000 descriptions',
  value: Number(seconds.toFixed(2)),
  unit: 's',
  baseline: 10,
  ratio: Number((seconds / 10).toFixed(3)),
  correct: same === N,
};
console.log(
  process.argv.includes('--json')
    ? JSON.stringify(line)
    : `build ${built.toFixed(0)} ms; ${line.case}: ${line.value} s (target ${line.baseline} s), same answers ${same} of ${N}`,
);
