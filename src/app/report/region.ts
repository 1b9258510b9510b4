import type { Bilingual, Explanation, Flow } from '../../domain/index.ts';
import { type Block, type Document, heading, paragraph } from '../../report/index.ts';
import type { RegionPicture } from '../symbion.ts';
import { decided } from './decided.ts';
import { exchangeTable } from './exchanges.ts';
import {
  basesOf,
  companyName,
  explainMatch,
  fieldName,
  firstMatches,
  flowName,
  type ReportSource,
  regionOf,
} from './source.ts';

/** Rows of each table: what a meeting can talk about. */
const BEST = 15;
/** The largest outputs asked for a taker. */
const ASKED = 200;

/** What a region's team takes to a meeting: the picture, the best exchanges, what is agreed, what is closed, what is missing, how it was computed. */
export async function reportRegion(
  source: ReportSource,
  region: string | undefined,
  picture: RegionPicture,
): Promise<Document> {
  const { lang } = source;
  const t = (text: Bilingual) => text[lang];
  const here = region === undefined ? {} : { region };
  const open = { ...here, regime: 'open', inferred: false } as const;
  const byMoney = await firstMatches(source, { ...open, sort: 'money' }, BEST);
  const byCo2 = await firstMatches(source, { ...open, sort: 'co2' }, BEST);
  const guessed = await firstMatches(source, { ...open, inferred: true, sort: 'score' }, BEST);
  const closed = await firstMatches(source, { ...here, regime: 'blocked', sort: 'score' }, BEST);
  const explained = [...byMoney, ...byCo2].map((match) => explainMatch(source, match));
  return {
    title: t({
      ru: `Промышленный симбиоз: ${region ?? 'все регионы'}`,
      en: `Industrial symbiosis: ${region ?? 'all regions'}`,
    }),
    lang,
    blocks: [
      ...pictureOf(source, picture),
      ...exchangeTable(source, t({ ru: 'Лучшие обмены по деньгам', en: 'Best exchanges by money' }), byMoney),
      ...exchangeTable(source, t({ ru: 'Лучшие обмены по CO2', en: 'Best exchanges by CO2' }), byCo2),
      ...exchangeTable(
        source,
        t({ ru: 'Возможны, если предположенное подтвердится', en: 'Possible, if what was inferred is confirmed' }),
        guessed,
      ),
      ...(await decided(source, region)),
      ...exchangeTable(
        source,
        t({ ru: 'Подходят, но закрыты режимом границы', en: 'Fit, but closed by the border regime' }),
        closed,
      ),
      ...(await untaken(source, region)),
      ...questions(source, explained),
      ...method(source, explained),
    ],
  };
}

function pictureOf({ lang }: ReportSource, picture: RegionPicture): Block[] {
  const t = (text: Bilingual) => text[lang];
  return [
    heading(t({ ru: 'Картина', en: 'Picture' })),
    {
      kind: 'table',
      header: [t({ ru: 'Показатель', en: 'What' }), t({ ru: 'Значение', en: 'Value' })],
      rows: [
        [t({ ru: 'Предприятий', en: 'Companies' }), picture.companies],
        [t({ ru: 'Заявленных потоков', en: 'Declared flows' }), picture.flows],
        [t({ ru: 'Предложенных обменов', en: 'Proposed exchanges' }), picture.matches],
        [t({ ru: 'Закрыто режимом границы', en: 'Closed by the border regime' }), picture.blocked],
        [
          t({ ru: 'Может быть обменяно, т в год', en: 'Could be exchanged, t a year' }),
          picture.exchangeableTonnesPerYear,
        ],
        [t({ ru: 'Выгода, EUR в год', en: 'Net benefit, EUR a year' }), picture.netBenefitEurPerYear],
        [t({ ru: 'Предотвращено CO2, т в год', en: 'CO2 avoided, t a year' }), picture.co2AvoidedKgPerYear / 1000],
      ],
    },
    paragraph(
      t({
        ru: 'Это возможности, а не договорённости. Что несколько обменов берут у одного потока, сосчитано один раз.',
        en: 'These are possibilities, not agreements. What several exchanges take of one flow is counted once.',
      }),
    ),
  ];
}

/** The largest outputs that nobody takes, and what is paid for them now. */
async function untaken(source: ReportSource, region: string | undefined): Promise<Block[]> {
  const { store, run, view, lang } = source;
  const largest = view.snapshot.flows
    .filter((flow) => flow.direction === 'output' && flow.origin === 'declared' && flow.dimension === 't')
    .filter((flow) => region === undefined || regionOf(source, flow.id) === region)
    .sort((a, b) => (b.quantityPerYear ?? 0) - (a.quantityPerYear ?? 0))
    .slice(0, ASKED);
  const left: Flow[] = [];
  for (const flow of largest) {
    if (left.length === BEST) break;
    const { rows } = await store.findMatches(run.id, { output: flow.id, regime: 'open' }, 1);
    if (rows.length === 0) left.push(flow);
  }
  if (left.length === 0) return [];
  return [
    heading({ ru: 'Крупные выходы без получателя', en: 'Large outputs that nobody takes' }[lang]),
    {
      kind: 'table',
      header: {
        ru: ['Предприятие', 'Что', 'т в год', 'Куда сейчас', 'EUR за т сейчас'],
        en: ['Company', 'What', 't a year', 'Goes to now', 'EUR a t now'],
      }[lang],
      rows: left.map((flow) => [
        companyName(source, flow.companyId),
        flowName(source, flow.id),
        flow.quantityPerYear,
        flow.currentRoute ?? '',
        flow.disposalCostEurPerUnit,
      ]),
    },
  ];
}

/** Whom to ask for what: the unknowns that hold down the exchanges of this report most. */
function questions(source: ReportSource, explained: readonly Explanation[]): Block[] {
  const asked = new Map<string, { readonly flow: string; readonly field: string; points: number }>();
  for (const { flow, field, pointsAtMost } of explained.flatMap((e) => e.missing)) {
    const known = asked.get(`${flow} ${field}`) ?? { flow, field, points: 0 };
    known.points += pointsAtMost;
    asked.set(`${flow} ${field}`, known);
  }
  const first = [...asked.values()].sort((a, b) => b.points - a.points).slice(0, BEST);
  if (first.length === 0) return [];
  const { lang, region } = source;
  return [
    heading({ ru: 'Кого о чём спросить', en: 'Whom to ask for what' }[lang]),
    {
      kind: 'table',
      header: { ru: ['Предприятие', 'Поток', 'Чего не знаем'], en: ['Company', 'Flow', 'Not known'] }[lang],
      rows: first.map(({ flow, field }) => [
        companyName(source, region.flows.get(flow)?.companyId ?? flow),
        flowName(source, flow),
        fieldName(source, field),
      ]),
    },
  ];
}

function method({ run, complete, lang }: ReportSource, explained: readonly Explanation[]): Block[] {
  const { asOf, scenario } = run.settings;
  const sources = basesOf(explained);
  return [
    heading({ ru: 'Как посчитано', en: 'How it was computed' }[lang]),
    paragraph(
      {
        ru: `Расчёт ${run.id}: право и цены на ${dateText(asOf, lang)}, режим границ «${scenario}», база знаний ${run.knowledge}.`,
        en: `Run ${run.id}: law and prices as of ${dateText(asOf, lang)}, border regime "${scenario}", knowledge base ${run.knowledge}.`,
      }[lang],
    ),
    paragraph(
      complete
        ? { ru: 'Отчёт содержит конфиденциальные данные.', en: 'This report contains confidential data.' }[lang]
        : {
            ru: 'Конфиденциальные потоки и закрытые предприятия в таблицы не вошли; в картине они сосчитаны.',
            en: 'Confidential flows and companies that are not public are left out of the tables; the picture counts them.',
          }[lang],
    ),
    ...(sources.length > 0
      ? [
          heading({ ru: 'На чём основаны цифры и правовые шаги', en: 'What figures and legal steps rest on' }[lang], 2),
          { kind: 'list', items: sources } as const,
        ]
      : []),
  ];
}

/** An ISO date as it is written in the language. */
export function dateText(iso: string, lang: 'ru' | 'en'): string {
  return lang === 'ru' ? iso.split('-').reverse().join('.') : iso;
}
