import { Waterfall } from '../charts/Waterfall.tsx';
import type { Explanation } from '../state/api.ts';
import { n, t } from '../words/index.ts';
import { type Sources, sourceOf } from './sources.tsx';

const PARTS = ['avoidedVirgin', 'avoidedLandfill', 'treatment', 'transport'] as const;

/** CO2 by part, in tonnes. */
export function Carbon({ of, sources }: { of: Explanation; sources: Sources }) {
  const c = of.carbon;
  return (
    <section>
      <h3>{t('carbonTitle')}</h3>
      {!c ? (
        <p class="quiet">{t('carbonUnknown')}</p>
      ) : (
        <Waterfall
          title={t('carbonTitle')}
          steps={PARTS.map((part) => {
            const source = sourceOf(of, 'carbon', part);
            return { name: t(part), value: c[part] / 1000, source, footnote: sources.number(source) };
          })}
          total={c.net / 1000}
          told={n}
          table
        />
      )}
    </section>
  );
}
