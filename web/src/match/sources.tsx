import type { Explanation } from '../state/api.ts';
import { t } from '../words/index.ts';

/** Sources of a match in the order in which they are first cited, each once. */
export interface Sources {
  readonly list: readonly string[];
  /** From 1; 0 = no source. */
  number(source: string | undefined): number;
}

export function sourcesOf(of: Explanation): Sources {
  const fit = of.terms.find((term) => term.name === 'fit')?.rule;
  const list = [
    ...new Set(
      [
        ...(fit ? [fit] : []),
        ...of.limits.map((limit) => limit.evidence),
        ...of.sources.map((figure) => figure.source),
      ].filter(Boolean),
    ),
  ];
  return { list, number: (source) => (source === undefined ? 0 : list.indexOf(source) + 1) };
}

/** The source of a figure of money or carbon. */
export function sourceOf(of: Explanation, kind: 'money' | 'carbon', figure: string): string | undefined {
  return of.sources.find((source) => source.of === kind && source.figure === figure)?.source;
}

/** A small number that leads to its source at the foot of the match. */
export function Footnote({ number, source }: { number: number; source: string | undefined }) {
  if (number === 0) return null;
  return (
    <sup>
      <a
        href={`#source-${number}`}
        title={source}
        aria-label={`${t('source', { n: number })}: ${source}`}
        onClick={(event) => {
          event.preventDefault();
          const line = document.getElementById(`source-${number}`);
          line?.scrollIntoView({ block: 'center' });
          line?.focus({ preventScroll: true });
        }}
      >
        {number}
      </a>
    </sup>
  );
}

export function SourceList({ of }: { of: Sources }) {
  if (of.list.length === 0) return null;
  return (
    <section class="sources">
      <h3>{t('sources')}</h3>
      <ol>
        {of.list.map((source, i) => (
          <li key={source} id={`source-${i + 1}`} tabIndex={-1}>
            {source}
          </li>
        ))}
      </ol>
    </section>
  );
}
