import { type GeoProjection, geoPath } from 'd3-geo';
import { borders, land } from './land.ts';
import type { Size, View } from './projection.ts';

/** Land and borders around what the screen shows, drawn once and then only shifted and scaled. */
export interface Ground {
  readonly projection: GeoProjection;
  readonly land: Path2D;
  readonly borders: Path2D;
  /** False when the view has left it, or come so near that it would look coarse. */
  covers(view: View, size: Size): boolean;
}

/** Screens drawn to each side of the one that is seen. */
const SPARE = 1;
const NEARER = 3;

export function drawGround(projection: GeoProjection, view: View, size: Size): Ground {
  const shown = boxOf(view, size, SPARE);
  projection.clipExtent([
    [shown.left, shown.top],
    [shown.right, shown.bottom],
  ]);
  projection.precision(0.7 / view.k);
  const trace = (shape: typeof land) => {
    const path = new Path2D();
    geoPath(projection, path as unknown as CanvasRenderingContext2D)(shape);
    return path;
  };
  const ground = { land: trace(land), borders: trace(borders) };
  projection.clipExtent(null);
  return {
    ...ground,
    projection,
    covers(now, screen) {
      const box = boxOf(now, screen, 0);
      const inside =
        box.left >= shown.left && box.right <= shown.right && box.top >= shown.top && box.bottom <= shown.bottom;
      return inside && now.k < view.k * NEARER;
    },
  };
}

/** The screen and `spare` screens around it, in the projection's own pixels. */
function boxOf({ x, y, k }: View, { width, height }: Size, spare: number) {
  return {
    left: (-spare * width - x) / k,
    top: (-spare * height - y) / k,
    right: ((1 + spare) * width - x) / k,
    bottom: ((1 + spare) * height - y) / k,
  };
}
