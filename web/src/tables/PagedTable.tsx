import { useSignal } from '@preact/signals';
import type { ComponentChild, ComponentChildren } from 'preact';
import { Panel } from '../shell/Panel.tsx';
import { PagedFoot, usePaged } from './Paged.tsx';

interface PagedTableProps<T> {
  /** Of the API's list. */
  readonly path: string;
  readonly filter: Readonly<Record<string, string | undefined>>;
  readonly title: string;
  /** What is searched for. */
  readonly search: string;
  readonly head: ComponentChildren;
  readonly row: (row: T) => ComponentChild;
}

/** A list of the API as a table in a panel, with a search above it; on a phone a card a row. */
export function PagedTable<T>({ path, filter, title, search, head, row }: PagedTableProps<T>) {
  const text = useSignal('');
  const page = usePaged<T>(path, { ...filter, text: text.value || undefined });
  return (
    <Panel title={title} wide>
      <input
        type="search"
        aria-label={search}
        placeholder={search}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
      <table class="cards">
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{page.rows.value.map(row)}</tbody>
      </table>
      <PagedFoot of={page} />
    </Panel>
  );
}
