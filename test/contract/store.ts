import type { OpenedStore } from './houses.ts';
import { amendContract } from './store-amend.ts';
import { changesContract } from './store-changes.ts';
import { findContract } from './store-find.ts';
import { matchesContract } from './store-matches.ts';
import { peopleContract } from './store-people.ts';
import { runsContract } from './store-runs.ts';

/** What every store keeps to. `open` gives an empty one each time. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  changesContract(name, open);
  findContract(name, open);
  runsContract(name, open);
  amendContract(name, open);
  matchesContract(name, open);
  peopleContract(name, open);
}
