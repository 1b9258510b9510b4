import type * as z from 'zod';
import { COMPANY_ROUTES } from './contract/companies.ts';
import { EXCHANGE_ROUTES } from './contract/exchanges.ts';
import { FILE_ROUTES } from './contract/files.ts';
import { FLOW_ROUTES } from './contract/flows.ts';
import { KNOWLEDGE_ROUTES } from './contract/knowledge.ts';
import { MATCH_ROUTES } from './contract/matches.ts';
import { NETWORK_ROUTES } from './contract/network.ts';
import { PLAN_ROUTES } from './contract/plans.ts';
import { RUN_ROUTES } from './contract/runs.ts';
import { type problem, SERVICE_ROUTES } from './contract/service.ts';
import { SITING_ROUTES } from './contract/sitings.ts';
import { SPLIT_ROUTES } from './contract/splits.ts';

export { EXPORTS } from './contract/files.ts';
export type { Route } from './contract/route.ts';
export { problem } from './contract/service.ts';

/** Every operation of the API: validation, types, routes and the OpenAPI document come from here. */
export const ROUTES = {
  ...COMPANY_ROUTES,
  ...FLOW_ROUTES,
  ...FILE_ROUTES,
  ...RUN_ROUTES,
  ...MATCH_ROUTES,
  ...NETWORK_ROUTES,
  ...PLAN_ROUTES,
  ...SITING_ROUTES,
  ...SPLIT_ROUTES,
  ...EXCHANGE_ROUTES,
  ...KNOWLEDGE_ROUTES,
  ...SERVICE_ROUTES,
} as const;

export type OperationId = keyof typeof ROUTES;

type Part<K extends OperationId, P extends string> =
  (typeof ROUTES)[K] extends Record<P, infer S extends z.ZodType> ? z.output<S> : never;

/** What the API answers to an operation, for programs in TypeScript; `never` when it is no JSON. */
export type Answer<K extends OperationId> = Part<K, 'response'>;

/** What an operation takes, after parsing: numbers are numbers, flags are booleans. */
export type Params<K extends OperationId> = Part<K, 'params'>;
export type Query<K extends OperationId> = Part<K, 'query'>;
export type Body<K extends OperationId> = Part<K, 'body'>;

/** What an operation's body may be before parsing, for those who send it. */
export type BodyInput<K extends OperationId> = (typeof ROUTES)[K] extends { body: infer S extends z.ZodType }
  ? z.input<S>
  : never;

export type Problem = z.output<typeof problem>;
