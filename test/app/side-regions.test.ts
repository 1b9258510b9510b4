import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sideRegions } from '../../src/app/region/side-regions.ts';
import type { Flow, Site } from '../../src/domain/index.ts';
import { flow, match, site } from '../contract/samples.ts';

const byId = <T extends { readonly id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));
const regionsOf = (sites: Site[], flows: Flow[]) =>
  sideRegions({ snapshot: { companies: [], sites, flows }, flows: byId(flows), sites: byId(sites) });

describe('regions of both sides of a match', () => {
  it('are those of the flows’ sites; of an inferred flow, of its company’s first site', () => {
    const sites = [site('A', { id: 'A/1', region: 'R1' }), site('A', { id: 'A/2', region: 'R2' })];
    const flows = [flow('O1', 'A', { siteId: 'A/2' }), flow('O2', 'A', { siteId: 'A/2', origin: 'inferred' })];
    const regions = regionsOf(sites, flows);
    const of = (output: string) => regions.output(match(output, 'x', { outputCompany: 'A' }));
    expect([of('O1'), of('O2'), regions.demand(match('O1', 'x', { demandCompany: 'unknown' }))]).toEqual([
      'R2',
      'R1',
      null,
    ]);
  });

  it('are what looking up flow, then site, gives', () => {
    const one = fc.record({
      company: fc.nat(3),
      regions: fc.array(fc.option(fc.constantFrom('R1', 'R2'), { nil: undefined }), { minLength: 1, maxLength: 3 }),
    });
    const pick = fc.record({ company: fc.nat(3), site: fc.nat(2), inferred: fc.boolean() });
    fc.assert(
      fc.property(
        fc.uniqueArray(one, { selector: (c) => c.company }),
        fc.array(pick, { maxLength: 8 }),
        (all, picks) => {
          const sites = all.flatMap(({ company, regions }) =>
            regions.map((region, k) => {
              const { region: _, ...rest } = site(`c${company}`, { id: `c${company}/${k}` });
              return { ...rest, ...(region !== undefined && { region }) };
            }),
          );
          const flows = picks.flatMap(({ company, site: k, inferred }, n) => {
            const own = sites.filter(({ companyId }) => companyId === `c${company}`);
            if (own.length === 0) return [];
            const origin = inferred ? ('inferred' as const) : ('declared' as const);
            return [flow(`f${n}`, `c${company}`, { siteId: own[k % own.length]!.id, origin })];
          });
          const regions = regionsOf(sites, flows);
          for (const { id, companyId, siteId, origin } of flows) {
            const home = sites.find((s) => (origin === 'inferred' ? s.companyId === companyId : s.id === siteId));
            expect(regions.demand(match('x', id, { demandCompany: companyId }))).toBe(home?.region ?? null);
          }
        },
      ),
    );
  });
});
