import type { Bilingual, KnowledgeBase } from '../../domain/index.ts';
import { type LimitKind, nameLimit, type PlannedExchange, type ShadowPrice } from '../../planning/index.ts';
import type { Region } from '../region/region.ts';
import type { PlanReport } from './plan-region.ts';
import { capexOf, feedDemandOf, type ImaginedPlant, type NewPlant, type WhatIf } from './what-if.ts';

/** An exchange of a plan with the words that people read. */
export interface PlannedExchangeView extends PlannedExchange {
  readonly unit: string;
  readonly description: string;
  readonly materialName: Bilingual;
  readonly outputCompany: string;
  readonly demandCompany: string;
  readonly outputCompanyName: string;
  readonly demandCompanyName: string;
  readonly fromSite: string;
  readonly toSite: string;
  readonly confidential: boolean;
}

export interface ShadowPriceView extends ShadowPrice {
  readonly label: Bilingual;
}

export interface PlanView extends Omit<PlanReport, 'plan' | 'before'> {
  readonly plan?: Omit<NonNullable<PlanReport['plan']>, 'exchanges' | 'prices'> & {
    readonly exchanges: readonly PlannedExchangeView[];
    readonly prices: readonly ShadowPriceView[];
  };
  /** The plan of the world as it is, for a what-if. */
  readonly before?: Pick<NonNullable<PlanReport['before']>, 'value' | 'totals'>;
  /** For a what-if with new plants: whether each would be built. */
  readonly plants?: readonly ImaginedPlant[];
  /** Names of all that the plan names: flows, companies, processes. */
  readonly names: Readonly<Record<string, Bilingual>>;
}

/** @param region as it is planned: the imagined one for a what-if */
export function viewPlan(
  region: Region,
  knowledge: KnowledgeBase,
  report: PlanReport,
  { plants = [] }: WhatIf,
): PlanView {
  const { plan, before, ...rest } = report;
  const name = (id: string): Bilingual => nameOf(region, knowledge, id);
  return {
    ...rest,
    ...(plan && {
      plan: {
        ...plan,
        exchanges: plan.exchanges.map((exchange) => viewExchange(region, knowledge, exchange)),
        prices: plan.prices.map((price) => ({ ...price, label: labelOf(price, name) })),
      },
    }),
    ...(before && { before: { value: before.value, totals: before.totals } }),
    ...(plan && plants.length > 0 && { plants: plants.map((plant) => viewPlant(plant, region, knowledge, plan)) }),
    names: nameAll(region, knowledge, [...namedIn(report), ...plants.map(({ process }) => process)]),
  };
}

function viewPlant(
  plant: NewPlant,
  region: Region,
  knowledge: KnowledgeBase,
  { exchanges }: NonNullable<PlanReport['plan']>,
): ImaginedPlant {
  const feed = feedDemandOf(plant, knowledge);
  return {
    process: plant.process,
    site: plant.site,
    capexEur: capexOf(plant, knowledge),
    takesPerYear: exchanges.reduce((sum, e) => (e.demand === feed ? sum + e.productPerYear : sum), 0),
    unit: region.flows.get(feed)?.dimension ?? 't',
  };
}

function viewExchange(region: Region, knowledge: KnowledgeBase, exchange: PlannedExchange): PlannedExchangeView {
  const [output, demand] = [region.flows.get(exchange.output), region.flows.get(exchange.demand)];
  const [giver, taker] = [output, demand].map((flow) => region.companies.get(flow?.companyId ?? ''));
  const material = output?.readings[0]?.material ?? '';
  const isClosed = [output, demand].some((flow) => flow?.confidential === true);
  return {
    ...exchange,
    unit: output?.dimension ?? 't',
    description: output?.description ?? exchange.output,
    materialName: knowledge.materials.get(material)?.name ?? same(output?.description ?? exchange.output),
    outputCompany: giver?.id ?? '',
    demandCompany: taker?.id ?? '',
    outputCompanyName: giver?.name ?? exchange.output,
    demandCompanyName: taker?.name ?? exchange.demand,
    fromSite: output?.siteId ?? '',
    toSite: demand?.siteId ?? '',
    confidential: isClosed || [giver, taker].some((c) => (c?.visibility ?? 'public') !== 'public'),
  };
}

const same = (text: string): Bilingual => ({ ru: text, en: text });

function labelOf({ kind, of }: { kind: LimitKind; of: string }, name: (id: string) => Bilingual): Bilingual {
  const parts = of.split('>').map(name);
  return nameLimit(kind, { ru: parts.map((p) => p.ru).join(' → '), en: parts.map((p) => p.en).join(' → ') });
}

/** What people call each flow, company, site or process. */
export function nameAll(
  region: Region,
  knowledge: KnowledgeBase,
  ids: readonly string[],
): Readonly<Record<string, Bilingual>> {
  return Object.fromEntries([...new Set(ids)].sort().map((id) => [id, nameOf(region, knowledge, id)]));
}

function nameOf(region: Region, knowledge: KnowledgeBase, id: string): Bilingual {
  const flow = region.flows.get(id);
  if (flow) {
    const company = region.companies.get(flow.companyId)?.name ?? flow.companyId;
    return same(`${flow.description || id} (${company})`);
  }
  const company = region.companies.get(id) ?? region.companies.get(region.sites.get(id)?.companyId ?? '');
  if (company) return same(company.name);
  return knowledge.processes.find((process) => process.id === id)?.name ?? same(id);
}

function namedIn({ plan, difference, uncertainty, unknown }: PlanReport): string[] {
  const ids = [
    ...unknown,
    ...(plan?.exchanges ?? []).flatMap((e) => [e.output, e.demand]),
    ...(difference?.exchanges ?? []).flatMap((e) => [e.output, e.demand]),
    ...(uncertainty?.askFirst ?? []).flatMap((q) => [q.flow ?? '', q.company ?? '']),
    ...(uncertainty?.firms ?? []).map((firm) => firm.company),
    ...(uncertainty?.exchanges ?? []).flatMap((e) => [e.output, e.demand]),
  ];
  return ids.filter((id) => id !== '');
}
