import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareIds, type Snapshot, SymbionError } from '../../src/domain/index.ts';
import { ContentSum, rowContent } from '../../src/store/content.ts';
import type { ChangeSet, Store } from '../../src/store/port.ts';
import type { OpenedStore } from './houses.ts';
import { company, flow, site } from './samples.ts';

const NONE = { added: 0, changed: 0, unchanged: 0, retired: 0 };

/** Writing of companies, sites and flows: whole or not at all. */
export function changesContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} store: change sets`, () => {
    let opened: OpenedStore;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    const two = (): ChangeSet => ({
      companies: [company('B'), company('A')],
      sites: [site('A'), site('B')],
      flows: [flow('f2', 'A'), flow('f1', 'B')],
    });
    const versionOf = async (id: string) => (await store.findFlows({ ids: [id] }, 1)).rows[0]?.version;

    it('an empty store is empty', async () => {
      expect(await store.loadSnapshot()).toEqual({ companies: [], sites: [], flows: [] });
      expect(await store.snapshotHash()).toBe(new ContentSum().toString());
      expect((await store.findFlows({}, 10)).rows).toEqual([]);
      expect((await store.findCompanies({}, 10)).next).toBeUndefined();
      expect(await store.findRun()).toBeUndefined();
      expect((await store.check()).problems).toEqual([]);
    });

    it('what was written is read, by id, whatever the order it came in', async () => {
      const report = await store.apply(two());
      expect(report).toEqual({ companies: { ...NONE, added: 2 }, flows: { ...NONE, added: 2 } });
      const snapshot = await store.loadSnapshot();
      expect(snapshot).toEqual({
        companies: [company('A'), company('B')],
        sites: [site('A'), site('B')],
        flows: [flow('f1', 'B'), flow('f2', 'A')],
      });
    });

    it('every field comes back as it went in', async () => {
      const full = flow('f', 'A', {
        description: 'зола-унос «сухая» 🌍 \u2028 "x"\n',
        codes: { ewc: '100102', fkko: '61111001204', cpa: '38.11', okpd2: '38.11.5', hs: '262190' },
        readings: [
          { material: 'fly-ash', confidence: 0.9, by: 'name' },
          { material: 'ash', confidence: 0.1 + 0.2, by: 'code' },
        ],
        dimension: 't',
        quantityPerYear: 1e-7,
        measurements: [{ parameter: 'loi', operator: '<=', value: 4.25 }],
        unread: ['??'],
        hazardClass: 5,
        confidential: true,
      });
      await store.apply({
        companies: [company('A', { nace: '23.51', employees: 12 })],
        sites: [site('A', { lat: 59.9, lon: -0.5 })],
        flows: [full],
      });
      const snapshot = await store.loadSnapshot();
      expect(snapshot.flows).toEqual([full]);
      expect(snapshot.sites[0]).toEqual(site('A', { lat: 59.9, lon: -0.5 }));
      expect((await store.findFlows({}, 1)).rows[0]).toEqual({ ...full, version: 1 });
    });

    it('an unchanged row keeps its version, a changed one rises by one', async () => {
      await store.apply(two());
      const report = await store.apply({ ...two(), flows: [flow('f2', 'A', { description: 'new' }), flow('f1', 'B')] });
      expect(report).toEqual({ companies: { ...NONE, unchanged: 2 }, flows: { ...NONE, changed: 1, unchanged: 1 } });
      expect(await versionOf('f2')).toBe(2);
      expect(await versionOf('f1')).toBe(1);
    });

    it('a site is part of its company: its change raises the version once', async () => {
      await store.apply(two());
      const report = await store.apply({
        companies: [company('A')],
        sites: [site('A', { town: 'Kirishi' }), site('A', { id: 'A/2' })],
      });
      expect(report.companies).toEqual({ ...NONE, changed: 1 });
      const { rows } = await store.findCompanies({ ids: ['A', 'B'] }, 5);
      expect(rows.map((row) => [row.id, row.version, row.sites.length])).toEqual([
        ['A', 2, 2],
        ['B', 1, 1],
      ]);
      expect((await store.apply({ sites: [site('A', { id: 'A/2' })] })).companies).toEqual(NONE);
      expect((await store.apply({ sites: [site('B', { id: 'B/2' })] })).companies).toEqual({ ...NONE, changed: 1 });
    });

    it('a flow of no site and a site of no company are told all at once and nothing is written', async () => {
      const before = await store.snapshotHash();
      const error = await fault(
        store.apply({
          companies: [company('A')],
          sites: [site('A'), site('nobody')],
          flows: [flow('f1', 'A'), flow('f2', 'A', { siteId: 'nowhere' }), flow('f3', 'A', { companyId: 'B' })],
        }),
      );
      expect(error.kind).toBe('input');
      expect(error.issues.map((issue) => issue.found)).toEqual(['nobody', 'nowhere', 'B']);
      expect(await store.snapshotHash()).toBe(before);
      expect(await store.loadSnapshot()).toEqual({ companies: [], sites: [], flows: [] });
    });

    it.each([
      ['', 'empty'],
      ['a\0b', 'NUL'],
      ['\ud800', 'half a character'],
      ['я'.repeat(201), '402 bytes'],
    ])('an id that is none (%#) is refused', async (id) => {
      expect((await fault(store.apply({ companies: [company(id)] }))).kind).toBe('input');
    });

    it('a number that is not finite is refused and nothing is written', async () => {
      await store.apply(two());
      const before = await store.snapshotHash();
      expect(
        (
          await fault(
            store.apply({ companies: [company('C')], flows: [flow('f1', 'B', { quantityPerYear: Number.NaN })] }),
          )
        ).kind,
      ).toBe('input');
      expect(await store.snapshotHash()).toBe(before);
    });

    it('expect: another version is stale and nothing is written', async () => {
      await store.apply(two());
      const before = await store.loadSnapshot();
      for (const expectation of [
        [['f1', 2]],
        [['f1', 0]],
        [['new', 1]],
        [
          ['f1', 1],
          ['A', 7],
        ],
      ] as const) {
        const error = await fault(
          store.apply({ flows: [flow('f1', 'B', { description: 'x' })], expect: new Map<string, number>(expectation) }),
        );
        expect(error.kind).toBe('stale');
      }
      expect(await store.loadSnapshot()).toEqual(before);
      await store.apply({
        flows: [flow('f1', 'B', { description: 'x' }), flow('new', 'A')],
        expect: new Map([
          ['f1', 1],
          ['A', 1],
          ['new', 0],
        ]),
      });
      expect(await versionOf('f1')).toBe(2);
    });

    it('expect: of two writers with one version, one wins', async () => {
      await store.apply(two());
      const write = (text: string) =>
        store.apply({ flows: [flow('f1', 'B', { description: text })], expect: new Map([['f1', 1]]) });
      const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map(write));
      expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
      expect(await versionOf('f1')).toBe(2);
    });

    it('expect: an id that a flow of the set bears is the flow, else the company', async () => {
      await store.apply(two());
      await store.apply({ companies: [company('f1', { name: 'Namesake' })], expect: new Map([['f1', 0]]) });
      await store.apply({ flows: [flow('f1', 'B', { description: '2' })], expect: new Map([['f1', 1]]) });
      expect((await fault(store.apply({ companies: [company('f1')], expect: new Map([['f1', 2]]) }))).kind).toBe(
        'stale',
      );
    });

    it('retiring a company retires its sites and flows; unknown ids are passed over', async () => {
      await store.apply(two());
      const report = await store.apply({ retireCompanies: ['A', 'unknown'] });
      expect(report).toEqual({ companies: { ...NONE, retired: 1 }, flows: { ...NONE, retired: 1 } });
      expect((await store.loadSnapshot()).flows.map((f) => f.id)).toEqual(['f1']);
      expect((await store.findCompanies({ ids: ['A'] }, 5)).rows).toEqual([]);
      expect((await store.findFlows({ companyId: 'A' }, 5)).rows).toEqual([]);
      expect(await store.apply({ retireCompanies: ['A'], retireFlows: ['f2'] })).toEqual({
        companies: NONE,
        flows: NONE,
      });
      expect((await fault(store.apply({ flows: [flow('f9', 'A')] }))).kind).toBe('input');
    });

    it('retiring a site retires its flows and changes its company', async () => {
      await store.apply(two());
      const report = await store.apply({ retireSites: ['A/1'] });
      expect(report).toEqual({ companies: { ...NONE, changed: 1 }, flows: { ...NONE, retired: 1 } });
      expect((await store.findCompanies({ ids: ['A'] }, 1)).rows[0]).toMatchObject({ version: 2, sites: [] });
    });

    it('a retired flow that comes back goes on with a higher version', async () => {
      await store.apply(two());
      await store.apply({ retireFlows: ['f1'] });
      expect(await versionOf('f1')).toBeUndefined();
      const report = await store.apply({ flows: [flow('f1', 'B')], expect: new Map([['f1', 0]]) });
      expect(report.flows).toEqual({ ...NONE, added: 1 });
      expect(await versionOf('f1')).toBeGreaterThan(1);
    });

    it('of an id named twice the last one wins', async () => {
      await store.apply({
        ...two(),
        flows: [flow('f1', 'B', { description: '1' }), flow('f1', 'B', { description: '2' })],
      });
      expect((await store.loadSnapshot()).flows).toEqual([flow('f1', 'B', { description: '2' })]);
    });

    it('a flow can move to another company, also when the old one goes', async () => {
      await store.apply(two());
      await store.apply({ flows: [flow('f2', 'B')], retireCompanies: ['A'] });
      expect((await store.loadSnapshot()).flows.map((f) => [f.id, f.companyId])).toEqual([
        ['f1', 'B'],
        ['f2', 'B'],
      ]);
    });

    it('a stream of change sets is one: parts build on each other, a fault in the last undoes all', async () => {
      async function* parts(last: ChangeSet): AsyncGenerator<ChangeSet> {
        yield { companies: [company('A')], sites: [site('A')] };
        for (let i = 0; i < 30; i++) yield { flows: Array.from({ length: 100 }, (_, k) => flow(`f${i}-${k}`, 'A')) };
        yield last;
      }
      expect((await fault(store.apply(parts({ flows: [flow('bad', 'nobody')] })))).kind).toBe('input');
      expect((await store.loadSnapshot()).companies).toEqual([]);
      const seen: number[] = [];
      const report = await store.apply(parts({ retireFlows: ['f0-0'] }), (rows) => seen.push(rows));
      expect(report).toEqual({ companies: { ...NONE, added: 1 }, flows: { ...NONE, added: 3000, retired: 1 } });
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(seen.length).toBeGreaterThan(0);
      expect((await store.loadSnapshot()).flows).toHaveLength(2999);
    });

    it('a stream that breaks off writes nothing, and the store goes on', async () => {
      async function* broken(): AsyncGenerator<ChangeSet> {
        yield two();
        throw new Error('the line broke');
      }
      await expect(store.apply(broken())).rejects.toThrow('the line broke');
      expect((await store.loadSnapshot()).companies).toEqual([]);
      await store.apply(two());
      expect((await store.loadSnapshot()).companies).toHaveLength(2);
    });

    it('while a stream comes in, readers see the state before and others may read and write', async () => {
      await store.apply(two());
      const before = await store.snapshotHash();
      async function* slow(): AsyncGenerator<ChangeSet> {
        yield { flows: [flow('s1', 'A')] };
        expect((await store.findFlows({}, 10)).rows).toHaveLength(2);
        expect(await store.snapshotHash()).toBe(before);
        await store.putExchange({ id: 'x', output: 'f1', demand: 'f2', state: 'idea', version: 0, changedAt: '' }, 0);
        yield { flows: [flow('s2', 'A')] };
      }
      await store.apply(slow());
      expect((await store.findFlows({}, 10)).rows).toHaveLength(4);
    });

    it('what was acknowledged is there after opening again', async () => {
      await store.apply(two());
      const [hash, snapshot] = [await store.snapshotHash(), await store.loadSnapshot()];
      store = await opened.reopen();
      expect(await store.snapshotHash()).toBe(hash);
      expect(await store.loadSnapshot()).toEqual(snapshot);
    });

    it('the hash is the sum over the content, after any story of changes', async () => {
      const ids = fc.constantFrom('a', 'b', 'ж', '\u{1f30d}');
      const step = fc.record({
        company: ids,
        flow: ids,
        text: fc.constantFrom('x', 'y'),
        retire: fc.constantFrom(0, 0, 0, 1, 2, 3),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          for (const { company: c, flow: f, text, retire } of steps)
            await store.apply(
              retire === 1
                ? { retireCompanies: [c] }
                : retire === 2
                  ? { retireFlows: [f] }
                  : retire === 3
                    ? { retireSites: [`${c}/1`] }
                    : {
                        companies: [company(c, { name: text })],
                        sites: [site(c, { town: text })],
                        flows: [flow(f, c, { description: text })],
                      },
            );
          const snapshot = await store.loadSnapshot();
          expect(await store.snapshotHash()).toBe(sumOf(snapshot));
          expect(snapshot.flows.map((x) => x.id)).toEqual(snapshot.flows.map((x) => x.id).sort(compareIds));
        }),
        { numRuns: 15, seed: 7 },
      );
    });
  });
}

/** The SymbionError that a promise is rejected with. */
export async function fault(work: Promise<unknown>): Promise<SymbionError> {
  const error = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(SymbionError);
  return error as SymbionError;
}

function sumOf(snapshot: Snapshot): string {
  const sum = new ContentSum();
  const add = (kind: 'company' | 'site' | 'flow', row: object) =>
    sum.add(createHash('sha256').update(rowContent(kind, row)).digest());
  for (const row of snapshot.companies) add('company', row);
  for (const row of snapshot.sites) add('site', row);
  for (const row of snapshot.flows) add('flow', row);
  return sum.toString();
}
