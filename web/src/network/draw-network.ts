import { DirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import Sigma from 'sigma';
import { colourOf } from '../map/sectors.ts';
import { ownHalf } from '../words/index.ts';
import type { CompanyNetwork } from './link-companies.ts';

/** Rounds of the layout: enough to part a region, few enough for a country's best matches. */
const ROUNDS = { few: 300, many: 80 };

/** Draws the network into the box; returns how to take it away. Throws where the browser has no WebGL. */
export function drawNetwork(
  box: HTMLElement,
  { companies, links }: CompanyNetwork,
  onPress: (company: string) => void,
) {
  const graph = new DirectedGraph();
  const style = getComputedStyle(box);
  const ink = (name: string) => style.getPropertyValue(name).trim();
  companies.forEach((company, i) => {
    // a golden spiral: the same start for the same network, nobody on anybody
    const angle = i * 2.399963;
    graph.addNode(company.id, {
      x: Math.sqrt(i + 1) * Math.cos(angle),
      y: Math.sqrt(i + 1) * Math.sin(angle),
      size: 3 + Math.sqrt(company.gives + company.takes) * 1.6,
      label: ownHalf(company.name),
      color: colourOf(company.sector),
    });
  });
  for (const { from, to, matches, blocked } of links)
    if (from !== to)
      graph.addEdge(from, to, {
        size: 0.8 + Math.log2(matches + 1) * 0.7,
        color: blocked ? ink('--minus') : ink('--arc'),
        type: 'arrow',
      });
  const iterations = companies.length > 400 ? ROUNDS.many : ROUNDS.few;
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    strongGravityMode: true,
    gravity: 0.6,
    scalingRatio: 14,
    barnesHutOptimize: companies.length > 400,
  };
  forceAtlas2.assign(graph, { iterations, settings });
  const sigma = new Sigma(graph, box, {
    labelColor: { color: ink('--ink') },
    labelFont: 'system-ui, sans-serif',
    labelSize: 12,
    labelDensity: 0.7,
    defaultEdgeType: 'arrow',
    zIndex: true,
  });
  let near: Set<string> | undefined;
  sigma.setSetting('nodeReducer', (node, data) =>
    near && !near.has(node) ? { ...data, label: '', color: ink('--hair') } : data,
  );
  sigma.setSetting('edgeReducer', (edge, data) =>
    near && !graph.extremities(edge).every((node) => near!.has(node)) ? { ...data, hidden: true } : data,
  );
  sigma.on('enterNode', ({ node }) => {
    near = new Set([node, ...graph.neighbors(node)]);
    sigma.refresh({ skipIndexation: true });
  });
  sigma.on('leaveNode', () => {
    near = undefined;
    sigma.refresh({ skipIndexation: true });
  });
  sigma.on('clickNode', ({ node }) => onPress(node));
  return () => sigma.kill();
}
