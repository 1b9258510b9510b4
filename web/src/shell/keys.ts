import { address, chosen, go, NOTHING_OPEN } from '../state/address.ts';
import { pointed, shown } from '../state/region.ts';

/** `/` searches, arrows walk through the list, Enter opens (the row is a button), Escape closes. */
export function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  const typing = target.matches('input, select, textarea, [contenteditable]');
  if (event.key === '/' && !typing) {
    event.preventDefault();
    document.getElementById('search')?.focus();
  } else if (event.key === 'Escape') close(target);
  else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && mayWalk(target, typing)) {
    event.preventDefault();
    walk(event.key === 'ArrowDown' ? 1 : -1);
  }
}

/** From the search field down into the list, and within it; not where arrows have another meaning. */
function mayWalk(target: HTMLElement, typing: boolean): boolean {
  if (target.id === 'search') return true;
  if (typing || target.closest('.map, [role=application]')) return false;
  return target === document.body || target.closest('.list') !== null || chosen.value !== undefined;
}

function walk(step: number): void {
  const rows = shown.value;
  const from = chosen.value ?? pointed.value;
  const at = rows.findIndex((m) => m.output === from?.output && m.demand === from.demand);
  const row = rows[at + step];
  if (!row) return;
  pointed.value = row;
  if (chosen.value) go({ output: row.output, demand: row.demand }, false);
  // the row is drawn first when it was outside the window
  requestAnimationFrame(() => focusRow(row.output, row.demand, at + step));
}

function focusRow(output: string, demand: string, at: number): void {
  const find = () => document.querySelector<HTMLElement>(`.row[data-pair="${CSS.escape(`${output} ${demand}`)}"]`);
  const row = find();
  if (row) {
    row.focus();
    return;
  }
  const box = document.querySelector<HTMLElement>('.rows');
  const height = Number(box?.dataset.rowHeight ?? 0);
  box?.scrollTo({ top: Math.max(0, at * height - box.clientHeight / 2) });
  requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus()));
}

function close(target: HTMLElement): void {
  const { view, ...rest } = address.value;
  if (rest.output || rest.flow) go({ ...NOTHING_OPEN, flow: rest.output ? rest.flow : undefined });
  else if (view) go({ ...NOTHING_OPEN, view: undefined });
  else target.blur();
}
