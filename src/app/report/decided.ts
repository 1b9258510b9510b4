import type { Bilingual, Exchange, Match } from '../../domain/index.ts';
import { type Block, heading } from '../../report/index.ts';
import { EXCHANGE_HEAD } from './exchanges.ts';
import { companyName, flowName, type ReportSource, regionOf } from './source.ts';

/** Exchanges read from the store at a time. */
const PAGE = 1000;

const STATES: Readonly<Record<Exchange['state'], Bilingual>> = {
  idea: { ru: 'идея', en: 'idea' },
  analysis: { ru: 'изучается', en: 'in analysis' },
  talks: { ru: 'переговоры', en: 'in talks' },
  agreed: { ru: 'согласовано', en: 'agreed' },
  pilot: { ru: 'опытная партия', en: 'pilot' },
  running: { ru: 'идёт', en: 'running' },
  refused: { ru: 'отказ', en: 'refused' },
};
const ORDER = Object.keys(STATES).reverse() as Exchange['state'][];

/** What people decided, with the yearly effect that the run sees in it. */
export async function decided(source: ReportSource, region: string | undefined): Promise<Block[]> {
  const { store, run, view, lang } = source;
  const rows: { readonly exchange: Exchange; readonly match: Match }[] = [];
  for await (const exchange of allExchanges(source)) {
    if (region !== undefined && ![exchange.output, exchange.demand].some((id) => regionOf(source, id) === region))
      continue;
    const { rows: found } = await store.findMatches(run.id, { output: exchange.output, demand: exchange.demand }, 1);
    if (found[0] && view.allows(found[0])) rows.push({ exchange, match: found[0] });
  }
  if (rows.length === 0) return [];
  rows.sort((a, b) => ORDER.indexOf(a.exchange.state) - ORDER.indexOf(b.exchange.state));
  return [
    heading({ ru: 'Что решено', en: 'What was decided' }[lang]),
    {
      kind: 'table',
      header: [
        { ru: 'Состояние', en: 'State' }[lang],
        ...EXCHANGE_HEAD[lang].slice(0, 3),
        'EUR',
        't CO2',
        { ru: 'Причина', en: 'Reason' }[lang],
      ],
      rows: rows.map(({ exchange, match }) => [
        STATES[exchange.state][lang],
        companyName(source, match.outputCompany),
        flowName(source, match.output),
        companyName(source, match.demandCompany),
        match.netBenefitEurPerYear,
        match.co2KgPerYear === undefined ? undefined : match.co2KgPerYear / 1000,
        exchange.reason ?? '',
      ]),
    },
  ];
}

async function* allExchanges({ store }: ReportSource): AsyncGenerator<Exchange> {
  for (let after: string | undefined; ; ) {
    const page = await store.findExchanges(PAGE, after);
    yield* page.rows;
    if (page.next === undefined) return;
    after = page.next;
  }
}
