import { setImmediate } from 'node:timers/promises';

/** Longest stretch of work before the event loop gets its turn, ms. */
const STRETCH_MS = 5;

/** Lets long work give way: `await breath.take()` between steps returns at once unless the stretch is used up. */
export class Breath {
  #until = performance.now() + STRETCH_MS;

  /** True when it is time to give way. */
  get due(): boolean {
    return performance.now() > this.#until;
  }

  async take(): Promise<void> {
    if (!this.due) return;
    await setImmediate();
    this.#until = performance.now() + STRETCH_MS;
  }
}
