import { computed, signal } from '@preact/signals';
import { lang } from '../words/index.ts';
import { query } from './api.ts';

/** Everything a link carries: filters, the chosen match, the view, the place on the map. */
const KEYS = [
  'view',
  'region',
  'text',
  'sort',
  'minScore',
  'regime',
  'inferred',
  'material',
  'company',
  'flow',
  'output',
  'demand',
  'fact',
  'at',
  'by',
  'steps',
  'shape',
  'item',
  'reach',
  'against',
  'budget',
  'sure',
  'off',
  'whatIf',
  'within',
  'lot',
  'pairs',
  'partners',
] as const;
export type Key = (typeof KEYS)[number];
export type Address = Partial<Record<Key, string>>;
export type View =
  | 'list'
  | 'map'
  | 'hand-in'
  | 'knowledge'
  | 'companies'
  | 'flows'
  | 'chains'
  | 'clusters'
  | 'network'
  | 'plan'
  | 'gaps'
  | 'split';

function readAddress(): Address {
  const given = new URLSearchParams(location.search);
  return Object.fromEntries(KEYS.flatMap((key) => (given.get(key) ? [[key, given.get(key)!]] : [])));
}

export const address = signal<Address>(readAddress());

/** The address with a change, as a link that another person can open. */
export function linkTo(change: Partial<Record<Key, string | undefined>>): string {
  return `${location.pathname}${query({ ...address.value, ...change, lang: lang.value })}`;
}

/** Changes the address; `remember` makes a step that Back returns from. */
export function go(change: Partial<Record<Key, string | undefined>>, remember = true): void {
  const url = linkTo(change);
  if (url === `${location.pathname}${location.search}`) return;
  if (remember) history.pushState(null, '', url);
  else history.replaceState(null, '', url);
  address.value = readAddress();
}

addEventListener('popstate', () => {
  const given = new URLSearchParams(location.search).get('lang');
  if (given === 'ru' || given === 'en') lang.value = given;
  address.value = readAddress();
});

/** What closes the match, the panel and what they were looking at. */
export const NOTHING_OPEN = {
  output: undefined,
  demand: undefined,
  fact: undefined,
  flow: undefined,
  item: undefined,
} as const;

export const view = computed<View>(() => (address.value.view as View | undefined) ?? 'list');

export const chosen = computed(() => {
  const { output, demand } = address.value;
  return output && demand ? { output, demand } : undefined;
});
