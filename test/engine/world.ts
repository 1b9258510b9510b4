import fc from 'fast-check';
import {
  type Company,
  DEFAULT_SETTINGS,
  type Flow,
  type KnowledgeBase,
  type Material,
  type Settings,
  type Site,
  type Snapshot,
  type Use,
} from '../../src/domain/index.ts';

/** A small knowledge base made by hand: every kind of rule, limit and pathway once, no citation that means anything. */
const material = (id: string, more: Partial<Material> = {}): Material => ({
  id,
  name: { ru: id, en: id },
  dimension: 't',
  role: 'both',
  euHazardous: false,
  contaminants: [],
  synonymsRu: [],
  synonymsEn: [],
  evidence: 'estimate',
  ...more,
});

const use = (from: string, to: string, more: Partial<Use> = {}): Use => ({
  id: `${from}--${to}`,
  material: from,
  replaces: to,
  receivers: [],
  treatment: { ru: 'нет', en: 'none' },
  fit: 80,
  ratio: 1,
  virginPriceEurPerUnit: 60,
  treatmentEurPerUnit: 5,
  co2AvoidedVirginKgPerUnit: 200,
  co2AvoidedLandfillKgPerUnit: 50,
  co2TreatmentKgPerUnit: 10,
  mode: 'road',
  basis: 'documented',
  evidence: 'estimate',
  limits: [],
  ...more,
});

const factor = (id: string, mode: string | undefined, value: number, country = '*') => ({
  id,
  country,
  ...(mode && { mode }),
  value,
  unit: '1',
  evidence: 'estimate',
});

const MATERIALS = [
  material('root', { dimension: 't' }),
  material('ash', { parent: 'root', role: 'by-product', hazardClass: 4 }),
  material('fly-ash', { parent: 'ash', role: 'by-product', hazardClass: 5 }),
  material('toxic-dust', {
    parent: 'root',
    role: 'by-product',
    hazardClass: 3,
    euHazardous: true,
    contaminants: ['heavy-metals'],
  }),
  material('whey', { parent: 'root', role: 'by-product' }),
  material('binder', { parent: 'root', role: 'product', useClass: 'cement' }),
  material('fine-binder', { parent: 'binder', role: 'product', useClass: 'cement' }),
  material('fill', { parent: 'root', role: 'product', useClass: 'road' }),
  material('feed', { parent: 'root', role: 'product', useClass: 'feed-other' }),
  material('zinc-feed', { parent: 'root', role: 'product', useClass: 'licensed' }),
];

export const KNOWLEDGE: KnowledgeBase = {
  version: 'test',
  materials: new Map(MATERIALS.map((m) => [m.id, m])),
  uses: [
    use('ash', 'binder', { fit: 70, ratio: 0.5, receivers: ['23'] }),
    use('fly-ash', 'fine-binder', {
      fit: 95,
      ratio: 0.7,
      receivers: ['23.5', '23.6'],
      limits: [
        {
          parameter: 'LOI',
          operator: '<',
          value: 10,
          ifMissing: 'neutral',
          metByTreatment: false,
          evidence: 'estimate',
        },
      ],
    }),
    use('ash', 'fill', { fit: 45, distanceLimitKm: 120, basis: 'general rule' }),
    use('whey', 'feed', {
      fit: 85,
      ratio: 0.1,
      distanceLimitKm: 300,
      limits: [
        { parameter: 'PCB', operator: '<', value: 5, ifMissing: 'refuse', metByTreatment: false, evidence: 'estimate' },
      ],
    }),
    use('toxic-dust', 'zinc-feed', { fit: 90, ratio: 0.2 }),
    use('toxic-dust', 'fill', { fit: 40 }),
  ],
  processes: [],
  profiles: [],
  factors: [
    factor('detour', undefined, 1.3),
    ...['road', 'rail', 'sea', 'pipe'].flatMap((mode, i) => [
      factor('transport.cost.fixed', mode, [3, 8, 10, 0][i]!),
      factor('transport.cost.perKm', mode, [0.08, 0.02, 0.01, 0.02][i]!),
      factor('transport.cost.perKmAfter100', mode, [0.05, 0.02, 0.01, 0.02][i]!),
      factor('transport.co2', mode, [0.095, 0.035, 0.017, 0.005][i]!),
    ]),
    ...['1', '2', '3', '4', '5'].map((mode, i) => factor('disposal.charge', mode, [80, 34, 22, 11, 1][i]!)),
    ...['1', '2', '3', '4', '5'].map((mode, i) => factor('disposal.gate', mode, [400, 250, 160, 18, 8][i]!)),
  ],
  rules: [
    {
      id: 'metals-not-feed',
      name: { ru: '', en: '' },
      jurisdiction: '*',
      materials: [],
      contaminants: ['heavy-metals'],
      useClasses: ['feed-other', 'road'],
      products: [],
      effect: 'refuse',
      citation: 'estimate',
    },
    {
      id: 'hazardous-licensed',
      name: { ru: '', en: '' },
      jurisdiction: '*',
      materials: [],
      contaminants: [],
      euHazardous: true,
      useClasses: [],
      products: [],
      effect: 'licensed-only',
      citation: 'estimate',
    },
    {
      id: 'class-1-2',
      name: { ru: '', en: '' },
      jurisdiction: 'RU',
      materials: [],
      contaminants: [],
      hazardClassUpTo: 2,
      useClasses: [],
      products: [],
      effect: 'licensed-only',
      citation: 'estimate',
    },
    {
      id: 'passport',
      name: { ru: '', en: '' },
      jurisdiction: 'RU',
      materials: [],
      contaminants: [],
      hazardClassUpTo: 4,
      useClasses: [],
      products: [],
      effect: 'note',
      citation: 'estimate',
    },
  ],
  regimes: [
    {
      id: 'ru-eu',
      scenario: 'current',
      fromBloc: 'RU',
      toBloc: 'EU',
      status: 'blocked',
      name: { ru: '', en: '' },
      citation: 'estimate',
    },
    {
      id: 'eu-eu',
      scenario: 'current',
      fromBloc: 'EU',
      toBloc: 'EU',
      status: 'notify',
      name: { ru: '', en: '' },
      citation: 'estimate',
    },
  ],
  incompatibilities: [],
  routes: [],
  codes: [],
  parameters: new Map(),
  activities: [],
  blocs: new Map([
    ['RU', ['RU']],
    ['FI', ['EU']],
    ['EE', ['EU']],
  ]),
};

export const SETTINGS: Settings = { ...DEFAULT_SETTINGS, asOf: '2026-11-01', blocked: true };

export const company = (id: string, nace = '23.51'): Company => ({ id, name: id, nace, visibility: 'public' });
export const site = (id: string, lat: number, lon: number, country = 'RU'): Site => ({
  id,
  companyId: id,
  country,
  lat,
  lon,
  modes: [],
});
export const flow = (
  id: string,
  at: string,
  direction: Flow['direction'],
  materialId: string,
  more: Partial<Flow> = {},
): Flow => ({
  id,
  siteId: at,
  companyId: at,
  direction,
  description: materialId,
  codes: {},
  readings: [{ material: materialId, confidence: 1, by: 'name' }],
  dimension: 't',
  quantityPerYear: 1000,
  measurements: [],
  unread: [],
  confidential: false,
  origin: 'declared',
  ...more,
});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
const OUTPUTS = ['ash', 'fly-ash', 'toxic-dust', 'whey'];
const DEMANDS = ['binder', 'fine-binder', 'fill', 'feed', 'zinc-feed', 'ash'];

const clean = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

const readings = (ids: readonly string[]) =>
  fc
    .uniqueArray(
      fc.record({
        material: fc.constantFrom(...ids),
        confidence: fc.constantFrom(0.15, 0.4, 0.7, 1),
        by: fc.constantFrom('name', 'code', 'similar text', 'activity'),
        part: fc.constantFrom(undefined, undefined, 1, 2),
      }),
      {
        selector: (r) => r.material,
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((list) => list.map(clean).sort((a, b) => b.confidence - a.confidence) as unknown as Flow['readings']);

/** Random regions with all features: unknown places, quantities and prices, several readings, limits, dates, three countries, modes. */
export const snapshots: fc.Arbitrary<Snapshot> = fc
  .record({
    places: fc.array(
      fc.record({
        at: maybe(fc.tuple(fc.double({ min: 54, max: 62, noNaN: true }), fc.double({ min: 20, max: 34, noNaN: true }))),
        country: fc.constantFrom('RU', 'RU', 'FI', 'EE', undefined),
        nace: fc.constantFrom('23.51', '23.61', '42.11', '10.91', '38.22', undefined),
        modes: fc.constantFrom([], ['rail'], ['rail', 'sea']),
      }),
      { minLength: 2, maxLength: 8 },
    ),
    flows: fc.array(
      fc.record({
        place: fc.nat(7),
        output: fc.boolean(),
        out: readings(OUTPUTS),
        want: readings(DEMANDS),
        quantity: maybe(fc.constantFrom(1, 50, 500, 500, 20_000)),
        price: maybe(fc.constantFrom(-5, 0, 40, 300)),
        route: maybe(fc.constantFrom('landfill', 'storage', 'sold')),
        hazardClass: maybe(fc.integer({ min: 1, max: 5 })),
        from: fc.constantFrom(undefined, undefined, undefined, '2027-01-01'),
        to: fc.constantFrom(undefined, undefined, undefined, '2026-12-31'),
        loi: maybe(fc.constantFrom(2, 9, 12)),
        pcb: maybe(fc.constantFrom(1, 8)),
        limit: fc.constantFrom(undefined, undefined, undefined, 5, 11),
        inferred: fc.constantFrom(false, false, false, true),
      }),
      { maxLength: 40 },
    ),
  })
  .map(({ places, flows }) => ({
    companies: places.map((p, i) => clean({ ...company(`c${i}`), nace: p.nace }) as Company),
    sites: places.map(
      (p, i) =>
        clean({
          id: `c${i}`,
          companyId: `c${i}`,
          country: p.country,
          lat: p.at?.[0],
          lon: p.at?.[1],
          modes: p.modes,
        }) as Site,
    ),
    flows: flows.map((f, i) => {
      const at = `c${f.place % places.length}`;
      return clean({
        ...flow(`f${String(i).padStart(2, '0')}`, at, f.output ? 'output' : 'input', '?'),
        readings: f.output ? f.out : f.want,
        quantityPerYear: f.quantity,
        priceEurPerUnit: f.price,
        routeKind: f.route,
        hazardClass: f.output ? f.hazardClass : undefined,
        from: f.from,
        to: f.to,
        origin: f.inferred ? 'inferred' : 'declared',
        measurements: f.output
          ? [
              ...(f.loi === undefined ? [] : [{ parameter: 'LOI', operator: '=', value: f.loi }]),
              ...(f.pcb === undefined ? [] : [{ parameter: 'PCB', operator: '=', value: f.pcb }]),
            ]
          : f.limit === undefined
            ? []
            : [{ parameter: 'LOI', operator: '<', value: f.limit }],
      }) as Flow;
    }),
  }));

/** A region of some hundred flows: random small ones side by side, so that the trees are several levels deep. */
export const regions: fc.Arbitrary<Snapshot> = fc.array(snapshots, { minLength: 15, maxLength: 25 }).map((parts) => ({
  companies: parts.flatMap(({ companies }, n) =>
    companies.map((company) => ({ ...company, id: `${n}-${company.id}` })),
  ),
  sites: parts.flatMap(({ sites }, n) =>
    sites.map((site) => ({ ...site, id: `${n}-${site.id}`, companyId: `${n}-${site.companyId}` })),
  ),
  flows: parts.flatMap(({ flows }, n) =>
    flows.map((flow) => ({
      ...flow,
      id: `${n}-${flow.id}`,
      siteId: `${n}-${flow.siteId}`,
      companyId: `${n}-${flow.companyId}`,
      ...(flow.quantityPerYear !== undefined && { quantityPerYear: flow.quantityPerYear + 7 * n }),
    })),
  ),
}));

/** Settings with weights of zero, own prices and factors, hints, short lists. */
export const settings: fc.Arbitrary<Settings> = fc
  .record({
    top: fc.integer({ min: 1, max: 6 }),
    hints: fc.boolean(),
    blocked: fc.boolean(),
    weights: fc.tuple(...Array.from({ length: 7 }, () => fc.constantFrom(0, 1, 3, 10))),
    price: fc.option(fc.constantFrom(-40, 0, 500), { nil: undefined }),
    perKm: fc.option(fc.constantFrom(0, 0.5), { nil: undefined }),
    transactionCostEur: fc.constantFrom(0, 2105),
  })
  .map(({ weights, price, perKm, ...more }) => {
    const [fit, quantity, distance, economics, co2, legal, confidence] = weights as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const sum = weights.reduce<number>((a, b) => a + b, 0);
    return {
      ...SETTINGS,
      ...more,
      weights: { fit: sum === 0 ? 1 : fit, quantity, distance, economics, co2, legal, confidence },
      prices: price === undefined ? {} : { binder: price, fill: 2 * price },
      factors: perKm === undefined ? {} : { 'transport.cost.perKm': perKm, 'transport.co2': 2 * perKm },
    };
  });
