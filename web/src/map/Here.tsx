import { Link } from '../shell/Link.tsx';
import type { MatchView, SiteView } from '../state/api.ts';
import { amount, counted, own, ownHalf, t, tonnes } from '../words/index.ts';
import type { Spot } from './clusters.ts';
import { townName } from './towns.ts';

/** What the pointer is on. */
export function Tip({ match: m, spot }: { match: MatchView | undefined; spot: Spot | undefined }) {
  if (spot)
    return (
      <p class="tip" role="status">
        {spot.count > 1
          ? `${counted('sitesHere', spot.count)}, ${tonnes(spot.tonnes)} ${t('perYear')}`
          : `${ownHalf(spot.site.companyName)}, ${tonnes(spot.tonnes)} ${t('perYear')}`}
      </p>
    );
  if (!m) return null;
  return (
    <p class="tip" role="status">
      {ownHalf(m.outputCompanyName)} → {ownHalf(m.demandCompanyName)}: {own(m.materialName)},{' '}
      {amount(m.quantityPerYear, m.unit)} {t('perYear')}
    </p>
  );
}

/** The sites of a place that was pressed; each leads to its matches. */
export function Here({ sites, onClose }: { sites: readonly SiteView[]; onClose(): void }) {
  if (sites.length === 0) return null;
  return (
    <section class="here" aria-label={counted('sitesHere', sites.length)}>
      <div class="bar-top">
        <b>{counted('sitesHere', sites.length)}</b>
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
      <ul>
        {sites.map((site) => (
          <li key={site.id}>
            <Link to={{ company: site.companyId, view: undefined, text: undefined }}>{ownHalf(site.companyName)}</Link>{' '}
            <span class="quiet">
              {site.town && `${townName(site.town)}, `}
              {tonnes(site.outputTonnesPerYear)} {t('perYear')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
