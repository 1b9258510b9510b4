import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { address, chosen, go } from '../state/address.ts';
import type { MatchView, SiteView } from '../state/api.ts';
import { generation, loadSites, matches, pointed, shown, sites } from '../state/region.ts';
import { lang, n, t } from '../words/index.ts';
import { clusterSites, DEEPEST, type Spot } from './clusters.ts';
import { fitArc, fitPlaces, readPlace, tellPlace } from './frame.ts';
import { listen, zoomed } from './gestures.ts';
import { drawGround, type Ground } from './ground.ts';
import { groups } from './groups.ts';
import { useGrowth } from './growth.ts';
import { Here, Tip } from './Here.tsx';
import { arcUnder, spotUnder } from './hits.ts';
import { Legend } from './Legend.tsx';
import { MapTools } from './MapTools.tsx';
import { inkOf, paint } from './paint.ts';
import { boundsOf, fitted, mostOf, placer, type Size, type View, zoomOf } from './projection.ts';
import { regionPlaces } from './regions.ts';

/** Arcs drawn at once; the best are first. */
const ARCS = 500;
const HOME: View = { x: 0, y: 0, k: 1 };
const SETTLE_MS = 300;

/** Coast, borders, sites and arcs from packaged data on one canvas. */
export function MapView() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const ground = useRef<Ground | undefined>(undefined);
  const painted = useRef(0);
  const spots = useRef<readonly Spot[]>([]);
  const view = useSignal<View>(HOME);
  const size = useSignal<Size>({ width: 0, height: 0 });
  const spot = useSignal<Spot | undefined>(undefined);
  const here = useSignal<readonly SiteView[]>([]);
  const redraws = useSignal(0);

  const clusters = useMemo(() => clusterSites(sites.value), [sites.value]);
  const projection = useMemo(() => {
    const places = clusters.placed.map((site) => [site.lon!, site.lat!] as const);
    return size.value.width === 0 ? undefined : fitted(places, size.value);
  }, [clusters, size.value]);
  const regions = useMemo(() => regionPlaces(clusters.placed), [clusters, lang.value]);
  const latest = useRef({ clusters, projection });
  latest.current = { clusters, projection };
  const arcs = useMemo(() => withinGroups(shown.value).slice(0, ARCS), [shown.value, groups.value]);
  const match = chosenMatch();
  const drawn = useGrowth(match ? `${match.output} ${match.demand}` : '');

  useEffect(() => void loadSites(), [generation.value]);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0) size.value = { width, height };
    });
    watcher.observe(canvas.current!);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const repaint = () => redraws.value++;
    dark.addEventListener('change', repaint);
    return () => {
      watcher.disconnect();
      dark.removeEventListener('change', repaint);
    };
  }, []);

  // a link, Back and a new region bring the place of the address; then both ends of the chosen match
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
      paint(canvas.current!, {
        ground: ground.current,
        view: view.value,
        size: size.value,
        spots: spots.current,
        regions,
        arcs,
        chosen: match,
        pointed: pointed.value,
        drawn,
        groups: groups.value,
      });
    });
    return () => cancelAnimationFrame(frame);
  });

  const whole = () => {
    view.value = HOME;
    go({ at: undefined }, false);
  };
  const settle = useSettle(() => {
    const { projection: now } = latest.current;
    // what was stretched while moving is drawn anew
    if (ground.current?.view.k !== view.value.k) {
      ground.current = undefined;
      redraws.value++;
    }
    if (now) go({ at: tellPlace(now, view.value, size.value) }, false);
  });
  const press = (x: number, y: number) => {
    const { projection: now, clusters: all } = latest.current;
    if (!now) return;
    const at = placer(now, view.value);
    const hit = spotUnder(spots.current, at, x, y);
    here.value = [];
    if (hit?.id !== undefined && all.opensAt(hit.id) <= DEEPEST) {
      const deeper = 2 ** Math.max(1, all.opensAt(hit.id) - Math.round(zoomOf(now, view.value)));
      view.value = zoomed(view.value, deeper, x, y);
      settle();
    } else if (hit) here.value = hit.id === undefined ? [hit.site] : all.members(hit.id, 100);
    else {
      const under = arcUnder(shown.value.slice(0, ARCS), at, x, y);
      if (under) go({ output: under.output, demand: under.demand });
    }
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
        whole,
        press,
        leave() {
          spot.value = undefined;
        },
        hover(x, y) {
          const { projection: now } = latest.current;
          if (!now) return;
          const at = placer(now, view.value);
          spot.value = spotUnder(spots.current, at, x, y);
          pointed.value = spot.value ? undefined : arcUnder(shown.value.slice(0, ARCS), at, x, y);
        },
      }),
    [],
  );

  return (
    <div class="map" data-redraws={redraws.value}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an application is moved by keys */}
      <div ref={box} class="canvas" tabIndex={0} role="application" aria-label={t('mapLabel')}>
        <canvas ref={canvas} />
      </div>
      <div class="map-top">
        <MapTools
          canvas={canvas}
          onZoom={(factor) => {
            view.value = zoomed(view.value, factor, size.value.width / 2, size.value.height / 2);
            settle();
          }}
          onWhole={whole}
        />
        <Tip match={pointed.value} spot={spot.value} />
        <Here
          sites={here.value}
          onClose={() => {
            here.value = [];
          }}
        />
      </div>
      <Legend />
      {shown.value.length > ARCS && (
        <p class="tip note">{t('shownArcs', { n: n(ARCS), all: n(shown.value.length) })}</p>
      )}
    </div>
  );
}

/** While a view groups the companies, only what they exchange within. */
function withinGroups(all: readonly MatchView[]): readonly MatchView[] {
  const colours = groups.value;
  if (!colours) return all;
  return all.filter((m) => {
    const own = colours.get(m.outputCompany);
    return own !== undefined && own === colours.get(m.demandCompany);
  });
}

/** Calls once things have rested for a moment. */
function useSettle(then: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(then, SETTLE_MS);
  };
}

function chosenMatch(): MatchView | undefined {
  const pair = chosen.value;
  return pair && matches.value.find((m) => m.output === pair.output && m.demand === pair.demand);
}
