import type { ComponentChildren } from 'preact';
import { go, NOTHING_OPEN } from '../state/address.ts';
import { t } from '../words/index.ts';

interface PanelProps {
  readonly title: string;
  readonly wide?: boolean;
  /** Covers the map. */
  readonly whole?: boolean;
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A view over the map, with its title and the way back. */
export function Panel({ title, wide, whole, tools, children }: PanelProps) {
  return (
    <article class={`panel${wide ? ' wide' : ''}${whole ? ' whole' : ''}`} aria-label={title}>
      <div class="bar-top">
        <h2>{title}</h2>
        {tools}
        <button type="button" onClick={() => go({ ...NOTHING_OPEN, view: undefined })}>
          {t('close')}
        </button>
      </div>
      {children}
    </article>
  );
}
