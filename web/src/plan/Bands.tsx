import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { colourOf } from '../map/sectors.ts';
import type { Band } from '../state/api.ts';
import { named, t, tonnes } from '../words/index.ts';

const [WIDTH, HEIGHT, SIDE, EDGE, GAP] = [660, 420, 220, 8, 12];

/** Tonnes from who gives them off to who takes them or where they end, before and after the plan. */
export function Bands({ before, after }: { before: readonly Band[]; after: readonly Band[] }) {
  const scale = Math.min(...[before, after].map((bands) => pixelsPerTonne(bands, HEIGHT)));
  return (
    <section>
      <h3>{t('bandsTitle')}</h3>
      <p class="quiet">{t('bandsTells')}</p>
      <div class="pair">
        <Flow title={t('before')} bands={before} scale={scale} />
        <Flow title={t('afterwards')} bands={after} scale={scale} />
      </div>
    </section>
  );
}

/** `gives:C` and `takes:C` are sections of NACE, `route:landfill` where it ends, `virgin` what is bought new. */
function tellEnd(end: string): string {
  const [kind, what = ''] = end.split(':');
  if (kind === 'virgin') return t('virginSource');
  if (kind === 'route') return named('route', what);
  const sector = named('sector', what) === what ? t('sector_other') : named('sector', what);
  return sector;
}

function colourOfEnd(end: string): string {
  const [kind, what] = end.split(':');
  return kind === 'gives' || kind === 'takes' ? colourOf(what) : kind === 'virgin' ? '#999999' : '#8a4200';
}

type Link = { source: string; target: string; value: number };

const ends = (bands: readonly Band[]) =>
  Math.max(new Set(bands.map((band) => band.from)).size, new Set(bands.map((band) => band.to)).size);
const sum = (bands: readonly Band[]) => bands.reduce((all, band) => all + band.tonnesPerYear, 0);
const gaps = (bands: readonly Band[]) => 2 * EDGE + GAP * (ends(bands) - 1);
const pixelsPerTonne = (bands: readonly Band[], height: number) => (height - gaps(bands)) / (sum(bands) || 1);

interface FlowProps {
  readonly title: string;
  readonly bands: readonly Band[];
  /** Pixels a tonne, the same for both diagrams, so that they can be compared. */
  readonly scale: number;
}

function Flow({ title, bands, scale }: FlowProps) {
  const ids = [...new Set(bands.flatMap((band) => [band.from, band.to]))];
  const layout = sankey<{ id: string }, Link>()
    .nodeId((node) => node.id)
    .nodeWidth(10)
    .nodePadding(GAP)
    .extent([
      [SIDE, EDGE],
      [WIDTH - SIDE, gaps(bands) + scale * sum(bands) - EDGE],
    ]);
  const graph = layout({
    nodes: ids.map((id) => ({ id })),
    links: bands.map((band) => ({ source: band.from, target: band.to, value: band.tonnesPerYear })),
  });
  const ribbon = sankeyLinkHorizontal();
  return (
    <figure>
      <figcaption class="strong">{title}</figcaption>
      <div class="scroll-x">
        <svg class="bands" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
          {graph.links.map((link) => (
            <path
              key={link.index}
              d={ribbon(link) ?? ''}
              stroke={colourOfEnd((link.source as { id: string }).id)}
              stroke-width={Math.max(0.6, link.width ?? 0)}
            />
          ))}
          {graph.nodes.map((node) => {
            const left = node.x0! < WIDTH / 2;
            const middle = (node.y0! + node.y1!) / 2;
            return (
              <g key={node.id}>
                <rect
                  x={node.x0}
                  y={node.y0}
                  width="10"
                  height={Math.max(1, node.y1! - node.y0!)}
                  fill={colourOfEnd(node.id)}
                />
                <text x={left ? node.x0! - 6 : node.x1! + 6} y={middle + 4} text-anchor={left ? 'end' : 'start'}>
                  {short(tellEnd(node.id))} {tonnes(node.value)}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <details>
        <summary>{t('table')}</summary>
        <table>
          <thead>
            <tr>
              <th>{t('fromWhom')}</th>
              <th>{t('toWhom')}</th>
              <th class="num">{t('quantity')}</th>
            </tr>
          </thead>
          <tbody>
            {bands.map((band) => (
              <tr key={`${band.from} ${band.to}`}>
                <td>{tellEnd(band.from)}</td>
                <td>{tellEnd(band.to)}</td>
                <td class="num">{tonnes(band.tonnesPerYear)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

const short = (text: string) => text.split(',')[0]!;
