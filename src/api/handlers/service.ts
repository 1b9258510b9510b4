import type { Health, Symbion } from '../../app/symbion.ts';
import type { Handlers } from '../call.ts';
import type { SERVICE_ROUTES } from '../contract/service.ts';
import { openApiDocument } from '../openapi.ts';

const RETRY_SECONDS = '5';

export function serviceHandlers(
  symbion: Symbion,
  metricsText: () => Promise<string>,
): Handlers<keyof typeof SERVICE_ROUTES> {
  return {
    openapi: () => openApiDocument(),
    live: () => ({ live: true }),
    async ready({ response }) {
      const health: Health = await symbion.health();
      if (!health.ready) response.status(503).set('Retry-After', RETRY_SECONDS);
      response.set('Cache-Control', 'no-store');
      // the steps of the schema are for the doctor, not for who asks every few seconds
      const { migrations: _, ...store } = health.store;
      return { ...health, store };
    },
    async metrics({ response }) {
      response.type('text/plain; version=0.0.4').send(await metricsText());
    },
  };
}
