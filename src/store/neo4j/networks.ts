import type { FoundChain, FoundCluster, Membership, Store } from '../port.ts';
import { inOrder } from '../port.ts';
import { type Graph, portions, type Transaction } from './graph.ts';

/** Rows of one statement. */
const PORTION = 2000;

/** What was found in a run's network, as nodes that can be walked. */
export function networks(graph: Graph): Pick<Store, 'putNetwork' | 'findMemberships'> {
  return {
    putNetwork: (run, answer, { chains, clusters }) =>
      graph.write(async (tx) => {
        if (chains) await putChains(tx, run, answer, chains);
        if (clusters) await putClusters(tx, run, answer, clusters);
      }),

    async findMemberships(run, company) {
      const [chains, clusters] = await Promise.all([
        graph.ask<Omit<Membership, 'kind'>>('chain/of-company', { run, company }),
        graph.ask<Omit<Membership, 'kind'>>('cluster/of-company', { run, company }),
      ]);
      return [
        ...chains.map((row): Membership => ({ kind: 'chain', ...row })),
        ...clusters.map((row): Membership => ({ kind: 'cluster', ...row })),
      ].sort(inOrder);
    },
  };
}

async function putChains(tx: Transaction, run: string, answer: string, chains: readonly FoundChain[]): Promise<void> {
  const key = (place: number) => JSON.stringify([answer, place]);
  await tx.run('chain/remove', { answer });
  const nodes = chains.map(({ id, netBenefitEurPerYear, co2KgPerYear }, place) => ({
    key: key(place),
    properties: { run, answer, place, id, netBenefitEurPerYear, co2KgPerYear },
  }));
  const steps = chains.flatMap((chain, place) => chain.steps.map((step) => ({ chain: key(place), ...step })));
  const companies = chains.flatMap((chain, place) =>
    [...new Set(chain.companies)].map((company) => ({ key: key(place), company })),
  );
  for (const rows of portions(nodes, PORTION)) await tx.run('chain/put', { rows });
  for (const rows of portions(steps, PORTION)) await tx.run('chain/step', { rows });
  for (const rows of portions(steps, PORTION)) await tx.run('chain/deliver', { rows });
  for (const rows of portions(companies, PORTION)) await tx.run('chain/through', { rows });
}

async function putClusters(
  tx: Transaction,
  run: string,
  answer: string,
  clusters: readonly FoundCluster[],
): Promise<void> {
  const key = (place: number) => JSON.stringify([answer, place]);
  await tx.run('cluster/remove', { answer });
  const nodes = clusters.map(({ id, name, netBenefitEurPerYear, co2KgPerYear }, place) => ({
    key: key(place),
    properties: { run, answer, place, id, nameRu: name.ru, nameEn: name.en, netBenefitEurPerYear, co2KgPerYear },
  }));
  const companies = clusters.flatMap((cluster, place) =>
    [...new Set(cluster.companies)].map((company) => ({ key: key(place), company })),
  );
  for (const rows of portions(nodes, PORTION)) await tx.run('cluster/put', { rows });
  for (const rows of portions(companies, PORTION)) await tx.run('cluster/member', { rows });
}
