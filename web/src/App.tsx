import type { ComponentType } from 'preact';
import { lazy, Suspense } from 'preact/compat';
import { useEffect } from 'preact/hooks';
import { List } from './list/List.tsx';
import { Match } from './match/Match.tsx';
import { Drop } from './shell/Drop.tsx';
import { Header } from './shell/Header.tsx';
import { onKey } from './shell/keys.ts';
import { Notices } from './shell/Notices.tsx';
import { Tabs } from './shell/Tabs.tsx';
import { chosen, type View, view } from './state/address.ts';
import { problem } from './state/region.ts';
import { t } from './words/index.ts';

const MapView = lazy(() => import('./map/MapView.tsx').then((module) => module.MapView));
const PANELS: Partial<Record<View, ComponentType>> = {
  'hand-in': lazy(() => import('./hand-in/HandIn.tsx').then((module) => module.HandIn)),
  knowledge: lazy(() => import('./knowledge/Knowledge.tsx').then((module) => module.Knowledge)),
  companies: lazy(() => import('./tables/Companies.tsx').then((module) => module.Companies)),
  chains: lazy(() => import('./network/Chains.tsx').then((module) => module.Chains)),
  clusters: lazy(() => import('./network/Clusters.tsx').then((module) => module.Clusters)),
  network: lazy(() => import('./network/Network.tsx').then((module) => module.Network)),
  plan: lazy(() => import('./plan/Plan.tsx').then((module) => module.Plan)),
  gaps: lazy(() => import('./gaps/Gaps.tsx').then((module) => module.Gaps)),
  split: lazy(() => import('./split/Split.tsx').then((module) => module.Split)),
  flows: lazy(() => import('./tables/Flows.tsx').then((module) => module.Flows)),
};

/** One screen, three depths: the region in a line, the list, the match over the map. Other views lie over the map as well. */
export function App() {
  useEffect(() => {
    const onFault = (event: ErrorEvent | PromiseRejectionEvent) => {
      const fault = 'reason' in event ? event.reason : event.error;
      problem.value = fault instanceof Error ? fault.message : String(fault);
    };
    addEventListener('keydown', onKey);
    addEventListener('error', onFault);
    addEventListener('unhandledrejection', onFault);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('error', onFault);
      removeEventListener('unhandledrejection', onFault);
    };
  }, []);
  const tab = chosen.value ? 'match' : view.value === 'list' || view.value === 'map' ? view.value : 'panel';
  const Panel = chosen.value ? undefined : PANELS[view.value];
  return (
    <div class={`page tab-${tab}`}>
      <a class="skip" href="#list">
        {t('skip')}
      </a>
      <Header />
      <Notices />
      <Tabs tab={tab} />
      <main>
        <List />
        <section class="stage" aria-label={t('map')}>
          <Suspense fallback={<div class="map-skeleton" />}>
            <MapView />
          </Suspense>
          {chosen.value && <Match key={`${chosen.value.output} ${chosen.value.demand}`} {...chosen.value} />}
          {Panel && (
            <Suspense fallback={<article class="panel" aria-busy="true" />}>
              <Panel />
            </Suspense>
          )}
        </section>
      </main>
      <Drop />
    </div>
  );
}
