import { type Signal, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { ask, type Found, query } from '../state/api.ts';
import { keep } from '../state/region.ts';
import { own } from '../words/index.ts';

interface PickFactProps {
  readonly label: string;
  readonly kind: 'material' | 'process';
  /** Id of the fact that was picked; empty while there is none. */
  readonly value: Signal<string>;
}

/** A fact of the knowledge base, found by words. */
export function PickFact({ label, kind, value }: PickFactProps) {
  const offers = useSignal<readonly { readonly id: string; readonly name: string }[]>([]);
  const list = useId();
  const find = async (text: string) => {
    value.value = offers.value.find((offer) => offer.name === text)?.id ?? '';
    if (value.value || text.trim().length < 2) return;
    const found = await keep(() => ask<{ rows: Found[] }>(`/knowledge${query({ text, limit: 50 })}`));
    offers.value = (found?.rows ?? [])
      .filter((row) => row.kind === kind)
      .map(({ id, name }) => ({ id, name: own(name) }));
    value.value = offers.value.find((offer) => offer.name === text)?.id ?? '';
  };
  return (
    <label>
      {label}
      <input list={list} autocomplete="off" onInput={(event) => void find(event.currentTarget.value)} />
      <datalist id={list}>
        {offers.value.map((offer) => (
          <option key={offer.id} value={offer.name} />
        ))}
      </datalist>
    </label>
  );
}
