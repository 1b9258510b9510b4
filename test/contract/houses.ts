import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInlineJobs } from '../../src/jobs/inline/index.ts';
import type { JobHandlers } from '../../src/jobs/kinds.ts';
import type { Jobs } from '../../src/jobs/port.ts';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import type { Store } from '../../src/store/port.ts';

/** An empty store of a house. `reopen` closes it and opens the same content again; `dispose` leaves nothing behind. */
export interface OpenedStore {
  readonly store: Store;
  reopen(): Promise<Store>;
  dispose(): Promise<void>;
}

/**
 * Jobs of a house over an empty journal. `start` makes a consumer with these handlers (their names are the kinds), `concurrency` at a
 * time; it may be called again after `close`, on the same journal, as a restart.
 */
export interface OpenedJobs {
  readonly store: Store;
  start(handlers: JobHandlers, concurrency?: number): Promise<Jobs>;
  dispose(): Promise<void>;
}

/** Add a second adapter here (or call the suites with it) and it is held to the same. */
export const storeHouses: readonly { readonly name: string; open(): Promise<OpenedStore> }[] = [
  { name: 'embedded', open: openEmbeddedHouse },
];

export const jobHouses: readonly { readonly name: string; open(): Promise<OpenedJobs> }[] = [
  { name: 'inline', open: openInlineHouse },
];

async function openEmbeddedHouse(): Promise<OpenedStore> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-store-'));
  const file = path.join(folder, 'symbion.db');
  let store = openEmbeddedStore(file);
  return {
    store,
    async reopen() {
      await store.close();
      store = openEmbeddedStore(file);
      return store;
    },
    async dispose() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openInlineHouse(): Promise<OpenedJobs> {
  const { store, dispose } = await openEmbeddedHouse();
  return {
    store,
    start: async (handlers, concurrency = 1) =>
      createInlineJobs({ store, handlers, concurrency, kinds: Object.keys(handlers) }),
    dispose,
  };
}
