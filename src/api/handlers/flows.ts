import type { Symbion } from '../../app/symbion.ts';
import { type Handlers, PAGE } from '../call.ts';
import type { FLOW_ROUTES } from '../contract/flows.ts';
import { openCursor, sealed } from '../cursor.ts';
import { sameId, tagged, versionToReplace } from '../preconditions.ts';

export function flowHandlers(symbion: Symbion): Handlers<keyof typeof FLOW_ROUTES> {
  return {
    async findFlows({ query: { limit = PAGE, after, ...question } }) {
      const { company, ...filter } = question;
      const key = after === undefined ? undefined : openCursor(question, after).key;
      const page = await symbion.findFlows(
        { ...filter, ...(company !== undefined && { companyId: company }) },
        limit,
        key,
      );
      return sealed(page, question);
    },
    getFlow: async ({ params, response }) => tagged(response, await symbion.getFlow(params.id)),
    async putFlow({ params, body, request, response }) {
      const flow = sameId(params, body);
      const version = await versionToReplace(request, () => symbion.getFlow(params.id));
      const row = tagged(response, await symbion.putFlow(flow, version));
      if (version === 0) response.status(201).location(request.originalUrl);
      return row;
    },
    putFlows: ({ body }) => symbion.putFlows(body.flows),
    async retireFlow({ params, request }) {
      const version = await versionToReplace(request, () => symbion.getFlow(params.id));
      await symbion.retireFlow(params.id, version);
    },
    retireFlows: ({ body }) => symbion.retireAll({ flows: body.ids }),
  };
}
