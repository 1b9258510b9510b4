import type { Flow } from '../../domain/index.ts';
import type { Movement } from '../../network/index.ts';
import { sectionOf } from '../matches/views.ts';
import type { Region } from './region.ts';

/** One band of a flow diagram: tonnes a year from what gives to what takes. */
export interface StreamBand {
  /** `gives:C` (section of NACE), or `virgin` for what is bought new. */
  readonly from: string;
  /** `takes:C`, or `route:landfill` and the like for what is not exchanged. */
  readonly to: string;
  readonly tonnesPerYear: number;
}

/** The region's tonnes before any exchange and with the movements: by sector of activity and present route. */
export function bandsOf(
  region: Region,
  movements: readonly Movement[],
  within?: string,
): { readonly before: readonly StreamBand[]; readonly after: readonly StreamBand[] } {
  const inside = (flow: Flow) => within === undefined || region.sites.get(flow.siteId)?.region === within;
  const flows = region.snapshot.flows.filter(
    (flow) => flow.dimension === 't' && (flow.quantityPerYear ?? 0) > 0 && flow.origin !== 'derived' && inside(flow),
  );
  const given = new Map<string, number>();
  const taken = new Map<string, number>();
  const after = new Bands();
  for (const m of movements) {
    const [output, demand] = [region.flows.get(m.match.output), region.flows.get(m.match.demand)];
    if (!output || !demand || output.dimension !== 't') continue;
    given.set(output.id, (given.get(output.id) ?? 0) + m.quantityPerYear);
    taken.set(demand.id, (taken.get(demand.id) ?? 0) + m.productPerYear);
    after.add(`gives:${sectorOf(region, output)}`, `takes:${sectorOf(region, demand)}`, m.quantityPerYear);
  }
  const before = new Bands();
  for (const flow of flows) {
    const quantity = flow.quantityPerYear!;
    const moved = (flow.direction === 'output' ? given : taken).get(flow.id) ?? 0;
    const [from, to] =
      flow.direction === 'output'
        ? [`gives:${sectorOf(region, flow)}`, `route:${flow.routeKind ?? 'unknown'}`]
        : ['virgin', `takes:${sectorOf(region, flow)}`];
    before.add(from, to, quantity);
    after.add(from, to, Math.max(0, quantity - moved));
  }
  return { before: before.list(), after: after.list() };
}

function sectorOf(region: Region, flow: Flow): string {
  const company = region.companies.get(flow.companyId);
  return sectionOf(company?.nace ?? company?.okved ?? '') ?? '?';
}

class Bands {
  readonly #tonnes = new Map<string, StreamBand>();

  add(from: string, to: string, tonnes: number): void {
    if (!(tonnes > 1e-9)) return;
    const key = `${from} ${to}`;
    this.#tonnes.set(key, { from, to, tonnesPerYear: (this.#tonnes.get(key)?.tonnesPerYear ?? 0) + tonnes });
  }

  list(): readonly StreamBand[] {
    return [...this.#tonnes.values()].sort(
      (a, b) => b.tonnesPerYear - a.tonnesPerYear || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1),
    );
  }
}
