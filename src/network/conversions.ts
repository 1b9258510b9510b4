import {
  activitiesOf,
  type Company,
  type Flow,
  type KnowledgeBase,
  type Process,
  type Site,
  type Snapshot,
} from '../domain/index.ts';
import type { Conversion, OutsideInput } from './chain-input.ts';
import { isNarrower } from './taint.ts';

interface Made {
  readonly material: string;
  readonly yield: number;
  readonly processes: readonly string[];
  readonly outside: readonly OutsideInput[];
}

/** Processes in a row at one site (digester, then upgrading) that are followed. */
const MOST_PROCESSES = 3;

/** What one site makes of what it takes. The same list for the same conversions, so that they can be told apart by identity. */
export interface SiteConversions {
  conversionsOf(demand: Flow, material: string, product: string): readonly Conversion[];
}

const NONE: readonly Conversion[] = [];
const NOTHING_MADE: readonly Made[] = [];
const MAKES_NOTHING: SiteConversions = { conversionsOf: () => NONE };

/** Finds what a site makes of what it takes, from the knowledge base's processes and the site's own flows. */
export class Converter {
  private readonly knowledge: Pick<KnowledgeBase, 'materials' | 'processes'>;
  private readonly companies: ReadonlyMap<string, Company>;
  private readonly outputsOf = new Map<string, Flow[]>();
  private readonly sites = new Map<Site, SiteConversions>();
  /** By the codes of a company's activities, then by material. */
  private readonly made = new Map<string, Map<string, readonly Made[]>>();

  constructor(snapshot: Snapshot, knowledge: Pick<KnowledgeBase, 'materials' | 'processes'>) {
    this.knowledge = knowledge;
    this.companies = new Map(snapshot.companies.map((c) => [c.id, c]));
    for (const flow of snapshot.flows) {
      if (flow.direction !== 'output') continue;
      const list = this.outputsOf.get(flow.siteId);
      if (list) list.push(flow);
      else this.outputsOf.set(flow.siteId, [flow]);
    }
  }

  /**
   * Outputs of the demand's site that its processes make of the material delivered or of the product it stands for.
   * One conversion an output: fewest processes, then least yield (the careful one).
   */
  conversionsOf(demand: Flow, site: Site, material: string, product: string): readonly Conversion[] {
    return this.at(site).conversionsOf(demand, material, product);
  }

  /** The same for one site, for whoever asks it often. */
  at(site: Site): SiteConversions {
    let known = this.sites.get(site);
    if (!known) {
      known = this.open(site);
      this.sites.set(site, known);
    }
    return known;
  }

  private open(site: Site): SiteConversions {
    const company = this.companies.get(site.companyId);
    const outputs = this.outputsOf.get(site.id);
    if (!company || !outputs) return MAKES_NOTHING;
    const codes = activitiesOf(company).map(({ nace }) => nace);
    const made = this.madeAt(codes.join(' '));
    const known: { demand: Flow; ofProduct: unknown; ofMaterial: unknown; conversions: readonly Conversion[] }[] = [];
    return {
      conversionsOf: (demand, material, product) => {
        const ofProduct = made.get(product) ?? this.madeFrom(codes, product, made);
        const ofMaterial = made.get(material) ?? this.madeFrom(codes, material, made);
        if (ofProduct.length + ofMaterial.length === 0) return NONE;
        for (const one of known)
          if (one.demand === demand && one.ofProduct === ofProduct && one.ofMaterial === ofMaterial)
            return one.conversions;
        const ways = ofMaterial.length === 0 ? ofProduct : [...ofProduct, ...ofMaterial];
        const conversions = this.convert(demand, outputs, ways);
        known.push({ demand, ofProduct, ofMaterial, conversions });
        return conversions;
      },
    };
  }

  private convert(demand: Flow, outputs: readonly Flow[], made: readonly Made[]): readonly Conversion[] {
    return outputs.flatMap((output) => {
      const way = this.wayTo(output, made);
      if (!way) return [];
      return [
        { demand: demand.id, output: output.id, processes: way.processes, yield: way.yield, outside: way.outside },
      ];
    });
  }

  /** By the output's best reading that anything makes; the same material before a related one. */
  private wayTo(output: Flow, made: readonly Made[]): Made | undefined {
    for (const reading of output.readings) {
      const same = made.filter((m) => m.material === reading.material);
      const ways = same.length > 0 ? same : made.filter((m) => this.isSame(reading.material, m.material));
      if (ways.length > 0) return ways.reduce((a, b) => (isBetter(b, a) ? b : a));
    }
    return undefined;
  }

  private isSame(a: string, b: string): boolean {
    return isNarrower(this.knowledge.materials, a, b) || isNarrower(this.knowledge.materials, b, a);
  }

  private madeAt(codes: string): Map<string, readonly Made[]> {
    let made = this.made.get(codes);
    if (!made) {
      made = new Map();
      this.made.set(codes, made);
    }
    return made;
  }

  private madeFrom(codes: readonly string[], material: string, known: Map<string, readonly Made[]>): readonly Made[] {
    const processes = this.knowledge.processes.filter((p) => runsAt(p, codes));
    const found = this.follow(processes, { material, yield: 1, processes: [], outside: [] });
    const made = found.length === 0 ? NOTHING_MADE : found;
    known.set(material, made);
    return made;
  }

  private follow(processes: readonly Process[], from: Made): Made[] {
    if (from.processes.length === MOST_PROCESSES) return [];
    const found: Made[] = [];
    for (const p of processes) {
      const input = p.inputs.find((i) => isNarrower(this.knowledge.materials, from.material, i.material));
      if (!input || from.processes.includes(p.id)) continue;
      const outside = p.inputs
        .filter((i) => i !== input)
        .map((i) => ({ material: i.material, perUnit: (from.yield * i.perUnit) / input.perUnit }));
      for (const o of p.outputs) {
        const made = {
          material: o.material,
          yield: (from.yield * o.yield) / input.perUnit,
          processes: [...from.processes, p.id],
          outside: [...from.outside, ...outside],
        };
        found.push(made, ...this.follow(processes, made));
      }
    }
    return found;
  }
}

function isBetter(a: Made, b: Made): boolean {
  return a.processes.length < b.processes.length || (a.processes.length === b.processes.length && a.yield < b.yield);
}

function runsAt(process: Process, codes: readonly string[]): boolean {
  return process.nace.length === 0 || codes.some((c) => process.nace.some((n) => c.startsWith(n)));
}
