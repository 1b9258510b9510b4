import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Match } from '../../src/domain/index.ts';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import type { MatchFilter, Store } from '../../src/store/port.ts';
import { match, numbers, run } from '../contract/samples.ts';

/** More than are walked along an order, so that the narrowest filter's rows are looked through. */
const OUTPUTS = 2500;
const TOP = 20;

const below = numbers(5);
const ALL: Match[] = Array.from({ length: OUTPUTS * TOP }, (_, n) => {
  const [o, k] = [Math.floor(n / TOP), n % TOP];
  return match(`o${String(o).padStart(5, '0')}`, `d${String((o + 97 * k) % OUTPUTS).padStart(5, '0')}`, {
    outputCompany: `c${o % 300}`,
    demandCompany: `c${(o + 97 * k) % 311}`,
    rank: k + 1,
    score: below(900),
    material: `m${o % 60}`,
    netBenefitEurPerYear: below(1_000_000) - 300_000,
    co2KgPerYear: below(1_000_000),
    inferred: below(9) === 0,
  });
});
const regionOf = (company: string) => `R${Number(company.slice(1)) % 40}`;

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-many-'));
  store = openEmbeddedStore(path.join(folder, 'symbion.db'));
  await store.publishRun(run('many'), ALL, undefined, {
    output: ({ outputCompany }) => regionOf(outputCompany),
    demand: ({ demandCompany }) => regionOf(demandCompany),
  });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const KEYS = {
  score: 'score',
  money: 'netBenefitEurPerYear',
  co2: 'co2KgPerYear',
  quantity: 'quantityPerYear',
} as const;

function plainly(filter: MatchFilter): string[] {
  const key = (m: Match) => m[KEYS[filter.sort ?? 'score']] ?? Number.NEGATIVE_INFINITY;
  const among = (wanted: string | undefined, ...found: string[]) => wanted === undefined || found.includes(wanted);
  return ALL.filter(
    (m) =>
      among(filter.region, regionOf(m.outputCompany), regionOf(m.demandCompany)) &&
      among(filter.company, m.outputCompany, m.demandCompany) &&
      among(filter.material, m.material) &&
      among(filter.demand, m.demand) &&
      m.score >= (filter.minScore ?? 0) &&
      (m.netBenefitEurPerYear ?? 0) >= (filter.minNetBenefitEurPerYear ?? Number.NEGATIVE_INFINITY) &&
      (filter.inferred ?? m.inferred) === m.inferred,
  )
    .sort(
      (a, b) => key(b) - key(a) || (a.output < b.output ? -1 : a.output > b.output ? 1 : a.demand < b.demand ? -1 : 1),
    )
    .map((m) => `${m.output} ${m.demand}`);
}

const FILTERS: readonly MatchFilter[] = [
  { region: 'R7' },
  { region: 'R7', sort: 'money' },
  { region: 'R7', material: 'm12', inferred: false },
  { company: 'c17', sort: 'co2' },
  { demand: 'd00042' },
  { minScore: 890 },
  { region: 'R3', minScore: 700, minNetBenefitEurPerYear: 500_000, sort: 'money' },
  { company: 'c17', material: 'm12', minScore: 899 },
  { material: 'no such' },
];

it.each(FILTERS)('pages of many matches by %o are those of a plain look at all', async (filter) => {
  const found: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await store.findMatches('many', filter, 150, after);
    found.push(...page.rows.map((m) => `${m.output} ${m.demand}`));
    after = page.next;
    if (after === undefined) break;
  }
  expect(found).toEqual(plainly(filter));
});
