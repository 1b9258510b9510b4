import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { address, go } from '../state/address.ts';
import { ask, type CompanyRow, type Found, query } from '../state/api.ts';
import { keep } from '../state/region.ts';
import { own, ownHalf, t } from '../words/index.ts';

interface Suggestion {
  readonly key: 'company' | 'material';
  readonly id: string;
  readonly name: string;
}

/** The pattern of a combobox whose list is no `datalist` (WAI-ARIA APG). */
function asCombobox(open: boolean, active: number): object {
  return {
    role: 'combobox',
    'aria-expanded': open,
    'aria-controls': 'suggestions',
    'aria-autocomplete': 'list',
    'aria-activedescendant': active >= 0 ? `suggestion-${active}` : undefined,
  };
}

const PAUSE_MS = 180;

/** Filters the rows as one types, in either language, and offers companies and materials of the whole region to choose from. */
export function Search() {
  const offers = useSignal<readonly Suggestion[]>([]);
  const at = useSignal(-1);
  const typed = useRef('');
  const text = address.value.text ?? '';
  useEffect(() => {
    if (typed.current !== text || text.trim().length < 2) {
      offers.value = [];
      return;
    }
    const timer = setTimeout(() => {
      void suggest(text).then((found) => {
        if (typed.current === text) offers.value = found;
      });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, at, offers]);
  const close = () => {
    offers.value = [];
    at.value = -1;
  };
  const choose = ({ key, id }: Suggestion) => {
    typed.current = '';
    close();
    go({ [key]: id, text: undefined });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { length } = offers.value;
    if (length === 0) return;
    if (event.key === 'ArrowDown' && at.value < length - 1) at.value++;
    else if (event.key === 'ArrowUp' && at.value >= 0) at.value--;
    else if (event.key === 'Enter' && offers.value[at.value]) choose(offers.value[at.value]!);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  return (
    <div class="search">
      <input
        id="search"
        type="search"
        {...asCombobox(offers.value.length > 0, at.value)}
        aria-label={t('search')}
        placeholder={t('search')}
        autocomplete="off"
        value={text}
        onInput={(event) => {
          typed.current = event.currentTarget.value;
          go({ text: event.currentTarget.value }, false);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <div id="suggestions" role="listbox" aria-label={t('suggestions')} hidden={offers.value.length === 0}>
        {offers.value.map((offer, i) => (
          <div
            key={`${offer.key} ${offer.id}`}
            id={`suggestion-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at.value}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(offer);
            }}
          >
            {offer.name}{' '}
            <span class="quiet">{offer.key === 'company' ? t('suggestCompany') : t('suggestMaterial')}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

async function suggest(text: string): Promise<readonly Suggestion[]> {
  const [companies, facts] = await Promise.all([
    keep(() => ask<{ rows: CompanyRow[] }>(`/companies${query({ text, limit: 4 })}`)),
    keep(() => ask<{ rows: Found[] }>(`/knowledge${query({ text, limit: 12 })}`)),
  ]);
  return [
    ...(companies?.rows ?? []).map(({ id, name }) => ({ key: 'company' as const, id, name: ownHalf(name) })),
    ...(facts?.rows ?? [])
      .filter((fact) => fact.kind === 'material')
      .slice(0, 4)
      .map(({ id, name }) => ({ key: 'material' as const, id, name: own(name) })),
  ];
}
