import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask, type Explanation, type FlowRow, type MatchView } from '../state/api.ts';
import { keep } from '../state/region.ts';
import { amount, n, named, own, ownHalf, t } from '../words/index.ts';

/** The match in plain words, before any number that needs a table. */
export function Sentence({ of, row: m }: { of: Explanation; row: MatchView | undefined }) {
  if (!m) return <Strangers of={of} />;
  return (
    <>
      <h2>
        {t(m.regime === 'blocked' ? 'sentenceBlocked' : 'sentence', {
          what: own(m.materialName),
          giver: ownHalf(m.outputCompanyName),
          amount: amount(m.quantityPerYear, m.unit),
          product: own(m.productName),
          taker: ownHalf(m.demandCompanyName),
          distance: m.distanceKm === undefined ? '' : t('away', { km: n(m.distanceKm) }),
        })}
      </h2>
      <p>{t('after', { treatment: own(m.treatment) })}</p>
      <p class="quiet">
        {t('basis')}: {named('basis', m.basis)} · {t('confidence')}: {n(m.confidence * 100)} %
      </p>
      <p class="quiet">
        {t('asDeclared')}: «{m.outputDescription}» ({m.output}) → «{m.demandDescription}» ({m.demand})
      </p>
    </>
  );
}

/** A pair that was never proposed, in the words of its two sides. */
function Strangers({ of }: { of: Explanation }) {
  const said = useSignal<Readonly<Record<string, string>>>({});
  useEffect(() => {
    for (const id of [of.output, of.demand])
      void keep(() => ask<FlowRow>(`/flows/${encodeURIComponent(id)}`)).then((flow) => {
        if (flow?.description) said.value = { ...said.value, [id]: flow.description };
      });
  }, [of.output, of.demand]);
  const told = (id: string) => (said.value[id] ? `«${said.value[id]}» (${id})` : id);
  return (
    <>
      <h2>
        {told(of.output)} → {told(of.demand)}
      </h2>
      <p class="quiet">{named('verdict', of.verdict)}</p>
    </>
  );
}
