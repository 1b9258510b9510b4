import type { PlanAnswer } from '../state/api.ts';
import { own, ownHalf, t } from '../words/index.ts';
import { goalOf } from './question.ts';
import { tellWorth } from './worth.ts';

const MOST = 8;

/** What one more unit of each limit would be worth, from the duals of the plan. */
export function Prices({ of }: { of: NonNullable<PlanAnswer['plan']> }) {
  const rows = of.prices.filter((row) => row.perUnit !== 0).slice(0, MOST);
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{t('pricesTitle')}</h3>
      <p class="quiet">{t('pricesTells')}</p>
      <table>
        <thead>
          <tr>
            <th>{t('limit')}</th>
            <th class="num">{t('perUnit')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.of}`}>
              <th scope="row">{ownHalf(own(row.label))}</th>
              <td class="num">{tellWorth(goalOf(of.objective), row.perUnit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
