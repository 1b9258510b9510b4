import type { ComponentChildren } from 'preact';
import { go, type Key, linkTo } from '../state/address.ts';

interface LinkProps {
  readonly to: Partial<Record<Key, string | undefined>>;
  readonly class?: string;
  readonly current?: boolean;
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A change of the address that can be opened in another tab, copied, and gone back from. */
export function Link({ to, class: name, current, label, children }: LinkProps) {
  return (
    <a
      class={name}
      href={linkTo(to)}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
