import { DirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import type { Match, Snapshot } from '../domain/index.ts';

/** The match network: one node a company, one directed edge a pair of companies with the sums of its matches. Deterministic. */
export function matchNetwork(snapshot: Snapshot, matches: Iterable<Match>): DirectedGraph {
  const graph = new DirectedGraph();
  const site = new Map(snapshot.sites.map((row) => [row.companyId, row]));
  for (const { id, name, nace } of snapshot.companies) {
    const at = site.get(id);
    graph.addNode(id, {
      label: name,
      ...(nace && { nace }),
      ...(at?.lat !== undefined && { lat: at.lat, lon: at.lon }),
    });
  }
  for (const match of matches) {
    if (match.regime === 'blocked' || !graph.hasNode(match.outputCompany) || !graph.hasNode(match.demandCompany))
      continue;
    graph.updateEdge(match.outputCompany, match.demandCompany, (known) => ({
      matches: (known.matches ?? 0) + 1,
      score: Math.max(known.score ?? 0, match.score),
      netBenefitEurPerYear: (known.netBenefitEurPerYear ?? 0) + (match.netBenefitEurPerYear ?? 0),
      co2KgPerYear: (known.co2KgPerYear ?? 0) + (match.co2KgPerYear ?? 0),
    }));
  }
  return graph;
}

/** GEXF 1.2 of the network, as Gephi reads it. The date is fixed so that the same run gives the same bytes. */
export function writeGexf(graph: DirectedGraph): string {
  return gexf.write(graph).replace(/lastmodifieddate="[^"]*"/, 'lastmodifieddate="2026-01-01"');
}

/** GraphML of the network. */
export function writeGraphml(graph: DirectedGraph): string {
  return graphml.write(graph);
}
