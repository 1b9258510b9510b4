import type { Explanation } from '../state/api.ts';
import { t } from '../words/index.ts';

/** Legal steps in order, each with its citation. */
export function Route({ of }: { of: Explanation }) {
  return (
    <section>
      <h3>{t('route')}</h3>
      {of.route.length === 0 ? (
        <p class="quiet">{t('noRoute')}</p>
      ) : (
        <ol class="route">
          {of.route.map((step) => (
            <li key={step.step}>
              {step.step}. <cite>{step.citation}</cite>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
