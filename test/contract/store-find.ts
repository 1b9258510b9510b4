import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareIds } from '../../src/domain/index.ts';
import type { Page, Store } from '../../src/store/port.ts';
import type { OpenedStore } from './houses.ts';
import { company, flow, site } from './samples.ts';

/** All pages, one after another; each but the last is full. */
export async function allPages<T>(find: (after?: string) => Promise<Page<T>>, limit: number): Promise<T[]> {
  const rows: T[] = [];
  let after: string | undefined;
  for (let guard = 0; guard < 10_000; guard++) {
    const page = await find(after);
    rows.push(...page.rows);
    if (page.next === undefined) return rows;
    expect(page.rows).toHaveLength(limit);
    after = page.next;
  }
  throw new Error('paging does not end');
}

/** Finding companies and flows: filters, pages, the order of ids. */
export function findContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} store: companies and flows`, () => {
    let opened: OpenedStore;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    const flowIds = async (filter: Parameters<Store['findFlows']>[0]) =>
      (await store.findFlows(filter, 100)).rows.map((row) => row.id);
    const companyIds = async (filter: Parameters<Store['findCompanies']>[0]) =>
      (await store.findCompanies(filter, 100)).rows.map((row) => row.id);

    it('ids come in UTF-8 order, beyond the first plane too', async () => {
      const ids = ['z', 'я', '\uffee', '\u{1f30d}', 'A', 'a', 'a b', 'a-b', '10', '9', 'é', 'e\u0301'];
      await store.apply({ companies: ids.map((id) => company(id)) });
      const sorted = [...ids].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(sorted).toEqual([...ids].sort(compareIds));
      expect(await companyIds({})).toEqual(sorted);
      expect((await store.loadSnapshot()).companies.map((c) => c.id)).toEqual(sorted);
      expect((await allPages((after) => store.findCompanies({}, 5, after), 5)).map((c) => c.id)).toEqual(sorted);
    });

    it('any ids page through in the same order', async () => {
      await store.apply({ companies: [company('C')], sites: [site('C')] });
      const kept = new Set<string>();
      const id = fc
        .string({ unit: 'binary', minLength: 1, maxLength: 12 })
        .filter((s) => s.isWellFormed() && !s.includes('\0'));
      await fc.assert(
        fc.asyncProperty(fc.array(id, { maxLength: 20 }), fc.integer({ min: 1, max: 7 }), async (ids, limit) => {
          await store.apply({ flows: ids.map((one) => flow(one, 'C')) });
          for (const one of ids) kept.add(one);
          const rows = await allPages((after) => store.findFlows({}, limit, after), limit);
          expect(rows.map((row) => row.id)).toEqual([...kept].sort(compareIds));
        }),
        { numRuns: 12, seed: 11 },
      );
    });

    it('flows by company, direction, material, region, ids, and all of these', async () => {
      const ash = { material: 'fly-ash', confidence: 0.9, by: 'name' } as const;
      const slag = { material: 'slag', confidence: 0.4, by: 'code' } as const;
      await store.apply({
        companies: [company('A'), company('B')],
        sites: [site('A'), site('A', { id: 'A/2', region: 'RU-SPE' }), site('B', { region: 'Коми' })],
        flows: [
          flow('1', 'A', { readings: [ash, slag] }),
          flow('2', 'A', { siteId: 'A/2', readings: [slag], direction: 'input' }),
          flow('3', 'B', { readings: [ash] }),
          flow('4', 'B', { direction: 'input' }),
        ],
      });
      expect(await flowIds({ companyId: 'A' })).toEqual(['1', '2']);
      expect(await flowIds({ direction: 'input' })).toEqual(['2', '4']);
      expect(await flowIds({ material: 'slag' })).toEqual(['1', '2']);
      expect(await flowIds({ material: 'fly-ash' })).toEqual(['1', '3']);
      expect(await flowIds({ region: 'RU-SPE' })).toEqual(['2']);
      expect(await flowIds({ region: 'Коми', direction: 'output', material: 'fly-ash' })).toEqual(['3']);
      expect(await flowIds({ ids: ['4', '1', 'nobody'] })).toEqual(['1', '4']);
      expect(await flowIds({ ids: [] })).toEqual([]);
      expect(await flowIds({ region: 'nowhere' })).toEqual([]);
      expect(
        await flowIds({ ids: ['1', '2'], material: 'slag', companyId: 'A', direction: 'output', region: 'RU-LEN' }),
      ).toEqual(['1']);
    });

    it('filters follow changes: a new reading, a site that moves, a flow that moves', async () => {
      const reading = (material: string) => [{ material, confidence: 1, by: 'person' }] as const;
      await store.apply({
        companies: [company('A')],
        sites: [site('A'), site('A', { id: 'A/2', region: 'X' })],
        flows: [flow('1', 'A', { readings: reading('m1') })],
      });
      await store.apply({ flows: [flow('1', 'A', { readings: reading('m2') })] });
      expect(await flowIds({ material: 'm1' })).toEqual([]);
      expect(await flowIds({ material: 'm2' })).toEqual(['1']);
      await store.apply({ sites: [site('A', { region: 'Y' })] });
      expect(await flowIds({ region: 'Y' })).toEqual(['1']);
      expect(await flowIds({ region: 'RU-LEN' })).toEqual([]);
      await store.apply({ flows: [flow('1', 'A', { siteId: 'A/2' })] });
      expect(await flowIds({ region: 'X' })).toEqual(['1']);
      expect(await companyIds({ region: 'RU-LEN' })).toEqual([]);
      expect(await flowIds({ material: 'm2' })).toEqual([]);
      const [first, last] = [reading('m3'), reading('m4')].map((readings) => flow('2', 'A', { readings }));
      await store.apply({ flows: [first!, last!] });
      expect(await flowIds({ material: 'm3' })).toEqual([]);
      expect(await flowIds({ material: 'm4' })).toEqual(['2']);
    });

    it('text: beginnings of words, all of them, any case, Russian too', async () => {
      await store.apply({
        companies: [company('TEC-5', { name: 'ТЭЦ «Северная»' }), company('X', { name: 'Cement works' })],
        sites: [site('TEC-5'), site('X')],
        flows: [
          flow('ash-1', 'TEC-5', { description: 'Зола-унос сухая' }),
          flow('ash-2', 'TEC-5', { description: 'зола мокрая, "гидро" 100% OR NOT' }),
          flow('heat', 'X', { description: "Waste heat 90°C, it's warm*" }),
        ],
      });
      expect(await flowIds({ text: 'зола' })).toEqual(['ash-1', 'ash-2']);
      expect(await flowIds({ text: 'СУХ зола' })).toEqual(['ash-1']);
      expect(await flowIds({ text: 'ash' })).toEqual(['ash-1', 'ash-2']);
      expect(await flowIds({ text: 'Heat' })).toEqual(['heat']);
      expect(await flowIds({ text: 'зола heat' })).toEqual([]);
      expect(await flowIds({ text: 'eat' })).toEqual([]);
      expect(await flowIds({ text: '"гидро' })).toEqual(['ash-2']);
      expect(await flowIds({ text: 'heat*) OR (' })).toEqual([]);
      expect(await companyIds({ text: 'север' })).toEqual(['TEC-5']);
      expect(await companyIds({ text: 'tec' })).toEqual(['TEC-5']);
      await store.apply({ flows: [flow('ash-1', 'TEC-5', { description: 'gypsum' })], retireFlows: ['ash-2'] });
      expect(await flowIds({ text: 'зола' })).toEqual([]);
      expect(await flowIds({ text: 'gyps' })).toEqual(['ash-1']);
    });

    it('companies by one site that has both region and country', async () => {
      await store.apply({
        companies: [company('A'), company('B'), company('C')],
        sites: [
          site('A', { region: 'R1', country: 'RU' }),
          site('A', { id: 'A/2', region: 'R2', country: 'FI' }),
          site('B', { region: 'R2', country: 'RU' }),
        ],
      });
      expect(await companyIds({ region: 'R2' })).toEqual(['A', 'B']);
      expect(await companyIds({ country: 'RU' })).toEqual(['A', 'B']);
      expect(await companyIds({ region: 'R2', country: 'RU' })).toEqual(['B']);
      expect(await companyIds({ ids: ['C', 'A'] })).toEqual(['A', 'C']);
      expect((await store.findCompanies({ ids: ['A'] }, 1)).rows[0]?.sites.map((s) => s.id)).toEqual(['A/1', 'A/2']);
    });
  });
}
