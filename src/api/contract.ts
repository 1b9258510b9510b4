import type * as z from 'zod';
import type { ROUTES } from './contract/routes.ts';

export { openApiDocument, openPath } from './contract/openapi.ts';
export { type OperationId, ROUTES, type Route } from './contract/routes.ts';

/** What the API answers to an operation, for programs in TypeScript. */
export type Answer<K extends keyof typeof ROUTES> = (typeof ROUTES)[K] extends { response: infer R extends z.ZodType }
  ? z.output<R>
  : never;
