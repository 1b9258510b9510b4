/**
 * What unknown places and quantities cost, and the hard inputs, each beside a country as real data have it: processor time of one thread, the least of
 * three searches, with the answers of a sample checked against judging every pair. `--size 1e5`, `--sample 200`, `--json`.
 */
import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../../src/domain/index.ts';
import {
  buildColumns,
  buildContext,
  type Columns,
  createLists,
  fillLists,
  type Lists,
  openColumns,
  pairsJudged,
} from '../../src/engine/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { tell } from '../tell.ts';
import { checkLists } from './check.ts';
import { drawCountry, type Nature, streamsOf } from './country.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1e5' },
    sample: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const size = Number(values.size);
/** Each country is searched so often: the least time is the one that nothing else on the machine has lengthened, nor the compiler. */
const TIMES = 3;
const knowledge = loadKnowledge();

const CASES: readonly (readonly [string, Nature])[] = [
  ['nothing unknown', { unplaced: 0, unquantified: 0 }],
  ['a tenth of places and quantities unknown', { unplaced: 0.1, unquantified: 0.1 }],
  ['a quarter of places and quantities unknown', { unplaced: 0.25, unquantified: 0.25 }],
  ['half of places and quantities unknown', { unplaced: 0.5, unquantified: 0.5 }],
  ['all sites in one town', { oneTown: true }],
  ['one material for all', { oneMaterial: true }],
  ['all quantities equal', { equal: true }],
  ['all of these at once', { oneTown: true, oneMaterial: true, equal: true }],
];

const normal = search({});
for (const [name, nature] of CASES) report(name, search(nature));

interface Searched {
  readonly seconds: number;
  readonly pairs: number;
  readonly correct: boolean;
}

function search(nature: Nature): Searched {
  const country = drawCountry(size, knowledge, nature);
  const context = buildContext(knowledge, { ...DEFAULT_SETTINGS, asOf: '2026-11-01' });
  const sides = [streamsOf(context, country, 'outputs'), streamsOf(context, country, 'demands')] as const;
  const { columns } = openColumns(buildColumns(context, ...sides, { of: 'bench' }));
  const searches = Array.from({ length: TIMES }, () => searchOnce(columns));
  const { lists } = searches.at(-1)!;
  const { correct } = checkLists(columns, lists, Number(values.sample));
  return { seconds: Math.min(...searches.map(({ seconds }) => seconds)), pairs: pairsJudged(lists) / size, correct };
}

function searchOnce(columns: Columns): { readonly lists: Lists; readonly seconds: number } {
  const lists = createLists(columns);
  let batch = 0;
  const from = process.cpuUsage();
  for (const _ of fillLists(columns, lists, () => batch++));
  const { user, system } = process.cpuUsage(from);
  return { lists, seconds: (user + system) / 1e6 };
}

function report(name: string, { seconds, pairs, correct }: Searched): void {
  const say = (what: string, value: number, unit: string, baseline: number) =>
    tell(
      {
        case: `engine ${size} x ${size}, ${name}: ${what} (baseline: as in real data)`,
        value,
        unit,
        baseline,
        ratio: value / baseline,
        correct,
      },
      values.json,
    );
  say('processor time', seconds, 's', normal.seconds);
  say('pairs judged per output, both directions', pairs, 'pairs', normal.pairs);
}
