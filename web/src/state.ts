import { computed, effect, signal } from '@preact/signals';
import { ApiProblem, ask, type MatchView, type Picture, query, type SiteView } from './api.ts';
import { lang } from './texts.ts';

/** Everything a link carries: filters, the chosen match, the view. */
export interface Address {
  region?: string;
  text?: string;
  sort?: string;
  minScore?: string;
  regime?: string;
  inferred?: string;
  material?: string;
  company?: string;
  output?: string;
  demand?: string;
  view?: string;
  fact?: string;
}

const FILTERS = ['region', 'sort', 'minScore', 'regime', 'inferred', 'material', 'company'] as const;

function readAddress(): Address {
  const { lang: _, ...values } = Object.fromEntries(new URLSearchParams(location.search));
  return values;
}

export const address = signal<Address>(readAddress());

/** Changes the address; `remember` makes a step that Back returns from. */
export function go(change: Partial<Record<keyof Address, string | undefined>>, remember = true): void {
  const next = Object.fromEntries(
    Object.entries({ ...address.value, ...change }).filter(([, value]) => value !== undefined && value !== ''),
  ) as Address;
  const url = `${location.pathname}${query({ ...next, lang: lang.value })}`;
  if (remember) history.pushState(null, '', url);
  else history.replaceState(null, '', url);
  address.value = next;
}

addEventListener('popstate', () => {
  address.value = readAddress();
});

export const offline = signal(false);
export const matches = signal<readonly MatchView[]>([]);
export const loading = signal(true);
export const picture = signal<Picture | undefined>(undefined);
export const regions = signal<readonly string[]>([]);
export const sites = signal<readonly SiteView[]>([]);
/** The match under the pointer, in the list or on the map. */
export const pointed = signal<MatchView | undefined>(undefined);
/** Raised when data or run have changed. */
export const generation = signal(0);
let next: string | undefined;

const filterQuery = computed(() => Object.fromEntries(FILTERS.map((key) => [key, address.value[key]])));

/** Rows that meet the words typed, found at once among what is loaded. */
export const shown = computed(() => {
  const words = (address.value.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return matches.value;
  return matches.value.filter((m) => {
    const text =
      `${m.outputCompanyName} ${m.demandCompanyName} ${m.materialName.ru} ${m.materialName.en} ${m.productName.ru} ${m.productName.en} ${m.outputDescription}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
});

export const chosen = computed(() => {
  const { output, demand } = address.value;
  return output && demand ? { output, demand } : undefined;
});

/** Keeps what is shown when the connection drops, and says so. */
export async function keep<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    const result = await work();
    offline.value = false;
    return result;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 0) offline.value = true;
    else if (!(error instanceof ApiProblem && error.status === 404)) throw error;
    return undefined;
  }
}

const PAGE = 200;

export async function loadMore(): Promise<void> {
  if (next === undefined) return;
  const after = next;
  const page = await keep(() =>
    ask<{ rows: MatchView[]; next?: string }>(`/matches${query({ ...filterQuery.value, limit: PAGE, after })}`),
  );
  if (!page || after !== next) return;
  next = page.next;
  matches.value = [...matches.value, ...page.rows];
}

effect(() => {
  const wanted = filterQuery.value;
  void generation.value;
  loading.value = true;
  void keep(() => ask<{ rows: MatchView[]; next?: string }>(`/matches${query({ ...wanted, limit: PAGE })}`)).then(
    (page) => {
      if (wanted !== filterQuery.value) return;
      if (page || !offline.value) matches.value = page?.rows ?? [];
      next = page?.next;
      loading.value = false;
    },
  );
});

effect(() => {
  const region = address.value.region;
  void generation.value;
  void keep(() => ask<Picture>(`/picture${query({ region })}`)).then((found) => {
    if (found) picture.value = found;
  });
});

effect(() => {
  void generation.value;
  void keep(() => ask<{ rows: { region: string }[] }>('/regions')).then((found) => {
    if (found) regions.value = found.rows.map((row) => row.region).sort();
  });
  void keep(() => ask<{ rows: SiteView[] }>('/sites?limit=100000')).then((found) => {
    if (found) sites.value = found.rows;
  });
});

effect(() => {
  document.documentElement.lang = lang.value;
});
