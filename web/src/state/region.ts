import { computed, effect, signal } from '@preact/signals';
import { lang } from '../words/index.ts';
import { address, type Key } from './address.ts';
import { ApiProblem, ask, type MatchView, offline, type Picture, query, type SiteView } from './api.ts';

/** A fault that nobody expected, told once at the foot of the page. */
export const problem = signal<string | undefined>(undefined);
export const matches = signal<readonly MatchView[]>([]);
export const loading = signal(true);
/** More matches follow those loaded. */
export const more = signal(false);
export const noRun = signal(false);
export const picture = signal<Picture | undefined>(undefined);
export const regions = signal<readonly string[]>([]);
export const sites = signal<readonly SiteView[]>([]);
/** The match under the pointer, in the list or on the map. */
export const pointed = signal<MatchView | undefined>(undefined);
/** Raised when data or run have changed. */
export const generation = signal(0);

const FILTERS = ['region', 'sort', 'minScore', 'regime', 'inferred', 'material', 'company'] as const satisfies Key[];
export const NO_FILTERS = Object.fromEntries([...FILTERS, 'text', 'flow'].map((key) => [key, undefined])) as Partial<
  Record<Key, undefined>
>;

/** Does the work; a lost connection keeps what is shown, a row that is not there gives nothing, anything else is told. */
export async function keep<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const status = error instanceof ApiProblem ? error.status : -1;
    if (status !== 0 && status !== 404) problem.value = error instanceof Error ? error.message : String(error);
    return undefined;
  }
}

const wanted = computed(() => {
  const a = address.value;
  return query({ ...Object.fromEntries(FILTERS.map((key) => [key, a[key]])), ...flowFilter(a.flow) });
});

/** `output:O1` or `demand:N1`. */
function flowFilter(flow: string | undefined): Record<string, string> {
  if (!flow) return {};
  const at = flow.indexOf(':');
  return { [flow.slice(0, at)]: flow.slice(at + 1) };
}

interface MatchPage {
  readonly rows: MatchView[];
  readonly next?: string;
}
/** After a start the index of a large run is made first: the program says that it did not answer in time, and is asked again. */
const TRIES = { most: 10, pauseMs: 2000 };
const PAGE = 200;
let next: string | undefined;
const pageOf = (after?: string) => {
  const question = wanted.value;
  return ask<MatchPage>(
    `/matches${question}${question ? '&' : '?'}${new URLSearchParams({ limit: String(PAGE), ...(after && { after }) })}`,
  );
};

let fetching = false;
export async function loadMore(): Promise<void> {
  if (next === undefined || fetching) return;
  fetching = true;
  const [after, question] = [next, wanted.value];
  const page = await keep(() => pageOf(after));
  fetching = false;
  if (!page || question !== wanted.value) return;
  next = page.next;
  more.value = next !== undefined;
  matches.value = [...matches.value, ...page.rows];
}

effect(() => {
  const question = wanted.value;
  void generation.value;
  loading.value = true;
  void askFirst().then((page) => {
    if (question !== wanted.value) return;
    loading.value = false;
    if (!page) return;
    matches.value = page.rows;
    next = page.next;
    more.value = next !== undefined;
  });
});

async function askFirst(tries = TRIES.most): Promise<MatchPage | undefined> {
  const question = wanted.value;
  try {
    const page = await pageOf();
    noRun.value = false;
    return page;
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status === 0) return undefined;
    if (error.status === 503 && tries > 1) {
      await new Promise((resolve) => setTimeout(resolve, TRIES.pauseMs));
      return question === wanted.value ? askFirst(tries - 1) : undefined;
    }
    if (error.status === 404) noRun.value = true;
    else problem.value = error.message;
    return { rows: [] };
  }
}

/** Rows that meet the words typed, found at once among what is loaded. */
export const shown = computed(() => {
  const words = (address.value.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return matches.value;
  return matches.value.filter((m) => {
    const text = textOf(m);
    return words.every((word) => text.includes(word));
  });
});

const texts = new WeakMap<MatchView, string>();
function textOf(m: MatchView): string {
  let text = texts.get(m);
  if (text === undefined) {
    const { outputCompanyName, demandCompanyName, materialName: a, productName: b } = m;
    text = [outputCompanyName, demandCompanyName, a.ru, a.en, b.ru, b.en, m.outputDescription, m.demandDescription]
      .join('\n')
      .toLowerCase();
    texts.set(m, text);
  }
  return text;
}

/** Words are looked for in the whole run, up to this many rows; beyond it one chooses a company or material from the suggestions. */
const SEARCHED = 5000;
effect(() => {
  if (address.value.text && more.value && shown.value.length < 50 && matches.value.length < SEARCHED) void loadMore();
});

effect(() => {
  const region = address.value.region;
  void generation.value;
  void keep(() => ask<Picture>(`/picture${query({ region })}`)).then((found) => {
    if (found && region === address.value.region) picture.value = found;
  });
});

effect(() => {
  void generation.value;
  void keep(() => ask<{ rows: { region: string }[] }>('/regions')).then((found) => {
    if (found) regions.value = found.rows.map((row) => row.region).sort();
  });
});

const SITES = 20_000;
/** Sites of the region, page by page; the map asks for them when it is there. */
export async function loadSites(): Promise<void> {
  const asked = generation.value;
  const rows: SiteView[] = [];
  for (let after: string | undefined; ; ) {
    const page = await keep(() => ask<{ rows: SiteView[]; next?: string }>(`/sites${query({ limit: SITES, after })}`));
    if (!page || asked !== generation.value) return;
    rows.push(...page.rows);
    after = page.next;
    if (after === undefined) break;
  }
  sites.value = rows;
}

effect(() => {
  document.documentElement.lang = lang.value;
});

/** Asks every few seconds whether the program is back, and then reads anew. */
effect(() => {
  if (!offline.value) return;
  const timer = setInterval(async () => {
    const back = await fetch('/health/live', { cache: 'no-store' }).then(
      (answer) => answer.ok && !answer.headers.has('X-Kept-Since'),
      () => false,
    );
    if (!back) return;
    offline.value = false;
    generation.value++;
  }, 3000);
  return () => clearInterval(timer);
});
