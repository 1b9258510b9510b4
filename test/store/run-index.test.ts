import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Match } from '../../src/domain/index.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../src/store/embedded/index.ts';
import type { MatchFilter } from '../../src/store/port.ts';
import { differenceOf } from '../../src/store/ranked/run-index.ts';
import { match, run } from '../contract/samples.ts';

const regions = {
  output: ({ outputCompany }: Match) => `R${outputCompany.at(-1)}`,
  demand: ({ demandCompany }: Match) => `R${demandCompany.at(-1)}`,
};

type Drawn = { readonly demand: number; readonly score: number; readonly money: number | undefined };
/** Few scores and amounts, so that most ties are ended by ids. */
const list: fc.Arbitrary<readonly Drawn[]> = fc.uniqueArray(
  fc.record({
    demand: fc.nat(12),
    score: fc.constantFrom(0, 300, 500),
    money: fc.constantFrom(undefined, -5, 0, 70),
  }),
  { selector: ({ demand }) => demand, maxLength: 4 },
);
const outputs = fc.uniqueArray(fc.tuple(fc.nat(9), list), { selector: ([output]) => output, maxLength: 6 });
const nameOf = (output: number) => `o${output}`;

function matchesOf([output, drawn]: readonly [number, readonly Drawn[]]): Match[] {
  return drawn.map(({ demand, score, money }, k) => {
    const { netBenefitEurPerYear: _, ...plain } = match(nameOf(output), `d${demand}`, {
      outputCompany: `c${output % 3}`,
      demandCompany: `c${demand % 4}`,
      material: `m${demand % 2}`,
      rank: k + 1,
      score,
      inferred: demand % 5 === 0,
    });
    return { ...plain, ...(money !== undefined && { netBenefitEurPerYear: money }) };
  });
}

const FILTERS: readonly MatchFilter[] = [
  {},
  { sort: 'money' },
  { region: 'R1' },
  { company: 'c2', sort: 'money' },
  { material: 'm1', minScore: 300 },
  { demand: 'd3' },
  { minNetBenefitEurPerYear: 0, sort: 'co2' },
  { inferred: true, sort: 'quantity' },
];

function plainly(all: readonly Match[], filter: MatchFilter): string[] {
  const keys = {
    score: (m: Match) => m.score,
    money: (m: Match) => m.netBenefitEurPerYear ?? Number.NEGATIVE_INFINITY,
    co2: (m: Match) => m.co2KgPerYear ?? Number.NEGATIVE_INFINITY,
    quantity: (m: Match) => m.quantityPerYear ?? Number.NEGATIVE_INFINITY,
  };
  const key = keys[filter.sort ?? 'score'];
  const among = (wanted: string | undefined, ...found: string[]) => wanted === undefined || found.includes(wanted);
  const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return all
    .filter(
      (m) =>
        among(filter.region, regions.output(m), regions.demand(m)) &&
        among(filter.company, m.outputCompany, m.demandCompany) &&
        among(filter.material, m.material) &&
        among(filter.demand, m.demand) &&
        m.score >= (filter.minScore ?? 0) &&
        (m.netBenefitEurPerYear ?? Number.NEGATIVE_INFINITY) >=
          (filter.minNetBenefitEurPerYear ?? Number.NEGATIVE_INFINITY) &&
        (filter.inferred ?? m.inferred) === m.inferred,
    )
    .sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      return x === y ? inOrder(a.output, b.output) || inOrder(a.demand, b.demand) : y - x;
    })
    .map((m) => `${m.output} ${m.demand}`);
}

describe('the index of a run over that of another', () => {
  let folder: string;
  const file = () => path.join(folder, 'symbion.db');
  const kept = () => path.join(folder, 'warm/symbion.matches');
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-index-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const paged = async (store: EmbeddedStore, id: string, filter: MatchFilter, limit: number) => {
    const found: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await store.findMatches(id, filter, limit, after);
      found.push(...page.rows.map((m) => `${m.output} ${m.demand}`));
      after = page.next;
      if (after === undefined) return found;
    }
  };

  it('differs by what is gone and what is fresh', () => {
    expect(differenceOf(Uint32Array.of(7, 2, 3), Uint32Array.of(9, 7, 4, 3, 5))).toEqual({
      gone: [1],
      fresh: [
        { list: 9, before: 0 },
        { list: 4, before: 2 },
        { list: 5, before: 3 },
      ],
    });
  });

  it('gives the pages of a plain look at all, whatever was amended, by this process or the one before', async () => {
    const scripts = fc.record({
      start: outputs,
      steps: fc.array(fc.record({ lists: outputs, reopen: fc.boolean() }), { minLength: 1, maxLength: 5 }),
      limit: fc.integer({ min: 1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(scripts, async ({ start, steps, limit }) => {
        rmSync(folder, { recursive: true });
        folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-index-'));
        let store = openEmbeddedStore(file(), { keptFrom: 0 });
        const now = new Map(start);
        const all = () => [...now].sort(([a], [b]) => a - b).flatMap(matchesOf);
        await store.publishRun(run('r0'), all(), undefined, regions);
        for (const [n, { lists, reopen }] of steps.entries()) {
          for (const [output, drawn] of lists) now.set(output, drawn);
          const fresh = lists.flatMap(matchesOf);
          await store.amendRun(
            run(`r${n + 1}`),
            `r${n}`,
            lists.map(([output]) => nameOf(output)),
            fresh,
          );
          if (reopen) {
            await store.close();
            store = openEmbeddedStore(file(), { keptFrom: 0 });
          }
          for (const filter of FILTERS.filter(({ region }) => region === undefined))
            expect(await paged(store, `r${n + 1}`, filter, limit)).toEqual(plainly(all(), filter));
        }
        await store.close();
      }),
      { numRuns: 20 },
    );
  });

  const drawn = (score: number) =>
    Array.from({ length: 40 }, (_, o) =>
      matchesOf([o + 10, [{ demand: o % 13, score: score + (o % 3), money: o }]]),
    ).flat();
  const ALL = drawn(300);
  const published = async (all: readonly Match[], at = file()) => {
    const store = openEmbeddedStore(at, { keptFrom: 1 });
    await store.publishRun(run('r'), all, undefined, regions);
    await store.close();
  };
  const expectRight = async (all: readonly Match[]) => {
    const store = openEmbeddedStore(file(), { keptFrom: 1 });
    for (const filter of FILTERS) expect(await paged(store, 'r', filter, 7)).toEqual(plainly(all, filter));
    await store.close();
  };
  const made = () => statSync(kept()).ino;

  it('is there for the next process when a run was published, and is not made again', async () => {
    await published(ALL);
    const before = made();
    await expectRight(ALL);
    expect(made()).toBe(before);
  });

  it.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['foreign', (bytes) => bytes.fill(7, 0, 4)],
    ['of another format', (bytes) => bytes.fill(9, 4, 8)],
    ['truncated', (bytes) => bytes.subarray(0, bytes.length - 1)],
    ['damaged in its directory', (bytes) => bytes.fill(1, 30, 40)],
    ['damaged in its columns', (bytes) => bytes.map((byte, at) => (at > bytes.length / 2 ? byte ^ 1 : byte))],
  ])('is made again where the file is %s', async (_, spoil) => {
    await published(ALL);
    const before = made();
    writeFileSync(kept(), spoil(readFileSync(kept())));
    await expectRight(ALL);
    expect(made()).not.toBe(before);
  });

  it('is made again where another database is put beside it', async () => {
    await published(ALL);
    const before = made();
    const other = path.join(folder, 'other.db');
    await published(drawn(600), other);
    writeFileSync(file(), readFileSync(other));
    await expectRight(drawn(600));
    expect(made()).not.toBe(before);
  });
});
