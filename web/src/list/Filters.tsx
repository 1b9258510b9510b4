import type { ComponentChildren } from 'preact';
import { address, go, type Key } from '../state/address.ts';
import { NO_FILTERS, regions } from '../state/region.ts';
import { t } from '../words/index.ts';
import { regionName } from '../words/regions.ts';
import { Search } from './Search.tsx';

const SORTS = ['score', 'money', 'co2', 'quantity'] as const;

/** Filters act at once and stand in the address. */
export function Filters() {
  const a = address.value;
  const set = (key: Key) => (event: Event) => go({ [key]: (event.currentTarget as HTMLInputElement).value }, false);
  const given = Object.keys(NO_FILTERS).filter((key) => a[key as Key] !== undefined);
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <Search />
      <Choice label={t('region')} value={a.region} onChange={set('region')}>
        {[...regions.value]
          .map((region) => [region, regionName(region)] as const)
          .sort((x, y) => x[1].localeCompare(y[1]))
          .map(([region, name]) => (
            <option key={region} value={region}>
              {name}
            </option>
          ))}
      </Choice>
      <label>
        {t('sort')}
        <select value={a.sort ?? 'score'} onChange={set('sort')}>
          {SORTS.map((key) => (
            <option key={key} value={key}>
              {t(key)}
            </option>
          ))}
        </select>
      </label>
      <Choice label={t('regime')} value={a.regime} onChange={set('regime')}>
        <option value="open">{t('open')}</option>
        <option value="blocked">{t('blocked')}</option>
      </Choice>
      <label>
        {t('minScore')}
        <input type="number" min="0" max="1000" step="50" value={a.minScore ?? ''} onInput={set('minScore')} />
      </label>
      <Choice label={t('inferred')} value={a.inferred} onChange={set('inferred')}>
        <option value="false">{t('no')}</option>
        <option value="true">{t('yes')}</option>
      </Choice>
      <p class="clear">
        {given.length > 0 && (
          <button type="button" class="link" onClick={() => go(NO_FILTERS)}>
            {t('clear')}
          </button>
        )}
      </p>
      <Chips />
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  onChange(event: Event): void;
  readonly children: ComponentChildren;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value ?? ''} onChange={onChange}>
        <option value="">{t('all')}</option>
        {children}
      </select>
    </label>
  );
}

/** What was chosen from the suggestions, each with a way to take it back. */
function Chips() {
  const a = address.value;
  const chips = (['company', 'material', 'flow'] as const).filter((key) => a[key]);
  if (chips.length === 0) return null;
  return (
    <p class="chips">
      {chips.map((key) => (
        <button
          key={key}
          type="button"
          aria-label={`${t('remove')}: ${a[key]}`}
          onClick={() => go({ [key]: undefined })}
        >
          {t(key)}: {a[key]!.replace(/^(output|demand):/, '')} ×
        </button>
      ))}
    </p>
  );
}
