import type { PlanQuestion, SiteQuestion, SplitQuestion, Symbion } from '../../app/symbion.ts';
import type { Handlers } from '../call.ts';
import { EXPORTS } from '../contract/files.ts';
import type { PLAN_ROUTES } from '../contract/plans.ts';
import type { SITING_ROUTES } from '../contract/sitings.ts';
import type { SPLIT_ROUTES } from '../contract/splits.ts';

type PlanRoutes = typeof PLAN_ROUTES & typeof SITING_ROUTES & typeof SPLIT_ROUTES;

import { languageOf } from '../problem.ts';
import { sendFile } from './files.ts';
import { accepted } from './network.ts';

export function planHandlers(symbion: Symbion): Handlers<keyof PlanRoutes> {
  return {
    startPlan: async ({ body: { question = {}, run }, response }) =>
      accepted(response, await symbion.startPlan(question as PlanQuestion, run)),
    getPlan: async ({ params }) => flat(await symbion.getPlan(params.id)),
    exportPlan: ({ params: { id, format }, query, request, response }) =>
      sendFile(
        response,
        `symbion-plan.${format}`,
        EXPORTS[format],
        symbion.exportPlan(id, format, { lang: languageOf(request), ...query }),
      ),
    startSites: async ({ body: { question = {}, run }, response }) =>
      accepted(response, await symbion.startSites(question as SiteQuestion, run)),
    getSites: async ({ params }) => flat(await symbion.getSites(params.id)),
    startSplit: async ({ body: { question = {}, run }, response }) =>
      accepted(response, await symbion.startSplit(question as SplitQuestion, run)),
    getSplit: async ({ params }) => flat(await symbion.getSplit(params.id)),
  };
}

/** What was found, beside which answer it is. */
function flat<A extends { readonly found: object }>({ found, ...answer }: A): Omit<A, 'found'> & A['found'] {
  return { ...answer, ...found };
}
