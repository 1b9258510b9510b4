import type { Symbion } from '../../app/symbion.ts';
import { SymbionError } from '../../domain/index.ts';
import { type Handlers, PAGE } from '../call.ts';
import type { EXCHANGE_ROUTES } from '../contract/exchanges.ts';
import type { MATCH_ROUTES } from '../contract/matches.ts';
import { openCursor, sealed } from '../cursor.ts';
import { expectationOf, sameId, tagged } from '../preconditions.ts';
import { HttpProblem, languageOf } from '../problem.ts';

/** The map draws every site of a region; a page of them is larger than a page of text. */
const SITES = 1000;

export function matchHandlers(symbion: Symbion): Handlers<keyof typeof MATCH_ROUTES> {
  return {
    async findMatches({ query: { limit = PAGE, after, ...question } }) {
      const { run, minMoney, minCo2, ...filter } = question;
      const opened = after === undefined ? undefined : openCursor(question, after);
      const runId = opened?.run ?? run ?? (await currentRun(symbion));
      const page = await symbion.findMatches(
        {
          ...filter,
          ...(minMoney !== undefined && { minNetBenefitEurPerYear: minMoney }),
          ...(minCo2 !== undefined && { minCo2KgPerYear: minCo2 }),
        },
        limit,
        opened?.key,
        runId,
      );
      return { ...sealed(page, question, runId), run: runId };
    },
    explainPair: ({ params, query, request }) =>
      symbion.explainPair(params.output, params.demand, {
        runId: query.run,
        lang: query.lang ?? languageOf(request),
      }),
    whyNot: ({ params, query, request }) =>
      symbion.whyNot(params.id, { runId: query.run, lang: query.lang ?? languageOf(request) }),
    picture: ({ query }) => symbion.picture(query.region, query.run),
    listRegions: async () => ({ rows: await symbion.listRegions() }),
    async findSites({ query: { limit = SITES, after, ...filter } }) {
      const key = after === undefined ? undefined : openCursor(filter, after).key;
      return sealed(await symbion.findSites(filter, limit, key), filter);
    },
  };
}

async function currentRun(symbion: Symbion): Promise<string> {
  const run = await symbion.findRun();
  if (run) return run.id;
  throw new SymbionError('not-found', { ru: 'Расчёта ещё нет: запустите его.', en: 'There is no run yet: start one.' });
}

export function exchangeHandlers(symbion: Symbion): Handlers<keyof typeof EXCHANGE_ROUTES> {
  return {
    async findExchanges({ query: { limit = PAGE, after } }) {
      const key = after === undefined ? undefined : openCursor({}, after).key;
      return sealed(await symbion.findExchanges(limit, key), {});
    },
    exchangeHistory: async ({ params }) => ({ rows: await symbion.exchangeHistory(params.id) }),
    async putExchange({ params, body, request, response }) {
      const exchange = sameId(params, body);
      const version = expectationOf(request);
      // people's decisions are never written over unseen
      if (version === 'any')
        throw new HttpProblem(428, {
          ru: 'Нужен If-Match с ETag обмена: решение людей не переписывается вслепую.',
          en: 'Wanted: If-Match with the ETag of the exchange: a decision of people is not written over unseen.',
        });
      const row = tagged(response, await symbion.putExchange({ ...exchange, version }, version));
      if (version === 0) response.status(201).location(request.originalUrl);
      return row;
    },
  };
}
