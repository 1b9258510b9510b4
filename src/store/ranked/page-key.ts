import { hash as digest } from 'node:crypto';
import { SymbionError } from '../../domain/index.ts';
import type { MatchFilter } from '../port.ts';

/** What a page of matches begins with: a place in an output's order, or a list and a place in it. */
export interface PageKey {
  readonly place: number;
  readonly k?: number;
}

/** A page key holds good for one run, one order and, within an output, one list. */
export function sealOf(runId: string, filter: MatchFilter): string {
  const order = filter.output === undefined ? [filter.sort ?? 'score'] : [filter.sort ?? 'rank', filter.output];
  return digest('sha256', JSON.stringify([runId, ...order]), 'hex').slice(0, 12);
}

export function makeKey(seal: string, { place, k }: PageKey): string {
  return k === undefined ? `${seal}-${place}` : `${seal}-${place}-${k}`;
}

/** Throws `input` for a key with another seal. */
export function openKey(key: string, seal: string): PageKey {
  const parts = /^([0-9a-f]{12})-(\d{1,10})(?:-(\d{1,10}))?$/.exec(key);
  if (parts?.[1] !== seal) throw foreignKey();
  return { place: Number(parts[2]), ...(parts[3] !== undefined && { k: Number(parts[3]) }) };
}

export function foreignKey(): SymbionError {
  return new SymbionError('input', {
    ru: 'Ключ страницы не от этого списка.',
    en: 'The page key is not of this list.',
  });
}
