import { lazy, Suspense } from 'preact/compat';
import { useEffect } from 'preact/hooks';
import { Details } from './Details.tsx';
import { HandIn } from './HandIn.tsx';
import { Knowledge } from './Knowledge.tsx';
import { List } from './List.tsx';
import { RunBar } from './RunBar.tsx';
import { address, chosen, generation, go, offline, picture, shown } from './state.ts';
import { lang, n, t } from './texts.ts';

const MapView = lazy(() => import('./MapView.tsx').then((module) => module.MapView));

/** One screen, three depths: the region in a line, the list, the match over the map. */
export function App() {
  useEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const view = address.value.view ?? 'list';
  const tab = chosen.value ? 'match' : view;
  return (
    <div class={`page tab-${tab}`}>
      <a class="skip" href="#list">
        {t('skip')}
      </a>
      <header>
        <h1>{t('title')}</h1>
        <PictureLine />
        <nav>
          <RunBar />
          <button type="button" onClick={() => go({ view: 'hand-in', output: undefined, demand: undefined })}>
            {t('handIn')}
          </button>
          <button type="button" onClick={() => go({ view: 'knowledge', output: undefined, demand: undefined })}>
            {t('knowledge')}
          </button>
          <button type="button" lang={lang.value === 'ru' ? 'en' : 'ru'} onClick={switchLanguage}>
            {t('language')}
          </button>
        </nav>
      </header>
      {offline.value && (
        <p class="notice" role="status">
          {t('offline')}
        </p>
      )}
      <nav class="tabs" aria-label={t('title')}>
        <button
          type="button"
          aria-pressed={tab === 'list'}
          onClick={() => go({ view: 'list', output: undefined, demand: undefined })}
        >
          {t('matches')}
        </button>
        <button
          type="button"
          aria-pressed={tab === 'map'}
          onClick={() => go({ view: 'map', output: undefined, demand: undefined })}
        >
          {t('map')}
        </button>
      </nav>
      <main>
        <List />
        <section class="stage" aria-label={t('map')}>
          <Suspense fallback={<p class="quiet">{t('loading')}</p>}>
            <MapView />
          </Suspense>
          {chosen.value && <Details key={`${chosen.value.output} ${chosen.value.demand}`} {...chosen.value} />}
          {!chosen.value && view === 'hand-in' && <HandIn />}
          {!chosen.value && view === 'knowledge' && <Knowledge />}
        </section>
      </main>
    </div>
  );
}

function PictureLine() {
  const p = picture.value;
  if (!p) return <p class="picture" />;
  return (
    <p class="picture">
      <a
        href="?view=list"
        onClick={(event) => {
          event.preventDefault();
          go({ regime: undefined, view: 'list', output: undefined, demand: undefined });
        }}
      >
        {t('picture', {
          companies: n(p.companies),
          flows: n(p.flows),
          matches: n(p.matches),
          tonnes: n(p.exchangeableTonnesPerYear),
          co2: n(p.co2AvoidedKgPerYear / 1000),
          blocked: n(p.blocked),
        })}
      </a>
    </p>
  );
}

function switchLanguage(): void {
  lang.value = lang.value === 'ru' ? 'en' : 'ru';
  document.documentElement.lang = lang.value;
  go({}, false);
  generation.value++;
}

function onKey(event: KeyboardEvent): void {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.key === '/' && !typing) {
    event.preventDefault();
    document.getElementById('search')?.focus();
  } else if (event.key === 'Escape') go({ output: undefined, demand: undefined, view: undefined });
  else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && chosen.value && !typing) {
    const rows = shown.value;
    const at = rows.findIndex((m) => m.output === chosen.value!.output && m.demand === chosen.value!.demand);
    const row = rows[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (row) {
      event.preventDefault();
      go({ output: row.output, demand: row.demand }, false);
    }
  }
}
