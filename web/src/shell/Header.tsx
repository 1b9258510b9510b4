import { useEffect, useRef } from 'preact/hooks';
import { address, go, linkTo, NOTHING_OPEN, type View, view } from '../state/address.ts';
import { ask, sendJson } from '../state/api.ts';
import { generation } from '../state/region.ts';
import { follow, said, stop, work } from '../state/work.ts';
import { lang, n, named, t, type Word } from '../words/index.ts';
import { Link } from './Link.tsx';
import { Picture } from './Picture.tsx';

const SECTIONS: readonly (readonly [View, Word])[] = [
  ['list', 'matches'],
  ['chains', 'chains'],
  ['clusters', 'clusters'],
  ['network', 'network'],
  ['plan', 'plan'],
  ['gaps', 'missingShort'],
  ['split', 'splitShort'],
  ['knowledge', 'knowledge'],
];

export function Header() {
  const sections = useRef<HTMLElement>(null);
  useEffect(() => {
    // on a phone the row of sections is wider than the screen
    sections.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [view.value]);
  return (
    <header>
      <div class="top">
        <h1>
          <Link to={{ ...NOTHING_OPEN, view: undefined }}>{t('title')}</Link>
        </h1>
        <nav ref={sections} class="sections" aria-label={t('sections')}>
          {SECTIONS.map(([name, word]) => (
            <Link
              key={name}
              to={{ ...NOTHING_OPEN, view: name === 'list' ? undefined : name }}
              current={view.value === name || (name === 'list' && view.value === 'map')}
            >
              {t(word)}
            </Link>
          ))}
        </nav>
        <div class="actions">
          <Work />
          <Link to={{ ...NOTHING_OPEN, view: 'hand-in' }} class="button" current={view.value === 'hand-in'}>
            {t('handIn')}
          </Link>
          <a
            class="button"
            href={linkTo({}).replace(/lang=../, `lang=${other()}`)}
            lang={other()}
            hreflang={other()}
            onClick={(event) => {
              event.preventDefault();
              switchLanguage();
            }}
          >
            {t('language')}
          </a>
        </div>
      </div>
      <Picture />
    </header>
  );
}

const other = () => (lang.value === 'ru' ? 'en' : 'ru');

function switchLanguage(): void {
  lang.value = other();
  go({ ...address.value }, false);
  generation.value++;
}

/** Computes the region, shows how far it is, and can be stopped. */
function Work() {
  const running = work.value;
  const p = running?.job?.progress;
  if (!running)
    return (
      <span class="work">
        <span role="status" class="quiet">
          {said.value}
        </span>
        <button type="button" onClick={() => void compute()}>
          {t('run')}
        </button>
      </span>
    );
  return (
    <span class="work">
      <progress max={p?.total || 1} {...(p && { value: p.done })} aria-label={running.title} />
      <span class="quiet nums">
        {p ? t('progress', { what: named('what', p.what), done: n(p.done), total: n(p.total) }) : running.title}
      </span>
      <button type="button" onClick={stop}>
        {t('stop')}
      </button>
    </span>
  );
}

export async function compute(): Promise<void> {
  const done = await follow(t('working'), () => ask<{ job: string }>('/runs', sendJson('POST', { force: true })));
  if (done) generation.value++;
}
