import type { Symbion } from '../../app/symbion.ts';
import type { Handlers } from '../call.ts';
import type { OperationId } from '../contract.ts';
import { companyHandlers } from './companies.ts';
import { fileHandlers } from './files.ts';
import { flowHandlers } from './flows.ts';
import { knowledgeHandlers } from './knowledge.ts';
import { exchangeHandlers, matchHandlers } from './matches.ts';
import { networkHandlers } from './network.ts';
import { planHandlers } from './plans.ts';
import { runHandlers } from './runs.ts';
import { serviceHandlers } from './service.ts';

/** One handler an operation of the contract. */
export function createHandlers(symbion: Symbion, metricsText: () => Promise<string>): Handlers<OperationId> {
  return {
    ...companyHandlers(symbion),
    ...flowHandlers(symbion),
    ...fileHandlers(symbion),
    ...runHandlers(symbion),
    ...matchHandlers(symbion),
    ...networkHandlers(symbion),
    ...planHandlers(symbion),
    ...exchangeHandlers(symbion),
    ...knowledgeHandlers(symbion),
    ...serviceHandlers(symbion, metricsText),
  };
}
