import { type GeoProjection, geoPath } from 'd3-geo';
import { borders, lakes, land } from './land.ts';
import type { Size, View } from './projection.ts';

/** Sea, land, lakes and borders around what the screen shows, as a picture that is only shifted and scaled while one moves. */
export interface Ground {
  readonly projection: GeoProjection;
  /** Where the screen's corner of `view` lies in the picture, and how many of its pixels one of the screen's is. */
  readonly picture: HTMLCanvasElement;
  readonly view: View;
  readonly spare: readonly [number, number];
  readonly scale: number;
  /** False when the view has left the picture. */
  covers(view: View, size: Size): boolean;
}

/** Screens drawn to each side of the one that is seen. */
const SPARE = 0.5;
/** While one zooms, the picture may be stretched this much. */
const STRETCH = 2.5;

export function drawGround(projection: GeoProjection, view: View, size: Size, ink: (name: string) => string): Ground {
  const scale = window.devicePixelRatio || 1;
  const spare = [Math.round(SPARE * size.width), Math.round(SPARE * size.height)] as const;
  const picture = document.createElement('canvas');
  picture.width = (size.width + 2 * spare[0]) * scale;
  picture.height = (size.height + 2 * spare[1]) * scale;
  const context = picture.getContext('2d', { willReadFrequently: true });
  if (context) {
    context.scale(scale, scale);
    context.fillStyle = ink('--sea');
    context.fillRect(0, 0, picture.width, picture.height);
    trace(context, projection, view, spare, [size.width + 2 * spare[0], size.height + 2 * spare[1]], ink);
  }
  return {
    projection,
    picture,
    view,
    spare,
    scale,
    covers(now, { width, height }) {
      const stretch = now.k / view.k;
      const [left, top] = [now.x - (view.x + spare[0]) * stretch, now.y - (view.y + spare[1]) * stretch];
      const [right, bottom] = [left + (picture.width / scale) * stretch, top + (picture.height / scale) * stretch];
      const inside = left <= 0 && top <= 0 && right >= width && bottom >= height;
      return inside && stretch < STRETCH && stretch > 1 / STRETCH;
    },
  };
}

/** Draws with the projection as it stands on the screen, so that nothing outside the picture costs anything. */
function trace(
  context: CanvasRenderingContext2D,
  projection: GeoProjection,
  view: View,
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
  ink: (name: string) => string,
): void {
  const [scale, shift, precision] = [projection.scale(), projection.translate(), projection.precision()];
  projection
    .scale(scale * view.k)
    .translate([shift[0] * view.k + view.x + x, shift[1] * view.k + view.y + y])
    .precision(0.7)
    .clipExtent([
      [-4, -4],
      [width + 4, height + 4],
    ]);
  const path = geoPath(projection, context);
  for (const [shape, colour] of [
    [land, '--land'],
    [lakes, '--sea'],
  ] as const) {
    context.beginPath();
    path(shape);
    context.fillStyle = ink(colour);
    context.fill();
    context.strokeStyle = ink('--coast');
    context.lineWidth = 0.7;
    context.stroke();
  }
  context.beginPath();
  path(borders);
  context.strokeStyle = ink('--line');
  context.lineWidth = 0.9;
  context.stroke();
  projection.clipExtent(null).scale(scale).translate(shift).precision(precision);
}

/** Puts the picture where the view has it now. */
export function showGround(context: CanvasRenderingContext2D, ground: Ground, now: View): void {
  const stretch = now.k / ground.view.k;
  const left = now.x - (ground.view.x + ground.spare[0]) * stretch;
  const top = now.y - (ground.view.y + ground.spare[1]) * stretch;
  const { width, height } = ground.picture;
  context.drawImage(ground.picture, left, top, (width / ground.scale) * stretch, (height / ground.scale) * stretch);
}
