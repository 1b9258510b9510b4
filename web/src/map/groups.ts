import { signal } from '@preact/signals';

/** Colours of companies while a view groups them, by company id; the map shows them instead of sectors, the rest faint. */
export const groups = signal<ReadonlyMap<string, string> | undefined>(undefined);
