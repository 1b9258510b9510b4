import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults, operations } from './document.ts';
import { type Ask, answered, type House, loadDemo, openHouse } from './house.ts';

let house: House;
const known: Record<string, string> = {};
beforeAll(async () => {
  house = await openHouse();
  await loadDemo(house);
  const [match] = (await house.ask('GET', '/api/v1/matches?limit=1')).json.rows;
  Object.assign(known, match);
  known.chains = await answered(house, 'chains', { by: 'co2', shape: 'tree' });
  known.clusters = await answered(house, 'clusters', {});
  known.plans = await answered(house, 'plans', PLAN);
  known.sitings = await answered(house, 'sitings', {});
  known.splits = await answered(house, 'splits', { pairs: [{ output: known.output, demand: known.demand }] });
  const file = { raw: 'id,name\nX2,Z\n', headers: { 'content-type': 'text/csv' } };
  known.undo = (await house.ask('POST', '/api/v1/files?kind=companies&undoable=true', file)).json.undo;
  known.job = (await house.ask('GET', '/api/v1/jobs')).json.rows[0].id;
});
afterAll(() => house.close());

const PLAN = { front: { against: 'co2', points: 3 }, uncertainty: { trials: 5 }, whatIf: { switchedOff: ['S18'] } };
const fresh = { 'if-none-match': '*' };
const company = (id: string) => ({ id, name: 'Печь', sites: [{ id: `${id}-1`, companyId: id, modes: ['road'] }] });
const flow = (id: string) => ({
  id,
  companyId: 'T1',
  direction: 'output',
  description: 'fly ash',
  quantity: 10,
  unit: 't',
});

/** A call of every operation that answers well; the order matters where one makes what the next asks for. */
const CALLS: readonly (readonly [id: string, address: () => string, ask?: Ask])[] = [
  ['findCompanies', () => '/api/v1/companies?region=RU-LEN&text=%D0%B7%D0%B0%D0%B2%D0%BE%D0%B4'],
  ['putCompanies', () => '/api/v1/companies', { body: { companies: [company('T1'), company('T2')] } }],
  ['getCompany', () => '/api/v1/companies/T1'],
  ['putCompany', () => '/api/v1/companies/T3', { body: company('T3'), headers: fresh }],
  ['putFlows', () => '/api/v1/flows', { body: { flows: [flow('TF1'), flow('TF2')] } }],
  ['findFlows', () => '/api/v1/flows?company=T1&direction=output'],
  ['getFlow', () => '/api/v1/flows/TF1'],
  ['putFlow', () => '/api/v1/flows/TF3', { body: flow('TF3'), headers: fresh }],
  ['retireFlow', () => '/api/v1/flows/TF3', { headers: { 'if-match': '"1"' } }],
  ['retireFlows', () => '/api/v1/flows/retire', { body: { ids: ['TF1', 'TF2'] } }],
  ['retireCompany', () => '/api/v1/companies/T3', { headers: { 'if-match': '*' } }],
  ['retireCompanies', () => '/api/v1/companies/retire', { body: { ids: ['T1', 'T2'] } }],
  [
    'importFile',
    () => '/api/v1/files?kind=companies&dryRun=true',
    { raw: 'id,name\nX1,Y\n', headers: { 'content-type': 'text/csv' } },
  ],
  ['undoImport', () => `/api/v1/imports/${known.undo}/undo`],
  ['template', () => '/api/v1/template?lang=ru'],
  ['exportRun', () => '/api/v1/export/csv'],
  ['report', () => '/api/v1/report/html?lang=en'],
  ['startRun', () => '/api/v1/runs', { body: { settings: { top: 5 } } }],
  ['listRuns', () => '/api/v1/runs?limit=5'],
  ['getRun', () => '/api/v1/runs/current'],
  ['listJobs', () => '/api/v1/jobs'],
  ['getJob', () => `/api/v1/jobs/${known.job}`],
  ['watchJob', () => `/api/v1/jobs/${known.job}/events`],
  ['cancelJob', () => `/api/v1/jobs/${known.job}/cancel`],
  ['findMatches', () => '/api/v1/matches?limit=1000'],
  ['explainPair', () => `/api/v1/pairs/${known.output}/${known.demand}`],
  ['whyNot', () => `/api/v1/flows/${known.output}/why-not`],
  ['picture', () => '/api/v1/picture'],
  ['startChains', () => '/api/v1/chains', { body: { question: { by: 'co2', shape: 'tree' } } }],
  ['getChains', () => `/api/v1/chains/${known.chains}?limit=3`],
  ['startClusters', () => '/api/v1/clusters', { body: {} }],
  ['getClusters', () => `/api/v1/clusters/${known.clusters}`],
  ['companyNetwork', () => `/api/v1/companies/${known.outputCompany}/network`],
  ['startPlan', () => '/api/v1/plans', { body: { question: PLAN } }],
  ['getPlan', () => `/api/v1/plans/${known.plans}`],
  ['exportPlan', () => `/api/v1/plans/${known.plans}/export/xlsx?lang=en`],
  ['startSites', () => '/api/v1/sitings', { body: {} }],
  ['getSites', () => `/api/v1/sitings/${known.sitings}`],
  [
    'startSplit',
    () => '/api/v1/splits',
    {
      get body() {
        return { question: { pairs: [{ output: known.output, demand: known.demand }] } };
      },
    },
  ],
  ['getSplit', () => `/api/v1/splits/${known.splits}`],
  ['listRegions', () => '/api/v1/regions'],
  ['findSites', () => '/api/v1/sites'],
  [
    'putExchange',
    () => '/api/v1/exchanges/X1',
    { body: { id: 'X1', output: 'O001', demand: 'N001', state: 'idea' }, headers: fresh },
  ],
  ['findExchanges', () => '/api/v1/exchanges'],
  ['exchangeHistory', () => '/api/v1/exchanges/X1/history'],
  ['classify', () => '/api/v1/classify', { body: { text: 'зола-унос сухая', top: 3 } }],
  ['searchKnowledge', () => '/api/v1/knowledge?text=ash'],
  ['knowledgeStats', () => '/api/v1/knowledge/stats'],
  ['knowledgeCoverage', () => '/api/v1/knowledge/coverage'],
  ['listRules', () => '/api/v1/knowledge/rules'],
  ['listRegimes', () => '/api/v1/knowledge/regimes?scenario=current'],
  ['listFactors', () => '/api/v1/knowledge/factors'],
  ['listParameters', () => '/api/v1/knowledge/parameters'],
  ['defaultSettings', () => '/api/v1/settings'],
  ['listMaterials', () => '/api/v1/materials?limit=1000'],
  ['getMaterial', () => `/api/v1/materials/${known.material}`],
  ['getUse', () => `/api/v1/uses/${known.use}`],
  ['openapi', () => '/api/v1/openapi.json'],
  ['live', () => '/health/live'],
  ['ready', () => '/health/ready'],
  ['metrics', () => '/metrics'],
];

describe('a good answer is as documented', () => {
  it.each(CALLS.map(([id, ...rest]) => [id, rest] as const))('%s', async (id, [address, ask]) => {
    const operation = operations.find((o) => o.id === id)!;
    const answer = await house.ask(operation.method.toUpperCase(), address(), ask);
    expect(answer.status, answer.text.slice(0, 500)).toBeLessThan(300);
    if (answer.status === 204) expect(operation.of.responses[204]).toBeDefined();
    else expect(faults(operation, answer.status, String(answer.headers['content-type']), answer.json)).toEqual([]);
  });

  it('the table above has every operation but retryJob, which has nothing to run again here', () => {
    const missing = operations.map((o) => o.id).filter((id) => !CALLS.some(([known]) => known === id));
    expect(missing).toEqual(['retryJob']);
  });

  it.each(['csv', 'jsonl', 'geojson', 'gexf', 'graphml', 'xlsx', 'parquet'])(
    'export %s streams its media type',
    async (format) => {
      const answer = await house.ask('GET', `/api/v1/export/${format}`);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-disposition']).toContain(`symbion.${format}`);
      expect(answer.text.length).toBeGreaterThan(100);
      const operation = operations.find((o) => o.id === 'exportRun')!;
      expect(Object.keys(operation.of.responses[200].content)).toContain(
        String(answer.headers['content-type']).split(';')[0],
      );
    },
  );

  it('every explanation, also of pairs never proposed, is as documented', async () => {
    const operation = operations.find((o) => o.id === 'explainPair')!;
    for (const demand of ['N001', 'N002', 'N003', 'N010', 'N020', 'N040', 'N060', 'N080'])
      for (const output of ['O001', 'O010', 'O015', 'O050']) {
        const answer = await house.ask('GET', `/api/v1/pairs/${output}/${demand}`);
        expect(faults(operation, answer.status, String(answer.headers['content-type']), answer.json)).toEqual([]);
      }
  });
});
