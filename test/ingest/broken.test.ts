import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Issue, SymbionError } from '../../src/domain/index.ts';
import { readCompanies, readFlows } from '../../src/ingest/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const dir = 'fixtures/broken';
const context = { parameters: loadKnowledge().parameters, perEur: { RUB: 95 } };

/** What a file gives: ids of the rows taken and every issue as severity, row, column, found, wanted. */
interface Outcome {
  readonly table: 'companies' | 'flows';
  readonly taken: readonly string[];
  readonly issues: readonly (string | number | null)[][];
}
const expected = JSON.parse(readFileSync(`${dir}/expected.json`, 'utf8')) as Record<string, Outcome>;

async function outcomeOf(
  name: string,
  table: Outcome['table'],
): Promise<{ taken: string[]; issues: readonly Issue[] }> {
  const file = { name, open: () => createReadStream(`${dir}/${name}`) };
  try {
    const read = table === 'flows' ? await readFlows(file, context) : await readCompanies(file);
    return { taken: read.rows.map((row) => ('draft' in row ? row.draft.id : row.company.id)), issues: read.issues };
  } catch (error) {
    if (!(error instanceof SymbionError)) throw error;
    expect(error.kind).toBe('input');
    return { taken: [], issues: error.issues };
  }
}

describe('broken files', () => {
  it('has an expectation for each', () =>
    expect(Object.keys(expected)).toEqual(
      readdirSync(dir)
        .filter((name) => name.endsWith('.csv'))
        .sort(),
    ));

  it.each(Object.entries(expected))(
    '%s: every problem, with row, column, found and wanted',
    async (name, { table, ...outcome }) => {
      const { taken, issues } = await outcomeOf(name, table);
      const told = issues.map((i) => [i.severity, i.row ?? null, i.column ?? null, i.found ?? null, i.wanted.en]);
      expect({ taken, issues: told }).toEqual(outcome);
      for (const issue of issues) {
        expect(issue.file).toBe(name);
        expect(issue.wanted.ru).not.toBe('');
      }
    },
  );
});
