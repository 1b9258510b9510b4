import { siteName } from '../network/SwitchedOff.tsx';
import { Link } from '../shell/Link.tsx';
import type { PlanAnswer } from '../state/api.ts';
import { amount, euro, n, own, ownHalf, t } from '../words/index.ts';
import { GOALS } from './question.ts';
import { tellWorth } from './worth.ts';

const MOST = 12;

/** The imagined region beside the one that is there. */
export function Difference({ of }: { of: PlanAnswer }) {
  const { before, plan, difference } = of;
  const name = (id: string) => (of.names[id] ? ownHalf(own(of.names[id]!)) : id);
  const changed = [...difference!.exchanges].sort(
    (a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before),
  );
  return (
    <section class="difference">
      <h3>{t('difference')}</h3>
      <table>
        <thead>
          <tr>
            <th />
            <th class="num">{t('asItIs')}</th>
            <th class="num">{t('imagined')}</th>
            <th class="num">{t('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {GOALS.map((goal) => (
            <tr key={goal}>
              <th scope="row">{t(`goal_${goal}`)}</th>
              <td class="num">{before ? tellWorth(goal, before.totals[goal]) : '—'}</td>
              <td class="num">{plan ? tellWorth(goal, plan.totals[goal]) : '—'}</td>
              <td class={`num ${difference!.totals[goal] < 0 ? 'warn' : ''}`}>
                {tellWorth(goal, difference!.totals[goal])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <NewPlants of={of} />
      {changed.length > 0 && (
        <details>
          <summary>
            {t('changedExchanges')}: {changed.length}
          </summary>
          <table>
            <thead>
              <tr>
                <th>{t('giver')}</th>
                <th>{t('taker')}</th>
                <th class="num">{t('asItIs')}</th>
                <th class="num">{t('imagined')}</th>
              </tr>
            </thead>
            <tbody>
              {changed.slice(0, MOST).map((row) => (
                <tr key={`${row.output} ${row.demand}`}>
                  <th scope="row">
                    <Link to={{ output: row.output, demand: row.demand }}>{name(row.output)}</Link>
                  </th>
                  <td>{name(row.demand)}</td>
                  <td class="num">{n(row.before)}</td>
                  <td class="num">{n(row.after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}

/** Whether each plant that was added would be built, and what it would take. */
function NewPlants({ of }: { of: PlanAnswer }) {
  const name = (id: string) => (of.names[id] ? ownHalf(own(of.names[id]!)) : id);
  return (
    <>
      {of.plants?.map((plant) => {
        const what = `${name(plant.process)} (${siteName(plant.site)})`;
        const eur = euro(plant.capexEur);
        return (
          <p key={`${plant.process} ${plant.site}`}>
            {plant.takesPerYear > 0
              ? t('plantTakes', { what, eur, amount: amount(plant.takesPerYear, plant.unit) })
              : t('plantIdle', { what, eur })}
          </p>
        );
      })}
    </>
  );
}
