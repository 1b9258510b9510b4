import type { Explanation, MatchView } from '../state/api.ts';
import { parameterOf } from '../state/parameters.ts';
import { counted, ownHalf, t, type Word } from '../words/index.ts';

const FIELDS: Readonly<Record<string, Word>> = {
  place: 'field_place',
  quantity: 'field_quantity',
  price: 'field_price',
};

/** The facts that are not known, those first that could add most, and whom to ask. */
export function Missing({ of, row }: { of: Explanation; row: MatchView | undefined }) {
  const whose = (flow: string) =>
    row ? ownHalf(flow === of.output ? row.outputCompanyName : row.demandCompanyName) : flow;
  return (
    <section>
      <h3>{t('missing')}</h3>
      {of.missing.length === 0 ? (
        <p class="quiet">{t('nothingMissing')}</p>
      ) : (
        <ol>
          {of.missing.map((m) => (
            <li key={`${m.flow} ${m.field}`}>
              {FIELDS[m.field] ? t(FIELDS[m.field]!) : parameterOf(m.field).name}, {t('askOf', { who: whose(m.flow) })}{' '}
              <span class="quiet">({counted('upTo', m.pointsAtMost)})</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
