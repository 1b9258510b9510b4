import { useSignal } from '@preact/signals';
import type { PlanAnswer } from '../state/api.ts';
import { t } from '../words/index.ts';
import type { Goal } from './question.ts';
import { tellWorth } from './worth.ts';

interface FrontProps {
  readonly points: NonNullable<PlanAnswer['front']>;
  readonly goal: Goal;
  readonly against: Goal;
}

const [WIDTH, HEIGHT, LEFT, BELOW, ABOVE, RIGHT] = [440, 250, 84, 44, 28, 24];

/** The Pareto front: plans of which none is better in both goals. */
export function Front({ points, goal, against }: FrontProps) {
  const chosen = useSignal(0);
  const x = scale(
    points.map((p) => p.totals[against]),
    LEFT,
    WIDTH - RIGHT,
  );
  const y = scale(
    points.map((p) => p.totals[goal]),
    HEIGHT - BELOW,
    ABOVE,
  );
  const at = points[Math.min(chosen.value, points.length - 1)]!;
  const line = points.map((p) => `${x.of(p.totals[against])},${y.of(p.totals[goal])}`).join(' ');
  return (
    <section class="front">
      <h3>{t('frontTitle')}</h3>
      <p class="quiet">{t('frontTells')}</p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('frontTitle')}>
        <line x1={LEFT} x2={WIDTH - RIGHT} y1={HEIGHT - BELOW} y2={HEIGHT - BELOW} />
        <line x1={LEFT} x2={LEFT} y1={ABOVE} y2={HEIGHT - BELOW} />
        <polyline points={line} />
        {points.map((p, i) => (
          <circle
            key={line + String(i)}
            class={p === at ? 'chosen' : undefined}
            cx={x.of(p.totals[against])}
            cy={y.of(p.totals[goal])}
            r={p === at ? 7 : 4.5}
          />
        ))}
        {ends(y).map((value) => (
          <text key={value} x={LEFT - 6} y={y.of(value) + 4} text-anchor="end">
            {tellWorth(goal, value)}
          </text>
        ))}
        {ends(x).map((value, i) => (
          <text key={value} x={x.of(value)} y={HEIGHT - BELOW + 16} text-anchor={i === 0 ? 'start' : 'end'}>
            {tellWorth(against, value)}
          </text>
        ))}
        <text x={WIDTH - RIGHT} y={HEIGHT - 8} text-anchor="end" class="strong">
          {t(`goal_${against}`)} →
        </text>
        <text x={LEFT - 6} y={12} class="strong">
          ↑ {t(`goal_${goal}`)}
        </text>
      </svg>
      <input
        type="range"
        min="0"
        max={points.length - 1}
        value={chosen.value}
        aria-label={t('frontTitle')}
        aria-valuetext={`${tellWorth(goal, at.totals[goal])}, ${tellWorth(against, at.totals[against])}`}
        onInput={(event) => {
          chosen.value = Number(event.currentTarget.value);
        }}
      />
      <p class="nums">
        {tellWorth(goal, at.totals[goal])} · {tellWorth(against, at.totals[against])} · {t('exchanges')}: {at.exchanges}
      </p>
      <details>
        <summary>{t('table')}</summary>
        <table>
          <thead>
            <tr>
              <th class="num">{t(`goal_${goal}`)}</th>
              <th class="num">{t(`goal_${against}`)}</th>
              <th class="num">{t('exchanges')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((p) => (
              <tr key={`${p.totals[goal]} ${p.totals[against]}`}>
                <td class="num">{tellWorth(goal, p.totals[goal])}</td>
                <td class="num">{tellWorth(against, p.totals[against])}</td>
                <td class="num">{p.exchanges}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function scale(values: readonly number[], from: number, to: number) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { low, high, of: (value: number) => from + ((value - low) / (high - low || 1)) * (to - from) };
}

/** Both ends of an axis; one where one plan is best in both goals. */
const ends = ({ low, high }: { readonly low: number; readonly high: number }) => (low === high ? [low] : [low, high]);
