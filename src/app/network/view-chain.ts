import type { Bilingual, KnowledgeBase } from '../../domain/index.ts';
import type { Chain } from '../../network/index.ts';
import type { Region } from '../region/region.ts';
import type { ChainStepView, ChainView } from './find-network.ts';

/** A chain with the words that people read; what is not known any more stays as its id. */
export function viewChain(region: Region, knowledge: KnowledgeBase, chain: Chain): ChainView {
  const { materials, uses, processes } = namesOf(knowledge);
  const companyOf = (flow: string) => region.companies.get(region.flows.get(flow)?.companyId ?? '');
  const isClosed = (flow: string) =>
    region.flows.get(flow)?.confidential === true || (companyOf(flow)?.visibility ?? 'public') !== 'public';
  const steps = chain.steps.map(
    (step): ChainStepView => ({
      ...step,
      materialName: materials(step.material),
      treatment: uses(step.use),
      processNames: step.processes.map(processes),
      fromCompanyName: companyOf(step.output)?.name ?? step.fromSite,
      toCompanyName: companyOf(step.demand)?.name ?? step.toSite,
      confidential: isClosed(step.output) || isClosed(step.demand),
    }),
  );
  return { ...chain, steps };
}

interface Names {
  readonly materials: (id: string) => Bilingual;
  readonly uses: (id: string) => Bilingual;
  readonly processes: (id: string) => Bilingual;
}

const made = new WeakMap<KnowledgeBase, Names>();

function namesOf(knowledge: KnowledgeBase): Names {
  let names = made.get(knowledge);
  if (!names) {
    const uses = new Map(knowledge.uses.map((use) => [use.id, use.treatment]));
    const processes = new Map(knowledge.processes.map((process) => [process.id, process.name]));
    const orId = (id: string, name: Bilingual | undefined) => name ?? { ru: id, en: id };
    names = {
      materials: (id) => orId(id, knowledge.materials.get(id)?.name),
      uses: (id) => orId(id, uses.get(id)),
      processes: (id) => orId(id, processes.get(id)),
    };
    made.set(knowledge, names);
  }
  return names;
}
