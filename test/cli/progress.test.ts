import { describe, expect, it } from 'vitest';
import type { JobRecord, Symbion } from '../../src/app/symbion.ts';
import type { Terminal } from '../../src/cli/context.ts';
import { exitCodeOf } from '../../src/cli/exit.ts';
import { followJob, stepIn } from '../../src/cli/progress.ts';
import { STEPS } from '../../src/domain/index.ts';

const terminal = { lang: 'en', interactive: false, signal: new AbortController().signal } as Terminal;

/** A program whose one job ends like this. */
function ending(job: Partial<JobRecord>): Symbion {
  return {
    cancelJob: async () => undefined,
    async *watchJob() {
      yield { job };
    },
  } as unknown as Symbion;
}

async function codeOf(job: Partial<JobRecord>): Promise<number> {
  return followJob(terminal, ending(job), 'a').then(() => 0, exitCodeOf);
}

describe('a job that is followed', () => {
  it('ends the command as its fault does: a wrong question with 2, a server that is away with 3, a slip with 1', async () => {
    expect(await codeOf({ state: 'done' })).toBe(0);
    expect(await codeOf({ state: 'failed', fault: 'input', reason: 'no such site' })).toBe(2);
    expect(await codeOf({ state: 'failed', fault: 'unavailable', reason: 'Neo4j is away' })).toBe(3);
    expect(await codeOf({ state: 'failed', reason: 'x is undefined' })).toBe(1);
    expect(await codeOf({ state: 'cancelled' })).toBe(130);
  });

  it('tells each step in both languages', () => {
    expect(STEPS.filter((step) => !/[а-я]/.test(stepIn('ru', step)))).toEqual([]);
    expect(stepIn('en', 'publish')).toBe('writing the run');
  });
});
