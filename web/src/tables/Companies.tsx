import { townName } from '../map/towns.ts';
import { Link } from '../shell/Link.tsx';
import { address } from '../state/address.ts';
import type { CompanyRow } from '../state/api.ts';
import { reportLink } from '../state/report.ts';
import { ownHalf, t } from '../words/index.ts';
import { regionName } from '../words/regions.ts';
import { PagedTable } from './PagedTable.tsx';

/** The companies behind the region's number; each leads to its matches and flows. */
export function Companies() {
  return (
    <PagedTable<CompanyRow>
      path="/companies"
      filter={{ region: address.value.region }}
      title={t('companiesTitle')}
      search={t('company')}
      head={
        <>
          <th>{t('company')}</th>
          <th>{t('town')}</th>
          <th>{t('region')}</th>
          <th>{t('activity')}</th>
          <th />
        </>
      }
      row={(company) => (
        <tr key={company.id}>
          <th scope="row">
            <Link to={{ company: company.id, view: undefined }}>{ownHalf(company.name)}</Link>{' '}
            {company.visibility !== 'public' && <em class="quiet">{t('flagConfidential')}</em>}
          </th>
          <td>
            {company.sites
              .map((site) => site.town && townName(site.town))
              .filter(Boolean)
              .join(', ')}
          </td>
          <td>
            {[...new Set(company.sites.map((site) => site.region && regionName(site.region)))]
              .filter(Boolean)
              .join(', ')}
          </td>
          <td class="nums">{company.nace ?? company.okved ?? '—'}</td>
          <td>
            <Link to={{ view: 'flows', company: company.id }}>{t('flowsTitle')}</Link>{' '}
            {company.visibility === 'public' && (
              <a class="whole" href={reportLink({ company: company.id })} download>
                {t('factSheet')}
              </a>
            )}
          </td>
        </tr>
      )}
    />
  );
}
