import {
  type Capex,
  type Issue,
  type KnowledgeBase,
  type Process,
  type Snapshot,
  SymbionError,
  type TellStep,
} from '../domain/index.ts';
import { type DemandGap, findGaps, type GapInput, type OutputGap } from './gaps.ts';
import { collectSmall, type MilkRuns, type RunTerms, type SmallFlow } from './milk-run.ts';
import { type OpenStream, type Place, type Siting, sitePlants } from './siting.ts';

/** What an output is worth where it is taken, EUR per unit. */
export interface StreamWorth {
  readonly disposalEurPerUnit: number;
  readonly products: readonly { readonly product: string; readonly worthEurPerUnit: number }[];
  readonly fixedEurPerUnit: number;
  readonly eurPerUnitKm: number;
}

/** Small flows that one taker could collect on a round. */
export interface MilkOrder {
  readonly demand: string;
  readonly at: { readonly lat: number; readonly lon: number };
  readonly flows: readonly SmallFlow[];
}

export interface SiteOrder {
  readonly snapshot: Snapshot;
  readonly knowledge: Pick<KnowledgeBase, 'materials' | 'uses' | 'processes'>;
  readonly moved: GapInput['moved'];
  readonly region?: string;
  readonly worths: Readonly<Record<string, StreamWorth>>;
  /** Only this process. */
  readonly process?: string;
  /** Of one plant. */
  readonly plant: {
    /** EUR whatever its size, in place of what the knowledge base tells of its process. */
    readonly capexEur?: number;
    readonly years: number;
    readonly capacityPerYear?: number;
    readonly withinKm: number;
  };
  readonly milk: { readonly terms: RunTerms; readonly orders: readonly MilkOrder[] };
  /** Kinds of plant at most. */
  readonly top: number;
}

/** A process that is missing, and where plants of it would pay. */
export interface MissingProcess {
  readonly process: string;
  /** Units a year that its plants take, of all that nobody takes. */
  readonly unlockedPerYear: number;
  readonly openPerYear: number;
  /** What a plant costs and why; the evidence is `asked` where the asker told it. */
  readonly capex: Capex;
  readonly siting: Siting;
}

export interface SiteReport {
  readonly outputs: readonly OutputGap[];
  readonly demands: readonly DemandGap[];
  /** Each process for itself, the most worth first. Two that want the same stream cannot both have it. */
  readonly processes: readonly MissingProcess[];
  readonly milkRuns: readonly (MilkRuns & { readonly demand: string })[];
}

/** Streams and places that one siting weighs: the largest. */
const STREAMS_AT_MOST = 1000;
const PLACES_AT_MOST = 60;

/** What is missing in a region: unmatched flows, the plants that would take them, and rounds that collect the small ones. */
export async function siteMissing(order: SiteOrder, progress: TellStep = () => undefined): Promise<SiteReport> {
  checkPlant(order);
  const gaps = findGaps(order);
  const streams = streamsByProcess(order, gaps.outputs);
  const processes: MissingProcess[] = [];
  const asked = [...streams].filter(([id]) => order.process === undefined || id === order.process);
  for (const [i, [process, list]] of asked.entries()) {
    progress(i, asked.length, 'processes');
    const missing = await siteProcess(order, process, list);
    if (missing.siting.plants.length > 0 || order.process !== undefined) processes.push(missing);
  }
  processes.sort((a, b) => b.siting.benefitEurPerYear - a.siting.benefitEurPerYear || (a.process < b.process ? -1 : 1));
  const milkRuns = order.milk.orders
    .map((milk) => ({ demand: milk.demand, ...collectSmall(milk.flows, milk.at, order.milk.terms) }))
    .filter((milk) => milk.runs.length > 0);
  return { ...gaps, processes: processes.slice(0, order.top), milkRuns };
}

function checkPlant({ plant, process, knowledge }: SiteOrder): void {
  const issues: Issue[] = [];
  const wrong = (column: string, found: unknown, en: string, ru: string) =>
    issues.push({ column, found: String(found), wanted: { en, ru }, severity: 'error' });
  if (plant.capexEur !== undefined && !(plant.capexEur >= 0))
    wrong('capexEur', plant.capexEur, '0 EUR or more', '0 евро или больше');
  if (!(plant.years > 0)) wrong('years', plant.years, 'more than 0 years', 'больше 0 лет');
  if (plant.capacityPerYear !== undefined && !(plant.capacityPerYear >= 0))
    wrong('capacityPerYear', plant.capacityPerYear, 'a capacity of 0 or more', 'мощность 0 или больше');
  if (!(plant.withinKm > 0)) wrong('withinKm', plant.withinKm, 'more than 0 km', 'больше 0 км');
  if (process !== undefined && !knowledge.processes.some(({ id }) => id === process))
    wrong('process', process, 'a process of the knowledge base', 'процесс из базы знаний');
  if (issues.length === 0) return;
  const told = (lang: 'ru' | 'en') => issues.map((i) => `${i.column} ${i.found}: ${i.wanted[lang]}`).join('; ');
  throw new SymbionError(
    'input',
    { en: `No plant can be sited: ${told('en')}.`, ru: `Разместить нельзя: ${told('ru')}.` },
    { issues },
  );
}

/** What each process could take, with its worth there. */
function streamsByProcess(order: SiteOrder, gaps: readonly OutputGap[]): Map<string, OpenStream[]> {
  const sites = new Map(order.snapshot.sites.map((s) => [s.id, s]));
  const processes = new Map(order.knowledge.processes.map((p) => [p.id, p]));
  const receivers = new Map(order.knowledge.uses.map((u) => [u.id, u.receivers]));
  const found = new Map<string, OpenStream[]>();
  for (const gap of gaps) {
    const site = sites.get(gap.site);
    const worth = order.worths[gap.output];
    if (site?.lat === undefined || site.lon === undefined || !worth) continue;
    for (const process of gap.processes) {
      const stream = {
        id: gap.output,
        lat: site.lat,
        lon: site.lon,
        quantity: gap.unmatchedPerYear,
        worthPerUnit:
          worthAt(order, processes.get(process)!, bought(gap, processes.get(process)!, receivers), worth) -
          worth.fixedEurPerUnit,
      };
      const list = found.get(process);
      if (list) list.push(stream);
      else found.set(process, [stream]);
    }
  }
  return found;
}

/** Products that a plant of such an activity is known to buy the material as (dust is zinc feed). */
function bought(gap: OutputGap, { nace }: Process, receivers: ReadonlyMap<string, readonly string[]>): Set<string> {
  const suits = (use: string) => nace.some((code) => receivers.get(use)?.some((prefix) => code.startsWith(prefix)));
  return new Set(gap.uses.filter(({ use }) => suits(use)).map(({ product }) => product));
}

/** With the best product that the process takes, else what is saved. */
function worthAt({ knowledge }: SiteOrder, process: Process, buys: ReadonlySet<string>, worth: StreamWorth): number {
  const inputs = new Set([...process.inputs.map((input) => input.material), ...buys]);
  const serves = (product: string): boolean => {
    for (
      let at: string | undefined = product, n = 0;
      at !== undefined && n < 30;
      at = knowledge.materials.get(at)?.parent, n++
    )
      if (inputs.has(at)) return true;
    return false;
  };
  const best = worth.products.find(({ product }) => serves(product));
  return Math.max(worth.disposalEurPerUnit, best?.worthEurPerUnit ?? Number.NEGATIVE_INFINITY);
}

async function siteProcess(order: SiteOrder, id: string, list: readonly OpenStream[]): Promise<MissingProcess> {
  const process = order.knowledge.processes.find((p) => p.id === id)!;
  const streams = [...list].sort((a, b) => b.quantity - a.quantity || (a.id < b.id ? -1 : 1)).slice(0, STREAMS_AT_MOST);
  const told = order.plant.capexEur;
  const capex = told === undefined ? process.capex : { eur: told, atPerYear: 1, exponent: 0, evidence: 'asked' };
  const siting = await sitePlants(
    {
      id,
      capex,
      capacityPerYear: order.plant.capacityPerYear ?? Infinity,
      years: order.plant.years,
      distanceLimitKm: order.plant.withinKm,
    },
    streams,
    placesFor(order, streams, process.nace),
    { transportEurPerUnitKm: Math.max(...streams.map((s) => order.worths[s.id]!.eurPerUnitKm)) },
  );
  return {
    process: id,
    unlockedPerYear: siting.plants.reduce((sum, plant) => sum + plant.quantityPerYear, 0),
    openPerYear: list.reduce((sum, s) => sum + s.quantity, 0),
    capex,
    siting,
  };
}

/** Where the streams arise, and where a company already does such work. */
function placesFor({ snapshot, region }: SiteOrder, streams: readonly OpenStream[], nace: readonly string[]): Place[] {
  const size = new Map<string, number>();
  const siteOf = new Map(snapshot.flows.map((f) => [f.id, f.siteId]));
  for (const s of streams) {
    const site = siteOf.get(s.id)!;
    size.set(site, (size.get(site) ?? 0) + s.quantity);
  }
  const able = new Set(
    snapshot.companies.filter((c) => nace.some((n) => (c.nace ?? c.okved ?? '').startsWith(n))).map((c) => c.id),
  );
  return snapshot.sites
    .filter((s) => s.lat !== undefined && s.lon !== undefined && (region === undefined || s.region === region))
    .filter((s) => size.has(s.id) || able.has(s.companyId))
    .sort((a, b) => (size.get(b.id) ?? 0) - (size.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, PLACES_AT_MOST)
    .map((s) => ({ id: s.id, lat: s.lat!, lon: s.lon! }));
}
