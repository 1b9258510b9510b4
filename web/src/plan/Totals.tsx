import type { PlanAnswer } from '../state/api.ts';
import { co2, counted, euro, t, tonnes } from '../words/index.ts';
import { goalOf } from './question.ts';
import { tellWorth } from './worth.ts';

/** What the plan is worth, and whether any could be worth more. */
export function Totals({ of }: { of: PlanAnswer }) {
  const plan = of.plan!;
  const bound = of.beyond?.bound ?? plan.bound;
  const proven = plan.status === 'optimal';
  return (
    <section>
      <h3>{t('planTogether')}</h3>
      <p class="big nums">
        {euro(plan.totals.money)} · {co2(plan.totals.co2)} · {t('landfillAvoided')}: {tonnes(plan.totals.landfill)} ·{' '}
        {counted('exchangesOf', plan.exchanges.length)}
      </p>
      <p class="quiet">
        {proven
          ? t('planProven')
          : t('planGap', { gap: tellWorth(goalOf(plan.objective), Math.max(0, bound - plan.value)) })}{' '}
        {t('planSolver', { solver: plan.solver })} {of.unknown.length > 0 && counted('planUnknown', of.unknown.length)}
      </p>
      {plan.exchanges.length === 0 && <p>{t('planEmpty')}</p>}
    </section>
  );
}
