import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type Match, SymbionError } from '../../domain/index.ts';
import { canonicalJson } from '../content.ts';
import type { MatchFilter, Page } from '../port.ts';

const SORTS = { score: 'm.score', money: 'm.money', co2: 'm.co2', quantity: 'm.quantity' } as const;

/** Groups matches into lists of one output each; they come together. */
export async function* byOutput(matches: Iterable<Match> | AsyncIterable<Match>): AsyncGenerator<Match[]> {
  let list: Match[] = [];
  for await (const match of matches) {
    if (list.length > 0 && list[0]!.output !== match.output) {
      yield list;
      list = [];
    }
    list.push(match);
  }
  if (list.length > 0) yield list;
}

export function listHash(list: readonly Match[]): Buffer {
  return createHash('sha256').update(canonicalJson(list)).digest();
}

/** A page of a run's matches. The current run is read by its own indexes, an older one through its manifest. */
export function findMatches(
  db: DatabaseSync,
  runId: string,
  current: boolean,
  filter: MatchFilter,
  limit: number,
  after: string | undefined,
): Page<Match> {
  const byRank = filter.output !== undefined && filter.sort === undefined;
  const sort = byRank ? '-ifnull(m.rank, 1e9)' : SORTS[filter.sort ?? 'score'];
  const seal = createHash('sha256').update(`${runId} ${sort}`).digest('hex').slice(0, 12);
  const where: string[] = [];
  const values: (string | number)[] = [];
  const add = (condition: string, ...more: (string | number)[]) => {
    where.push(condition);
    values.push(...more);
  };
  if (current) add('m.current = 1');
  else add('r.run = ?', runId);
  addFilter(filter, add);
  if (after !== undefined) addCursor(openCursor(after, seal), sort, add);
  const from = current ? 'match m' : 'run_list r JOIN match m ON m.list = r.list';
  const rows = db
    .prepare(
      `SELECT ${sort} AS sorted, m.output, m.demand, m.body FROM ${from} WHERE ${where.join(' AND ')} ORDER BY ${sort} DESC, m.output, m.demand LIMIT ?`,
    )
    .all(...values, limit + 1) as { sorted: number | null; output: string; demand: string; body: string }[];
  const page = rows.slice(0, limit).map((row) => JSON.parse(row.body) as Match);
  const last = rows[limit - 1];
  if (rows.length <= limit || !last) return { rows: page };
  const next = Buffer.from(JSON.stringify([seal, last.sorted, last.output, last.demand])).toString('base64url');
  return { rows: page, next };
}

type Add = (condition: string, ...values: (string | number)[]) => void;

function addFilter(filter: MatchFilter, add: Add): void {
  if (filter.output !== undefined) add('m.output = ?', filter.output);
  if (filter.demand !== undefined) add('m.demand = ?', filter.demand);
  if (filter.company !== undefined)
    add('(m.output_company = ? OR m.demand_company = ?)', filter.company, filter.company);
  if (filter.region !== undefined) add('(m.output_region = ? OR m.demand_region = ?)', filter.region, filter.region);
  if (filter.material !== undefined) add('m.material = ?', filter.material);
  if (filter.use !== undefined) add('m.use = ?', filter.use);
  if (filter.minScore !== undefined) add('m.score >= ?', filter.minScore);
  if (filter.minNetBenefitEurPerYear !== undefined) add('m.money >= ?', filter.minNetBenefitEurPerYear);
  if (filter.minCo2KgPerYear !== undefined) add('m.co2 >= ?', filter.minCo2KgPerYear);
  if (filter.inferred !== undefined) add('m.inferred = ?', filter.inferred ? 1 : 0);
  if (filter.regime !== undefined) add('m.regime = ?', filter.regime);
}

/** Rows after the cursor: a smaller key, or the same key and a later pair. Unknown keys come last. */
function addCursor([sorted, output, demand]: readonly [number | null, string, string], sort: string, add: Add): void {
  const later = '(m.output > ? OR (m.output = ? AND m.demand > ?))';
  if (sorted === null) add(`${sort} IS NULL AND ${later}`, output, output, demand);
  else add(`(${sort} < ? OR ${sort} IS NULL OR (${sort} = ? AND ${later}))`, sorted, sorted, output, output, demand);
}

function openCursor(after: string, seal: string): readonly [number | null, string, string] {
  try {
    const [own, sorted, output, demand] = JSON.parse(Buffer.from(after, 'base64url').toString()) as [
      string,
      number | null,
      string,
      string,
    ];
    if (
      own === seal &&
      typeof output === 'string' &&
      typeof demand === 'string' &&
      (sorted === null || typeof sorted === 'number')
    )
      return [sorted, output, demand];
  } catch {}
  throw new SymbionError('input', { ru: 'Ключ страницы не от этого списка.', en: 'The page key is not of this list.' });
}
