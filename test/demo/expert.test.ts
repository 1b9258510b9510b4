import { createReadStream, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FileMatches } from '../../src/app/offline.ts';
import { compose } from '../../src/compose.ts';
import type { Match } from '../../src/domain/index.ts';

/** What an expert expects of the demo region: pairs by the flows' ids, several ids separated by spaces. */
interface Row {
  id: string;
  outputs: string;
  demands: string;
  what?: string;
  distance_km?: string;
}

const dir = 'fixtures/demo';
const expert = (name: string): Row[] =>
  parse(readFileSync(`${dir}/expert/${name}.csv`, 'utf8'), { columns: true }) as Row[];
const pairsOf = (row: Row) => row.outputs.split(' ').flatMap((o) => row.demands.split(' ').map((d) => `${o} ${d}`));
const file = (name: string) => ({ name, open: () => createReadStream(`${dir}/${name}`) });

async function matchDemo(scenario: string, infer: boolean): Promise<FileMatches & { all: Match[] }> {
  const result = await compose()
    .offline()
    .matchFiles(
      { companies: file('companies.csv'), flows: file('flows.csv') },
      { top: 50, infer, blocked: true, scenario, asOf: '2026-11-01' },
    );
  return { ...result, all: [...result.matches] };
}

describe('the demo region, as an expert sees it', () => {
  let now: FileMatches & { all: Match[] };
  let before: FileMatches & { all: Match[] };
  let open: Map<string, Match>;

  beforeAll(async () => {
    now = await matchDemo('current', false);
    before = await matchDemo('pre2022', false);
    open = new Map(now.all.filter((m) => m.regime === 'open').map((m) => [`${m.output} ${m.demand}`, m]));
  });

  /** The table of a list: id, best rank, score, distance. */
  function table(rows: Row[], of = open): { id: string; rank: number; score: number; km: number }[] {
    const found = rows.map((row) => {
      const matches = pairsOf(row).flatMap((pair) => of.get(pair) ?? []);
      const best = matches.toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))[0];
      return {
        id: row.id,
        what: row.what ?? '',
        rank: best?.rank ?? 0,
        score: best?.score ?? 0,
        km: best?.distanceKm ?? 0,
      };
    });
    console.table(found);
    return found;
  }

  it('finds all 15 expected exchanges in the top 3 of their stream', () => {
    expect(table(expert('expected')).filter((row) => row.rank < 1 || row.rank > 3)).toEqual([]);
  });

  it('finds at least 15 of the 18 bonus pairs', () => {
    expect(table(expert('bonus')).filter((row) => row.rank >= 1).length).toBeGreaterThanOrEqual(15);
  });

  it('proposes none of the forbidden pairs', () => {
    expect(
      expert('forbidden')
        .flatMap(pairsOf)
        .filter((pair) => open.has(pair)),
    ).toEqual([]);
  });

  it('proposes none of the senseless pairs', () => {
    expect(
      expert('senseless')
        .flatMap(pairsOf)
        .filter((pair) => open.has(pair)),
    ).toEqual([]);
  });

  it('reports the four pairs closed by the regime as blocked, and matches them in the scenario pre2022', () => {
    const wanted = expert('blocked').flatMap(pairsOf);
    const blocked = new Set(now.all.filter((m) => m.regime === 'blocked').map((m) => `${m.output} ${m.demand}`));
    const opened = new Set(before.all.filter((m) => m.regime === 'open').map((m) => `${m.output} ${m.demand}`));
    expect(wanted.filter((pair) => !blocked.has(pair))).toEqual([]);
    expect(wanted.filter((pair) => !opened.has(pair))).toEqual([]);
    expect([...opened].filter((pair) => !open.has(pair)).sort()).toEqual([...blocked].sort());
  });

  it('gives scores that are the sum of their terms', () => {
    const wrong = [...open.values()].filter(
      (m) => m.score !== now.explain(m.output, m.demand).terms.reduce((sum, term) => sum + term.points, 0),
    );
    expect(wrong).toEqual([]);
  });

  it('measures road distance as 1.3 times the great circle, within 5 % of the expert', () => {
    const pipes = new Set(['X04']);
    const sea = new Set(['B18']);
    const off = [...expert('expected'), ...expert('bonus')]
      .filter((row) => !pipes.has(row.id) && !sea.has(row.id))
      .flatMap((row) => pairsOf(row).flatMap((pair) => ({ row, match: open.get(pair) })))
      .filter(({ row, match }) => {
        const expected = Number(row.distance_km);
        return match?.distanceKm !== undefined && Math.abs(match.distanceKm - expected) > 0.05 * expected + 1;
      });
    expect(off.map(({ row }) => row.id)).toEqual([]);
  });

  it('stays at 130 proposals or fewer, and at most doubles them when demands are inferred', async () => {
    expect(open.size).toBeLessThanOrEqual(130);
    const inferred = (await matchDemo('current', true)).all.filter((m) => m.regime === 'open');
    expect(inferred.length).toBeLessThanOrEqual(2 * open.size);
  });
});
