import { type Bilingual, type Match, type Snapshot, SymbionError } from '../../domain/index.ts';
import { explain } from '../../engine/index.ts';
import {
  matchNetwork,
  publicView,
  type Sheet,
  writeCsv,
  writeGeoJson,
  writeGexf,
  writeGraphml,
  writeSheets,
} from '../../report/index.ts';
import type { Region } from '../region/region.ts';
import type { PlanView } from './view-plan.ts';

export const PLAN_FORMATS = ['xlsx', 'csv', 'geojson', 'gexf', 'graphml'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

export interface PlanExport {
  readonly include?: 'confidential';
  readonly lang?: 'ru' | 'en';
}

/**
 * A plan as a file: a workbook of all that was asked, or its exchanges as matches with the planned quantities (table, map, network).
 * Confidential flows and companies that are not public stay out unless named. Throws `conflict` for a plan that there is none of.
 */
export async function* exportPlan(
  region: Region,
  found: PlanView,
  format: PlanFormat,
  { include, lang = 'ru' }: PlanExport,
): AsyncGenerator<Uint8Array> {
  if (!found.plan) throw new SymbionError('conflict', found.conflict!.text);
  const view = publicView(region.snapshot, include);
  const matches = plannedMatches(region, found.plan.exchanges).filter((match) => view.allows(match));
  if (format === 'xlsx') {
    yield await writeSheets(sheetsOf(found, shownIn(region.snapshot, view.snapshot), lang));
  } else if (format === 'csv') for await (const text of writeCsv(matches)) yield Buffer.from(text);
  else if (format === 'geojson') for await (const text of writeGeoJson(view.snapshot, matches)) yield Buffer.from(text);
  else {
    const network = matchNetwork(view.snapshot, matches);
    yield Buffer.from(format === 'gexf' ? writeGexf(network) : writeGraphml(network));
  }
}

/** Each exchange as its match, with what the plan moves. */
function plannedMatches(region: Region, exchanges: NonNullable<PlanView['plan']>['exchanges']): Match[] {
  const problem = region.problem();
  return exchanges.flatMap((exchange) => {
    if (!region.flows.has(exchange.output) || !region.flows.has(exchange.demand)) return [];
    const { match } = explain(problem, exchange.output, exchange.demand);
    if (!match) return [];
    return [
      {
        ...match,
        quantityPerYear: exchange.quantityPerYear,
        netBenefitEurPerYear: exchange.worth.money,
        co2KgPerYear: exchange.worth.co2,
      },
    ];
  });
}

/** Whether something may be named: not when it is, or its name has, the id of a flow, site or company that is left out (`O1>N1`, `process at N1`). */
function shownIn(all: Snapshot, open: Snapshot): (name: string) => boolean {
  const idsOf = ({ companies, sites, flows }: Snapshot) => [...companies, ...sites, ...flows].map(({ id }) => id);
  const shown = new Set(idsOf(open));
  const hidden = new Set(idsOf(all).filter((id) => !shown.has(id)));
  return (name) => ![name, ...name.split(/[>@\s]+/)].some((id) => hidden.has(id));
}

function sheetsOf(found: PlanView, mayName: (name: string) => boolean, lang: 'ru' | 'en'): Sheet[] {
  const t = (text: Bilingual) => text[lang];
  const name = (id: string) => found.names[id]?.[lang] ?? id;
  const isShown = ({ output, demand }: { readonly output: string; readonly demand: string }) =>
    mayName(output) && mayName(demand);
  const { plan, front, uncertainty, difference, plants, unknown } = found;
  return [
    {
      name: t({ ru: 'Обмены', en: 'Exchanges' }),
      header: HEADS.exchanges[lang],
      rows: plan!.exchanges
        .filter(isShown)
        .map((e) => [
          e.outputCompanyName,
          e.materialName[lang],
          e.demandCompanyName,
          e.quantityPerYear,
          e.unit,
          e.worth.money,
          e.worth.co2 / 1000,
          e.worth.landfill,
          e.output,
          e.demand,
        ]),
    },
    { name: t({ ru: 'Итог', en: 'Summary' }), header: HEADS.summary[lang], rows: summaryOf(found, lang) },
    {
      name: t({ ru: 'Цена пределов', en: 'Limits' }),
      header: HEADS.limits[lang],
      rows: plan!.prices.filter(({ of }) => mayName(of)).map((price) => [price.label[lang], price.perUnit]),
    },
    ...(unknown.length > 0
      ? [
          {
            name: t({ ru: 'Не учтены', en: 'Left out' }),
            header: HEADS.unknown[lang],
            rows: unknown.filter(mayName).map((id) => [name(id), id]),
          },
        ]
      : []),
    ...(front
      ? [
          {
            name: t({ ru: 'Фронт', en: 'Front' }),
            header: HEADS.front[lang],
            rows: front.map(({ totals, exchanges, exchangeRate }) => [
              totals.money,
              totals.co2 / 1000,
              totals.landfill,
              totals.jobs,
              exchanges,
              exchangeRate,
            ]),
          },
        ]
      : []),
    ...(uncertainty
      ? [
          {
            name: t({ ru: 'Надёжность', en: 'Uncertainty' }),
            header: HEADS.uncertainty[lang],
            rows: uncertainty.exchanges
              .filter(isShown)
              .map((e) => [name(e.output), name(e.demand), e.inPlan, ...Object.values(e.quantityPerYear)]),
          },
          {
            name: t({ ru: 'Кого спросить', en: 'Ask first' }),
            header: HEADS.ask[lang],
            rows: uncertainty.firms
              .filter(({ company }) => mayName(company))
              .map((firm) => [name(firm.company), firm.effect, firm.questions.filter(mayName).join(', ')]),
          },
        ]
      : []),
    ...(difference
      ? [
          {
            name: t({ ru: 'Что изменилось', en: 'Difference' }),
            header: HEADS.difference[lang],
            rows: difference.exchanges.filter(isShown).map((e) => [name(e.output), name(e.demand), e.before, e.after]),
          },
        ]
      : []),
    ...(plants
      ? [
          {
            name: t({ ru: 'Новые заводы', en: 'New plants' }),
            header: HEADS.plants[lang],
            rows: plants
              .filter(({ site }) => mayName(site))
              .map((plant) => [name(plant.process), plant.site, plant.takesPerYear, plant.unit, plant.capexEur]),
          },
        ]
      : []),
  ];
}

function summaryOf({ plan, indicators, beyond }: PlanView, lang: 'ru' | 'en'): (string | number | undefined)[][] {
  const { totals, bound, gap, status, solver, objective } = plan!;
  const row = (text: Bilingual, ...values: (string | number | undefined)[]) => [text[lang], ...values];
  return [
    row({ ru: 'Цель', en: 'Objective' }, objective),
    row({ ru: 'Решение', en: 'Solved' }, `${status}, ${solver}`),
    row({ ru: 'EUR в год', en: 'EUR a year' }, totals.money),
    row({ ru: 'т CO2 в год', en: 't CO2 a year' }, totals.co2 / 1000),
    row({ ru: 'т не на полигон', en: 't kept out of landfill' }, totals.landfill),
    row({ ru: 'рабочих мест', en: 'jobs' }, totals.jobs),
    row({ ru: 'Не больше', en: 'At most' }, beyond?.bound ?? bound),
    row({ ru: 'Разрыв', en: 'Gap' }, gap),
    ...(indicators
      ? [
          row(
            { ru: 'т на полигон: было, станет', en: 't landfilled: before, then' },
            ...pair(indicators, 'landfilledTonnes'),
          ),
          row(
            { ru: 'т покупается: было, станет', en: 't bought new: before, then' },
            ...pair(indicators, 'virginTonnes'),
          ),
          row({ ru: 'Индекс Финна', en: 'Finn cycling index' }, indicators.after.flows.finnCycling),
          row({ ru: 'Цикличность', en: 'Cyclicity' }, indicators.after.cyclicity),
          row({ ru: 'Устойчивость', en: 'Robustness' }, indicators.after.flows.robustness),
        ]
      : []),
  ];
}

function pair({ before, after }: NonNullable<PlanView['indicators']>, of: 'landfilledTonnes' | 'virginTonnes') {
  return [before.after[of], after.after[of]];
}

const HEADS = {
  exchanges: {
    ru: [
      'Отдаёт',
      'Что',
      'Принимает',
      'В год',
      'Ед.',
      'EUR/год',
      'т CO2/год',
      'т не на полигон',
      'Выход',
      'Потребность',
    ],
    en: ['Giver', 'What', 'Taker', 'A year', 'Unit', 'EUR/year', 't CO2/year', 't from landfill', 'Output', 'Demand'],
  },
  summary: { ru: ['Показатель', 'Значение', 'Станет'], en: ['What', 'Value', 'Then'] },
  limits: { ru: ['Предел', 'Ещё единица стоит'], en: ['Limit', 'One more unit is worth'] },
  front: {
    ru: ['EUR/год', 'т CO2/год', 'т не на полигон', 'Рабочих мест', 'Обменов', 'Ещё единица стоит'],
    en: ['EUR/year', 't CO2/year', 't from landfill', 'Jobs', 'Exchanges', 'One more costs'],
  },
  uncertainty: {
    ru: ['Выход', 'Потребность', 'Остаётся, доля', 'P10', 'P50', 'P90'],
    en: ['Output', 'Demand', 'Stays, share', 'P10', 'P50', 'P90'],
  },
  ask: { ru: ['Предприятие', 'Меняет план на', 'О чём'], en: ['Company', 'Changes the plan by', 'About'] },
  unknown: { ru: ['Количество неизвестно', 'Поток'], en: ['Quantity not known', 'Flow'] },
  plants: {
    ru: ['Процесс', 'Площадка', 'Возьмёт в год', 'Ед.', 'Капитал, EUR'],
    en: ['Process', 'Site', 'Takes a year', 'Unit', 'Capital, EUR'],
  },
  difference: { ru: ['Выход', 'Потребность', 'Было', 'Станет'], en: ['Output', 'Demand', 'Before', 'Then'] },
} as const;
