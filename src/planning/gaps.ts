import type { Bilingual, Dimension, Flow, KnowledgeBase, Site, Snapshot, Use } from '../domain/index.ts';
import { distanceKm } from './siting.ts';

export interface GapInput {
  readonly snapshot: Snapshot;
  readonly knowledge: Pick<KnowledgeBase, 'materials' | 'uses' | 'processes'>;
  /** What moves already, from a plan or by falling score. */
  readonly moved: readonly {
    readonly output: string;
    readonly demand: string;
    readonly quantityPerYear: number;
    readonly productPerYear: number;
  }[];
  /** Only this region. */
  readonly region?: string;
  /** Road over straight line; default 1.3. */
  readonly detour?: number;
}

/** A taker that would serve, were it not for what stands here. */
export interface NearestTaker {
  readonly demand: string;
  readonly site: string;
  readonly distanceKm: number;
  readonly limitKm?: number;
}

/** An output that stays (partly) without a taker, with what would unlock it. */
export interface OutputGap {
  readonly output: string;
  readonly site: string;
  readonly region?: string;
  readonly material: string;
  readonly unmatchedPerYear: number;
  readonly unit: Dimension;
  /** 0..1: nothing of it moves = 1. */
  readonly share: number;
  /** Conversions that would take it (digester, waelz kiln, ...). */
  readonly processes: readonly string[];
  /** Uses that nobody within reach asks for, the most worth first. */
  readonly uses: readonly {
    readonly use: string;
    readonly product: string;
    /** EUR a unit of material, before transport. */
    readonly worthEurPerUnit: number;
    readonly nearest?: NearestTaker;
  }[];
  /** One sentence of what is missing. */
  readonly missing: Bilingual;
}

export interface DemandGap {
  readonly demand: string;
  readonly site: string;
  readonly region?: string;
  readonly product: string;
  readonly unmatchedPerYear: number;
  readonly unit: Dimension;
}

/**
 * Outputs and demands that stay unmatched, the greatest first, with the missing link: the processes that take the material
 * and the uses whose takers are too far or not there.
 */
export function findGaps(input: GapInput): { outputs: readonly OutputGap[]; demands: readonly DemandGap[] } {
  const finder = new GapFinder(input);
  const bySize =
    <T extends { unmatchedPerYear: number }>(id: (x: T) => string) =>
    (a: T, b: T) =>
      b.unmatchedPerYear - a.unmatchedPerYear || (id(a) < id(b) ? -1 : 1);
  const flows = input.snapshot.flows.filter((f) => f.origin === 'declared');
  return {
    outputs: flows.flatMap((f) => finder.outputGap(f)).sort(bySize((g) => g.output)),
    demands: flows.flatMap((f) => finder.demandGap(f)).sort(bySize((g) => g.demand)),
  };
}

class GapFinder {
  private readonly input: GapInput;
  private readonly sites: ReadonlyMap<string, Site>;
  private readonly given = new Map<string, number>();
  private readonly taken = new Map<string, number>();
  private readonly takers = new Map<string, Flow[]>();

  constructor(input: GapInput) {
    this.input = input;
    this.sites = new Map(input.snapshot.sites.map((s) => [s.id, s]));
    for (const m of input.moved) {
      this.given.set(m.output, (this.given.get(m.output) ?? 0) + m.quantityPerYear);
      this.taken.set(m.demand, (this.taken.get(m.demand) ?? 0) + m.productPerYear);
    }
    for (const f of input.snapshot.flows) {
      if (f.direction !== 'input') continue;
      for (const material of this.broader(f.readings[0]?.material)) {
        const list = this.takers.get(material);
        if (list) list.push(f);
        else this.takers.set(material, [f]);
      }
    }
  }

  outputGap(f: Flow): OutputGap[] {
    const site = this.siteInRegion(f);
    const material = f.readings[0]?.material;
    const left = (f.quantityPerYear ?? 0) - (this.given.get(f.id) ?? 0);
    if (f.direction !== 'output' || !site || material === undefined || left <= 1e-9 * (f.quantityPerYear ?? 0))
      return [];
    const family = this.broader(material);
    const products = new Set<string>(family);
    const uses = this.input.knowledge.uses.filter((u) => family.includes(u.material));
    for (const u of uses) products.add(u.replaces);
    const processes = this.input.knowledge.processes
      .filter((p) => p.inputs.some((i) => products.has(i.material)))
      .map((p) => p.id);
    const ways = uses
      .map((u) => this.wayOf(u, site))
      .sort((a, b) => b.worthEurPerUnit - a.worthEurPerUnit || (a.use < b.use ? -1 : 1));
    return [
      {
        output: f.id,
        site: site.id,
        ...(site.region !== undefined && { region: site.region }),
        material,
        unmatchedPerYear: left,
        unit: f.dimension ?? 't',
        share: left / f.quantityPerYear!,
        processes,
        uses: ways,
        missing: this.sentence(processes, ways),
      },
    ];
  }

  demandGap(f: Flow): DemandGap[] {
    const site = this.siteInRegion(f);
    const product = f.readings[0]?.material;
    const left = (f.quantityPerYear ?? 0) - (this.taken.get(f.id) ?? 0);
    if (f.direction !== 'input' || !site || product === undefined || left <= 1e-9 * (f.quantityPerYear ?? 0)) return [];
    return [
      {
        demand: f.id,
        site: site.id,
        ...(site.region !== undefined && { region: site.region }),
        product,
        unmatchedPerYear: left,
        unit: f.dimension ?? 't',
      },
    ];
  }

  private siteInRegion(f: Flow): Site | undefined {
    const site = this.sites.get(f.siteId);
    return this.input.region === undefined || site?.region === this.input.region ? site : undefined;
  }

  private broader(material: string | undefined): string[] {
    const family: string[] = [];
    for (let at = material; at !== undefined && family.length < 30; at = this.input.knowledge.materials.get(at)?.parent)
      family.push(at);
    return family;
  }

  private wayOf(use: Use, from: Site): OutputGap['uses'][number] {
    const nearest = this.nearestTaker(use, from);
    return {
      use: use.id,
      product: use.replaces,
      worthEurPerUnit: use.ratio * (use.virginPriceEurPerUnit ?? 0) - (use.treatmentEurPerUnit ?? 0),
      ...(nearest && { nearest }),
    };
  }

  private nearestTaker(use: Use, from: Site): NearestTaker | undefined {
    let best: NearestTaker | undefined;
    for (const f of this.takers.get(use.replaces) ?? []) {
      const site = this.sites.get(f.siteId);
      if (site?.lat === undefined || site.lon === undefined || from.lat === undefined || from.lon === undefined)
        continue;
      if (site.companyId === from.companyId) continue;
      const km =
        distanceKm({ lat: site.lat, lon: site.lon }, { lat: from.lat, lon: from.lon }) * (this.input.detour ?? 1.3);
      if (best !== undefined && best.distanceKm <= km) continue;
      best = {
        demand: f.id,
        site: site.id,
        distanceKm: km,
        ...(use.distanceLimitKm !== undefined && { limitKm: use.distanceLimitKm }),
      };
    }
    return best;
  }

  private sentence(processes: readonly string[], uses: OutputGap['uses']): Bilingual {
    const names = (lang: 'ru' | 'en') =>
      processes
        .slice(0, 3)
        .map((id) => this.input.knowledge.processes.find((p) => p.id === id)?.name[lang] || id)
        .join(', ');
    const known = uses.flatMap((u) => (u.nearest ? [u.nearest] : [])).sort((a, b) => a.distanceKm - b.distanceKm);
    const near = known.find((n) => n.limitKm === undefined || n.distanceKm <= n.limitKm);
    const far = near ? undefined : known[0];
    const km = (x: number) => Math.round(x);
    const missing = {
      en: processes.length > 0 ? `missing link: ${names('en')}` : 'missing link: no known conversion',
      ru: processes.length > 0 ? `недостающее звено: ${names('ru')}` : 'недостающее звено: переработка неизвестна',
    };
    if (far)
      return {
        en: `${missing.en}; the nearest taker is ${km(far.distanceKm)} km away, the limit ${km(far.limitKm!)} km`,
        ru: `${missing.ru}; ближайший получатель в ${km(far.distanceKm)} км, предел ${km(far.limitKm!)} км`,
      };
    if (near)
      return {
        en: `${missing.en}; the nearest taker is ${km(near.distanceKm)} km away and takes no more`,
        ru: `${missing.ru}; ближайший получатель в ${km(near.distanceKm)} км больше не берёт`,
      };
    return { en: `${missing.en}; nobody asks for it`, ru: `${missing.ru}; никто не запрашивает` };
  }
}
