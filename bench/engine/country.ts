import {
  type Company,
  type Flow,
  type KnowledgeBase,
  type Site,
  type Snapshot,
  seededRandom,
} from '../../src/domain/index.ts';
import { type Context, type Stream, toStream } from '../../src/engine/index.ts';

/** A country drawn by a seed: companies with one site each, and flows one by one, each side in id order. */
export interface Country {
  readonly companies: readonly Company[];
  /** Site of each company. */
  readonly sites: readonly Site[];
  outputs(): Generator<{ readonly flow: Flow; readonly at: number }>;
  demands(): Generator<{ readonly flow: Flow; readonly at: number }>;
}

/** What a country is drawn with; shares 0..1. The defaults are those of handed-in data. */
export interface Nature {
  readonly seed?: number;
  readonly unplaced?: number;
  readonly unquantified?: number;
  /** Everything in one town. */
  readonly oneTown?: boolean;
  /** One material is given and one product wanted. */
  readonly oneMaterial?: boolean;
  /** All quantities are equal. */
  readonly equal?: boolean;
}

/** Regions that a country's towns lie in. */
const REGIONS = 40;

/**
 * `size` outputs and as many demands on `size` / 3 sites clustered in towns, materials by Zipf's law over those that the knowledge base has uses for,
 * quantities lognormal, 5 % of places and 10 % of quantities unknown, a tenth of the outputs read in two ways. The same seed gives the same country.
 */
export function drawCountry(size: number, knowledge: KnowledgeBase, nature: Nature = {}): Country {
  const { seed = 1, unplaced = 0.05, unquantified = 0.1 } = nature;
  const given = [...new Set(knowledge.uses.map((use) => use.material))];
  const wanted = [...new Set(knowledge.uses.map((use) => use.replaces))];
  const nace = [...new Set(knowledge.uses.flatMap((use) => use.receivers))].filter((code) => code.length >= 4);
  const random = seededRandom(seed);
  const towns = Array.from({ length: nature.oneTown ? 1 : Math.max(200, Math.round(size / 1000)) }, (_, n) => ({
    town: `Town ${n}`,
    region: `Region ${n % REGIONS}`,
    lat: 50 + 15 * random(),
    lon: 25 + 50 * random(),
  }));
  const count = Math.ceil(size / 3);
  const width = String(3 * size).length;
  const id = (letter: string, n: number) => letter + String(n).padStart(width, '0');
  const companies: Company[] = [];
  const sites: Site[] = [];
  for (let i = 0; i < count; i++) {
    const town = zipf(towns, random);
    const placed = random() >= unplaced;
    companies.push({ id: id('c', i), name: '', nace: nace[Math.floor(random() * nace.length)]!, visibility: 'public' });
    sites.push({
      id: id('c', i),
      companyId: id('c', i),
      country: 'RU',
      region: town.region,
      town: town.town,
      modes: random() < 0.2 ? ['rail'] : [],
      ...(placed && { lat: town.lat + 0.15 * normal(random), lon: town.lon + 0.25 * normal(random) }),
    });
  }
  const pair = { material: 'coal-fly-ash', product: 'supplementary-cementitious-material' };
  const oneMaterial = knowledge.materials.has(pair.material) ? pair.material : given[0]!;
  const oneProduct = knowledge.uses.find((use) => use.material === oneMaterial)!.replaces;

  function* flows(direction: Flow['direction']): Generator<{ flow: Flow; at: number }> {
    const output = direction === 'output';
    const draw = seededRandom(seed + (output ? 1 : 2));
    for (let i = 0; i < size; i++) {
      const at = Math.floor(draw() * count);
      const material = nature.oneMaterial ? (output ? oneMaterial : oneProduct) : zipf(output ? given : wanted, draw);
      const second = output && draw() < 0.1 ? zipf(given, draw) : undefined;
      const quantity = draw() < unquantified ? undefined : Math.round(Math.exp(7 + 1.8 * normal(draw)));
      const flow: Flow = {
        id: id(output ? 'o' : 'd', i),
        siteId: sites[at]!.id,
        companyId: sites[at]!.companyId,
        direction,
        description: '',
        codes: {},
        readings: [
          { material, confidence: second ? 0.6 : 0.95, by: 'name' },
          ...(second && second !== material ? [{ material: second, confidence: 0.3, by: 'name' as const }] : []),
        ],
        dimension: knowledge.materials.get(material)!.dimension,
        ...(quantity !== undefined && { quantityPerYear: nature.equal ? 1000 : Math.max(1, quantity) }),
        ...(output && draw() < 0.4 && { routeKind: 'landfill' as const }),
        ...(draw() < 0.1 && { priceEurPerUnit: Math.round(100 * draw()) }),
        measurements: [],
        unread: [],
        confidential: false,
        origin: 'declared',
      };
      yield { flow, at };
    }
  }
  return { companies, sites, outputs: () => flows('output'), demands: () => flows('input') };
}

/** The whole country in memory, as a store would give it. */
export function snapshotOf({ companies, sites, outputs, demands }: Country): Snapshot {
  return { companies, sites, flows: [...outputs(), ...demands()].map(({ flow }) => flow) };
}

/** Streams of one side for the engine, made one by one. */
export function* streamsOf(context: Context, country: Country, side: 'outputs' | 'demands'): Generator<Stream> {
  let row = 0;
  for (const { flow, at } of country[side]())
    yield toStream(context, flow, row++, country.sites[at], country.companies[at]);
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function zipf<T>(items: readonly T[], random: () => number): T {
  return items[Math.max(0, Math.min(items.length - 1, Math.floor(items.length ** random()) - 1))]!;
}
