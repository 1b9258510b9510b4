/** What vitest's JSON reporter tells, as far as it is looked at. */
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** The checks before the suites: types, lint. */
export interface Checks {
  readonly ran: number;
  readonly failed: number;
}

/**
 * The last lines of the test command, and how many things failed. What was skipped is told by name; the names of service suites have the reason.
 * Where services must be there (`CI=true`) it is a failure that they are not.
 */
export function summaryOf(report: Report | undefined, { ran, failed }: Checks, ci: boolean) {
  if (!report) return { lines: ['0 passed, 1 failed'], failures: 1 };
  const { numPassedTests, numFailedTests, testResults } = report;
  const skipped = testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'pending' || status === 'skipped')
      .map(({ fullName }) => fullName),
  );
  const withoutServices = ci && skipped.some((name) => name.includes('[services]'));
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  ).length;
  const failures = numFailedTests + brokenFiles + failed + (withoutServices ? 1 : 0);
  return {
    lines: [
      ...skipped.map((name) => `skipped: ${name}`),
      ...(withoutServices ? ['FAILED: the service suites did not run'] : []),
      `${numPassedTests + ran - failed} passed, ${failures} failed`,
    ],
    failures,
  };
}
