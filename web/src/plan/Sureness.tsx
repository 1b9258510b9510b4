import type { PlanAnswer } from '../state/api.ts';
import { co2, euro, n, own, ownHalf, t } from '../words/index.ts';

interface SurenessProps {
  readonly of: NonNullable<PlanAnswer['uncertainty']>;
  readonly names: PlanAnswer['names'];
}

/** What the plan is worth over many trials, and whom to ask first. */
export function Sureness({ of, names }: SurenessProps) {
  const name = (id: string) => (names[id] ? ownHalf(own(names[id]!)) : id);
  return (
    <section>
      <h3>{t('sureTitle')}</h3>
      <p class="quiet">{t('sureTells', { n: n(of.trials) })}</p>
      <table>
        <thead>
          <tr>
            <th />
            <th class="num">{t('p10')}</th>
            <th class="num">{t('p50')}</th>
            <th class="num">{t('p90')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('money')}</th>
            <td class="num">{euro(of.money.p10)}</td>
            <td class="num">{euro(of.money.p50)}</td>
            <td class="num">{euro(of.money.p90)}</td>
          </tr>
          <tr>
            <th scope="row">{t('co2')}</th>
            <td class="num">{co2(of.co2.p10)}</td>
            <td class="num">{co2(of.co2.p50)}</td>
            <td class="num">{co2(of.co2.p90)}</td>
          </tr>
        </tbody>
      </table>
      <h4>{t('askFirst')}</h4>
      <ol>
        {of.firms.map((firm) => (
          <li key={firm.company}>
            {name(firm.company)}{' '}
            <span class="quiet">
              {t('effect')} {euro(firm.effect)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
