import type { Response } from 'express';
import type { Asked, ChainQuestion, ClusterQuestion, Symbion } from '../../app/symbion.ts';
import { type Handlers, PAGE } from '../call.ts';
import type { NETWORK_ROUTES } from '../contract/network.ts';
import { openCursor, sealed } from '../cursor.ts';
import { HttpProblem } from '../problem.ts';

export function networkHandlers(symbion: Symbion): Handlers<keyof typeof NETWORK_ROUTES> {
  return {
    startChains: async ({ body: { question = {}, run }, response }) =>
      accepted(response, await symbion.startChains(question as ChainQuestion, run)),
    async getChains({ params, query: { limit = PAGE, after } }) {
      const { found, ...answer } = await symbion.getChains(params.id);
      return { ...answer, total: found.length, ...slice(found, params.id, limit, after) };
    },
    startClusters: async ({ body: { question = {}, run }, response }) =>
      accepted(response, await symbion.startClusters(question as ClusterQuestion, run)),
    companyNetwork: async ({ params, query }) => ({ rows: await symbion.membershipsOf(params.id, query.run) }),
    async getClusters({ params }) {
      const { found, ...answer } = await symbion.getClusters(params.id);
      return { ...answer, ...found };
    },
  };
}

/** Names the job in Location. */
export function accepted(response: Response, asked: Asked): Asked {
  response.location(`/api/v1/jobs/${asked.job}`);
  return asked;
}

/** A page of an answer that never changes: the key is how many rows came before. */
function slice<T>(
  rows: readonly T[],
  id: string,
  limit: number,
  after?: string,
): { rows: readonly T[]; next?: string } {
  const start = after === undefined ? 0 : Number(openCursor({ id }, after).key);
  if (!Number.isSafeInteger(start) || start < 0)
    throw new HttpProblem(400, { ru: 'Курсор не из этого сервиса.', en: 'The cursor is not one of this service.' });
  const page = { rows: rows.slice(start, start + limit) };
  return start + limit < rows.length ? sealed({ ...page, next: String(start + limit) }, { id }) : page;
}
