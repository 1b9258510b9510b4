import { address, NOTHING_OPEN } from '../state/address.ts';
import { pointed, shown } from '../state/region.ts';
import { t } from '../words/index.ts';
import { Link } from './Link.tsx';

/** On a phone the list, the map and the match are tabs. */
export function Tabs({ tab }: { tab: string }) {
  const { output, demand } = address.value;
  const match = output && demand ? { output, demand } : (pointed.value ?? shown.value[0]);
  return (
    <nav class="tabs" aria-label={t('title')}>
      <Link to={{ ...NOTHING_OPEN, view: undefined }} current={tab === 'list'}>
        {t('matches')}
      </Link>
      <Link to={{ ...NOTHING_OPEN, view: 'map' }} current={tab === 'map'}>
        {t('map')}
      </Link>
      {match && (
        <Link to={{ output: match.output, demand: match.demand }} current={tab === 'match'}>
          {t('match')}
        </Link>
      )}
    </nav>
  );
}
