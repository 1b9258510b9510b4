import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SymbionError } from '../../domain/index.ts';
import type { Graph, Transaction } from './graph.ts';

/** A lost holder's work may be taken by another after this, ms by the server's clock. */
const LEASE_MS = 20_000;
const RENEW_MS = 5000;
const ASK_AGAIN_MS = 300;

/** Work of many transactions that only one process may do at a time. */
export class Lease {
  readonly #graph: Graph;
  readonly #name: string;
  readonly #owner = randomUUID();

  constructor(graph: Graph, name: string) {
    this.#graph = graph;
    this.#name = name;
  }

  /** Waits for its turn, holds the work while it is done, and gives it back. A holder that died is waited for until its lease runs out. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    while (!(await this.#take())) await sleep(ASK_AGAIN_MS);
    const renewing = setInterval(() => void this.#take().catch(() => undefined), RENEW_MS);
    try {
      return await work();
    } finally {
      clearInterval(renewing);
      await this.#graph.tell('meta/release', { name: this.#name, owner: this.#owner }).catch(() => undefined);
    }
  }

  /** To be asked in each transaction of the work: throws `unavailable` when another has taken over. */
  async check(tx: Transaction): Promise<void> {
    const [row] = await tx.run('meta/held', { name: this.#name, owner: this.#owner });
    if (!row)
      throw new SymbionError('unavailable', {
        ru: 'Запись графа перешла к другому процессу.',
        en: 'Another process has taken over the writing of the graph.',
      });
  }

  async #take(): Promise<boolean> {
    const rows = await this.#graph.tell('meta/lease', { name: this.#name, owner: this.#owner, ms: LEASE_MS });
    return rows.length > 0;
  }
}
