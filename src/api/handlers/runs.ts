import type { Symbion } from '../../app/symbion.ts';
import { SymbionError } from '../../domain/index.ts';
import { type Handlers, PAGE } from '../call.ts';
import type { RUN_ROUTES } from '../contract/runs.ts';
import { sendEvents } from '../events.ts';

export function runHandlers(symbion: Symbion): Handlers<keyof typeof RUN_ROUTES> {
  return {
    async startRun({ body: { settings, force }, response }) {
      const job = await symbion.startRun(settings as Parameters<Symbion['startRun']>[0], { force: force === true });
      response.location(`/api/v1/jobs/${job}`);
      return { job };
    },
    listRuns: async ({ query: { limit = PAGE } }) => ({ rows: await symbion.listRuns(limit) }),
    async getRun({ params: { id } }) {
      const run = await symbion.findRun(id === 'current' ? undefined : id);
      if (run) return run;
      throw new SymbionError('not-found', { ru: `Расчёта «${id}» нет.`, en: `There is no run "${id}".` });
    },
    listJobs: async ({ query: { limit = PAGE } }) => ({ rows: await symbion.listJobs(limit) }),
    getJob: ({ params }) => symbion.getJob(params.id),
    watchJob: ({ params, request, response }) => sendEvents(symbion, params.id, request, response),
    async cancelJob({ params }) {
      await symbion.cancelJob(params.id);
      return symbion.getJob(params.id);
    },
    async retryJob({ params }) {
      const { state } = await symbion.getJob(params.id);
      if (state === 'done' || state === 'waiting' || state === 'active')
        throw new SymbionError('conflict', {
          ru: `Задание в состоянии ${state}: повторять нечего.`,
          en: `The job is ${state}: there is nothing to run again.`,
        });
      await symbion.retryJob(params.id);
      return symbion.getJob(params.id);
    },
  };
}
