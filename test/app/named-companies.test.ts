import { expect, it } from 'vitest';
import { createOffline } from '../../src/app/create-offline.ts';
import { buildClassifier } from '../../src/classify/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { computeLists } from '../../workers/engine-pool.ts';

const knowledge = loadKnowledge();
const offline = createOffline({
  knowledge,
  classifier: buildClassifier(knowledge),
  computeLists,
  today: () => '2026-11-01',
});

const file = (name: string, text: string) => ({
  name,
  open: async function* () {
    yield Buffer.from(text);
  },
});

async function pairs(companies: string): Promise<string[]> {
  const flows = 'id,company_id,direction,description\nF1,SAW,output,sawdust\nF2,MILL,output,lime mud\n';
  const { matches } = await offline.matchFiles(
    { companies: file('companies.csv', companies), flows: file('flows.csv', flows) },
    { infer: true },
  );
  return [...matches].map((m) => `${m.output} ${m.demand} ${m.score} ${m.use}`);
}

it('A company known by its name alone is found as one that gives its code', async () => {
  const named = await pairs(
    'id,name,nace\nSAW,Sawmill,\nBOARD,Particleboard plant,\nMILL,Kraft pulp mill,\nCEM,Cement factory,\n',
  );
  expect(named.some((pair) => pair.startsWith('F1 BOARD~in~'))).toBe(true);
  const both = await pairs(
    'id,name,nace\nSAW,Sawmill,16.10\nBOARD,Particleboard plant,16.21\nMILL,Kraft pulp mill,17.11\nCEM,Cement factory,23.51\n',
  );
  expect(named).toEqual(both);
});

it('A code beside a name that tells no kind of plant leaves all that the class may take', async () => {
  const coded = await pairs('id,name,nace\nSAW,A,16.10\nBOARD,B,16.21\nMILL,C,17.11\nCEM,D,23.51\n');
  const named = await pairs(
    'id,name,nace\nSAW,Sawmill,16.10\nBOARD,Particleboard plant,16.21\nMILL,Kraft pulp mill,17.11\nCEM,Cement factory,23.51\n',
  );
  const takers = (list: string[]): Set<string> => new Set(list.map((pair) => pair.split(' ').slice(0, 2).join(' ')));
  expect([...takers(named)].filter((pair) => !takers(coded).has(pair))).toEqual([]);
});
