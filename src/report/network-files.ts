import { DirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import { create } from 'xmlbuilder2';
import type { Match, Snapshot } from '../domain/index.ts';
import { printable } from './document.ts';

/** The match network: one node a company, one directed edge a pair of companies with the sums of its matches. Deterministic. */
export function matchNetwork(snapshot: Snapshot, matches: Iterable<Match>): DirectedGraph {
  const graph = new DirectedGraph();
  const site = new Map(snapshot.sites.map((row) => [row.companyId, row]));
  for (const { id, name, nace } of snapshot.companies) {
    const at = site.get(id);
    graph.addNode(id, {
      label: printable(name),
      ...(nace && { nace }),
      ...(at?.lat !== undefined && { lat: at.lat, lon: at.lon }),
    });
  }
  for (const match of matches) {
    if (match.regime === 'blocked' || !graph.hasNode(match.outputCompany) || !graph.hasNode(match.demandCompany))
      continue;
    // a key of our own: graphology's are random
    const edge = graph.edge(match.outputCompany, match.demandCompany) ?? `e${graph.size + 1}`;
    graph.updateEdgeWithKey(edge, match.outputCompany, match.demandCompany, (known) => ({
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

/** Attributes of nodes and edges with their GraphML types. */
const NODE_KEYS = { label: 'string', nace: 'string', lat: 'double', lon: 'double' } as const;
const EDGE_KEYS = { matches: 'int', score: 'int', netBenefitEurPerYear: 'double', co2KgPerYear: 'double' } as const;

/** GraphML of the network. */
export function writeGraphml(graph: DirectedGraph): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('http://graphml.graphdrawing.org/xmlns', 'graphml');
  for (const [owner, keys] of [
    ['node', NODE_KEYS],
    ['edge', EDGE_KEYS],
  ] as const)
    for (const [name, type] of Object.entries(keys))
      root.ele('key', { id: name, for: owner, 'attr.name': name, 'attr.type': type });
  const body = root.ele('graph', { edgedefault: 'directed' });
  graph.forEachNode((id, attributes) => {
    const node = body.ele('node', { id });
    for (const [key, text] of known(NODE_KEYS, attributes)) node.ele('data', { key }).txt(text);
  });
  graph.forEachEdge((_, attributes, source, target) => {
    const edge = body.ele('edge', { source, target });
    for (const [key, text] of known(EDGE_KEYS, attributes)) edge.ele('data', { key }).txt(text);
  });
  return root.end({ prettyPrint: true });
}

function known(
  keys: Readonly<Record<string, string>>,
  attributes: Readonly<Record<string, unknown>>,
): [string, string][] {
  return Object.keys(keys).flatMap((name) =>
    attributes[name] === undefined ? [] : [[name, String(attributes[name])] as [string, string]],
  );
}
