import { t, whole } from './texts.ts';

interface Step {
  readonly name: string;
  readonly value: number;
}

const WIDTH = 520;
const LINE = 22;

/** Steps that add up to a total, each bar from where the last one ended; beside it the same numbers as a table when asked for. */
export function Waterfall({ steps, total, table = false }: { steps: readonly Step[]; total: number; table?: boolean }) {
  let sum = 0;
  const bars = steps.map((step) => {
    const from = sum;
    sum += step.value;
    return { ...step, from, to: sum };
  });
  const low = Math.min(0, ...bars.map((bar) => bar.to));
  const high = Math.max(0, total, ...bars.map((bar) => bar.to));
  const x = (value: number) => 150 + ((value - low) / (high - low || 1)) * (WIDTH - 240);
  return (
    <>
      <svg
        class="waterfall"
        viewBox={`0 0 ${WIDTH} ${(bars.length + 1) * LINE}`}
        role="img"
        aria-label={steps.map((s) => `${s.name} ${s.value}`).join(', ')}
      >
        {bars.map((bar, i) => (
          <g key={bar.name} transform={`translate(0 ${i * LINE})`}>
            <text x="142" y="15" text-anchor="end">
              {bar.name}
            </text>
            <rect
              class={bar.value < 0 ? 'minus' : 'plus'}
              x={Math.min(x(bar.from), x(bar.to))}
              y="4"
              width={Math.max(1, Math.abs(x(bar.to) - x(bar.from)))}
              height="14"
            />
            <text x={Math.max(x(bar.from), x(bar.to)) + 6} y="15">
              {whole(bar.value)}
            </text>
          </g>
        ))}
        <g transform={`translate(0 ${bars.length * LINE})`}>
          <text x="142" y="15" text-anchor="end" class="strong">
            {t('net')}
          </text>
          <rect
            class="total"
            x={Math.min(x(0), x(total))}
            y="4"
            width={Math.max(1, Math.abs(x(total) - x(0)))}
            height="14"
          />
          <text x={Math.max(x(0), x(total)) + 6} y="15" class="strong">
            {whole(total)}
          </text>
        </g>
      </svg>
      {table && (
        <details>
          <summary>{t('table')}</summary>
          <table>
            <tbody>
              {steps.map((step) => (
                <tr key={step.name}>
                  <td>{step.name}</td>
                  <td class="num">{whole(step.value)}</td>
                </tr>
              ))}
              <tr>
                <td>{t('net')}</td>
                <td class="num">{whole(total)}</td>
              </tr>
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
