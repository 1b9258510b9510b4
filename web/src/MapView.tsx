import { useSignal } from '@preact/signals';
import { type GeoPermissibleObjects, type GeoProjection, geoConicConformal, geoPath } from 'd3-geo';
import { useEffect, useRef } from 'preact/hooks';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-50m.json';
import type { MatchView, SiteView } from './api.ts';
import { clusterSites } from './clusters.ts';
import { chosen, go, pointed, shown, sites } from './state.ts';
import { n, t } from './texts.ts';

/** Okabe-Ito, safe for the colour-blind; by section of NACE. */
const OTHER = '#777';
/** Colours by NACE section. */
const SECTORS = {
  A: '#009E73',
  B: '#8c6d31',
  C: '#0072B2',
  D: '#E69F00',
  E: '#56B4E9',
  F: '#CC79A7',
  H: '#D55E00',
} as const;
type Sector = keyof typeof SECTORS;
const colourOf = (sector: string | undefined): string => SECTORS[sector as Sector] ?? OTHER;
/** Arcs drawn at once; the best are first. */
const ARCS = 600;

interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

const topology = world as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
const land = feature(topology, topology.objects.land);
const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b);

/** Coast, borders, sites and arcs from packaged data on one canvas. Drag moves, wheel and keys zoom. */
export function MapView() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useSignal<View>({ x: 0, y: 0, k: 1 });
  const size = useSignal({ width: 0, height: 0 });

  useEffect(() => {
    const element = canvas.current!;
    const watcher = new ResizeObserver(() => {
      size.value = { width: element.clientWidth, height: element.clientHeight };
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  useEffect(() => {
    const frame = requestAnimationFrame(() => draw(canvas.current!, size.value, view.value));
    return () => cancelAnimationFrame(frame);
  }, [sites.value, shown.value, pointed.value, chosen.value, view.value, size.value]);

  const zoom = (factor: number, cx = size.value.width / 2, cy = size.value.height / 2) => {
    const { x, y, k } = view.value;
    const next = Math.min(60, Math.max(0.3, k * factor));
    view.value = { k: next, x: cx - ((cx - x) * next) / k, y: cy - ((cy - y) * next) / k };
  };
  return (
    <div class="map">
      <canvas
        ref={canvas}
        tabIndex={0}
        role="img"
        aria-label={t('map')}
        onWheel={(event) => {
          event.preventDefault();
          zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.offsetX, event.offsetY);
        }}
        onKeyDown={(event) => {
          if (event.key === '+') zoom(1.3);
          if (event.key === '-') zoom(1 / 1.3);
        }}
        onPointerDown={(event) => drag(event, view)}
        onPointerMove={(event) => {
          if (event.buttons === 0)
            pointed.value = nearest(canvas.current!, size.value, view.value, event.offsetX, event.offsetY);
        }}
        onClick={() => {
          if (pointed.value) go({ output: pointed.value.output, demand: pointed.value.demand });
        }}
      />
      <div class="map-tools">
        <button type="button" aria-label="+" onClick={() => zoom(1.4)}>
          +
        </button>
        <button type="button" aria-label="−" onClick={() => zoom(1 / 1.4)}>
          −
        </button>
        <button type="button" onClick={() => save(canvas.current!)}>
          {t('saveMap')}
        </button>
        <a href="/api/v1/export/geojson" download="symbion.geojson">
          {t('saveGeo')}
        </a>
      </div>
      <ul class="legend">
        {(Object.keys(SECTORS) as Sector[]).map((letter) => (
          <li key={letter}>
            <i style={{ background: colourOf(letter) }} />
            {t(`sector_${letter}`)}
          </li>
        ))}
      </ul>
      {pointed.value && (
        <p class="tip" role="status">
          {pointed.value.outputCompanyName} → {pointed.value.demandCompanyName}: {n(pointed.value.quantityPerYear)}{' '}
          {pointed.value.unit}
        </p>
      )}
    </div>
  );
}

function drag(event: PointerEvent, view: { value: View }): void {
  const element = event.currentTarget as HTMLCanvasElement;
  element.setPointerCapture(event.pointerId);
  const from = { px: event.clientX, py: event.clientY, ...view.value };
  const move = (e: PointerEvent) => {
    view.value = { k: from.k, x: from.x + e.clientX - from.px, y: from.y + e.clientY - from.py };
  };
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', () => element.removeEventListener('pointermove', move), { once: true });
}

/** Conic projection fitted to the sites that lie within the middle nine tenths of longitude, so that one far plant does not shrink the region. */
function fitted({ width, height }: { width: number; height: number }): GeoProjection {
  const placed = sites.value
    .filter((site) => site.lat !== undefined && site.lon !== undefined)
    .sort((a, b) => a.lon! - b.lon!);
  const cut = Math.floor(placed.length / 10);
  const middle = placed.length > 20 ? placed.slice(0, placed.length - cut) : placed;
  const points = middle.map((site) => [site.lon!, site.lat!]);
  const projection = geoConicConformal().parallels([50, 65]).rotate([-30, 0]);
  const shape = {
    type: 'MultiPoint',
    coordinates:
      points.length > 1
        ? points
        : [
            [18, 54],
            [36, 62],
          ],
  } as GeoPermissibleObjects;
  return projection.fitExtent(
    [
      [40, 40],
      [Math.max(80, width - 40), Math.max(80, height - 60)],
    ],
    shape,
  );
}

function draw(canvas: HTMLCanvasElement | null, size: { width: number; height: number }, view: View): void {
  const context = canvas?.getContext('2d');
  if (!canvas || !context || size.width === 0) return;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = size.width * ratio;
  canvas.height = size.height * ratio;
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const projection = fitted(size);
  const at = (lon: number, lat: number): [number, number] => {
    const [x, y] = projection([lon, lat]) ?? [0, 0];
    return [x * view.k + view.x, y * view.k + view.y];
  };
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colour('--sea');
  context.fillRect(0, 0, size.width, size.height);
  context.save();
  context.translate(view.x, view.y);
  context.scale(view.k, view.k);
  const path = geoPath(projection, context);
  context.beginPath();
  path(land);
  context.fillStyle = colour('--land');
  context.fill();
  context.beginPath();
  path(borders);
  context.strokeStyle = colour('--line');
  context.lineWidth = 0.7 / view.k;
  context.stroke();
  context.restore();
  for (const match of shown.value.slice(0, ARCS)) drawArc(context, match, at, colour);
  if (pointed.value) drawArc(context, pointed.value, at, colour, true);
  drawSites(context, at, size, view, colour);
}

type At = (lon: number, lat: number) => [number, number];

function drawArc(
  context: CanvasRenderingContext2D,
  m: MatchView,
  at: At,
  colour: (name: string) => string,
  lit = false,
): void {
  if (!m.from || !m.to) return;
  const active = chosen.value?.output === m.output && chosen.value.demand === m.demand;
  const [a, b] = [at(m.from.lon, m.from.lat), at(m.to.lon, m.to.lat)];
  const bend = [(a[0] + b[0]) / 2 + (b[1] - a[1]) * 0.18, (a[1] + b[1]) / 2 - (b[0] - a[0]) * 0.18] as const;
  context.beginPath();
  context.moveTo(...a);
  context.quadraticCurveTo(...bend, ...b);
  context.setLineDash(m.regime === 'blocked' ? [5, 4] : []);
  context.strokeStyle = active || lit ? colour('--accent') : colour('--arc');
  context.globalAlpha = active || lit ? 1 : 0.45;
  context.lineWidth = Math.min(8, 0.6 + Math.log10(1 + (m.quantityPerYear ?? 0)) * 0.5) * (active || lit ? 1.8 : 1);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function drawSites(
  context: CanvasRenderingContext2D,
  at: At,
  size: { width: number; height: number },
  view: View,
  colour: (name: string) => string,
): void {
  const placed = sites.value.flatMap((site) =>
    site.lat === undefined || site.lon === undefined ? [] : [{ site, at: at(site.lon, site.lat) }],
  );
  context.font = '12px system-ui, sans-serif';
  const named: { x: number; y: number }[] = [];
  for (const cluster of clusterSites(placed, size)) {
    const [x, y] = cluster.at;
    const radius = Math.min(16, 3 + Math.log10(1 + cluster.tonnes) * 0.9 + Math.log2(cluster.sites.length));
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = colourOf(cluster.sites[0]!.sector);
    context.fill();
    context.strokeStyle = colour('--paper');
    context.lineWidth = 1;
    context.stroke();
    const label =
      cluster.sites.length > 1 && view.k < 3
        ? `${cluster.sites[0]!.town ?? ''} · ${cluster.sites.length}`
        : (cluster.sites[0]!.town ?? '');
    if (label === '' || named.some((other) => Math.abs(other.x - x) < 90 && Math.abs(other.y - y) < 16)) continue;
    named.push({ x, y });
    context.lineWidth = 3;
    context.strokeText(label, x + radius + 3, y + 4);
    context.fillStyle = colour('--ink');
    context.fillText(label, x + radius + 3, y + 4);
  }
}

/** The match whose giver, taker or middle of the arc is within 12 pixels. */
function nearest(
  _canvas: HTMLCanvasElement,
  size: { width: number; height: number },
  view: View,
  px: number,
  py: number,
): MatchView | undefined {
  const projection = fitted(size);
  const at = (place: { lon: number; lat: number }): [number, number] => {
    const [x, y] = projection([place.lon, place.lat]) ?? [0, 0];
    return [x * view.k + view.x, y * view.k + view.y];
  };
  let best: MatchView | undefined;
  let least = 12;
  for (const match of shown.value.slice(0, ARCS)) {
    if (!match.from || !match.to) continue;
    const [a, b] = [at(match.from), at(match.to)];
    const middle = [(a[0] + b[0]) / 2 + (b[1] - a[1]) * 0.09, (a[1] + b[1]) / 2 - (b[0] - a[0]) * 0.09];
    for (const [x, y] of [a, b, middle]) {
      const distance = Math.hypot(x! - px, y! - py);
      if (distance < least) {
        least = distance;
        best = match;
      }
    }
  }
  return best;
}

function save(canvas: HTMLCanvasElement): void {
  const link = document.createElement('a');
  link.download = 'symbion.png';
  link.href = canvas.toDataURL('image/png');
  link.click();
}

export type PlacedSite = { readonly site: SiteView; readonly at: readonly [number, number] };
