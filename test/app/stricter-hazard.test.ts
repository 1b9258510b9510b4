import { describe, expect, it } from 'vitest';
import { createOffline } from '../../src/app/create-offline.ts';
import { flowOf, questionOf, understand } from '../../src/app/import/understand-flow.ts';
import { buildClassifier } from '../../src/classify/index.ts';
import type { Codes } from '../../src/domain/index.ts';
import type { FlowDraft } from '../../src/ingest/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { computeLists } from '../../workers/engine-pool.ts';

const knowledge = loadKnowledge();
const classifier = buildClassifier(knowledge);
const offline = createOffline({ knowledge, classifier, computeLists, today: () => '2026-11-01' });

const file = (name: string, text: string) => ({
  name,
  open: async function* () {
    yield Buffer.from(text);
  },
});
const companies = 'id,name,nace,country\nHEAT,Котельная,35.30,FI\nFARM,Farm,01.11,FI\n';

/** How many uses a field finds for the ash of a boiler that is written down with these codes. */
async function uses(ewc: string, fkko: string, hazardClass: string): Promise<number> {
  const flows = [
    'id,company_id,direction,description,ewc,fkko,hazard_class',
    `F1,HEAT,output,wood ash,${ewc},${fkko},${hazardClass}`,
    'F2,FARM,input,liming material,,,',
  ].join('\n');
  const { matches } = await offline.matchFiles(
    { companies: file('companies.csv', companies), flows: file('flows.csv', `${flows}\n`) },
    {},
  );
  return [...matches].filter((match) => match.output === 'F1' && match.demand === 'F2').length;
}

describe('the stricter of the Russian and the European reading of hazard', () => {
  it.each([
    ['both harmless', '10 01 03', '6 11 900 02 40 5', '5', 1],
    ['class II by the FKKO code, V as declared', '10 01 03', '6 11 900 02 40 2', '5', 0],
    ['class V by the FKKO code, II as declared', '10 01 03', '6 11 900 02 40 5', '2', 0],
    ['harmless in Russia, hazardous by the asterisk', '10 01 16*', '6 11 900 02 40 5', '5', 0],
    ['harmless in Russia, hazardous by the list though no asterisk is written', '10 01 16', '6 11 900 02 40 5', '5', 0],
    ['class II in Russia, no European code', '', '6 11 900 02 40 2', '', 0],
  ])('%s', async (_, ewc, fkko, declared, found) => {
    expect(await uses(ewc, fkko, declared)).toBe(found);
  });

  it('the FKKO code tells the state and the class of a flow that declares neither', () => {
    const of = (declared: Partial<FlowDraft>) => {
      const draft: FlowDraft = {
        id: 'f',
        companyId: 'c',
        siteId: 'c',
        direction: 'output',
        description: 'sludge',
        codes: { fkko: '7 22 200 01 39 4' },
        measurements: [],
        unread: [],
        confidential: false,
        ...declared,
      };
      return flowOf(draft, understand({ knowledge, classifier }, questionOf(draft, {}, '')));
    };
    expect(of({})).toMatchObject({ state: 'paste', hazardClass: 4 });
    expect(of({ state: 'liquid', hazardClass: 3 })).toMatchObject({ state: 'liquid', hazardClass: 3 });
    expect(of({ hazardClass: 5 })).toMatchObject({ hazardClass: 4 });
    expect(of({ codes: {} }).state).toBeUndefined();
  });

  it('every entry of the European list that bears an asterisk makes the flow hazardous, its mirror does not', () => {
    const of = (codes: Codes): boolean | undefined =>
      understand({ knowledge, classifier }, { direction: 'output', description: 'x', codes, unit: '' }).euHazardous;
    const listed = knowledge.codes.filter((c) => c.scheme === 'EWC' && c.code.length === 6);
    const starred = new Set(listed.filter((c) => c.hazardous).map((c) => c.code));
    expect(starred.size).toBe(408);
    for (const { code } of listed) expect(of({ ewc: code }) ?? false, code).toBe(starred.has(code));
    expect(of({ ewc: '17 05 03' })).toBe(true);
    expect(of({ ewc: '17 05 04' })).toBeUndefined();
  });
});
