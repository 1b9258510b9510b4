import { type Issue, SymbionError } from '../domain/index.ts';
import type { Store } from '../store/port.ts';
import type { Symbion } from './symbion.ts';

/** What people decided about matches: kept whatever a run says. */
export function exchangeCases(
  store: Store,
  now: () => Date,
): Pick<Symbion, 'putExchange' | 'findExchanges' | 'exchangeHistory'> {
  return {
    async putExchange(exchange, expectedVersion) {
      const { rows } = await store.findFlows({ ids: [exchange.output, exchange.demand] }, 2);
      const issues = (['output', 'demand'] as const)
        .filter((side) => !rows.some((flow) => flow.id === exchange[side]))
        .map(
          (side): Issue => ({
            column: side,
            found: exchange[side],
            wanted: { ru: 'код известного потока', en: 'the id of a known flow' },
            severity: 'error',
          }),
        );
      if (exchange.state === 'refused' && !exchange.reason)
        issues.push({
          column: 'reason',
          found: '',
          wanted: { ru: 'причина отказа', en: 'the reason of the refusal' },
          severity: 'error',
        });
      if (issues.length > 0)
        throw new SymbionError('input', { ru: 'Обмен не принят.', en: 'The exchange was not accepted.' }, { issues });
      return store.putExchange({ ...exchange, changedAt: now().toISOString() }, expectedVersion);
    },
    findExchanges: (limit, after) => store.findExchanges(limit, after),
    async exchangeHistory(id) {
      const history = await store.exchangeHistory(id);
      if (history.length > 0) return history;
      throw new SymbionError('not-found', { ru: `Обмен «${id}» не найден.`, en: `There is no exchange "${id}".` });
    },
  };
}
