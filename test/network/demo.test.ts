import { describe, expect, it } from 'vitest';
import type { Match } from '../../src/domain/index.ts';
import { type Chain, findChains, findClusters } from '../../src/network/index.ts';
import { DEMO_DATE, matchDemo } from './demo-region.ts';

const demo = await matchDemo();
const input = { ...demo, asOf: DEMO_DATE };
const open = { ...input, matches: demo.matches.filter((m) => m.regime === 'open') };
const trees = findChains(open, { by: 'money', top: 200, shape: 'tree', maxSteps: 6, complete: true });
const legs = (c: Chain) => c.steps.map((s) => `${s.fromSite}>${s.toSite} ${Math.round(s.quantityPerYear)}`);
const first = (leg: string) => trees.find((c) => legs(c)[0]!.startsWith(`${leg} `))!;

describe('the five chains of the demo region, as the engine matches it', () => {
  it('C1: feed, manure, biogas; CO2 to the greenhouse, digestate back to the dairy farm', () => {
    const chain = first('S03>S19');
    expect(chain.loop).toBe(true);
    expect(legs(chain)).toEqual(expect.arrayContaining(['S03>S19 40000', 'S19>S18 40000', 'S18>S19 38000']));
    const targets = legs(chain).map((l) => l.split(' ')[0]);
    expect(targets).toEqual(expect.arrayContaining(['S18>S09', 'S18>S12']));
  });

  it('C2: slag to roads, heat to the greenhouse, scale to cement', () => {
    expect(legs(first('S05>S01'))).toEqual(
      expect.arrayContaining(['S05>S01 22000', 'S01>S08 2860', 'S01>S12 3300', 'S01>S25 220']),
    );
  });

  it('C3: 2,500 t of tyres give 550 t of cord', () => {
    expect(legs(first('S09>S16'))).toEqual(
      expect.arrayContaining(['S09>S16 2500', 'S16>S08 1500', 'S16>S01 550', 'S16>S25 275']),
    );
  });

  it('C4: sludge of the cardboard to bricks (a poultry farm that beds on it pays more), rejects to cement', () => {
    const paths = findChains(open, { by: 'money', top: 500, shape: 'path', maxSteps: 2 }).map(legs);
    expect(paths).toContainEqual(['S05>S13 3000', 'S13>S14 240']);
    expect(legs(first('S05>S13'))).toEqual(['S05>S13 3000', 'S13>S20 240', 'S13>S25 120']);
  });

  it('C5: sulphur, then phosphogypsum to cement', () => {
    expect(legs(first('S27>S26'))).toEqual(expect.arrayContaining(['S27>S26 100000', 'S26>S25 50000']));
  });

  it('a chain disappears when one of its sites is switched off', () => {
    const without = findChains(
      { ...open, switchedOff: ['S18'] },
      { by: 'money', top: 200, shape: 'tree', maxSteps: 6 },
    );
    expect(without.some((c) => c.sites.includes('S18'))).toBe(false);
    expect(without.some((c) => legs(c)[0]!.startsWith('S03>S19'))).toBe(false);
  });
});

describe('contamination in the demo region', () => {
  it('sewage sludge let into the digester bars its digestate from the fields and its CO2 from the greenhouse', () => {
    const manure = open.matches.find((m) => m.output === 'O036' && m.demand === 'N025')!;
    const sludge: Match = { ...manure, output: 'O025', outputCompany: 'S10', material: 'sewage-sludge' };
    const chains = findChains(
      { ...open, matches: [...open.matches, sludge] },
      { by: 'tonnes', top: 5000, maxSteps: 2 },
    );
    const thenTo = (output: string) =>
      chains.filter((c) => c.steps[0]!.output === output).map((c) => c.steps[1]!.demand);
    expect(thenTo('O036')).toEqual(expect.arrayContaining(['N015', 'N027']));
    expect(thenTo('O025')).toContain('N012');
    expect(thenTo('O025')).not.toContain('N027');
    expect(thenTo('O025')).not.toContain('N015');
  });
});

describe('across a border', () => {
  it('a chain with a blocked step shows only where blocked ones are asked for, and is marked', () => {
    const options = { by: 'tonnes', top: 100_000, maxSteps: 3 } as const;
    expect(findChains(input, options).every((c) => c.regime === 'open')).toBe(true);
    const blocked = findChains({ ...input, blocked: true }, options).filter((c) => c.regime === 'blocked');
    for (const chain of blocked) {
      const step = chain.steps.find((s) => s.regime === 'blocked')!;
      expect([chain.borders > 0, step.border !== undefined]).toEqual([true, true]);
    }
  });
});

describe('clusters of the demo region', () => {
  it('hold every matched company once and name their place', () => {
    const { clusters } = findClusters(open);
    const members = clusters.flatMap((c) => c.companies);
    expect(new Set(members).size).toBe(members.length);
    expect(new Set(members)).toEqual(new Set(open.matches.flatMap((m) => [m.outputCompany, m.demandCompany])));
    expect(clusters[0]!.name.en).toMatch(/^Колпино: /);
    expect(clusters.every((c) => c.after.landfilledTonnes <= c.before.landfilledTonnes)).toBe(true);
  });
});
