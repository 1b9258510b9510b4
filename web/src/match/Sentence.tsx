import type { Explanation, MatchView } from '../state/api.ts';
import { amount, n, named, own, ownHalf, t } from '../words/index.ts';

/** The match in plain words, before any number that needs a table. */
export function Sentence({ of, row: m }: { of: Explanation; row: MatchView | undefined }) {
  if (!m)
    return (
      <h2>
        {of.output} → {of.demand}
      </h2>
    );
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
