import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Classifier } from '../../src/classify/index.ts';
import type { Codes, Direction, Reading } from '../../src/domain/index.ts';

/** A text with the material that a person reads in it; `expected` may name several, `|` between, each of them right. */
export interface Case {
  readonly text: string;
  readonly lang: 'ru' | 'en';
  readonly direction: Direction;
  readonly nace?: string;
  readonly codes?: Codes;
  readonly expected: readonly string[];
  readonly source: string;
}

/** Reads `text,lang,direction,nace,expected_material,source` beside this file. */
export function casesOf(name: string): Case[] {
  const rows: Record<string, string>[] = parse(readFileSync(new URL(name, import.meta.url)), {
    columns: true,
    skip_empty_lines: true,
  });
  return rows.map((row) => ({
    text: row.text!,
    lang: row.lang as 'ru',
    direction: row.direction as Direction,
    ...(row.nace && { nace: row.nace }),
    expected: row.expected_material!.split('|'),
    source: row.source!,
  }));
}

export interface Verdict {
  readonly cases: number;
  readonly top1: number;
  readonly top3: number;
  /** Of the first readings with confidence 0.8 or more, the share that is right, and how many they are. */
  readonly precision: number;
  readonly sure: number;
  readonly wrong: readonly { readonly of: Case; readonly read: readonly Reading[] }[];
}

/** How often the classifier reads what a person reads. */
export function judge(classifier: Classifier, cases: readonly Case[]): Verdict {
  let top1 = 0;
  let top3 = 0;
  let sure = 0;
  let sureRight = 0;
  const wrong: { of: Case; read: readonly Reading[] }[] = [];
  for (const of of cases) {
    const read = classifier.classify({
      text: of.text,
      codes: of.codes,
      direction: of.direction,
      nace: of.nace,
      top: 5,
    });
    const at = read.findIndex((reading) => of.expected.includes(reading.material));
    if (at === 0) top1++;
    else wrong.push({ of, read });
    if (at >= 0 && at < 3) top3++;
    if (read[0] && read[0].confidence >= 0.8) {
      sure++;
      if (at === 0) sureRight++;
    }
  }
  const n = Math.max(1, cases.length);
  return {
    cases: cases.length,
    top1: top1 / n,
    top3: top3 / n,
    precision: sure === 0 ? 1 : sureRight / sure,
    sure,
    wrong,
  };
}

/** One line a wrong reading, for a person who improves the word lists. */
export function faults({ wrong }: Verdict): string[] {
  return wrong.map(
    ({ of, read }) =>
      `${of.direction} ${of.nace ?? '-'} "${of.text}" wanted ${of.expected.join('|')} read ${read
        .slice(0, 3)
        .map((r) => `${r.material} ${r.confidence}`)
        .join(', ')}`,
  );
}
