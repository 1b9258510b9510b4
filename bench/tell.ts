/** One measured case: `ratio` is against `baseline`, measured in the same run; `correct` says that the answer was checked and right. */
export interface BenchCase {
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
  readonly correct: boolean;
}

/** Prints a case as a line of JSON or of text; a wrong answer makes the process fail. */
export function tell(measured: BenchCase, json: boolean): void {
  if (!measured.correct) process.exitCode = 1;
  const short = (n: number) => Number(n.toPrecision(4));
  if (json)
    console.log(
      JSON.stringify({
        ...measured,
        value: short(measured.value),
        baseline: short(measured.baseline),
        ratio: short(measured.ratio),
      }),
    );
  else
    console.log(
      `${measured.case}: ${short(measured.value)} ${measured.unit}, ${short(measured.ratio)} x the baseline's ${short(measured.baseline)}, ${measured.correct ? 'right' : 'WRONG'}`,
    );
}
