import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contaminant, Flow, Match, Material, Process, Rule, Use, UseClass } from '../../src/domain/index.ts';
import { byFallingBound } from '../../src/network/chain-bounds.ts';
import { type Chain, type ChainInput, findChains, followChain } from '../../src/network/index.ts';
import { matchOf, tonnes } from './rows.ts';

const TEXT = { ru: '', en: '' };

function material(id: string, more: Partial<Material> = {}): [string, Material] {
  const plain: Material = {
    id,
    name: TEXT,
    dimension: 't',
    role: 'both',
    euHazardous: false,
    contaminants: [],
    synonymsRu: [],
    synonymsEn: [],
    evidence: 'test',
  };
  return [id, { ...plain, ...more }];
}

const flow = (id: string, site: string, of: string, direction: Flow['direction'], quantity: number) =>
  tonnes(id, site, direction, of, quantity);

function match(output: Flow, demand: Flow, money: number, quantity?: number): Match {
  const plain = matchOf(output, demand, quantity === undefined ? {} : { quantityPerYear: quantity });
  return { ...plain, netBenefitEurPerYear: money * plain.quantityPerYear! };
}

const makes = (id: string, nace: string, input: string, outputs: Record<string, number>): Process => ({
  id,
  name: TEXT,
  nace: [nace],
  inputs: [{ material: input, perUnit: 1 }],
  outputs: Object.entries(outputs).map(([m, y]) => ({ material: m, yield: y })),
  evidence: 'test',
  capex: { eur: 0, atPerYear: 1, exponent: 1, evidence: 'test' },
});

interface World {
  readonly sites: readonly (readonly [id: string, nace: string, country?: string])[];
  readonly flows: readonly Flow[];
  readonly matches: readonly Match[];
  readonly processes: readonly Process[];
  readonly materials?: readonly [string, Material][];
  readonly rules?: readonly Rule[];
}

function inputOf(w: World): ChainInput {
  const materials = new Map(w.flows.map((f) => material(f.readings[0]!.material)));
  for (const [id, m] of w.materials ?? []) materials.set(id, m);
  return {
    matches: w.matches,
    snapshot: {
      companies: w.sites.map(([id, nace]) => ({ id, name: id, nace, visibility: 'public' as const })),
      sites: w.sites.map(([id, , country]) => ({ id, companyId: id, modes: [], ...(country && { country }) })),
      flows: w.flows,
    },
    knowledge: { materials, uses: [] as Use[], processes: w.processes, rules: w.rules ?? [] },
    asOf: '2026-01-01',
  };
}

const line = (c: Chain) =>
  c.steps.map((s) => `${s.after ?? ''}~${s.fromSite}>${s.toSite} ${Number(s.quantityPerYear.toFixed(3))}`).join(' ');

describe('a chain', () => {
  // garage gives 100 tyres -> shredder (0.62 crumb, 0.22 cord) -> road works, steel works
  const tyres = flow('tyres', 'garage', 'tyre', 'output', 100);
  const feed = flow('feed', 'shredder', 'tyre-feed', 'input', 900);
  const crumb = flow('crumb', 'shredder', 'crumb', 'output', 500);
  const cord = flow('cord', 'shredder', 'cord', 'output', 300);
  const road = flow('road', 'roadworks', 'asphalt-rubber', 'input', 40);
  const scrap = flow('scrap', 'steelworks', 'scrap', 'input', 5000);
  const world: World = {
    sites: [
      ['garage', '45.20', 'RU'],
      ['shredder', '38.32', 'RU'],
      ['roadworks', '42.11', 'RU'],
      ['steelworks', '24.10', 'FI'],
    ],
    flows: [tyres, feed, crumb, cord, road, scrap],
    matches: [match(tyres, feed, 10), match(crumb, road, 5), match(cord, scrap, 20)],
    processes: [makes('shredding', '38.32', 'tyre-feed', { crumb: 0.62, cord: 0.22 })],
  };
  const options = { by: 'money', top: 10 } as const;

  it('moves what the step before yields, at most what the next can take', () => {
    expect(findChains(inputOf(world), options).map(line)).toEqual([
      '~garage>shredder 100 1~shredder>steelworks 22',
      '~garage>shredder 100 1~shredder>roadworks 40',
    ]);
  });

  it('as a tree goes both ways at once', () => {
    const [tree] = findChains(inputOf(world), { ...options, shape: 'tree' });
    expect(line(tree!)).toBe('~garage>shredder 100 1~shredder>roadworks 40 1~shredder>steelworks 22');
    expect(tree!.netBenefitEurPerYear).toBeCloseTo(1000 + 200 + 440, 9);
  });

  it('says what limits each step, what is left over and what the taker still needs', () => {
    const [, toRoad] = findChains(inputOf(world), options);
    expect(toRoad!.steps.map((s) => [s.bottleneck, s.leftOverPerYear, s.takerNeedsMorePerYear])).toEqual([
      ['supply', undefined, 800],
      ['demand', 22, 0],
    ]);
    expect(findChains(inputOf(world), options)[0]!.steps[1]!.bottleneck).toBe('yield');
  });

  it('marks borders', () => {
    expect(findChains(inputOf(world), options)[0]).toMatchObject({
      borders: 1,
      steps: [{}, { border: { from: 'RU', to: 'FI' } }],
    });
  });

  it('disappears when one of its sites is switched off', () => {
    for (const site of ['garage', 'shredder'])
      expect(findChains({ ...inputOf(world), switchedOff: [site] }, options)).toEqual([]);
    expect(findChains({ ...inputOf(world), switchedOff: ['steelworks'] }, options)).toHaveLength(1);
  });

  it('needs a blocked match only where blocked ones are asked for', () => {
    const matches = world.matches.map((m) => (m.demand === 'scrap' ? { ...m, regime: 'blocked' as const } : m));
    expect(findChains(inputOf({ ...world, matches }), options)).toHaveLength(1);
    const all = findChains({ ...inputOf({ ...world, matches }), blocked: true }, options);
    expect(all.map((c) => c.regime)).toEqual(['blocked', 'open']);
  });

  it('names what a process needs besides', () => {
    const processes: Process[] = [
      {
        ...makes('shredding', '38.32', 'tyre-feed', { cord: 0.22 }),
        inputs: [
          { material: 'tyre-feed', perUnit: 2 },
          { material: 'nitrogen', perUnit: 1 },
        ],
      },
    ];
    const [chain] = findChains(inputOf({ ...world, processes }), options);
    expect(chain!.steps[0]!.outsideInputs).toEqual([{ material: 'nitrogen', quantityPerYear: 50 }]);
    expect(chain!.steps[1]!.quantityPerYear).toBeCloseTo(11, 9);
  });

  it('refuses an unknown goal and a wrong number of steps', () => {
    expect(() => findChains(inputOf(world), { by: 'fame' as 'money', top: 1 })).toThrow(
      'by fame: one of money, co2, tonnes',
    );
    expect(() => findChains(inputOf(world), { ...options, maxSteps: 7 })).toThrow('maxSteps 7: 2 to 6 steps');
  });
});

describe('a chain that is named pair by pair', () => {
  const fibre = flow('fibre', 'mill', 'fibre', 'output', 100);
  const pulp = flow('pulp', 'board', 'pulp', 'input', 100);
  const rejects = flow('rejects', 'board', 'rejects', 'output', 80);
  const fuel = flow('fuel', 'kiln', 'fuel', 'input', 70);
  const input = inputOf({
    sites: [
      ['mill', '17'],
      ['board', '17'],
      ['kiln', '23'],
    ],
    flows: [fibre, pulp, rejects, fuel],
    matches: [match(fibre, pulp, 10), match(rejects, fuel, 5)],
    processes: [makes('pulping', '17', 'pulp', { rejects: 0.1 })],
  });
  const pair = (output: string, demand: string) => ({ output, demand });

  it('moves what the step before yields, or what it can by itself when nothing feeds it', () => {
    const both = followChain(input, [pair('fibre', 'pulp'), pair('rejects', 'fuel')]);
    expect(line(both)).toBe('~mill>board 100 1~board>kiln 10');
    expect(line(followChain(input, [pair('rejects', 'fuel')]))).toBe('~board>kiln 70');
  });

  it('refuses a pair that is no match, and a flow named twice', () => {
    expect(() => followChain(input, [pair('fibre', 'fuel')])).toThrow('No match with a known quantity: fibre>fuel');
    expect(() => followChain(input, [pair('fibre', 'pulp'), pair('fibre', 'pulp')])).toThrow('Named twice');
  });
});

describe('how far a chain goes', () => {
  // mill -> board works -> brick works, each in another region, the last one abroad
  const place: Readonly<Record<string, { region: string; country: string }>> = {
    mill: { region: 'A', country: 'RU' },
    board: { region: 'A', country: 'RU' },
    bricks: { region: 'B', country: 'RU' },
    kiln: { region: 'C', country: 'FI' },
    yard: { region: 'A', country: 'RU' },
  };
  const fibre = flow('fibre', 'mill', 'fibre', 'output', 100);
  const pulp = flow('pulp', 'board', 'pulp', 'input', 100);
  const rejects = flow('rejects', 'board', 'rejects', 'output', 100);
  const takers = ['bricks', 'kiln', 'yard'].map((id) => flow(`to-${id}`, id, 'fuel', 'input', 100));
  const input: ChainInput = (() => {
    const made = inputOf({
      sites: Object.keys(place).map((id) => [id, '17'] as const),
      flows: [fibre, pulp, rejects, ...takers],
      matches: [match(fibre, pulp, 10), ...takers.map((taker, i) => match(rejects, taker, 5 - i))],
      processes: [makes('pulping', '17', 'pulp', { rejects: 0.1 })],
    });
    return {
      ...made,
      snapshot: { ...made.snapshot, sites: made.snapshot.sites.map((s) => ({ ...s, ...place[s.id] })) },
    };
  })();
  const ends = (reach: ChainInput['reach'], shape: 'path' | 'tree' = 'path') =>
    findChains({ ...input, ...(reach && { reach }) }, { by: 'money', top: 9, shape }).map(
      (c) => c.steps.at(-1)!.toSite,
    );

  it('anywhere, in one region, across regions, across borders', () => {
    expect(ends('anywhere')).toEqual(['bricks', 'kiln', 'yard']);
    expect(ends('within-region')).toEqual(['yard']);
    expect(ends('across-regions')).toEqual(['bricks', 'kiln']);
    expect(ends('across-borders')).toEqual(['kiln']);
    expect(ends('across-borders', 'tree')).toEqual(['kiln']);
  });
  it('refuses an unknown reach', () => {
    expect(() => ends('around the world' as 'anywhere')).toThrow('reach around the world: one of anywhere');
  });
});

describe('contamination propagates', () => {
  const ban: Rule = {
    id: 'sewage-not-soil',
    name: TEXT,
    jurisdiction: '*',
    materials: [],
    contaminants: ['sewage'],
    useClasses: ['soil-food'],
    products: [],
    effect: 'refuse',
    citation: 'test',
  };
  const sludge = flow('sludge', 'works', 'sludge', 'output', 100);
  const substrate = flow('substrate', 'digester', 'substrate', 'input', 900);
  const digestate = flow('digestate', 'digester', 'digestate', 'output', 500);
  const field = flow('field', 'farm', 'fertiliser', 'input', 1000);
  const world = (contaminants: Contaminant[], takerClass: UseClass): World => ({
    sites: [
      ['works', '37'],
      ['digester', '35.21'],
      ['farm', '01.11'],
    ],
    flows: [sludge, substrate, digestate, field],
    matches: [match(sludge, substrate, 10), match(digestate, field, 5)],
    processes: [makes('digestion', '35.21', 'substrate', { digestate: 0.95 })],
    materials: [
      material('sludge', { contaminants }),
      material('substrate', { useClass: takerClass }),
      material('fertiliser', { useClass: 'soil-food' }),
    ],
    rules: [ban],
  });
  const count = (w: World) => findChains(inputOf(w), { by: 'money', top: 5 }).length;

  it('sewage sludge in the digester bars its digestate from food soil', () => {
    expect(count(world([], 'biogas-agri'))).toBe(1);
    expect(count(world(['sewage'], 'biogas-agri'))).toBe(0);
  });

  it('but not what fire has gone through, nor what conversion sanitises', () => {
    expect(count(world(['sewage'], 'boiler-fuel'))).toBe(1);
    expect(count(world(['pathogens'], 'biogas-agri'))).toBe(1);
  });
});

/** All chains by trying everything, straight from the definition. */
function everyPath(input: ChainInput, min: number, max: number): { id: string; worth: number }[] {
  const flows = new Map(input.snapshot.flows.map((f) => [f.id, f]));
  const unit = (m: Match) => m.netBenefitEurPerYear! / m.quantityPerYear!;
  const found: { id: string; worth: number }[] = [];
  const grow = (steps: Match[], quantity: number, worth: number) => {
    const last = steps.at(-1)!;
    if (steps.length >= min) found.push({ id: steps.map((m) => `${m.output}>${m.demand}`).join('|'), worth });
    const visited = [flows.get(steps[0]!.output)!.siteId, ...steps.map((m) => flows.get(m.demand)!.siteId)];
    if (steps.length === max || visited.slice(0, -1).includes(visited.at(-1)!)) return;
    for (const next of input.matches) {
      if (flows.get(next.output)!.siteId !== visited.at(-1) || steps.some((m) => m.demand === next.demand)) continue;
      const y = yieldOf(input, last, next);
      if (y === 0) continue;
      const q = Math.min(next.quantityPerYear!, quantity * y);
      grow([...steps, next], q, worth + q * unit(next));
    }
  };
  for (const first of input.matches) grow([first], first.quantityPerYear!, first.netBenefitEurPerYear!);
  return found;
}

function yieldOf(input: ChainInput, last: Match, next: Match): number {
  const process = input.knowledge.processes.find((p) => p.inputs[0]!.material === last.product);
  return process?.outputs.find((o) => o.material === next.material)?.yield ?? 0;
}

/** All trees of one first exchange that share no output and no demand: the best worth. */
function bestTree(input: ChainInput, first: Match, max: number): number {
  const flows = new Map(input.snapshot.flows.map((f) => [f.id, f]));
  const siteTo = (m: Match) => flows.get(m.demand)!.siteId;
  let best = Number.NEGATIVE_INFINITY;
  const unit = (m: Match) => m.netBenefitEurPerYear! / m.quantityPerYear!;
  // grow by any further exchange whose output some step feeds, in any order
  const grow = (steps: { m: Match; q: number; leaf: boolean }[], worth: number) => {
    if (steps.length >= 2) best = Math.max(best, worth);
    if (steps.length === max) return;
    for (const parent of steps) {
      if (parent.leaf) continue;
      for (const next of input.matches) {
        if (flows.get(next.output)!.siteId !== siteTo(parent.m)) continue;
        if (steps.some((s) => s.m.demand === next.demand || s.m.output === next.output)) continue;
        const y = yieldOf(input, parent.m, next);
        if (y === 0) continue;
        const q = Math.min(next.quantityPerYear!, parent.q * y);
        const sites = [flows.get(steps[0]!.m.output)!.siteId, ...steps.map((s) => siteTo(s.m))];
        grow([...steps, { m: next, q, leaf: sites.includes(siteTo(next)) }], worth + q * unit(next));
      }
    }
  };
  grow([{ m: first, q: first.quantityPerYear!, leaf: false }], first.netBenefitEurPerYear!);
  return best;
}

/** Small worlds: each site takes one product and makes two by-products of it. */
const worlds = fc
  .record({
    sites: fc.integer({ min: 2, max: 5 }),
    links: fc.array(
      fc.tuple(fc.nat(9), fc.nat(4), fc.integer({ min: -5, max: 20 }), fc.integer({ min: 1, max: 100 })),
      {
        minLength: 1,
        maxLength: 14,
      },
    ),
    yields: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 10, maxLength: 10 }),
  })
  .map(({ sites, links, yields }): ChainInput => {
    const numbers = Array.from({ length: sites }, (_, i) => i);
    const outputs = numbers.flatMap((i) => [0, 1].map((k) => flow(`o${i}${k}`, `s${i}`, `b${i}${k}`, 'output', 100)));
    const demands = numbers.map((i) => flow(`d${i}`, `s${i}`, `p${i}`, 'input', 100));
    const pairs = new Map(
      links
        .map(([o, d, money, q]) => ({ o: outputs[o % outputs.length]!, d: demands[d % sites]!, money, q }))
        .filter(({ o, d }) => o.siteId !== d.siteId)
        .map((x) => [`${x.o.id} ${x.d.id}`, match(x.o, x.d, x.money, x.q)]),
    );
    return inputOf({
      sites: numbers.map((i) => [`s${i}`, `9${i}`] as const),
      flows: [...outputs, ...demands],
      matches: [...pairs.values()],
      processes: numbers.map((i) =>
        makes(`make${i}`, `9${i}`, `p${i}`, {
          [`b${i}0`]: yields[2 * i]! / 10,
          [`b${i}1`]: yields[2 * i + 1]! / 10,
        }),
      ),
    });
  });

describe('on small graphs the answer equals exhaustive search', () => {
  it('paths of 2 to 4 steps, the 5 best by money', () => {
    fc.assert(
      fc.property(worlds, (input) => {
        const all = everyPath(input, 2, 4).sort((a, b) => b.worth - a.worth);
        const found = findChains(input, { by: 'money', top: 5 });
        expect(found.map((c) => c.netBenefitEurPerYear.toFixed(6))).toEqual(
          all.slice(0, 5).map((c) => c.worth.toFixed(6)),
        );
        const ids = new Set(all.map((c) => c.id));
        expect(found.every((c) => ids.has(c.id))).toBe(true);
      }),
      { numRuns: 400, seed: 5 },
    );
  });

  it('those across regions are exactly the ones that cross', () => {
    fc.assert(
      fc.property(worlds, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (plain, abroad) => {
        const region = (id: string) => (abroad[Number(id.slice(1)) % 9] ? 'abroad' : 'home');
        const sites = plain.snapshot.sites.map((s) => ({ ...s, region: region(s.id) }));
        const input = { ...plain, snapshot: { ...plain.snapshot, sites } };
        const options = { by: 'money', top: 100_000, maxSteps: 4 } as const;
        const crosses = (c: Chain) => c.steps.some((s) => region(s.fromSite) !== region(s.toSite));
        const all = findChains(input, options);
        const ids = (chains: readonly Chain[]) => chains.map((c) => c.id);
        expect(ids(findChains({ ...input, reach: 'across-regions' }, options))).toEqual(ids(all.filter(crosses)));
        expect(ids(findChains({ ...input, reach: 'within-region' }, options))).toEqual(
          ids(all.filter((c) => !crosses(c))),
        );
        expect(ids(findChains({ ...input, reach: 'across-regions' }, { ...options, top: 3 }))).toEqual(
          ids(all.filter(crosses)).slice(0, 3),
        );
      }),
      { numRuns: 150, seed: 6 },
    );
  });

  it('all paths of 2 to 6 steps are found when enough are asked for', () => {
    fc.assert(
      fc.property(worlds, (input) => {
        const all = everyPath(input, 2, 6).map((c) => c.id);
        const found = findChains(input, { by: 'co2', top: 100_000, maxSteps: 6 }).map((c) => c.id);
        expect(found.sort()).toEqual(all.sort());
      }),
      { numRuns: 100, seed: 8 },
    );
  });

  it('the best tree of every first exchange', () => {
    fc.assert(
      fc.property(worlds, (input) => {
        const found = findChains(input, { by: 'money', top: 1000, shape: 'tree', maxSteps: 4 });
        const byFirst = new Map(found.map((c) => [c.id.split('|')[0]!, c.netBenefitEurPerYear]));
        for (const m of input.matches) {
          const best = bestTree(input, m, 4);
          const own = byFirst.get(`${m.output}>${m.demand}`);
          if (best === Number.NEGATIVE_INFINITY) expect(own).toBeUndefined();
          else expect(own).toBeCloseTo(best, 6);
        }
      }),
      { numRuns: 200, seed: 9 },
    );
  });

  it('no step moves more than the step before yields, the pair carries, or a flow twice', () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom('path', 'tree'), (input, shape) => {
        for (const chain of findChains(input, { by: 'money', top: 50, shape: shape as 'path', maxSteps: 6 })) {
          for (const s of chain.steps) {
            expect(s.quantityPerYear).toBeLessThanOrEqual(s.pairQuantityPerYear);
            if (s.after !== undefined)
              expect(s.quantityPerYear).toBeLessThanOrEqual(
                chain.steps[s.after - 1]!.quantityPerYear * s.yield! + 1e-9,
              );
          }
          expect(new Set(chain.steps.map((s) => s.demand)).size).toBe(chain.steps.length);
          expect(new Set(chain.steps.map((s) => s.output)).size).toBe(chain.steps.length);
        }
      }),
      { numRuns: 100, seed: 10 },
    );
  });
});

const shared = path.resolve(import.meta.dirname, '../..', process.env.SYMBION_SHARED ?? '../shared', 'domain');
const hasShared = existsSync(shared);

/** Yields named in domain/README.md 5.6; for MWh of biomethane 0.8 a tonne of wet substrate. */
const DEMO_PROCESSES = [
  makes('dairy herd', '01.41', 'FEED_WET', { BP47: 1.1 }),
  makes('digester', '35.21', 'AD_SUBSTRATE', { BP70: 0.8, BP14: 0.06, BP48: 0.95 }),
  makes('arc furnace', '24.10', 'SCRAP_EAF', { BP03: 0.13, BP04: 0.015, BP05: 0.01, BP21: 0.15 }),
  makes('tyre shredder', '38.32', 'TYRE_FEED', { BP67: 0.62, BP68: 0.22, BP69: 0.11 }),
  makes('board machine', '17.12', 'BOARD_FIBRE', { BP29: 0.08, BP32: 0.04 }),
  makes('phosphoric acid', '20.15', 'SULPHUR', { BP09: 5.4 }),
];

function demoInput(): ChainInput {
  const rows = (name: string): Record<string, string>[] =>
    parse(readFileSync(path.join(shared, name), 'utf8'), { columns: true, bom: true });
  const flows = [
    ...rows('demo_outputs.csv').map((r) => flow(r.id!, r.site!, r.byproduct!, 'output', Number(r.qty))),
    ...rows('demo_needs.csv').map((r) => flow(r.id!, r.site!, r.need!, 'input', Number(r.qty))),
  ];
  const matches = rows('demo_chains_5.csv').map((r) => {
    const of = (site: string, what: string, direction: string) =>
      flows.find((f) => f.siteId === site && f.readings[0]!.material === what && f.direction === direction)!;
    const output = of(r.source!, r.byproduct!, 'output');
    return match(output, of(r.target!, r.need!, 'input'), 10, Number(r.match_qty));
  });
  return inputOf({
    sites: rows('demo_sites.csv').map((r) => [r.id!, r.nace_okved2!, r.country!] as const),
    flows,
    matches,
    processes: DEMO_PROCESSES,
  });
}

describe('where a search starts', () => {
  it('is by falling bound, equal ones by number, in whatever batches they are sorted', () => {
    const cases = fc.tuple(
      fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(cases, ([bounds, atATime]) => {
        const bound = Float64Array.from(bounds);
        const starts = bounds.map((_, e) => e);
        const whole = [...starts].sort((a, b) => bound[b]! - bound[a]! || a - b);
        expect([...byFallingBound(starts, bound, atATime)]).toEqual(whole);
      }),
      { seed: 11 },
    );
  });
});

describe.skipIf(!hasShared)('the five chains of the demo (shared data)', () => {
  const trees = hasShared ? findChains(demoInput(), { by: 'money', top: 50, shape: 'tree', maxSteps: 6 }) : [];
  const from = (first: string) =>
    line(trees.find((c) => c.steps[0]!.fromSite === first.slice(0, 3) && line(c).startsWith(`~${first}`))!);

  it('C1 is a tree with its loop back to the dairy farm', () => {
    expect(from('S03>S19')).toBe('~S03>S19 40000 1~S19>S18 40000 2~S18>S09 32000 2~S18>S19 38000 2~S18>S12 2400');
    expect(trees.find((c) => c.steps[0]!.fromSite === 'S03')!.loop).toBe(true);
  });

  it('C2 heat, slag and scale of the steel works', () => {
    expect(from('S05>S01')).toBe('~S05>S01 22000 1~S01>S08 2860 1~S01>S25 220 1~S01>S12 3300');
  });

  it('C3 2,500 t of tyres give 550 t of cord', () => {
    const four = findChains(demoInput(), { by: 'money', top: 50, shape: 'tree', maxSteps: 4 });
    expect(line(four.find((c) => c.steps[0]!.fromSite === 'S09')!)).toBe(
      '~S09>S16 2500 1~S16>S08 1500 1~S16>S01 550 1~S16>S25 275',
    );
  });

  it('C4 cardboard, sludge to bricks, rejects to cement', () => {
    expect(from('S05>S13')).toBe('~S05>S13 3000 1~S13>S14 240 1~S13>S25 120');
  });

  it('C5 sulphur, then phosphogypsum to cement', () => {
    expect(from('S27>S26')).toBe('~S27>S26 100000 1~S26>S25 45000');
  });

  it('each disappears when its middle site is switched off', () => {
    for (const [first, middle] of [
      ['S03', 'S18'],
      ['S27', 'S26'],
    ])
      expect(
        findChains({ ...demoInput(), switchedOff: [middle!] }, { by: 'money', top: 50, shape: 'tree' }).filter(
          (c) => c.steps[0]!.fromSite === first,
        ),
      ).toEqual([]);
  });
});
