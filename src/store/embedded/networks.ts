import type { Membership, Store } from '../port.ts';
import { inOrder } from '../port.ts';
import type { Connection } from './database.ts';
import type { Writer } from './writer.ts';

/** What was found in a run's network: which companies take part in what. */
export function networks(writer: Writer, reader: Connection): Pick<Store, 'putNetwork' | 'findMemberships'> {
  return {
    putNetwork: (run, answer, { chains, clusters }) =>
      writer.write((db) => {
        for (const [kind, found] of [['chain', chains] as const, ['cluster', clusters] as const]) {
          if (!found) continue;
          db.run('DELETE FROM membership WHERE answer = ? AND kind = ?', answer, kind);
          for (const [place, { id, companies }] of found.entries())
            for (const company of new Set(companies))
              db.run('INSERT INTO membership VALUES (?, ?, ?, ?, ?, ?)', run, company, kind, answer, place, id);
        }
      }),

    findMemberships: async (run, company) =>
      reader
        .all<Membership>('SELECT kind, answer, place, id FROM membership WHERE run = ? AND company = ?', run, company)
        .map(({ kind, answer, place, id }) => ({ kind, answer, place, id }))
        .sort(inOrder),
  };
}
