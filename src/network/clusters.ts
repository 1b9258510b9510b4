import {
  activityCodeOf,
  type Bilingual,
  type Company,
  type Flow,
  type KnowledgeBase,
  type Match,
  type Site,
  type Snapshot,
} from '../domain/index.ts';
import { adjacencyOf } from './adjacency.ts';
import { claimByScore, type Movement } from './claims.ts';
import { findCommunities } from './communities.ts';
import { cyclicity } from './cyclicity.ts';
import { type Dependence, dependenceOn } from './dependence.ts';
import { buildEdges } from './edges.ts';
import { type FlowIndicators, flowIndicators } from './flow-indicators.ts';
import { type ClusteringPotential, clusteringPotential, locationQuotients, type UnmatchedFlow } from './quotient.ts';

export interface ClusterInput {
  readonly matches: readonly Match[];
  readonly snapshot: Snapshot;
  readonly knowledge: Pick<KnowledgeBase, 'materials' | 'uses'>;
  /** What moves, from a plan; default: by falling score. */
  readonly movements?: readonly Movement[];
  /** Only companies with a site in this region. */
  readonly region?: string;
  readonly seed?: number;
}

/** Amounts of one state of the cluster a year: tonnes of tonnes-counted flows. */
export interface Balance {
  readonly landfilledTonnes: number;
  readonly virginTonnes: number;
}

export interface Cluster {
  /** Least company id of it. */
  readonly id: string;
  readonly name: Bilingual;
  readonly companies: readonly string[];
  readonly matches: number;
  /** Exchanges that move something. */
  readonly exchanges: number;
  readonly tonnesPerYear: number;
  readonly netBenefitEurPerYear: number;
  readonly co2KgPerYear: number;
  /** links / companies, links / companies^2, largest eigenvalue of the company network of its matches. */
  readonly density: number;
  readonly connectance: number;
  readonly cyclicity: number;
  /** Of the tonnes that move. */
  readonly flows: FlowIndicators;
  /** Shannon diversity (natural logarithm) of the materials by tonnes moved. */
  readonly materialDiversity: number;
  /** Mean number of companies that could supply a demand. */
  readonly suppliersPerDemand: number;
  /** 0..1: tonnes of need covered by exchanges. */
  readonly inputShare: number;
  readonly before: Balance;
  readonly after: Balance;
  readonly dependence: readonly Dependence[];
}

export interface ClusterReport {
  readonly clusters: readonly Cluster[];
  readonly modularity: number;
  /** By region and NACE division. */
  readonly quotients: readonly {
    readonly region: string;
    readonly activity: string;
    /** Of employees where every company of the table has them, else of sites. */
    readonly of: 'employees' | 'sites';
    readonly value: number;
  }[];
  readonly potential: readonly ClusteringPotential[];
}

/**
 * Companies tied by matches, grouped by Louvain (weight: sum of scores, so that no dimension is mixed), with what they
 * exchange, and where more could grow.
 */
export function findClusters(input: ClusterInput): ClusterReport {
  const world = new World(input);
  const ties = world.matches.map((m) => ({ a: m.outputCompany, b: m.demandCompany, weight: m.score }));
  const { groups, modularity } = findCommunities(ties, input.seed === undefined ? {} : { seed: input.seed });
  const clusters = groups.map((members) => world.describe(members));
  const quotients = world.quotients();
  const value = new Map(quotients.map((q) => [`${q.region}|${q.activity}`, q.value]));
  return {
    clusters,
    modularity,
    quotients,
    potential: clusteringPotential(world.unmatched(), (region, activity) => value.get(`${region}|${activity}`) ?? 0),
  };
}

/** The indicators of a cluster, of a whole region. */
export type RegionIndicators = Omit<Cluster, 'id' | 'name' | 'companies'> & { readonly companies: number };

/** The region as one group: every company of it, matched or not. */
export function describeRegion(input: ClusterInput): RegionIndicators {
  const world = new World(input);
  const { id: _id, name: _name, companies, ...indicators } = world.describe(world.companiesInside());
  return { ...indicators, companies: companies.length };
}

class World {
  readonly matches: readonly Match[];
  private readonly input: ClusterInput;
  private readonly movements: readonly Movement[];
  private readonly inside: ReadonlySet<string>;
  private readonly flows: ReadonlyMap<string, Flow>;
  private readonly sites: ReadonlyMap<string, Site>;
  private readonly companies: ReadonlyMap<string, Company>;

  constructor(input: ClusterInput) {
    this.input = input;
    this.flows = new Map(input.snapshot.flows.map((f) => [f.id, f]));
    this.sites = new Map(input.snapshot.sites.map((s) => [s.id, s]));
    this.companies = new Map(input.snapshot.companies.map((c) => [c.id, c]));
    const inside = new Set(
      input.snapshot.sites
        .filter((s) => input.region === undefined || s.region === input.region)
        .map((s) => s.companyId),
    );
    this.inside = inside;
    const isInside = (m: Match) => inside.has(m.outputCompany) && inside.has(m.demandCompany);
    this.matches = input.matches.filter((m) => m.regime === 'open' && isInside(m));
    const ratio = new Map(input.knowledge.uses.map((u) => [u.id, u.ratio]));
    const movements = input.movements ?? claimByScore(this.matches, input.snapshot, (use) => ratio.get(use) ?? 1);
    this.movements = movements.filter((m) => isInside(m.match));
  }

  companiesInside(): readonly string[] {
    return [...this.inside].sort();
  }

  describe(members: readonly string[]): Cluster {
    const inside = new Set(members);
    const isInside = (m: Match) => inside.has(m.outputCompany) && inside.has(m.demandCompany);
    const matches = this.matches.filter(isInside);
    const movements = this.movements.filter((m) => isInside(m.match));
    const sum = (f: (m: Movement) => number) => movements.reduce((s, m) => s + f(m), 0);
    const network = buildEdges(matches.map((m) => [m.outputCompany, m.demandCompany] as const));
    const n = members.length;
    const tonnes = movements.filter((m) => m.match.unit === 't');
    return {
      id: members[0]!,
      name: this.nameOf(members, movements, matches),
      companies: members,
      matches: matches.length,
      exchanges: movements.length,
      tonnesPerYear: tonnes.reduce((s, m) => s + m.quantityPerYear, 0),
      netBenefitEurPerYear: sum((m) => m.netBenefitEurPerYear),
      co2KgPerYear: sum((m) => m.co2KgPerYear),
      density: network.from.length / n,
      connectance: network.from.length / (n * n),
      cyclicity: cyclicity(adjacencyOf(network)),
      flows: flowIndicators(
        buildEdges(tonnes.map((m) => [m.match.outputCompany, m.match.demandCompany, m.quantityPerYear] as const)),
      ),
      materialDiversity: shannon(tonnes),
      suppliersPerDemand: suppliersPerDemand(matches),
      ...this.balance(inside, tonnes),
      dependence: dependenceOn(movements),
    };
  }

  private balance(inside: ReadonlySet<string>, tonnes: readonly Movement[]) {
    let landfilled = 0;
    let needed = 0;
    for (const f of this.input.snapshot.flows) {
      if (!inside.has(f.companyId) || f.dimension !== 't') continue;
      if (f.direction === 'input') needed += f.quantityPerYear ?? 0;
      else if (isLandfilled(f)) landfilled += f.quantityPerYear ?? 0;
    }
    const kept = tonnes
      .filter((m) => isLandfilled(this.flows.get(m.match.output)))
      .reduce((s, m) => s + m.quantityPerYear, 0);
    const covered = tonnes
      .filter((m) => this.flows.get(m.match.demand)?.dimension === 't')
      .reduce((s, m) => s + m.productPerYear, 0);
    return {
      inputShare: needed > 0 ? covered / needed : 0,
      before: { landfilledTonnes: landfilled, virginTonnes: needed },
      after: { landfilledTonnes: Math.max(0, landfilled - kept), virginTonnes: Math.max(0, needed - covered) },
    };
  }

  /** Place: where most of its flows are; materials: the two that weigh most in what moves, else in its matches' scores. */
  private nameOf(members: readonly string[], movements: readonly Movement[], matches: readonly Match[]): Bilingual {
    const inside = new Set(members);
    const places = new Map<string, number>();
    for (const f of this.input.snapshot.flows) {
      const site = inside.has(f.companyId) ? this.sites.get(f.siteId) : undefined;
      const place = site?.town ?? site?.region ?? site?.country;
      if (place !== undefined) places.set(place, (places.get(place) ?? 0) + 1);
    }
    const weights = new Map<string, number>();
    for (const m of movements)
      weights.set(m.match.material, (weights.get(m.match.material) ?? 0) + Math.max(0, m.netBenefitEurPerYear));
    if (![...weights.values()].some((w) => w > 0))
      for (const m of matches) weights.set(m.material, (weights.get(m.material) ?? 0) + m.score);
    const [place] = leading(places, 1);
    const materials = leading(weights, 2);
    const name = (lang: 'ru' | 'en') => {
      const words = materials.map((id) => this.input.knowledge.materials.get(id)?.name[lang] || id);
      return [place ?? members[0]!, words.join(', ')].filter((x) => x !== '').join(': ');
    };
    return { ru: name('ru'), en: name('en') };
  }

  quotients(): ClusterReport['quotients'] {
    const rows = this.input.snapshot.sites.flatMap((s) => {
      const company = this.companies.get(s.companyId);
      const activity = divisionOf(company);
      if (activity === undefined || s.region === undefined) return [];
      return [{ region: s.region, activity, employees: company?.employees }];
    });
    const of = rows.length > 0 && rows.every((r) => r.employees !== undefined) ? 'employees' : 'sites';
    const regions = [...new Set(rows.map((r) => r.region))].sort();
    const activities = [...new Set(rows.map((r) => r.activity))].sort();
    const table = regions.map(() => new Array<number>(activities.length).fill(0));
    for (const r of rows) {
      const row = table[regions.indexOf(r.region)]!;
      const j = activities.indexOf(r.activity);
      row[j] = row[j]! + (of === 'employees' ? r.employees! : 1);
    }
    const quotient = locationQuotients(table);
    return regions.flatMap((region, i) =>
      activities.flatMap((activity, j) =>
        table[i]![j]! > 0 ? [{ region, activity, of: of as 'employees' | 'sites', value: quotient[i]![j]! }] : [],
      ),
    );
  }

  /** Outputs in tonnes with what no exchange takes and who could. */
  unmatched(): UnmatchedFlow[] {
    const moved = new Map<string, number>();
    for (const m of this.movements) moved.set(m.match.output, (moved.get(m.match.output) ?? 0) + m.quantityPerYear);
    const partners = new Map<string, Set<string>>();
    for (const m of this.matches) {
      const known = partners.get(m.output);
      if (known) known.add(m.demandCompany);
      else partners.set(m.output, new Set([m.demandCompany]));
    }
    return this.input.snapshot.flows.flatMap((f) => {
      const region = this.sites.get(f.siteId)?.region;
      const activity = divisionOf(this.companies.get(f.companyId));
      if (f.direction !== 'output' || f.dimension !== 't' || region === undefined || activity === undefined) return [];
      const unmatched = (f.quantityPerYear ?? 0) - (moved.get(f.id) ?? 0);
      if (unmatched <= 0) return [];
      return [
        { id: f.id, region, activity, company: f.companyId, unmatched, partners: [...(partners.get(f.id) ?? [])] },
      ];
    });
  }
}

const isLandfilled = (f: Flow | undefined): boolean => f?.routeKind === 'landfill' || f?.routeKind === 'storage';

/** First two digits: the division of NACE Rev. 2. */
const divisionOf = (c: Company | undefined): string | undefined => activityCodeOf(c)?.slice(0, 2);

function leading(weights: ReadonlyMap<string, number>, n: number): string[] {
  return [...weights]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, n)
    .map(([id]) => id);
}

function shannon(movements: readonly Movement[]): number {
  const byMaterial = new Map<string, number>();
  let total = 0;
  for (const m of movements) {
    byMaterial.set(m.match.material, (byMaterial.get(m.match.material) ?? 0) + m.quantityPerYear);
    total += m.quantityPerYear;
  }
  let diversity = 0;
  for (const q of byMaterial.values()) diversity -= (q / total) * Math.log(q / total);
  return diversity;
}

function suppliersPerDemand(matches: readonly Match[]): number {
  const suppliers = new Map<string, Set<string>>();
  for (const m of matches) {
    const known = suppliers.get(m.demand);
    if (known) known.add(m.outputCompany);
    else suppliers.set(m.demand, new Set([m.outputCompany]));
  }
  let sum = 0;
  for (const s of suppliers.values()) sum += s.size;
  return suppliers.size > 0 ? sum / suppliers.size : 0;
}
