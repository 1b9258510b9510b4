import { Choice } from '../shell/Choice.tsx';
import { Panel } from '../shell/Panel.tsx';
import { RegionChoice } from '../shell/RegionChoice.tsx';
import { address, go } from '../state/address.ts';
import { useAnswer } from '../state/answer.ts';
import type { PlanAnswer } from '../state/api.ts';
import { own, t } from '../words/index.ts';
import { Bands } from './Bands.tsx';
import { Difference } from './Difference.tsx';
import { Exchanges } from './Exchanges.tsx';
import { Front } from './Front.tsx';
import { Prices } from './Prices.tsx';
import { againstOf, GOALS, goalOf, planQuestion } from './question.ts';
import { SaveAs } from './SaveAs.tsx';
import { Sureness } from './Sureness.tsx';
import { Totals } from './Totals.tsx';
import { WhatIfForm } from './WhatIfForm.tsx';

/** Who gives how much to whom, what one goal costs in the other, the region before and after, and what-if. */
export function Plan() {
  const { by, against, budget, sure } = address.value;
  const goal = goalOf(by);
  const other = againstOf(goal, against);
  const { answer, busy, fault } = useAnswer<PlanAnswer>('/plans', planQuestion());
  const a = answer.value;
  return (
    <Panel title={t('plan')} whole>
      <p class="quiet">{t('planHint')}</p>
      <p class="line">
        <Choice label={t('objective')} of="by" value={goal} options={GOALS.map((g) => [g, t(`goal_${g}`)])} />
        <Choice
          label={t('against')}
          of="against"
          value={other}
          options={GOALS.filter((g) => g !== goal).map((g) => [g, t(`goal_${g}`)])}
        />
        <RegionChoice />
        <label>
          {t('budget')}{' '}
          <input
            type="number"
            min="0"
            step="10000"
            class="short-field"
            value={budget ?? ''}
            onChange={(event) => go({ budget: event.currentTarget.value || undefined })}
          />
        </label>
        <label>
          <input
            type="checkbox"
            checked={sure !== undefined}
            onChange={(event) => go({ sure: event.currentTarget.checked ? 'yes' : undefined })}
          />{' '}
          {t('howSure')}
        </label>
      </p>
      <WhatIfForm names={a?.names ?? {}} />
      {fault.value && (
        <p class="warn" role="alert">
          {fault.value}
        </p>
      )}
      {busy.value && !a && <div class="skeleton" aria-busy="true" />}
      {a && (
        <div class="answer" aria-busy={busy.value}>
          {a.conflict && (
            <section class="warn">
              <h3>{t('conflict')}</h3>
              <ul>
                {a.conflict.limits.map((limit) => (
                  <li key={limit.en}>{own(limit)}</li>
                ))}
              </ul>
            </section>
          )}
          {a.plan && <Totals of={a} />}
          {a.plan && <SaveAs of={a} />}
          {a.difference && <Difference of={a} />}
          <div class="pair">
            {a.front && a.plan && <Front points={a.front} goal={goal} against={other} />}
            {a.uncertainty && <Sureness of={a.uncertainty} names={a.names} />}
          </div>
          {a.bands && <Bands before={a.bands.before} after={a.bands.after} />}
          {a.plan && <Exchanges of={a} />}
          {a.plan && <Prices of={a.plan} />}
        </div>
      )}
    </Panel>
  );
}
