import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  type Explanation,
  type Flow,
  type KnowledgeBase,
  type Material,
  type Snapshot,
} from '../../src/domain/index.ts';
import { buildProblem, explain } from '../../src/engine/index.ts';
import { buildLaw } from '../../src/engine/judge/law.ts';
import { buildVocabulary } from '../../src/engine/problem/vocabulary.ts';
import { loadKnowledge, routeCard } from '../../src/knowledge/index.ts';
import { clean, meeting, nearMisses } from './rule-cases.ts';

const kb = loadKnowledge();
const countryOf = (place: string): string =>
  place === '*' ? 'SE' : ([...(kb.blocs ?? [])].find(([, blocs]) => blocs.includes(place))?.[0] ?? place);
const dateOf = (row: { from?: string; to?: string }): string => row.from ?? row.to ?? '2026-06-01';

interface Pair {
  readonly giver: string;
  readonly taker: string;
  readonly asOf: string;
  readonly scenario?: string;
}

/** What the engine says of one giver and one taker, with a base whose only use leads from this material to this product. */
function judged(material: Material, product: Material, pair: Pair): Explanation {
  const base: KnowledgeBase = {
    ...kb,
    materials: new Map([...kb.materials, [material.id, material]]),
    uses: [
      {
        ...kb.uses.find((use) => use.replaces === product.id)!,
        id: `${material.id}--${product.id}`,
        material: material.id,
        receivers: [],
        limits: [],
        distanceLimitKm: 1000,
      },
    ],
  };
  const flow = (id: string, direction: Flow['direction'], of: Material): Flow => ({
    id,
    siteId: id,
    companyId: id,
    direction,
    description: '',
    codes: {},
    readings: [{ material: of.id, confidence: 1, by: 'person' }],
    dimension: product.dimension,
    quantityPerYear: 1000,
    measurements: [],
    unread: [],
    confidential: false,
    origin: 'declared',
  });
  const snapshot: Snapshot = {
    companies: ['giver', 'taker'].map((id) => ({ id, name: id, nace: '38.22', visibility: 'public' })),
    sites: [
      { id: 'giver', companyId: 'giver', country: pair.giver, lat: 60, lon: 30, modes: ['road'] },
      { id: 'taker', companyId: 'taker', country: pair.taker, lat: 60.01, lon: 30, modes: ['road'] },
    ],
    flows: [flow('giver', 'output', material), flow('taker', 'input', product)],
  };
  const settings = { ...DEFAULT_SETTINGS, asOf: pair.asOf, scenario: pair.scenario ?? 'current' };
  return explain(buildProblem(snapshot, base, settings), 'giver', 'taker');
}

const said = (explanation: Explanation): readonly string[] => [
  ...explanation.vetoes.map((veto) => veto.rule),
  ...explanation.terms.flatMap((term) => (term.rule ?? '').split(', ')),
];

describe('every rule in the engine', () => {
  for (const rule of kb.rules) {
    const at = countryOf(rule.jurisdiction);
    const here = { giver: at, taker: at, asOf: dateOf(rule) };
    const { material, product } = meeting(kb, rule);
    const bad = { ...material, dimension: product.dimension };

    it(`${rule.id} fires`, () => {
      const found = judged(bad, product, here);
      expect(said(found)).toContain(rule.id);
      expect(found.verdict === 'refused').toBe(rule.effect !== 'note' || found.vetoes.length > 0);
    });

    it.each(nearMisses(kb, rule))(`${rule.id} does not fire when the $missing is another`, (near) => {
      const found = judged({ ...near.material, dimension: near.product.dimension }, near.product, here);
      expect(said(found)).not.toContain(rule.id);
    });

    if (rule.from !== undefined)
      it(`${rule.id} is not yet in force the year before`, () => {
        const before = `${Number(rule.from!.slice(0, 4)) - 1}${rule.from!.slice(4)}`;
        expect(said(judged(bad, product, { ...here, asOf: before }))).not.toContain(rule.id);
      });

    if (rule.jurisdiction !== '*')
      it(`${rule.id} does not reach abroad`, () => {
        const elsewhere = rule.jurisdiction === 'RU' ? 'SE' : 'RU';
        const found = judged(bad, product, { giver: elsewhere, taker: elsewhere, asOf: dateOf(rule) });
        expect(said(found)).not.toContain(rule.id);
      });
  }
});

describe('incompatible chemistry', () => {
  it.each(kb.incompatibilities.map((row) => [row.id, row] as const))(
    '%s: what holds one group refuses the other, and takes a clean material',
    (_, { id, contaminants, holders }) => {
      expect(holders[0].length + holders[1].length).toBeGreaterThan(0);
      for (const side of [0, 1] as const) {
        const poured = contaminants[side];
        for (const product of holders[1 - side]!.map((one) => kb.materials.get(one)!)) {
          const pair = { giver: 'SE', taker: 'SE', asOf: '2026-06-01' };
          const bad = judged({ ...clean, contaminants: [poured], dimension: product.dimension }, product, pair);
          expect(bad.verdict, `${poured} into ${product.id}`).toBe('refused');
          expect(said(bad).some((rule) => rule.startsWith(id))).toBe(true);
          const good = judged({ ...clean, dimension: product.dimension }, product, pair);
          expect(good.verdict, `clean into ${product.id}`).toBe('match');
        }
      }
    },
  );
});

describe('border regimes', () => {
  const product = kb.materials.get('aggregate-concrete')!;
  const states = { free: 'match', notify: 'match', consent: 'match', blocked: 'blocked' } as const;
  const vocabulary = buildVocabulary(kb);
  it.each(kb.regimes.map((row) => [row.id, row] as const))('%s rules at its date and in its scenario', (_, regime) => {
    const [giver, taker] = regime.fromBloc === '*' ? ['BR', 'IN'] : twoOf(regime.fromBloc, regime.toBloc);
    const found = judged(clean, product, { giver, taker, asOf: dateOf(regime), scenario: regime.scenario });
    expect(found.verdict).toBe(giver === taker ? 'match' : states[regime.status]);
    const ruling = (asOf: string, scenario: string) => buildLaw(vocabulary, scenario, asOf).regime(giver, taker)?.id;
    expect(ruling(dateOf(regime), regime.scenario)).toBe(giver === taker ? undefined : regime.id);
    expect(ruling(dateOf(regime), regime.scenario === 'current' ? 'pre2022' : 'current')).not.toBe(regime.id);
    if (regime.from) expect(ruling('2000-01-01', regime.scenario)).not.toBe(regime.id);
    if (regime.to) expect(ruling('2040-01-01', regime.scenario)).not.toBe(regime.id);
  });

  it('from Russia to the EU: notified before 24.02.2022, closed since, open in the scenario of old', () => {
    const at = (asOf: string, scenario = 'current') =>
      judged(clean, product, { giver: 'RU', taker: 'FI', asOf, scenario }).verdict;
    expect([at('2022-02-23'), at('2022-02-24'), at('2026-06-01', 'pre2022')]).toEqual(['match', 'blocked', 'match']);
  });

  it('from the EU to Kazakhstan: consent until 20.05.2027, then only for listed countries', () => {
    const at = (asOf: string) => judged(clean, product, { giver: 'FI', taker: 'KZ', asOf }).verdict;
    expect([at('2027-05-20'), at('2027-05-21')]).toEqual(['match', 'blocked']);
  });

  /** Two countries of the blocs, different where the blocs have more than one. */
  function twoOf(from: string, to: string): [string, string] {
    const of = (bloc: string): string[] =>
      [...(kb.blocs ?? [])].filter(([country, blocs]) => country === bloc || blocs.includes(bloc)).map(([c]) => c);
    const plain = (bloc: string): string[] => (of(bloc).length > 0 ? of(bloc) : [bloc]);
    const giver = plain(from).find((c) => c !== 'RU' && c !== 'BY') ?? plain(from)[0]!;
    const taker = plain(to).find((c) => c !== giver && c !== 'RU' && c !== 'BY') ?? plain(to)[0]!;
    return [giver, taker];
  }
});

describe('the route card', () => {
  it('knows the three ways in Russia, the EU, Finland, Estonia and Latvia, each with its citation', () => {
    for (const country of ['RU', 'SE', 'FI', 'EE', 'LV']) {
      const card = routeCard(kb, 'wood-ash', country, '2026-06-01')!;
      const kinds = new Set(card.routes.map((route) => route.kind));
      expect([...kinds], country).toEqual(['by-product', 'end-of-waste', 'waste']);
      expect(card.routes.every((route) => route.citation.length > 8)).toBe(true);
    }
  });

  it('puts the country before the union', () => {
    const [first] = routeCard(kb, 'wood-ash', 'FI', '2026-06-01')!.routes;
    expect(first!.id).toBe('fi-by-product');
  });

  it('goes by date: Russian by-products since 01.03.2023', () => {
    const kinds = (asOf: string) => routeCard(kb, 'fgd-gypsum', 'RU', asOf)!.routes.map((route) => route.kind);
    expect(kinds('2023-02-28')).not.toContain('by-product');
    expect(kinds('2023-03-01')).toContain('by-product');
  });

  it('goes by material: crushed concrete ends as waste in Finland, sludge does not by that decree', () => {
    const ids = (material: string) => routeCard(kb, material, 'FI', '2026-06-01')!.routes.map((route) => route.id);
    expect(ids('concrete-rubble')).toContain('fi-end-of-waste-concrete');
    expect(ids('sewage-sludge')).not.toContain('fi-end-of-waste-concrete');
  });

  it('tells what is closed whatever the use', () => {
    const { rules } = routeCard(kb, 'mercury-lamp', 'RU', '2026-06-01')!;
    expect(rules.map((rule) => rule.id)).toContain('mercury-licensed');
    expect(routeCard(kb, 'no-such-thing', 'RU', '2026-06-01')).toBeUndefined();
  });
});

describe('charges for disposal', () => {
  const charge = (country: string, hazardClass: number, asOf: string): number | undefined =>
    kb.factors
      .filter(
        (f) =>
          f.id === 'disposal.charge' &&
          f.country === country &&
          f.mode === String(hazardClass) &&
          (f.from ?? '') <= asOf,
      )
      .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))[0]?.value;

  it('are known by country, class and year', () => {
    expect(charge('RU', 4, '2024-06-01')).toBeCloseTo((663.2 * 1.32) / 95, 3);
    expect(charge('RU', 4, '2026-06-01')).toBeCloseTo(1088.3 / 95, 3);
    expect(charge('RU', 1, '2026-06-01')).toBeGreaterThan(charge('RU', 5, '2026-06-01')!);
    expect([charge('FI', 4, '2014-06-01'), charge('FI', 4, '2020-06-01'), charge('FI', 4, '2026-06-01')]).toEqual([
      50, 70, 80,
    ]);
    expect([charge('LV', 4, '2022-06-01'), charge('LV', 4, '2026-06-01')]).toEqual([80, 130]);
    expect(charge('EE', 4, '2026-06-01')).toBe(29.84);
  });
});
