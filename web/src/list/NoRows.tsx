import { WhyNone } from '../match/WhyNone.tsx';
import { address, go } from '../state/address.ts';
import { NO_FILTERS, noRun, picture } from '../state/region.ts';
import { t } from '../words/index.ts';

/** An empty list says why it is empty and what to do. */
export function NoRows() {
  const a = address.value;
  if (a.flow) return <WhyNone flow={a.flow.slice(a.flow.indexOf(':') + 1)} />;
  if (Object.keys(NO_FILTERS).some((key) => key !== 'sort' && a[key as keyof typeof NO_FILTERS]))
    return (
      <div class="empty">
        <p>
          {t('noMatches')} {t('loosen')}
        </p>
        <button type="button" onClick={() => go(NO_FILTERS)}>
          {t('clear')}
        </button>
      </div>
    );
  const companies = picture.value?.companies ?? 0;
  return (
    <div class="empty">
      <p>{noRun.value && companies > 0 ? t('noRun') : t('nothing')}</p>
    </div>
  );
}
