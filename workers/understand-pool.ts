import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FlowQuestion, UnderstoodFlow } from '../src/app/import/understand-flow.ts';
import type { Understander } from '../src/app/import/understander.ts';

const THREAD = path.join(import.meta.dirname, 'understand-thread.ts');

/** MB; what a thread remembers takes a third of it. Without a limit it would let garbage lie. */
const MOST_MEMORY = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 48 };

/** Flows to be understood by one thread, one part after another. */
class Thread {
  readonly #worker = new Worker(THREAD, { resourceLimits: MOST_MEMORY });
  /** Parts handed over, in order. */
  readonly #asked: { resolve(understood: readonly UnderstoodFlow[]): void; reject(error: unknown): void }[] = [];
  #fault: unknown;

  constructor() {
    this.#worker.on('message', (understood: readonly UnderstoodFlow[]) => this.#asked.shift()!.resolve(understood));
    this.#worker.once('error', (error) => this.#fail(error));
    this.#worker.once('exit', (code) =>
      this.#fail(new Error(`A thread that understands flows ended with code ${code}.`)),
    );
  }

  get waiting(): number {
    return this.#asked.length;
  }

  understand(questions: readonly FlowQuestion[]): Promise<readonly UnderstoodFlow[]> {
    return new Promise((resolve, reject) => {
      if (this.#fault !== undefined) return reject(this.#fault);
      this.#asked.push({ resolve, reject });
      this.#worker.postMessage(questions);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#fault ??= error;
    for (const { reject } of this.#asked.splice(0)) reject(this.#fault);
  }
}

/** Understands flows in threads beside the one that reads, with the base that comes with the program; a part goes to the thread with the least to do. */
export function understandInThreads(count: number): Understander {
  const threads = Array.from({ length: count }, () => new Thread());
  return {
    ahead: 2 * count,
    understand(questions) {
      const [freest] = [...threads].sort((a, b) => a.waiting - b.waiting);
      return freest!.understand(questions);
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  };
}
