import { useEffect } from 'preact/hooks';
import { groups } from '../map/groups.ts';
import { Link } from '../shell/Link.tsx';
import { Panel } from '../shell/Panel.tsx';
import { RegionChoice } from '../shell/RegionChoice.tsx';
import { address } from '../state/address.ts';
import { useAnswer } from '../state/answer.ts';
import type { ClusterReport } from '../state/api.ts';
import { co2, counted, euro, n, t, tonnes } from '../words/index.ts';
import { ClusterDetails, clusterName } from './ClusterDetails.tsx';
import { Potential } from './Potential.tsx';

/** Okabe-Ito, in turn. */
const COLOURS = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#D55E00', '#56B4E9', '#8c6d31'];
export const colourOfCluster = (at: number) => COLOURS[at % COLOURS.length]!;

/** Communities of companies; the map beside shows each in its colour. */
export function Clusters() {
  const { region, item } = address.value;
  const { answer, busy, fault } = useAnswer<ClusterReport>('/clusters', region ? { region } : {});
  const clusters = answer.value?.clusters ?? [];
  const chosen = clusters.find((cluster) => cluster.id === item);
  useEffect(() => {
    groups.value = new Map(
      clusters.flatMap((cluster, at) =>
        chosen && chosen !== cluster ? [] : cluster.companies.map((company) => [company, colourOfCluster(at)] as const),
      ),
    );
    return () => {
      groups.value = undefined;
    };
  }, [answer.value, chosen]);
  return (
    <Panel title={t('clusters')}>
      <p class="quiet">{t('clustersHint')}</p>
      <p>
        <RegionChoice />
      </p>
      {fault.value && (
        <p class="warn" role="alert">
          {fault.value}
        </p>
      )}
      {busy.value && !answer.value && <div class="skeleton" aria-busy="true" />}
      {answer.value && clusters.length === 0 && <p>{t('noClusters')}</p>}
      {clusters.length > 0 && (
        <>
          <p class="quiet">
            {counted('clustersFound', clusters.length)} · {t('modularity', { n: n(answer.value!.modularity) })}
          </p>
          <ol class="plain picks">
            {clusters.map((cluster, at) => (
              <li key={cluster.id}>
                <Link to={{ item: cluster === chosen ? undefined : cluster.id }} current={cluster === chosen}>
                  <i class="dot" style={{ background: colourOfCluster(at) }} />
                  {clusterName(cluster)}
                </Link>
                <span class="quiet nums">
                  {counted('companies', cluster.companies.length)} · {counted('exchangesOf', cluster.exchanges)} ·{' '}
                  {tonnes(cluster.tonnesPerYear)} · {euro(cluster.netBenefitEurPerYear)} · {co2(cluster.co2KgPerYear)}
                </span>
              </li>
            ))}
          </ol>
          {chosen && <ClusterDetails cluster={chosen} />}
          <Potential rows={answer.value!.potential} />
        </>
      )}
    </Panel>
  );
}
