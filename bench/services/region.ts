import { sideRegions } from '../../src/app/region/side-regions.ts';
import type { Company, Flow, Match, Site } from '../../src/domain/index.ts';
import type { ChangeSet, SideRegions } from '../../src/store/port.ts';
import { company, flow, match, numbers, site } from '../../test/contract/samples.ts';

/** Matches of a ranked list. */
export const TOP = 20;
/** Flows of a company. */
const EACH = 10;
const PART = 1000;

/** Even ones are outputs, odd ones demands. */
export const flowId = kept((n) => `f${String(n).padStart(8, '0')}`);
const companyId = kept((n) => `c${n}`);
const regionOf = (companyNumber: number) => `R${companyNumber % 3}`;

const companyOf = (n: number): Company => company(`c${n}`, { name: `Завод ${n}` });
const siteOf = (n: number): Site =>
  site(`c${n}`, { region: regionOf(n), lat: 55 + (n % 100) / 50, lon: 30 + (n % 70) / 10 });

export function flowOf(n: number): Flow {
  return flow(flowId(n), `c${Math.floor(n / EACH)}`, {
    direction: n % 2 ? 'input' : 'output',
    description: `Поток ${n}: зола-унос сухая, ${n % 977} т/год`,
    readings: [{ material: `m${n % 400}`, confidence: 0.9, by: 'name' }],
    dimension: 't',
    quantityPerYear: (n % 977) + 0.5,
    codes: { fkko: '61110001204' },
  });
}

/** Part of a region as it is handed in: companies with their sites, then flows. */
export async function* changes(to: number, from = 0): AsyncGenerator<ChangeSet> {
  const companies = Math.ceil(to / EACH);
  for (let n = from / EACH; n < companies; n += PART) {
    const part = Array.from({ length: Math.min(PART, companies - n) }, (_, k) => n + k);
    yield { companies: part.map(companyOf), sites: part.map(siteOf) };
  }
  for (let n = from; n < to; n += PART)
    yield { flows: Array.from({ length: Math.min(PART, to - n) }, (_, k) => flowOf(n + k)) };
}

/**
 * TOP matches for each of the first outputs of a region, list after list.
 * @param share of the lists whose scores differ from those of share 0
 */
export function matchesOf(flows: number, matches: number, share: number): Match[] {
  const all: Match[] = [];
  const below = numbers(1);
  const demands = flows / 2;
  for (let o = 0; o < matches / TOP; o++) {
    const moved = share > 0 && o % Math.round(1 / share) === 0 ? 1 : 0;
    for (let k = 0; k < TOP; k++) {
      // another demand each time: the step is odd and far below the number of demands
      const d = (o * 13 + k * 997) % demands;
      const one = match(flowId(2 * o), flowId(2 * d + 1), {
        outputCompany: companyId(Math.floor((2 * o) / EACH)),
        demandCompany: companyId(Math.floor((2 * d + 1) / EACH)),
        rank: k + 1,
        score: 980 - k * 10 + moved,
        material: `m${(2 * o) % 400}`,
        use: `u${o % 900}`,
        netBenefitEurPerYear: (below(2_000_000) - 500_000) / 3,
        co2KgPerYear: below(10_000_000) / 7,
        quantityPerYear: below(100_000) / 11,
      });
      all.push(one);
    }
  }
  return all;
}

/** Regions of both sides of a match, as a run has them from its snapshot. */
export function regionsOf(flows: number): SideRegions {
  const rows = Array.from({ length: flows }, (_, n) => flowOf(n));
  const sites = Array.from({ length: Math.ceil(flows / EACH) }, (_, n) => siteOf(n));
  const byId = <T extends { readonly id: string }>(all: readonly T[]) => new Map(all.map((one) => [one.id, one]));
  return sideRegions({ snapshot: { companies: [], sites, flows: rows }, flows: byId(rows), sites: byId(sites) });
}

/** Each id is one text wherever it stands, as in a region that was read. */
function kept(idOf: (n: number) => string): (n: number) => string {
  const ids: string[] = [];
  return (n) => {
    ids[n] ??= idOf(n);
    return ids[n];
  };
}
