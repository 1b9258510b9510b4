import { Link } from '../shell/Link.tsx';
import type { ClusterReport } from '../state/api.ts';
import { companyName } from '../state/companies.ts';
import { n, t, tonnes } from '../words/index.ts';
import { regionName } from '../words/regions.ts';

const MOST = 15;

/** Where, by the index of potential clustering, more could be exchanged. */
export function Potential({ rows }: { rows: ClusterReport['potential'] }) {
  const best = rows.filter((row) => row.index > 0).slice(0, MOST);
  if (best.length === 0) return null;
  return (
    <section>
      <h3>{t('potential')}</h3>
      <p class="quiet">{t('potentialTells')}</p>
      <table>
        <thead>
          <tr>
            <th>{t('region')}</th>
            <th>NACE</th>
            <th class="num">{t('locationQuotient')}</th>
            <th class="num">{t('reachableShare')}</th>
            <th class="num">{t('firms')}</th>
            <th class="num">{t('index')}</th>
          </tr>
        </thead>
        <tbody>
          {best.map((row) => (
            <tr key={`${row.region} ${row.activity}`}>
              <th scope="row">
                {regionName(row.region)}
                <details>
                  <summary>{t('behindIt')}</summary>
                  <ul class="plain">
                    {row.flows.map((flow) => (
                      <li key={flow.id}>
                        <Link to={{ view: undefined, item: undefined, flow: `output:${flow.id}` }}>{flow.id}</Link>{' '}
                        {tonnes(flow.unmatched)}
                        {flow.partners.length > 0 && ` → ${flow.partners.map(companyName).join(', ')}`}
                      </li>
                    ))}
                  </ul>
                </details>
              </th>
              <td class="nums">{row.activity}</td>
              <td class="num">{n(row.locationQuotient)}</td>
              <td class="num">{n(row.reachableShare * 100)} %</td>
              <td class="num">{n(row.firms)}</td>
              <td class="num">{n(row.index)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
