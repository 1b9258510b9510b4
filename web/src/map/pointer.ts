import { type Signal, useSignal } from '@preact/signals';
import type { GeoProjection } from 'd3-geo';
import { useEffect, useRef } from 'preact/hooks';
import { go } from '../state/address.ts';
import type { MatchView, SiteView } from '../state/api.ts';
import { pointed } from '../state/region.ts';
import { type Clusters, DEEPEST, type Spot } from './clusters.ts';
import { listen, zoomed } from './gestures.ts';
import { arcUnder, spotUnder } from './hits.ts';
import type { Picture } from './picture.ts';
import { goHome } from './place.ts';
import { placer, zoomOf } from './projection.ts';
import type { Stage } from './stage.ts';

/** What the pointer found. */
export interface Found {
  /** Under the pointer. */
  readonly spot: Signal<Spot | undefined>;
  /** Pressed: sites that stand on one place. */
  readonly here: Signal<readonly SiteView[]>;
}

/** What can be met at a moment. */
interface Reach {
  readonly clusters: Clusters;
  readonly projection: GeoProjection | undefined;
  readonly arcs: readonly MatchView[];
}

/** Moves the view by pointer, wheel, fingers and keys; opens clusters, shows sites, chooses matches. */
export function usePointer(stage: Stage, picture: Picture, settle: () => void, reach: Reach): Found {
  const spot = useSignal<Spot | undefined>(undefined);
  const here = useSignal<readonly SiteView[]>([]);
  const { box, view, size } = stage;
  const latest = useRef(reach);
  latest.current = reach;

  const press = (x: number, y: number) => {
    const { projection, clusters, arcs } = latest.current;
    if (!projection) return;
    const at = placer(projection, view.value);
    const hit = spotUnder(picture.spots.current!, at, x, y);
    here.value = [];
    if (hit?.id !== undefined && clusters.opensAt(hit.id) <= DEEPEST) {
      const deeper = 2 ** Math.max(1, clusters.opensAt(hit.id) - Math.round(zoomOf(projection, view.value)));
      view.value = zoomed(view.value, deeper, x, y);
      settle();
    } else if (hit) here.value = hit.id === undefined ? [hit.site] : clusters.members(hit.id, 100);
    else {
      const under = arcUnder(arcs, at, x, y);
      if (under) go({ output: under.output, demand: under.demand });
    }
  };
  const hover = (x: number, y: number) => {
    const { projection, arcs } = latest.current;
    if (!projection) return;
    const at = placer(projection, view.value);
    spot.value = spotUnder(picture.spots.current!, at, x, y);
    pointed.value = spot.value ? undefined : arcUnder(arcs, at, x, y);
  };
  useEffect(
    () =>
      listen(box.current!, {
        view: () => view.value,
        size: () => size.value,
        move(next) {
          view.value = next;
          here.value = [];
        },
        settled: settle,
        whole: () => goHome(stage),
        press,
        leave() {
          spot.value = undefined;
        },
        hover,
      }),
    [],
  );
  return { spot, here };
}
