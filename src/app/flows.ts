import { type Flow, type Issue, SymbionError } from '../domain/index.ts';
import { readFlow } from '../ingest/index.ts';
import type { Store, Versioned } from '../store/port.ts';
import { expected } from './companies.ts';
import type { Follower } from './follow/follow-changes.ts';
import { activityOf } from './import/owners.ts';
import { ingestContext } from './import/read-files.ts';
import { flowOf, questionOf, type Understanding, understand } from './import/understand-flow.ts';
import type { FlowInput, Symbion } from './symbion.ts';

type FlowCases = Pick<Symbion, 'findFlows' | 'getFlow' | 'putFlow' | 'putFlows' | 'retireFlow'>;

/** At most this many flows a request; more come as a file. */
const BULK = 10_000;

/** Flows one by one or in bulk, read and checked just as a row of a file is. */
export function flowCases(store: Store, understanding: Understanding, follower?: Follower): FlowCases {
  const getFlow = async (id: string): Promise<Versioned<Flow>> => {
    const [flow] = (await store.findFlows({ ids: [id] }, 1)).rows;
    if (flow) return flow;
    throw new SymbionError('not-found', { ru: `Поток «${id}» не найден.`, en: `There is no flow "${id}".` });
  };
  return {
    findFlows: (filter, limit, after) => store.findFlows(filter, limit, after),
    getFlow,
    async putFlow(input, expectedVersion) {
      const flows = await understandInputs(store, understanding, [input]);
      await follower?.writing([input.id]);
      await store.apply({ flows, ...expected(input.id, expectedVersion) });
      follower?.changed([input.id]);
      return getFlow(input.id);
    },
    async putFlows(inputs) {
      if (inputs.length > BULK)
        throw new SymbionError('too-large', {
          ru: `Не более ${BULK} потоков за раз.`,
          en: `At most ${BULK} flows at once.`,
        });
      const flows = await understandInputs(store, understanding, inputs);
      const ids = inputs.map(({ id }) => id);
      await follower?.writing(ids);
      const report = await store.apply({ flows });
      follower?.changed(ids);
      return report;
    },
    async retireFlow(id, expectedVersion) {
      await getFlow(id);
      await follower?.writing([id]);
      await store.apply({ retireFlows: [id], ...expected(id, expectedVersion) });
      follower?.changed([id]);
    },
  };
}

/** Inputs -> flows; throws `input` with the problems of all of them, the row counted from 1. */
async function understandInputs(
  store: Store,
  understanding: Understanding,
  inputs: readonly FlowInput[],
): Promise<Flow[]> {
  const context = ingestContext(understanding);
  const ids = [...new Set(inputs.map((input) => input.companyId))];
  const owners = (await store.findCompanies({ ids }, Math.max(1, ids.length))).rows;
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const flows: Flow[] = [];
  inputs.forEach((input, i) => {
    const place = { row: i + 1 };
    const fault = (column: string, found: string, ru: string, en: string) =>
      issues.push({ ...place, column, found, wanted: { ru, en }, severity: 'error' });
    const { row, issues: own } = readFlow(toCells(input), { file: '', row: i + 1 }, context);
    issues.push(...own.map(({ file: _, ...issue }) => issue));
    const company = owners.find((owner) => owner.id === input.companyId);
    if (!company) fault('company_id', input.companyId, 'код известного предприятия', 'the id of a known company');
    if (seen.has(input.id)) fault('id', input.id, 'код, которого ещё не было', 'an id not met before');
    seen.add(input.id);
    if (!row || !company) return;
    const siteId = input.siteId ?? company.sites[0]?.id ?? company.id;
    if (!company.sites.some((site) => site.id === siteId))
      fault('site_id', siteId, 'площадка этого предприятия', 'a site of this company');
    const draft = { ...row.draft, siteId };
    const question = questionOf(draft, { ...activityOf(company), name: company.name }, row.unit);
    const understood = understand(understanding, question);
    if (understood.issue) issues.push({ ...place, ...understood.issue });
    flows.push(flowOf(draft, understood));
  });
  if (issues.some((issue) => issue.severity === 'error'))
    throw new SymbionError('input', { ru: 'Потоки не приняты.', en: 'The flows were not accepted.' }, { issues });
  return flows;
}

function toCells(input: FlowInput): Parameters<typeof readFlow>[0] {
  const text = (value: string | number | boolean | undefined) => (value === undefined ? '' : String(value));
  return {
    id: input.id,
    company_id: input.companyId,
    site_id: text(input.siteId),
    direction: input.direction,
    description: text(input.description),
    material: text(input.material),
    ...input.codes,
    quantity: text(input.quantity),
    unit: text(input.unit),
    period: text(input.period),
    state: text(input.state),
    temperature_c: text(input.temperatureC),
    hazard_class: text(input.hazardClass),
    current_route: text(input.currentRoute),
    disposal_cost: text(input.disposalCost),
    price: text(input.price),
    currency: text(input.currency),
    from: text(input.from),
    to: text(input.to),
    composition: text(input.composition),
    confidential: text(input.confidential),
  };
}
