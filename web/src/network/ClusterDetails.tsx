import { townName } from '../map/towns.ts';
import { Link } from '../shell/Link.tsx';
import type { Cluster } from '../state/api.ts';
import { companyName } from '../state/companies.ts';
import { n, named, own, t } from '../words/index.ts';

const OWN = ['density', 'connectance', 'cyclicity', 'materialDiversity', 'suppliersPerDemand', 'inputShare'] as const;
const OF_FLOWS = ['finnCycling', 'robustness', 'order'] as const;

/** Its place in the page's language, then its materials. */
export function clusterName({ name }: Cluster): string {
  const [place, ...materials] = own(name).split(': ');
  return [townName(place!), ...materials].join(': ');
}

export function ClusterDetails({ cluster }: { cluster: Cluster }) {
  const rows = [
    ...OWN.map((key) => [key, cluster[key]] as const),
    ...OF_FLOWS.map((key) => [key, cluster.flows[key]] as const),
  ];
  return (
    <section>
      <h3>{clusterName(cluster)}</h3>
      <p>
        {cluster.companies.map((company, i) => (
          <>
            {i > 0 && ', '}
            <Link key={company} to={{ company, view: undefined, item: undefined }}>
              {companyName(company)}
            </Link>
          </>
        ))}
      </p>
      <h4>{t('beforeAfter')}</h4>
      <table>
        <thead>
          <tr>
            <th />
            <th class="num">{t('before')}</th>
            <th class="num">{t('afterwards')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('landfilled')}</th>
            <td class="num">{n(cluster.before.landfilledTonnes)}</td>
            <td class="num">{n(cluster.after.landfilledTonnes)}</td>
          </tr>
          <tr>
            <th scope="row">{t('virgin')}</th>
            <td class="num">{n(cluster.before.virginTonnes)}</td>
            <td class="num">{n(cluster.after.virginTonnes)}</td>
          </tr>
        </tbody>
      </table>
      <h4>{t('indicators')}</h4>
      <table>
        <thead>
          <tr>
            <th>{t('indicator')}</th>
            <th class="num">{t('value')}</th>
            <th>{t('means')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, value]) => (
            <tr key={key}>
              <th scope="row">{named('ind', key)}</th>
              <td class="num">{n(value)}</td>
              <td class="quiet">{named('ind', `${key}_tells`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Dependence cluster={cluster} />
    </section>
  );
}

/** Benefit kept after each loss, the worst first, as bars and numbers. */
function Dependence({ cluster }: { cluster: Cluster }) {
  return (
    <>
      <h4>{t('dependence')}</h4>
      <p class="quiet">{t('dependenceTells')}</p>
      <table>
        <thead>
          <tr>
            <th>{t('company')}</th>
            <th class="num">{t('kept')}</th>
            <th class="num">{t('keptAfterCascade')}</th>
            <th>{t('drags')}</th>
          </tr>
        </thead>
        <tbody>
          {cluster.dependence.slice(0, 12).map((loss) => (
            <tr key={loss.company}>
              <th scope="row">{companyName(loss.company)}</th>
              <td class="num share" style={{ '--share': loss.kept }}>
                {n(loss.kept * 100)} %
              </td>
              <td class="num">{n(loss.keptAfterCascade * 100)} %</td>
              <td>{loss.drags.map(companyName).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
