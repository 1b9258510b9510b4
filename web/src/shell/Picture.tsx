import { address, type Key, NOTHING_OPEN } from '../state/address.ts';
import { NO_FILTERS, picture } from '../state/region.ts';
import { reportLink } from '../state/report.ts';
import { co2, counted, t, tonnes } from '../words/index.ts';
import { regionName } from '../words/regions.ts';
import { Link } from './Link.tsx';

/** The region in one line; each number leads to the list behind it. */
export function Picture() {
  const p = picture.value;
  const region = address.value.region;
  if (!p) return <p class="picture" aria-busy="true" />;
  const list = (change: Partial<Record<Key, string>>) => ({
    ...NOTHING_OPEN,
    ...NO_FILTERS,
    view: undefined,
    region,
    ...change,
  });
  return (
    <p class="picture">
      {region && <span>{t('ofRegion', { region: regionName(region) })}</span>}
      <Link to={{ ...NOTHING_OPEN, view: 'companies' }}>{counted('companies', p.companies)}</Link>
      <Link to={{ ...NOTHING_OPEN, view: 'flows' }}>{counted('flows', p.flows)}</Link>
      <Link to={list({ regime: 'open' })}>{counted('matches', p.matches)}</Link>
      <Link to={list({ regime: 'open', sort: 'quantity' })}>
        {t('exchangeable', { amount: tonnes(p.exchangeableTonnesPerYear) })}
      </Link>
      <Link to={list({ regime: 'open', sort: 'co2' })}>{t('avoided', { amount: co2(p.co2AvoidedKgPerYear) })}</Link>
      <Link to={list({ regime: 'blocked' })}>{counted('closedPairs', p.blocked)}</Link>
      {p.run && <span>{t('beforeChanges')}</span>}
      <a href={reportLink({ region })} download>
        {t('report')}
      </a>
    </p>
  );
}
