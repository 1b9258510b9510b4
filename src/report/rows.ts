import type { Match, Term } from '../domain/index.ts';
import { csvLine } from './csv-line.ts';
import { MATCH_COLUMNS, toMatchRow } from './match-row.ts';

/** Rows joined to one chunk, so that a slow reader holds back the writer at every few hundred kilobytes. */
const CHUNK = 1000;

type Matches = Iterable<Match> | AsyncIterable<Match>;

/** CSV with a header; text that a spreadsheet would take for a formula is quoted with an apostrophe. */
export async function* writeCsv(matches: Matches): AsyncGenerator<string> {
  yield csvLine(MATCH_COLUMNS);
  for await (const chunk of chunks(matches))
    yield chunk.map((match) => csvLine(Object.values(toMatchRow(match)))).join('');
}

/** One JSON object a line, with the terms when `termsOf` is given. */
export async function* writeJsonLines(
  matches: Matches,
  termsOf?: (match: Match) => readonly Term[],
): AsyncGenerator<string> {
  for await (const chunk of chunks(matches))
    yield chunk
      .map((match) => `${JSON.stringify({ ...toMatchRow(match), ...(termsOf && { terms: termsOf(match) }) })}\n`)
      .join('');
}

export async function* chunks(matches: Matches): AsyncGenerator<Match[]> {
  let chunk: Match[] = [];
  for await (const match of matches) {
    chunk.push(match);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
