import {
  activityCodeOf,
  type Bilingual,
  type Explanation,
  type Flow,
  type Match,
  SymbionError,
} from '../../domain/index.ts';
import { type Block, cellText, type Document, heading, paragraph } from '../../report/index.ts';
import {
  basesOf,
  companyName,
  explainMatch,
  fieldName,
  firstMatches,
  flowName,
  limitText,
  materialName,
  type ReportSource,
} from './source.ts';

/** Partners told of each flow: those to call first. */
const PARTNERS = 5;

/**
 * A company's fact sheet: each flow with its first partners, the money, the CO2, the legal steps and what to ask.
 * Throws `not-found` for a company that does not exist or may not be told of.
 */
export async function reportCompany(source: ReportSource, id: string): Promise<Document> {
  const { view, lang } = source;
  const company = view.snapshot.companies.find((one) => one.id === id);
  if (!company)
    throw new SymbionError('not-found', {
      ru: `Предприятие «${id}» не найдено или закрыто.`,
      en: `There is no company "${id}", or it is not public.`,
    });
  const flows = view.snapshot.flows.filter((flow) => flow.companyId === id);
  const told: FlowPartners[] = [];
  for (const flow of flows) {
    const matches = await firstMatches(source, { ...sideOf(flow), regime: 'open', sort: 'score' }, PARTNERS);
    told.push({ flow, partners: matches.map((match) => ({ match, explained: explainMatch(source, match) })) });
  }
  const sites = view.snapshot.sites.filter((site) => site.companyId === id);
  const places = sites.map((site) => [site.town, site.region, site.country].filter(Boolean).join(', '));
  const activity = activityCodeOf(company);
  const sources = basesOf(told.flatMap(({ partners }) => partners.map(({ explained }) => explained)));
  return {
    title: company.name,
    lang,
    blocks: [
      paragraph([...places, ...(activity ? [`NACE ${activity}`] : [])].join('; ')),
      ...told.filter(({ partners }) => partners.length > 0).flatMap((one) => flowBlocks(source, one)),
      ...without(source, told),
      ...(sources.length > 0
        ? [
            heading({ ru: 'На чём основано', en: 'What this rests on' }[lang]),
            { kind: 'list', items: sources } as const,
          ]
        : []),
    ],
  };
}

interface FlowPartners {
  readonly flow: Flow;
  readonly partners: readonly { readonly match: Match; readonly explained: Explanation }[];
}

const sideOf = (flow: Flow) => (flow.direction === 'output' ? { output: flow.id } : { demand: flow.id });

function flowBlocks(source: ReportSource, { flow, partners }: FlowPartners): Block[] {
  const { lang, knowledge } = source;
  const gives = flow.direction === 'output';
  const t = (text: Bilingual) => text[lang];
  return [
    heading(
      `${t(gives ? { ru: 'Отдаёт', en: 'Gives' } : { ru: 'Покупает', en: 'Buys' })}: ${flowName(source, flow.id)}${amount(source, flow)}`,
    ),
    {
      kind: 'table',
      header: gives ? HEAD.gives[lang] : HEAD.takes[lang],
      rows: partners.map(({ match, explained }) => [
        companyName(source, gives ? match.demandCompany : match.outputCompany),
        gives ? flowName(source, match.demand) : flowName(source, match.output),
        match.distanceKm,
        match.quantityPerYear,
        match.netBenefitEurPerYear,
        match.co2KgPerYear === undefined ? undefined : match.co2KgPerYear / 1000,
        priceZone(explained, lang),
        materialName(knowledge, gives ? match.product : match.material, lang),
      ]),
    },
    ...partners.slice(0, 1).flatMap(({ match, explained }) => firstSteps(source, match, explained)),
  ];
}

const HEAD = {
  gives: {
    ru: ['Кому', 'Вместо чего', 'км', 'т, МВт·ч, м³ в год', 'EUR в год', 'т CO2 в год', 'Цена от–до, EUR', 'Заменяет'],
    en: [
      'To whom',
      'In place of',
      'km',
      't, MWh, m³ a year',
      'EUR a year',
      't CO2 a year',
      'Price from–to, EUR',
      'Replaces',
    ],
  },
  takes: {
    ru: ['От кого', 'Что', 'км', 'т, МВт·ч, м³ в год', 'EUR в год', 'т CO2 в год', 'Цена от–до, EUR', 'Материал'],
    en: [
      'From whom',
      'What',
      'km',
      't, MWh, m³ a year',
      'EUR a year',
      't CO2 a year',
      'Price from–to, EUR',
      'Material',
    ],
  },
} as const;

/** What the taker pays the giver: from what the giver accepts to what the taker can bear; below zero the giver pays. */
function priceZone({ money }: Explanation, lang: 'ru' | 'en'): string {
  if (!money || money.priceFrom > money.priceTo) return '–';
  const round = (value: number) => cellText(value, lang);
  return `${round(money.priceFrom)} … ${round(money.priceTo)}`;
}

function amount({ lang }: ReportSource, flow: Flow): string {
  if (flow.quantityPerYear === undefined) return { ru: ' (количество неизвестно)', en: ' (quantity not known)' }[lang];
  const quantity = cellText(flow.quantityPerYear, lang);
  return { ru: `, ${quantity} ${flow.dimension} в год`, en: `, ${quantity} ${flow.dimension} a year` }[lang];
}

/** Of the first partner: the treatment and legal steps, the limits to prove, what to ask. */
function firstSteps(source: ReportSource, match: Match, explained: Explanation): Block[] {
  const { lang, knowledge } = source;
  const use = knowledge.uses.find((one) => one.id === match.use);
  const limits = explained.limits.filter((limit) => limit.outcome === 'unknown');
  const items = [
    ...(use?.treatment[lang] ? [`${{ ru: 'Обработка', en: 'Treatment' }[lang]}: ${use.treatment[lang]}`] : []),
    ...explained.route.map(({ step, citation }) => `${step}${citation ? ` (${citation})` : ''}`),
    ...limits.map(
      (limit) => `${{ ru: 'Показать анализом', en: 'Prove by analysis' }[lang]}: ${limitText(source, limit)}`,
    ),
    ...explained.missing
      .filter(({ field }) => !limits.some((limit) => limit.parameter === field))
      .map(
        ({ flow, field }) =>
          `${{ ru: 'Узнать', en: 'Ask' }[lang]}: ${fieldName(source, field)}, ${flowName(source, flow)}`,
      ),
  ];
  if (items.length === 0) return [];
  const partner = `${companyName(source, match.outputCompany)} → ${companyName(source, match.demandCompany)}`;
  return [heading(`${{ ru: 'Первые шаги', en: 'First steps' }[lang]}: ${partner}`, 2), { kind: 'list', items }];
}

function without(source: ReportSource, told: readonly FlowPartners[]): Block[] {
  const alone = told.filter(({ flow, partners }) => partners.length === 0 && flow.origin === 'declared');
  if (alone.length === 0) return [];
  return [
    heading({ ru: 'Партнёра пока нет', en: 'No partner yet' }[source.lang]),
    { kind: 'list', items: alone.map(({ flow }) => `${flowName(source, flow.id)}${amount(source, flow)}`) },
  ];
}
