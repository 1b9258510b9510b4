import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Link } from '../shell/Link.tsx';
import { ask, query, type WhyNot } from '../state/api.ts';
import { materialName, ruleName } from '../state/names.ts';
import { generation, keep } from '../state/region.ts';
import { lang, named, own, ownHalf, t } from '../words/index.ts';

/** Why a flow has no (better) match: the reason and its nearest misses, each to be opened. */
export function WhyNone({ flow }: { flow: string }) {
  const said = useSignal<WhyNot | undefined>(undefined);
  useEffect(() => {
    void keep(() => ask<WhyNot>(`/flows/${encodeURIComponent(flow)}/why-not${query({ lang: lang.value })}`)).then(
      (answer) => {
        said.value = answer;
      },
    );
  }, [flow, generation.value, lang.value]);
  if (!said.value) return <div class="skeleton" aria-busy="true" />;
  return (
    <div class="empty">
      <p>
        {t('whyNone')} ({flow}): {own(said.value.reason)}
      </p>
      {said.value.misses.length > 0 && (
        <>
          <h3>{t('whyNot')}</h3>
          <ul class="misses">
            {said.value.misses.map((miss) => (
              <li key={`${miss.output} ${miss.demand}`}>
                <Link to={{ output: miss.output, demand: miss.demand }}>{ownHalf(miss.partner)}</Link>
                {miss.partnerFlow && `, ${miss.partnerFlow}`}{' '}
                <span class="quiet">
                  {named('verdict', miss.verdict)}
                  {miss.vetoes[0] &&
                    `: ${ruleName(miss.vetoes[0].rule)}, ${materialName(miss.vetoes[0].left)} / ${materialName(miss.vetoes[0].right)}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
