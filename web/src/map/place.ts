import type { GeoProjection } from 'd3-geo';
import { useEffect, useRef } from 'preact/hooks';
import { address, go } from '../state/address.ts';
import type { MatchView } from '../state/api.ts';
import type { Clusters } from './clusters.ts';
import { fitArc, fitPlaces, readPlace, tellPlace } from './frame.ts';
import { groups } from './groups.ts';
import { mostOf } from './projection.ts';
import { HOME, type Stage } from './stage.ts';

/** A link, Back and a new region bring the place of the address; grouped companies and both ends of the chosen match come into sight. */
export function usePlace(
  { view, size }: Stage,
  projection: GeoProjection | undefined,
  clusters: Clusters,
  match: MatchView | undefined,
): void {
  useEffect(() => {
    if (!projection || address.value.at === tellPlace(projection, view.value, size.value)) return;
    view.value = readPlace(address.value.at, projection, size.value) ?? HOME;
  }, [projection, address.value.at]);
  useEffect(() => {
    if (!projection || !groups.value) return;
    const within = clusters.placed.filter((site) => groups.value!.has(site.companyId));
    const places = within.map((site) => [site.lon!, site.lat!] as const);
    view.value = fitPlaces(mostOf(places), projection, view.value, size.value);
  }, [projection, groups.value]);
  useEffect(() => {
    if (projection && match) view.value = fitArc(match, projection, view.value, size.value);
  }, [projection, match]);
}

const SETTLE_MS = 300;

/** Calls once things have rested for a moment. */
export function useSettle(then: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(then, SETTLE_MS);
  };
}

/** Back to the whole region. */
export function goHome({ view }: Stage): void {
  view.value = HOME;
  go({ at: undefined }, false);
}
