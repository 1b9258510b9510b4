import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIds, type Match } from '../../src/domain/index.ts';
import { sortByDemand } from '../../src/store/ranked/by-demand.ts';
import { decodeMatch, decodeRegions } from '../../src/store/ranked/list-codec.ts';
import { packList, unpackList } from '../../src/store/ranked/packed-list.ts';
import { TextNumbers } from '../../src/store/ranked/text-numbers.ts';
import { match } from '../contract/samples.ts';

const NOWHERE = { output: () => null, demand: () => null };
/** Ids of few letters, so that they begin alike and meet; some beyond ASCII and beyond the BMP. */
const ids = fc.string({ unit: fc.constantFrom('a', 'b', '0', 'ж', '�', '😀'), maxLength: 6 });

describe('a ranked list as bytes', () => {
  it('has its texts once, the output first, and the name that lists of earlier versions have', () => {
    const list = [match('O1', 'N1'), match('O1', 'N2', { rank: 2, score: 400, demandCompany: 'Ж' })];
    const regions = { output: () => 'RU-LEN', demand: ({ demand }: Match) => (demand === 'N1' ? 'RU-LEN' : null) };
    const packed = packList(list, regions);
    const { text } = unpackList(packed);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(text)).toEqual(
      ['O1', 'RU-LEN', 'N1', 'A', 'B', 'u1', 'fly-ash', 'cement', 'N2', 'Ж'], //
    );
    expect(createHash('sha256').update(packed).digest('hex').slice(0, 32)).toBe('2b1d58779992194e295900c52ede5f5b');
  });

  it('gives back every match and both regions, whatever the texts', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 200 });
    const rows = fc.array(fc.record({ demand: texts, demandCompany: texts, use: texts, region: fc.option(texts) }), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(texts, rows, (output, all) => {
        const list = all.map(({ region: _, ...texts }) => match(output, texts.demand, texts));
        const regions = { output: () => 'home', demand: (one: Match) => all[list.indexOf(one)]!.region };
        const { records, text } = unpackList(packList(list, regions));
        expect(list.map((_, k) => decodeMatch(output, records, k, text))).toEqual(list);
        expect(list.map((_, k) => decodeRegions(records, k, text).demandRegion)).toEqual(all.map((r) => r.region));
      }),
      { numRuns: 50 },
    );
  });

  it('is the same whatever was packed before it', () => {
    const lists = fc.array(fc.array(ids, { minLength: 1, maxLength: 80 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(lists, (all) => {
        const bytesOf = (demands: string[]) =>
          Buffer.from(
            packList(
              demands.map((d) => match('o', d)),
              NOWHERE,
            ),
          );
        const once = all.map(bytesOf);
        expect(all.toReversed().map(bytesOf).reverse()).toEqual(once);
      }),
    );
  });
});

describe('numbers of a list’s texts', () => {
  it('are those of a Map, for list after list', () => {
    const numbers = new TextNumbers();
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 400 }), (texts) => {
        const map = new Map<string, number>();
        for (const text of texts) if (!map.has(text)) map.set(text, map.size + 1);
        numbers.clear();
        expect(texts.map((text) => numbers.of(text))).toEqual(texts.map((text) => map.get(text)));
        expect(numbers.count).toBe(map.size);
      }),
    );
  });
});

describe('a list by demand id', () => {
  const sorted = (demands: readonly string[], sort: (list: Match[]) => void) => {
    const list = demands.map((demand) => match('o', demand));
    sort(list);
    return list.map(({ demand }) => demand);
  };

  it('is in the order of UTF-8: N2 before N20, a character beyond the BMP last', () => {
    expect(sorted(['N�', 'N😀', 'N20', 'N2', 'N'], sortByDemand)).toEqual(['N', 'N2', 'N20', 'N�', 'N😀']);
  });

  it('is what comparing ids gives, in short lists and long ones', () => {
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 100 }), (demands) => {
        const wanted = sorted(demands, (list) => list.sort((a, b) => compareIds(a.demand, b.demand)));
        expect(sorted(demands, sortByDemand)).toEqual(wanted);
      }),
    );
  });
});
