import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { go } from '../state/address.ts';
import { ApiProblem, ask, type Explanation, type MatchView, query } from '../state/api.ts';
import { generation, keep, matches } from '../state/region.ts';
import { lang, t } from '../words/index.ts';
import { Carbon } from './Carbon.tsx';
import { Limits } from './Limits.tsx';
import { Missing } from './Missing.tsx';
import { Money } from './Money.tsx';
import { Route } from './Route.tsx';
import { Sentence } from './Sentence.tsx';
import { SourceList, sourcesOf } from './sources.tsx';
import { Terms } from './Terms.tsx';
import { Vetoes } from './Vetoes.tsx';

/** One pair in full, also one that was never proposed: a sentence, the terms, limits, law, money, CO2, what is missing. */
export function Match({ output, demand }: { output: string; demand: string }) {
  const said = useSignal<Explanation | undefined>(undefined);
  const row = useSignal<MatchView | undefined>(rowOf(output, demand));
  const gone = useSignal(false);
  useEffect(() => {
    const path = `/pairs/${encodeURIComponent(output)}/${encodeURIComponent(demand)}${query({ lang: lang.value })}`;
    void keep(async () => {
      try {
        said.value = await ask<Explanation>(path);
        gone.value = false;
      } catch (error) {
        gone.value = error instanceof ApiProblem && error.status === 404;
        throw error;
      }
    });
    void keep(() => ask<{ rows: MatchView[] }>(`/matches${query({ output, demand, limit: 1 })}`)).then((page) => {
      row.value = page?.rows[0] ?? rowOf(output, demand);
    });
  }, [output, demand, generation.value, lang.value]);
  const e = said.value;
  return (
    <article class="panel match" aria-label={t('match')} aria-busy={!e && !gone.value}>
      <div class="bar-top">
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
        <button type="button" onClick={() => go({ output: undefined, demand: undefined })}>
          {t('close')}
        </button>
      </div>
      {gone.value && <p>{t('pairGone')}</p>}
      {!e && !gone.value && <div class="skeleton" />}
      {e && <Told of={e} row={row.value} />}
    </article>
  );
}

const rowOf = (output: string, demand: string) =>
  matches.value.find((row) => row.output === output && row.demand === demand);

function Told({ of, row }: { of: Explanation; row: MatchView | undefined }) {
  const sources = sourcesOf(of);
  return (
    <>
      <Sentence of={of} row={row} />
      <Vetoes of={of} />
      {of.terms.length > 0 && <Terms of={of} sources={sources} />}
      {(of.terms.length > 0 || of.limits.length > 0) && <Limits of={of} sources={sources} />}
      {of.terms.length > 0 && <Route of={of} />}
      {of.terms.length > 0 && <Money of={of} sources={sources} />}
      {of.terms.length > 0 && <Carbon of={of} sources={sources} />}
      {of.terms.length > 0 && <Missing of={of} row={row} />}
      <SourceList of={sources} />
    </>
  );
}
