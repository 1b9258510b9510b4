import { PriceZone } from '../charts/PriceZone.tsx';
import { Waterfall } from '../charts/Waterfall.tsx';
import type { Explanation } from '../state/api.ts';
import { euro, t } from '../words/index.ts';
import { type Sources, sourceOf } from './sources.tsx';

const PARTS = ['avoidedDisposal', 'avoidedPurchase', 'treatment', 'transport', 'transaction'] as const;

/** Money by part, and the prices at which both sides gain. */
export function Money({ of, sources }: { of: Explanation; sources: Sources }) {
  const m = of.money;
  return (
    <section>
      <h3>{t('moneyTitle')}</h3>
      {!m ? (
        <p class="quiet">{t('moneyUnknown')}</p>
      ) : (
        <>
          <Waterfall
            title={t('moneyTitle')}
            steps={PARTS.map((part) => {
              const source = sourceOf(of, 'money', part);
              return { name: t(part), value: m[part], source, footnote: sources.number(source) };
            })}
            total={m.net}
            told={euro}
            table
          />
          <PriceZone
            from={m.priceFrom}
            to={m.priceTo}
            unit={of.match?.unit ?? 't'}
            quantity={of.match?.quantityPerYear}
          />
        </>
      )}
    </section>
  );
}
