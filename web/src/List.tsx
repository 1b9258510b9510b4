import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { MatchView } from './api.ts';
import { address, chosen, go, loading, loadMore, pointed, regions, shown } from './state.ts';
import { n, own, t } from './texts.ts';

const ROW = 72;
const SPARE = 6;

/** Matches, a row each, only those on screen in the document; filters act at once and stand in the address. */
export function List() {
  const top = useSignal(0);
  const height = useSignal(800);
  const box = useRef<HTMLElement>(null);
  const rows = shown.value;
  const first = Math.max(0, Math.floor(top.value / ROW) - SPARE);
  const last = Math.min(rows.length, Math.ceil((top.value + height.value) / ROW) + SPARE);
  const scrolled = () => {
    if (!box.current) return;
    top.value = box.current.scrollTop;
    height.value = box.current.clientHeight;
    if (box.current.scrollTop + 2 * height.value > rows.length * ROW) void loadMore();
  };
  return (
    <section class="list" id="list" aria-label={t('matches')}>
      <Filters />
      <section class="rows" ref={box} onScroll={scrolled} aria-label={t('score')}>
        {rows.length === 0 && !loading.value && (
          <p class="quiet">
            {address.value.region || address.value.text || address.value.minScore ? t('noMatches') : t('nothing')}
          </p>
        )}
        {rows.length === 0 && loading.value && <div class="skeleton" />}
        <ul style={{ height: `${rows.length * ROW}px` }}>
          {rows.slice(first, last).map((match, i) => (
            <Row key={`${match.output} ${match.demand}`} match={match} at={first + i} />
          ))}
        </ul>
      </section>
    </section>
  );
}

function Row({ match: m, at }: { match: MatchView; at: number }) {
  const active = chosen.value?.output === m.output && chosen.value.demand === m.demand;
  return (
    <li style={{ top: `${at * ROW}px` }}>
      <button
        type="button"
        class={`row${active ? ' active' : ''}${pointed.value === m ? ' pointed' : ''}`}
        aria-current={active ? 'true' : undefined}
        onClick={() => go({ output: m.output, demand: m.demand })}
        onMouseEnter={() => {
          pointed.value = m;
        }}
        onMouseLeave={() => {
          pointed.value = undefined;
        }}
      >
        <span class="who">
          {m.outputCompanyName} <span class="arrow">→</span> {m.demandCompanyName}
        </span>
        <span class="what">
          {own(m.materialName)} <span class="arrow">→</span> {own(m.productName)}
        </span>
        <span class="figures">
          <span class="bar" style={{ '--share': m.score / 1000 }}>
            {m.score}
          </span>
          <span>
            {n(m.quantityPerYear)} {m.unit}
          </span>
          <span>{n(m.netBenefitEurPerYear)} EUR</span>
          <span>{n(m.co2KgPerYear === undefined ? undefined : m.co2KgPerYear / 1000)} t CO2</span>
          {m.inferred && <em>{t('inferred')}</em>}
          {m.regime === 'blocked' && <em class="warn">{t('blocked')}</em>}
          {m.quantityPerYear === undefined && <em>{t('dataMissing')}</em>}
          {m.confidential && <em>{t('confidential')}</em>}
        </span>
      </button>
    </li>
  );
}

function Filters() {
  const a = address.value;
  const set = (key: 'region' | 'sort' | 'minScore' | 'regime' | 'inferred' | 'text') => (event: Event) =>
    go({ [key]: (event.currentTarget as HTMLInputElement).value }, false);
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <input
        id="search"
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={a.text ?? ''}
        onInput={set('text')}
      />
      <label>
        {t('region')}
        <select value={a.region ?? ''} onChange={set('region')}>
          <option value="">{t('all')}</option>
          {regions.value.map((region) => (
            <option key={region} value={region}>
              {region}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('sort')}
        <select value={a.sort ?? 'score'} onChange={set('sort')}>
          {(['score', 'money', 'co2', 'quantity'] as const).map((key) => (
            <option key={key} value={key}>
              {t(key)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('minScore')}
        <input type="number" min="0" max="1000" step="50" value={a.minScore ?? ''} onInput={set('minScore')} />
      </label>
      <label>
        {t('regime')}
        <select value={a.regime ?? ''} onChange={set('regime')}>
          <option value="">{t('all')}</option>
          <option value="open">{t('open')}</option>
          <option value="blocked">{t('blocked')}</option>
        </select>
      </label>
      <label>
        {t('inferred')}
        <select value={a.inferred ?? ''} onChange={set('inferred')}>
          <option value="">{t('all')}</option>
          <option value="false">{t('no')}</option>
          <option value="true">{t('yes')}</option>
        </select>
      </label>
    </form>
  );
}
