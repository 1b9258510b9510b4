import { describe, expect, it } from 'vitest';
import { type Report, summaryOf } from './summary.ts';

const file = (status: string, ...tests: [status: string, fullName: string][]): Report['testResults'][number] => ({
  status,
  assertionResults: tests.map(([status, fullName]) => ({ status, fullName })),
});
const report = (passed: number, failed: number, ...testResults: Report['testResults'][number][]): Report => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults,
});
const CHECKS = { ran: 3, failed: 0 };
const WITHOUT_JAVA = report(5, 0, file('passed', ['pending', '[services] faults (no Java 17 or 21) both slow']));

describe('the end of the test command', () => {
  it('counts tests and checks', () => {
    expect(summaryOf(report(5, 0, file('passed')), CHECKS, true)).toEqual({
      lines: ['8 passed, 0 failed'],
      failures: 0,
    });
    expect(summaryOf(report(5, 1, file('failed', ['failed', 'x'])), { ran: 3, failed: 1 }, true).lines).toEqual([
      '7 passed, 2 failed',
    ]);
  });

  it('names the service suites that were skipped, with the reason; where they must run, that is a failure', () => {
    const skipped = 'skipped: [services] faults (no Java 17 or 21) both slow';
    expect(summaryOf(WITHOUT_JAVA, CHECKS, false)).toEqual({ lines: [skipped, '8 passed, 0 failed'], failures: 0 });
    expect(summaryOf(WITHOUT_JAVA, CHECKS, true)).toEqual({
      lines: [skipped, 'FAILED: the service suites did not run', '8 passed, 1 failed'],
      failures: 1,
    });
  });

  it('fails when a file broke before its first test, or nothing was told at all', () => {
    expect(summaryOf(report(5, 0, file('failed')), CHECKS, false).failures).toBe(1);
    expect(summaryOf(undefined, CHECKS, false)).toEqual({ lines: ['0 passed, 1 failed'], failures: 1 });
  });
});
