import type { GeoProjection } from 'd3-geo';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Clusters, Spot } from './clusters.ts';
import { drawGround, type Ground } from './ground.ts';
import { inkOf, paint, type Scene } from './paint.ts';
import { boundsOf, zoomOf } from './projection.ts';
import type { Stage } from './stage.ts';

/** The map as drawn last. */
export interface Picture {
  readonly spots: RefObject<readonly Spot[]>;
  /** What was stretched while moving is drawn anew. */
  sharpen(): void;
}

/** Draws the scene before the next frame, after every change. */
export function usePicture(
  stage: Stage,
  projection: GeoProjection | undefined,
  clusters: Clusters,
  scene: Omit<Scene, 'ground' | 'view' | 'size' | 'spots'>,
): Picture {
  const { canvas, box, view, size, redraws } = stage;
  const ground = useRef<Ground | undefined>(undefined);
  const painted = useRef(0);
  const spots = useRef<readonly Spot[]>([]);
  useEffect(() => {
    if (!projection) return;
    const frame = requestAnimationFrame(() => {
      const stale = ground.current?.projection !== projection || painted.current !== redraws.value;
      if (stale || !ground.current?.covers(view.value, size.value)) {
        ground.current = drawGround(projection, view.value, size.value, inkOf(canvas.current!));
        painted.current = redraws.value;
      }
      spots.current = clusters.spots(boundsOf(projection, view.value, size.value), zoomOf(projection, view.value));
      const { dataset } = box.current!;
      dataset.places = String(spots.current.length);
      dataset.sites = String(spots.current.reduce((sum, { count }) => sum + count, 0));
      const drawn = { ground: ground.current, view: view.value, size: size.value, spots: spots.current };
      paint(canvas.current!, { ...scene, ...drawn });
    });
    return () => cancelAnimationFrame(frame);
  });
  const sharpen = () => {
    if (ground.current?.view.k === view.value.k) return;
    ground.current = undefined;
    redraws.value++;
  };
  return { spots, sharpen };
}
