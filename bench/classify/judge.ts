import { existsSync } from 'node:fs';
import { buildClassifier } from '../../src/classify/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { demoCases } from '../../test/classify/demo-cases.ts';
import { type Case, casesOf, faults, judge } from '../../test/classify/texts.ts';

/** Prints how well the classifier reads each set of texts, and with `--faults` every wrong reading. */
const classifier = buildClassifier(loadKnowledge());
const shared = process.env.SYMBION_SHARED ?? '../shared';
const sets: [string, Case[]][] = [];
if (existsSync(shared)) {
  const { words, coded } = demoCases(shared);
  sets.push(['demo words', words], ['demo with codes', coded]);
}
for (const name of ['paraphrases.csv', 'paraphrases-later.csv', 'paraphrases-third.csv', 'texts.csv'])
  if (existsSync(new URL(`../../test/classify/${name}`, import.meta.url))) sets.push([name, casesOf(name)]);
for (const [name, cases] of sets) {
  const verdict = judge(classifier, cases);
  const share = (x: number): string => x.toFixed(3);
  console.log(
    `${name}: ${verdict.cases} texts, top-1 ${share(verdict.top1)}, top-3 ${share(verdict.top3)}, precision at 0.8 ${share(verdict.precision)} of ${verdict.sure}`,
  );
  if (process.argv.includes('--faults') && (process.argv[3] ?? name) === name)
    for (const line of new Set(faults(verdict))) console.log(`  ${line}`);
}
