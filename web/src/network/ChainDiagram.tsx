import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { Chain } from '../state/api.ts';
import { amount, own, ownHalf, t } from '../words/index.ts';

interface Node {
  readonly id: string;
  readonly name: string;
}
interface Link {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly told: string;
  readonly blocked: boolean;
}

const WIDTH = 860;
const ROW = 92;
/** Width of a letter of the labels, at most, in units of the drawing. */
const LETTER = 7;
/** Names of the last column end where it ends. */
const isLast = (x: number) => x > WIDTH - 12;

/** Sites in the order of the steps, joined by ribbons with what moves. A chain that comes back ends at the site's second appearance. */
export function ChainDiagram({ chain }: { chain: Chain }) {
  const { nodes, links } = graphOf(chain);
  const height = Math.max(2, Math.ceil(nodes.length / 2)) * ROW;
  const layout = sankey<Node, Link>()
    .nodeId((node) => node.id)
    .nodeWidth(8)
    .nodePadding(46)
    .extent([
      [4, 28],
      [WIDTH - 4, height - 22],
    ]);
  const graph = layout({ nodes: nodes.map((node) => ({ ...node })), links: links.map((link) => ({ ...link })) });
  const ribbon = sankeyLinkHorizontal();
  return (
    <div class="scroll-x">
      <svg class="flow" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={tell(chain)}>
        {graph.links.map((link) => (
          <path
            key={`${link.index}`}
            class={link.blocked ? 'ribbon blocked' : 'ribbon'}
            d={ribbon(link) ?? ''}
            stroke-width={Math.max(2, link.width ?? 0)}
          />
        ))}
        {graph.nodes.map((node) => (
          <g key={node.id} transform={`translate(${node.x0} ${node.y0})`}>
            <rect width="8" height={Math.max(2, node.y1! - node.y0!)} />
            <text class="strong" x={isLast(node.x1!) ? 8 : 0} y="-6" text-anchor={isLast(node.x1!) ? 'end' : 'start'}>
              {node.name}
            </text>
          </g>
        ))}
        {graph.links.map((link) => (
          <text key={`${link.index}`} x={(link.source as { x1?: number }).x1! + 8} y={link.y0! + 4}>
            {within(link.told, (link.target as { x0?: number }).x0! - (link.source as { x1?: number }).x1! - 16)}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** As much of a text as there is room for; the table below tells it whole. */
function within(text: string, width: number): string {
  const most = Math.floor(width / LETTER);
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Each step's taker is a point of its own where the site stood before in the same branch: a loop would have no order. */
function graphOf({ steps }: Chain): { nodes: Node[]; links: Link[] } {
  const nodes: Node[] = [{ id: '0', name: ownHalf(steps[0]!.fromCompanyName) }];
  const idOfStep = new Map<number, string>();
  const first = new Map([[steps[0]!.fromSite, '0']]);
  for (const step of steps) {
    const known = first.get(step.toSite);
    const id = known === undefined ? String(step.n) : `${step.n}-back`;
    if (known === undefined) first.set(step.toSite, id);
    idOfStep.set(step.n, id);
    nodes.push({ id, name: `${ownHalf(step.toCompanyName)}${known === undefined ? '' : ` (${t('loop')})`}` });
  }
  const links = steps.map((step) => ({
    source: step.after === undefined ? '0' : idOfStep.get(step.after)!,
    target: idOfStep.get(step.n)!,
    value: Math.log10(1 + step.quantityPerYear) || 0.1,
    told: `${amount(step.quantityPerYear, step.unit)} · ${own(step.materialName)}`,
    blocked: step.regime === 'blocked',
  }));
  return { nodes, links };
}

const tell = ({ steps }: Chain) =>
  steps
    .map(
      (s) =>
        `${ownHalf(s.fromCompanyName)} → ${ownHalf(s.toCompanyName)}: ${amount(s.quantityPerYear, s.unit)} ${own(s.materialName)}`,
    )
    .join('; ');
