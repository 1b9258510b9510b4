import type { Company, Flow, KnowledgeBase, Site, Snapshot } from '../../src/domain/index.ts';

/** Mulberry32: a seeded generator of 32 bits of state; good enough to draw a country. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A country: `size` outputs and as many demands on `size` / 3 sites clustered in towns, materials by Zipf's law, quantities lognormal,
 * 5 % of places and 10 % of quantities unknown, a tenth of the outputs read in two ways. The same seed gives the same country.
 */
export function drawCountry(size: number, knowledge: KnowledgeBase, seed = 1): Snapshot {
  const random = seeded(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const given = [...new Set(knowledge.uses.map((use) => use.material))];
  const wanted = [...new Set(knowledge.uses.map((use) => use.replaces))];
  const zipf = <T>(items: readonly T[]): T =>
    items[Math.min(items.length - 1, Math.floor(items.length ** random()) - 1)]!;
  const nace = [...new Set(knowledge.uses.flatMap((use) => use.receivers))].filter((code) => code.length >= 4);
  const towns = Array.from({ length: 200 }, () => ({ lat: 50 + 15 * random(), lon: 25 + 50 * random() }));
  const count = Math.ceil(size / 3);
  const companies: Company[] = [];
  const sites: Site[] = [];
  const width = String(3 * size).length;
  const id = (letter: string, n: number) => letter + String(n).padStart(width, '0');
  for (let i = 0; i < count; i++) {
    const town = zipf(towns);
    const placed = random() >= 0.05;
    companies.push({ id: id('c', i), name: '', nace: nace[Math.floor(random() * nace.length)]!, visibility: 'public' });
    sites.push({
      id: id('c', i),
      companyId: id('c', i),
      country: 'RU',
      modes: random() < 0.2 ? ['rail'] : [],
      ...(placed && { lat: town.lat + 0.15 * normal(), lon: town.lon + 0.25 * normal() }),
    });
  }
  const flows: Flow[] = [];
  for (let i = 0; i < 2 * size; i++) {
    const output = i % 2 === 0;
    const at = sites[Math.floor(random() * count)]!;
    const material = zipf(output ? given : wanted);
    const second = output && random() < 0.1 ? zipf(given) : undefined;
    const quantity = random() < 0.1 ? undefined : Math.round(Math.exp(7 + 1.8 * normal()));
    flows.push({
      id: id(output ? 'o' : 'd', i),
      siteId: at.id,
      companyId: at.companyId,
      direction: output ? 'output' : 'input',
      description: '',
      codes: {},
      readings: [
        { material, confidence: second ? 0.6 : 0.95, by: 'name' },
        ...(second && second !== material ? [{ material: second, confidence: 0.3, by: 'name' as const }] : []),
      ],
      dimension: knowledge.materials.get(material)!.dimension,
      ...(quantity !== undefined && { quantityPerYear: Math.max(1, quantity) }),
      ...(output && random() < 0.4 && { routeKind: 'landfill' as const }),
      ...(random() < 0.1 && { priceEurPerUnit: Math.round(100 * random()) }),
      measurements: [],
      unread: [],
      confidential: false,
      origin: 'declared',
    });
  }
  return { companies, sites, flows };
}
