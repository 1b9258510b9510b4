import { Footnote } from '../match/sources.tsx';
import { t } from '../words/index.ts';

interface Step {
  readonly name: string;
  readonly value: number;
  readonly source?: string | undefined;
  readonly footnote?: number;
}

interface WaterfallProps {
  readonly title: string;
  readonly steps: readonly Step[];
  readonly total: number;
  told(value: number): string;
  /** With its own table under it. */
  readonly table?: boolean;
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** Steps that add up to a total, each bar from where the last one ended. */
export function Waterfall({ title, steps, total, told, table = false }: WaterfallProps) {
  let sum = 0;
  const bars = steps.map((step) => {
    const from = sum;
    sum += step.value;
    return { ...step, from, to: sum };
  });
  const low = Math.min(0, ...bars.map((bar) => bar.to));
  const high = Math.max(0, total, ...bars.map((bar) => bar.to));
  const span = high - low || 1;
  const x = (value: number) => (value - low) / span;
  const bar = (from: number, to: number) => ({
    left: percent(Math.min(x(from), x(to))),
    width: percent(Math.abs(x(to) - x(from))),
  });
  return (
    <>
      <figure class="waterfall" aria-label={title}>
        {bars.map((step) => (
          <div key={step.name} class="step">
            <span class="name">
              {step.name}
              {step.footnote !== undefined && <Footnote number={step.footnote} source={step.source} />}
            </span>
            <span class="track">
              <i class={step.value < 0 ? 'minus' : 'plus'} style={bar(step.from, step.to)} />
            </span>
            <span class="num">{told(step.value)}</span>
          </div>
        ))}
        <div class="step total">
          <span class="name">{t('net')}</span>
          <span class="track">
            <i style={bar(0, total)} />
          </span>
          <span class="num">{told(total)}</span>
        </div>
      </figure>
      {table && (
        <details>
          <summary>{t('table')}</summary>
          <table>
            <tbody>
              {steps.map((step) => (
                <tr key={step.name}>
                  <th scope="row">{step.name}</th>
                  <td class="num">{told(step.value)}</td>
                  <td>
                    <cite>{step.source}</cite>
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t('net')}</th>
                <td class="num">{told(total)}</td>
                <td />
              </tr>
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
