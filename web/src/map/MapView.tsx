import { useEffect, useMemo, useRef } from 'preact/hooks';
import { chosen, go } from '../state/address.ts';
import type { MatchView } from '../state/api.ts';
import { generation, loadSites, matches, pointed, shown, sites } from '../state/region.ts';
import { lang, n, t } from '../words/index.ts';
import { clusterSites } from './clusters.ts';
import { tellPlace } from './frame.ts';
import { zoomed } from './gestures.ts';
import { groups } from './groups.ts';
import { useGrowth } from './growth.ts';
import { Here, Tip } from './Here.tsx';
import { Legend } from './Legend.tsx';
import { MapTools } from './MapTools.tsx';
import { usePicture } from './picture.ts';
import { goHome, usePlace, useSettle } from './place.ts';
import { usePointer } from './pointer.ts';
import { fitted } from './projection.ts';
import { regionPlaces } from './regions.ts';
import { useStage } from './stage.ts';

/** Arcs drawn at once; the best are first. */
const ARCS = 500;

/** Coast, borders, sites and arcs from packaged data on one canvas. */
export function MapView() {
  const stage = useStage();
  const { canvas, box, view, size, redraws } = stage;
  const clusters = useMemo(() => clusterSites(sites.value), [sites.value]);
  const projection = useMemo(() => {
    const places = clusters.placed.map((site) => [site.lon!, site.lat!] as const);
    return size.value.width === 0 ? undefined : fitted(places, size.value);
  }, [clusters, size.value]);
  const regions = useMemo(() => regionPlaces(clusters.placed), [clusters, lang.value]);
  const arcs = useMemo(() => withinGroups(shown.value).slice(0, ARCS), [shown.value, groups.value]);
  const match = chosenMatch();
  const drawn = useGrowth(match ? `${match.output} ${match.demand}` : '');

  useEffect(() => void loadSites(), [generation.value]);
  usePlace(stage, projection, clusters, match);
  const picture = usePicture(stage, projection, clusters, {
    regions,
    arcs,
    chosen: match,
    pointed: pointed.value,
    drawn,
    groups: groups.value,
  });
  const latest = useRef(projection);
  latest.current = projection;
  const settle = useSettle(() => {
    picture.sharpen();
    if (latest.current) go({ at: tellPlace(latest.current, view.value, size.value) }, false);
  });
  const { spot, here } = usePointer(stage, picture, settle, { clusters, projection, arcs });

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
          onWhole={() => goHome(stage)}
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

function chosenMatch(): MatchView | undefined {
  const pair = chosen.value;
  return pair && matches.value.find((m) => m.output === pair.output && m.demand === pair.demand);
}
