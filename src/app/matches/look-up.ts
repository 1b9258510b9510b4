import { readInferredId } from '../../classify/index.ts';
import type { KnowledgeBase, Match } from '../../domain/index.ts';
import type { Store } from '../../store/port.ts';
import type { Named, NamedFlow } from './views.ts';

/** What some matches name, read by its ids: a page of them must not wait until a country is loaded. */
export async function lookUp(store: Store, knowledge: KnowledgeBase, matches: readonly Match[]): Promise<Named> {
  const ids = [...new Set(matches.flatMap(({ output, demand }) => [output, demand]))];
  const owners = [...new Set(matches.flatMap(({ outputCompany, demandCompany }) => [outputCompany, demandCompany]))];
  const [stored, companies] = await Promise.all([
    store.findFlows({ ids }, Math.max(1, ids.length)),
    store.findCompanies({ ids: owners }, Math.max(1, owners.length)),
  ]);
  const flows = new Map<string, NamedFlow>(stored.rows.map((flow) => [flow.id, flow]));
  for (const id of ids) {
    const inferred = flows.has(id) ? undefined : readInferredId(id);
    const material = inferred && knowledge.materials.get(inferred.material);
    if (material) flows.set(id, { siteId: inferred.siteId, description: material.name.en, confidential: false });
  }
  return {
    flows,
    companies: new Map(companies.rows.map((company) => [company.id, company])),
    sites: new Map(companies.rows.flatMap(({ sites }) => sites).map((site) => [site.id, site])),
  };
}
