import {
  compareIds,
  type Flow,
  type KnowledgeBase,
  type Settings,
  type Site,
  type Snapshot,
  SymbionError,
  TERMS,
  type TermName,
} from '../domain/index.ts';
import { buildLaw, type Law, strictestClass } from './law.ts';
import { judgeUse, type LimitsOutcome, type Quality, qualityOf } from './quality.ts';
import { Factors, type Tariff } from './tariff.ts';
import { buildVocabulary, type Pathway, type Vocabulary } from './vocabulary.ts';

/** A flow with what the engine needs of its site and company. Row = place in id order. */
export interface Stream {
  readonly row: number;
  readonly flow: Flow;
  readonly site: Site | undefined;
  readonly country: string;
  readonly nace: string;
  /** Number of the company and of its activity, for comparing without text. */
  readonly company: number;
  readonly activity: number;
  /** The company's activity is waste treatment (NACE 38). */
  readonly treats: boolean;
  /** Unit sphere; undefined when the place is unknown. */
  readonly xyz: readonly [number, number, number] | undefined;
  /** Per year; undefined = unknown. */
  readonly quantity: number | undefined;
  /** Modes besides road that the site declares. */
  readonly rail: boolean;
  readonly sea: boolean;
}

/** By mode; a pathway by pipe has the pipe's in all three. */
export interface Tariffs {
  readonly road: Tariff;
  readonly rail: Tariff;
  readonly sea: Tariff;
}

/** An output's reading joined to one pathway: what it could become, with all that no taker changes. */
export interface Offer {
  readonly output: Stream;
  /** Row of the reading's material. */
  readonly material: number;
  readonly pathway: Pathway;
  readonly confidence: number;
  readonly basis: 'documented' | 'general rule' | 'code similarity' | 'text similarity';
  /** EUR per unit: disposal avoided less treatment. */
  readonly moneyBase: number;
  /** EUR per unit of product; undefined = unknown. */
  readonly productPrice: number | undefined;
  /** kg CO2e per unit before transport. */
  readonly carbonBase: number;
  readonly limits: LimitsOutcome;
  readonly limitKm: number | undefined;
  readonly hazardClass: number;
  readonly euHazardous: boolean;
  readonly tariffs: Tariffs;
  /** Road over great circle in the giver's country. */
  readonly detour: number;
  /** By number of activity: 0 = not asked yet, 1 = a receiver of the use, 2 = none. */
  readonly receivers: Uint8Array;
  /** Legal ease by the taker's country, -1 = refused: filled as it is asked for; the second for takers that treat waste. */
  readonly legal: Map<string, number>;
  readonly legalTreated: Map<string, number>;
}

/** A demand's reading: one product it asks for. */
export interface Want {
  readonly demand: Stream;
  readonly product: number;
  readonly confidence: number;
  readonly basis: 'documented' | 'code similarity' | 'text similarity';
}

/** All that a run decides on, made once. */
export interface Problem {
  readonly settings: Settings;
  readonly vocabulary: Vocabulary;
  readonly law: Law;
  readonly factors: Factors;
  /** Points of the best possible pair per term; whole numbers that add up to 1,000. */
  readonly points: Readonly<Record<TermName, number>>;
  readonly outputs: readonly Stream[];
  readonly demands: readonly Stream[];
  readonly outputRow: ReadonlyMap<string, number>;
  readonly demandRow: ReadonlyMap<string, number>;
  quality(output: Stream): Quality;
  offers(output: Stream): readonly Offer[];
  wants(demand: Stream): readonly Want[];
  tariffs(output: Stream, pathway: Pathway): Tariffs;
  /** Numbers of activities in use. */
  readonly activities: number;
  /** Road over great circle, of a giver's country; and the least of all countries. */
  detour(country: string): number;
  readonly leastDetour: number;
  /** Parameters whose missing value refuses, for a product. */
  refusing(product: number): ReadonlySet<string>;
}

/** Builds the problem of a snapshot. Throws `input` when the knowledge base lacks a factor that is needed. */
export function buildProblem(snapshot: Snapshot, knowledge: KnowledgeBase, settings: Settings): Problem {
  const vocabulary = buildVocabulary(knowledge);
  const law = buildLaw(vocabulary, settings.scenario, settings.asOf);
  const factors = new Factors(knowledge, settings);
  const sites = new Map(snapshot.sites.map((site) => [site.id, site]));
  const companies = new Map(snapshot.companies.map((company) => [company.id, company]));
  const companyNumber = numbers();
  const activityNumber = numbers();
  const streams = (direction: Flow['direction']): readonly Stream[] =>
    snapshot.flows
      .filter((flow) => flow.direction === direction)
      .sort((a, b) => compareIds(a.id, b.id))
      .map((flow, row) => {
        const company = companies.get(flow.companyId);
        const nace = company?.nace ?? company?.okved ?? '';
        return toStream(
          flow,
          row,
          sites.get(flow.siteId),
          nace,
          companyNumber.of(flow.companyId),
          activityNumber.of(nace),
        );
      });
  const outputs = streams('output');
  const demands = streams('input');
  const problem: Problem = {
    settings,
    vocabulary,
    law,
    factors,
    points: sharePoints(settings.weights),
    outputs,
    demands,
    activities: activityNumber.count(),
    outputRow: new Map(outputs.map((stream) => [stream.flow.id, stream.row])),
    demandRow: new Map(demands.map((stream) => [stream.flow.id, stream.row])),
    quality: remember((output) => qualityOf(output.flow, knowledge)),
    offers: remember((output) => buildOffers(problem, output)),
    wants: remember((demand) => buildWants(vocabulary, demand)),
    tariffs: tariffTable(factors),
    ...detours(factors, outputs),
    refusing: refusingTable(vocabulary),
  };
  return problem;
}

/** The stream of this id on this side; throws `not-found`. */
export function getStream(problem: Problem, side: 'output' | 'demand', id: string): Stream {
  const row = (side === 'output' ? problem.outputRow : problem.demandRow).get(id);
  if (row !== undefined) return (side === 'output' ? problem.outputs : problem.demands)[row]!;
  const ru = side === 'output' ? 'выхода' : 'потребности';
  throw new SymbionError('not-found', { ru: `Нет ${ru} «${id}».`, en: `There is no ${side} "${id}".` });
}

/** Degrees are rounded to 1e-7 so that a store's rounding never shows. */
function toStream(
  flow: Flow,
  row: number,
  site: Site | undefined,
  nace: string,
  company: number,
  activity: number,
): Stream {
  const located = site?.lat !== undefined && site.lon !== undefined;
  return {
    row,
    flow,
    site,
    country: site?.country ?? '',
    nace,
    company,
    activity,
    treats: nace.startsWith('38'),
    xyz: located ? onSphere(site.lat!, site.lon!) : undefined,
    quantity: flow.quantityPerYear !== undefined && flow.quantityPerYear > 0 ? flow.quantityPerYear : undefined,
    rail: site?.modes.includes('rail') === true,
    sea: site?.modes.includes('sea') === true,
  };
}

function onSphere(lat: number, lon: number): [number, number, number] {
  const radians = (degrees: number) => (Math.round(degrees * 1e7) / 1e7) * (Math.PI / 180);
  const phi = radians(lat);
  const lambda = radians(lon);
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** Weights -> whole points that add up to 1,000: largest remainders, ties to the earlier term. */
function sharePoints(weights: Readonly<Record<TermName, number>>): Record<TermName, number> {
  const sum = TERMS.reduce((total, name) => total + weights[name], 0);
  const exact = TERMS.map((name) => (weights[name] / sum) * 1000);
  const points = exact.map(Math.floor);
  const order = TERMS.map((_, i) => i).sort((a, b) => exact[b]! - points[b]! - (exact[a]! - points[a]!) || a - b);
  const spare = 1000 - points.reduce((a, b) => a + b, 0);
  for (const i of order.slice(0, spare)) points[i]!++;
  return Object.fromEntries(TERMS.map((name, i) => [name, points[i]!])) as Record<TermName, number>;
}

function remember<T>(make: (stream: Stream) => T): (stream: Stream) => T {
  const made: (T | undefined)[] = [];
  return (stream) => {
    made[stream.row] ??= make(stream);
    return made[stream.row] as T;
  };
}

function buildWants(vocabulary: Vocabulary, demand: Stream): readonly Want[] {
  return demand.flow.readings.flatMap((reading) => {
    const product = vocabulary.rowOf.get(reading.material);
    if (product === undefined) return [];
    const basis =
      reading.by === 'similar text'
        ? 'text similarity'
        : reading.by === 'similar code'
          ? 'code similarity'
          : 'documented';
    return [{ demand, product, confidence: reading.confidence, basis }];
  });
}

function buildOffers(problem: Problem, output: Stream): readonly Offer[] {
  const { vocabulary } = problem;
  const { flow } = output;
  return flow.readings.flatMap((reading) => {
    const row = vocabulary.rowOf.get(reading.material);
    if (row === undefined) return [];
    const material = vocabulary.materials[row]!;
    const hazardClass = strictestClass(flow.hazardClass, material);
    const euHazardous = flow.euHazardous === true || material.euHazardous;
    return vocabulary.pathways(row).map((pathway): Offer => {
      const { use } = pathway;
      const landfilled = flow.routeKind === 'landfill';
      return {
        output,
        material: row,
        pathway,
        confidence: reading.confidence,
        basis: basisOf(reading.by, use?.basis ?? 'documented'),
        moneyBase: disposalAvoided(problem, output, hazardClass) - (use?.treatmentEurPerUnit ?? 0),
        productPrice: problem.settings.prices[vocabulary.materials[pathway.product]!.id] ?? use?.virginPriceEurPerUnit,
        carbonBase:
          (use?.co2AvoidedVirginKgPerUnit ?? 0) +
          (landfilled ? (use?.co2AvoidedLandfillKgPerUnit ?? 0) : 0) -
          (use?.co2TreatmentKgPerUnit ?? 0),
        limits: judgeUse(use, problem.quality(output)),
        limitKm:
          use?.distanceLimitKm ??
          (use?.mode === 'pipe' ? problem.factors.find('pipe.limit', output.country) : undefined),
        hazardClass,
        euHazardous,
        tariffs: problem.tariffs(output, pathway),
        detour: problem.detour(output.country),
        receivers: receiversOf(problem, pathway),
        legal: new Map(),
        legalTreated: new Map(),
      };
    });
  });
}

function basisOf(by: Flow['readings'][number]['by'], basis: 'documented' | 'general rule'): Offer['basis'] {
  if (by === 'similar text') return 'text similarity';
  return by === 'similar code' ? 'code similarity' : basis;
}

/** EUR per unit that the giver saves: its own figure, else charge and gate fee of country and class where it is placed; less what it earns now. */
function disposalAvoided(problem: Problem, { flow, country }: Stream, hazardClass: number): number {
  if (flow.disposalCostEurPerUnit !== undefined) return flow.disposalCostEurPerUnit;
  if (flow.routeKind === 'sold') return -(flow.priceEurPerUnit ?? 0);
  if (flow.dimension !== 't' || hazardClass === 0) return 0;
  const placed = flow.routeKind === 'landfill' || flow.routeKind === 'storage';
  if (!placed)
    return flow.routeKind === 'treatment' || flow.routeKind === 'incineration'
      ? gate(problem, country, hazardClass)
      : 0;
  const charge = problem.factors.find('disposal.charge', country, String(hazardClass)) ?? 0;
  return charge + (flow.routeKind === 'landfill' ? gate(problem, country, hazardClass) : 0);
}

function gate(problem: Problem, country: string, hazardClass: number): number {
  return problem.factors.find('disposal.gate', country, String(hazardClass)) ?? 0;
}

function tariffTable(factors: Factors): Problem['tariffs'] {
  const made = new Map<string, Tariffs>();
  return (output, pathway) => {
    const dimension = output.flow.dimension ?? 't';
    const pipe = pathway.use?.mode === 'pipe';
    const key = `${output.country}|${dimension}|${pipe}`;
    let table = made.get(key);
    if (!table) {
      const of = (mode: 'road' | 'rail' | 'sea') => factors.tariff(output.country, pipe ? 'pipe' : mode, dimension);
      table = { road: of('road'), rail: of('rail'), sea: of('sea') };
      made.set(key, table);
    }
    return table;
  };
}

function refusingTable(vocabulary: Vocabulary): (product: number) => ReadonlySet<string> {
  const table = new Map<number, Set<string>>();
  for (const use of vocabulary.knowledge.uses)
    for (const limit of use.limits) {
      const product = vocabulary.rowOf.get(use.replaces);
      if (limit.ifMissing !== 'refuse' || product === undefined) continue;
      const set = table.get(product) ?? new Set();
      set.add(limit.parameter);
      table.set(product, set);
    }
  const none: ReadonlySet<string> = new Set();
  return (product) => table.get(product) ?? none;
}

function detours(factors: Factors, outputs: readonly Stream[]): Pick<Problem, 'detour' | 'leastDetour'> {
  const known = new Map<string, number>();
  const detour = (country: string) => {
    let value = known.get(country);
    if (value === undefined) {
      value = factors.get('detour', country, 'road');
      known.set(country, value);
    }
    return value;
  };
  return { detour, leastDetour: Math.min(...new Set(['', ...outputs.map((output) => output.country)].map(detour))) };
}

const receiverTables = new WeakMap<Problem, Map<string, Uint8Array>>();

/** One table a pathway, shared by all offers of it. */
function receiversOf(problem: Problem, pathway: Pathway): Uint8Array {
  let tables = receiverTables.get(problem);
  if (!tables) {
    tables = new Map();
    receiverTables.set(problem, tables);
  }
  let table = tables.get(pathway.id);
  if (!table) {
    table = new Uint8Array(problem.activities);
    tables.set(pathway.id, table);
  }
  return table;
}

/** Numbers texts in the order in which they are met. */
function numbers(): { of(text: string): number; count(): number } {
  const known = new Map<string, number>();
  return {
    of(text) {
      let number = known.get(text);
      if (number === undefined) {
        number = known.size;
        known.set(text, number);
      }
      return number;
    },
    count: () => known.size,
  };
}
