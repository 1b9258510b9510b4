import type { Signal } from '@preact/signals';
import { t } from '../words/index.ts';

/** Under a table that shows the first rows: a button for `step` more, while there are some. */
export function MoreRows({ of, shown, step }: { of: readonly unknown[]; shown: Signal<number>; step: number }) {
  if (of.length <= shown.value) return null;
  return (
    <button
      type="button"
      onClick={() => {
        shown.value += step;
      }}
    >
      {t('moreRows')}
    </button>
  );
}
