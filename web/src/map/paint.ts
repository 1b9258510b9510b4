import type { MatchView } from '../state/api.ts';
import { ownHalf } from '../words/index.ts';
import type { Spot } from './clusters.ts';
import { type Ground, showGround } from './ground.ts';
import { createLabels } from './labels.ts';
import { type At, placer, type Size, type View, zoomOf } from './projection.ts';
import { colourOf } from './sectors.ts';
import { TOWNS, townName } from './towns.ts';

/** Everything that one picture of the map shows. */
export interface Scene {
  readonly ground: Ground;
  readonly view: View;
  readonly size: Size;
  readonly arcs: readonly MatchView[];
  readonly spots: readonly Spot[];
  readonly regions: readonly { readonly name: string; readonly lon: number; readonly lat: number }[];
  readonly chosen: MatchView | undefined;
  readonly pointed: MatchView | undefined;
  /** 0..1: how much of the chosen arc is drawn. */
  readonly drawn: number;
  /** Colours by company instead of by sector. */
  readonly groups: ReadonlyMap<string, string> | undefined;
}

type Ink = (name: string) => string;

/** Colours of the page, light or dark. */
export function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(name).trim();
}

export function paint(canvas: HTMLCanvasElement, scene: Scene): void {
  const { size, view, ground } = scene;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || size.width === 0) return;
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(size.width * ratio)) canvas.width = Math.round(size.width * ratio);
  if (canvas.height !== Math.round(size.height * ratio)) canvas.height = Math.round(size.height * ratio);
  const ink = inkOf(canvas);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  showGround(context, ground, view);
  const at = placer(ground.projection, view);
  const { chosen, pointed } = scene;
  for (const match of scene.arcs)
    if (match !== chosen && match !== pointed)
      paintArc(context, match, at, ink('--arc'), false, chosen ? 0.13 : 0.42, 1);
  if (pointed && pointed !== chosen) paintArc(context, pointed, at, ink('--accent'), true, 1, 1);
  if (chosen) paintArc(context, chosen, at, ink('--accent'), true, 1, scene.drawn);
  paintSpots(context, scene, at, ink);
}

/** Ends and bend of an arc; undefined when a place is not known. */
export function arcOf(
  m: MatchView,
  at: At,
): readonly [readonly [number, number], readonly [number, number], readonly [number, number]] | undefined {
  if (!m.from || !m.to) return undefined;
  const [a, b] = [at(m.from.lon, m.from.lat), at(m.to.lon, m.to.lat)];
  if (![...a, ...b].every(Number.isFinite)) return undefined;
  return [a, [(a[0] + b[0]) / 2 + (b[1] - a[1]) * 0.18, (a[1] + b[1]) / 2 - (b[0] - a[0]) * 0.18], b];
}

/** Pixels wide by tonnes (other units as they are): 1 for a hundred, 6 for a million. */
function widthOf(m: MatchView): number {
  return Math.min(7, Math.max(0.8, (Math.log10(1 + (m.quantityPerYear ?? 0)) - 1.2) * 1.25));
}

function paintArc(
  context: CanvasRenderingContext2D,
  m: MatchView,
  at: At,
  colour: string,
  lit: boolean,
  alpha: number,
  drawn: number,
): void {
  const arc = arcOf(m, at);
  if (!arc) return;
  const [a, bend, b] = arc;
  const until = (p: number, q: number, r: number) =>
    (1 - drawn) ** 2 * p + 2 * (1 - drawn) * drawn * q + drawn ** 2 * r;
  const end = [until(a[0], bend[0], b[0]), until(a[1], bend[1], b[1])] as const;
  const middle = [a[0] + (bend[0] - a[0]) * drawn, a[1] + (bend[1] - a[1]) * drawn] as const;
  const width = widthOf(m);
  context.beginPath();
  context.moveTo(...a);
  context.quadraticCurveTo(...middle, ...end);
  context.setLineDash(m.regime === 'blocked' ? [5, 4] : []);
  context.strokeStyle = colour;
  context.globalAlpha = alpha;
  context.lineWidth = lit ? width + 1.2 : width;
  context.stroke();
  context.setLineDash([]);
  if (lit && drawn === 1) paintHead(context, bend, b, colour, width);
  context.globalAlpha = 1;
}

/** Which way it goes. */
function paintHead(
  context: CanvasRenderingContext2D,
  from: readonly [number, number],
  to: readonly [number, number],
  colour: string,
  width: number,
): void {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const length = 9 + width;
  context.beginPath();
  context.moveTo(...to);
  for (const side of [-0.42, 0.42])
    context.lineTo(to[0] - length * Math.cos(angle + side), to[1] - length * Math.sin(angle + side));
  context.closePath();
  context.fillStyle = colour;
  context.fill();
}

export function radiusOf(spot: Spot): number {
  return Math.min(
    18,
    2.5 + Math.log10(1 + spot.tonnes) * 1.25 + (spot.count > 1 ? 2 + Math.log2(spot.count) * 0.5 : 0),
  );
}

function paintSpots(context: CanvasRenderingContext2D, scene: Scene, at: At, ink: Ink): void {
  const zoom = zoomOf(scene.ground.projection, scene.view);
  const labels = createLabels(context, scene.size, ink('--paper'));
  const spots = scene.spots.map((spot) => ({ spot, at: at(spot.lon, spot.lat), radius: radiusOf(spot) }));
  spots.sort((a, b) => b.radius - a.radius);
  for (const {
    spot,
    at: [x, y],
    radius,
  } of spots) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = scene.groups
      ? (scene.groups.get(spot.site.companyId) ?? ink('--hair'))
      : colourOf(spot.site.sector);
    context.fill();
    context.strokeStyle = ink('--paper');
    context.lineWidth = 1.2;
    context.stroke();
    labels.block(x, y, radius);
    if (spot.count > 1 && radius > 8) labels.inside(String(spot.count), x, y);
  }
  for (const {
    spot,
    at: [x, y],
    radius,
  } of spots) {
    const town = spot.site.town ? townName(spot.site.town) : zoom > 9 ? ownHalf(spot.site.companyName) : '';
    if (town) labels.beside(town, x, y, radius, ink('--ink'));
  }
  for (const town of TOWNS) {
    if (town.thousands < leastThousands(zoom)) break;
    const [x, y] = at(town.lon, town.lat);
    labels.town(townName(town.en), x, y, ink('--quiet'));
  }
  if (zoom > 4.2 && zoom < 8.5)
    for (const { name, lon, lat } of scene.regions) labels.area(name, ...at(lon, lat), ink('--quiet'));
}

const leastThousands = (zoom: number) => (zoom < 4 ? 900 : zoom < 5 ? 400 : zoom < 6 ? 150 : zoom < 7 ? 60 : 0);
