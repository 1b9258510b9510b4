import { hash as digest } from 'node:crypto';
import { compareIds, type Match, type Run, SymbionError } from '../../domain/index.ts';
import { canonicalJson } from '../content.ts';
import { type Graph, portions } from './graph.ts';
import { Walk } from './walk.ts';

/** A match as a list keeps it, with both regions when it was published; null = unknown. */
export type Entry = readonly [match: Match, outputRegion: string | null, demandRegion: string | null];

/** Matches of one statement. */
const BATCH = 20_000;
const RUN = 'run';

interface Kept {
  readonly output: string;
  readonly key: string;
}

/**
 * Writes the lists that are not there yet (nobody sees a list that no run names), then the run with the keys of its lists in one transaction:
 * a crash leaves the run whole or absent. After that the graph's own matches are brought to the run, for those who walk it.
 */
export async function publish(
  graph: Graph,
  run: Run,
  matches: Iterable<Match> | AsyncIterable<Match>,
  onProgress?: (done: number) => void,
): Promise<void> {
  if (await makeCurrent(graph, run.id)) return;
  const regions = new Regions(graph);
  const kept: Kept[] = [];
  let done = 0;
  let batch: Match[][] = [];
  let size = 0;
  const flush = async () => {
    const full = batch;
    done += size;
    [batch, size] = [[], 0];
    kept.push(...(await writeLists(graph, full, regions)));
    onProgress?.(done);
  };
  for await (const list of byOutput(matches)) {
    batch.push(list);
    size += list.length;
    if (size >= BATCH) await flush();
  }
  await flush();
  const lists = inOrder(kept);
  await graph.write(async (tx) => {
    await tx.run('meta/lock', { name: RUN });
    const [known] = await tx.run<{ place: number }>('run/find', { id: run.id });
    if (!known) {
      const [last] = await tx.run<{ place: number }>('run/last-place', {});
      const place = (last?.place ?? 0) + 1;
      await tx.run('run/put', {
        id: run.id,
        properties: { body: canonicalJson(run), matches: done, lists: lists.map(({ key }) => key), place },
      });
    }
    await tx.run('meta/set', { name: RUN, value: run.id });
  });
  await new Walk(graph).bringTo(run.id);
}

export async function currentRun(graph: Graph): Promise<string | undefined> {
  const [row] = await graph.ask<{ value: string }>('meta/get', { name: RUN });
  return row?.value;
}

async function makeCurrent(graph: Graph, id: string): Promise<boolean> {
  const known = await graph.write(async (tx) => {
    await tx.run('meta/lock', { name: RUN });
    const [run] = await tx.run<{ place: number }>('run/find', { id });
    if (!run) return false;
    const [last] = await tx.run<{ place: number }>('run/last-place', {});
    if (run.place < last!.place) await tx.run('run/put', { id, properties: { place: last!.place + 1 } });
    await tx.run('meta/set', { name: RUN, value: id });
    return true;
  });
  if (known) await new Walk(graph).bringTo(id);
  return known;
}

async function writeLists(graph: Graph, lists: readonly Match[][], regions: Regions): Promise<Kept[]> {
  await regions.learn(lists.flat());
  const rows = lists.map((list) => {
    list.sort((a, b) => compareIds(a.demand, b.demand));
    const { output } = list[0]!;
    const entries = list.map((match): Entry => [match, regions.ofOutput(match), regions.ofDemand(match)]);
    const body = canonicalJson(entries);
    return { output, body, key: digest('sha256', body, 'hex').slice(0, 32) };
  });
  const known = new Set(
    (await graph.ask<{ key: string }>('list/known', { keys: rows.map(({ key }) => key) })).map(({ key }) => key),
  );
  const fresh = rows.filter(({ key }) => !known.has(key));
  for (const some of portions(fresh, 2000)) await graph.tell('list/put', { rows: some });
  return rows;
}

/** Of the flow's site; of a flow that is not stored, of its company's first site. */
class Regions {
  readonly #graph: Graph;
  readonly #flows = new Map<string, string | null>();
  readonly #companies = new Map<string, string | null>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  async learn(matches: readonly Match[]): Promise<void> {
    const flows = fresh(
      matches.flatMap(({ output, demand }) => [output, demand]),
      this.#flows,
    );
    for (const ids of portions(flows, 10_000))
      for (const { id, region } of await this.#graph.ask<{ id: string; region: string | null }>('flow/regions', {
        ids,
      }))
        this.#flows.set(id, region);
    const owners = fresh(
      matches.flatMap((m) => [m.outputCompany, m.demandCompany]),
      this.#companies,
    );
    for (const ids of portions(owners, 10_000)) {
      for (const id of ids) this.#companies.set(id, null);
      for (const { id, region } of await this.#graph.ask<{ id: string; region: string | null }>('company/regions', {
        ids,
      }))
        this.#companies.set(id, region);
    }
  }

  ofOutput = ({ output, outputCompany }: Match) => this.#of(output, outputCompany);
  ofDemand = ({ demand, demandCompany }: Match) => this.#of(demand, demandCompany);

  #of(flow: string, company: string): string | null {
    return this.#flows.has(flow) ? this.#flows.get(flow)! : (this.#companies.get(company) ?? null);
  }
}

function fresh(ids: readonly string[], known: ReadonlyMap<string, unknown>): string[] {
  return [...new Set(ids)].filter((id) => !known.has(id));
}

/** Keys of the lists by output id. Throws `internal` when the matches of an output did not come together. */
function inOrder(kept: Kept[]): readonly Kept[] {
  kept.sort((a, b) => compareIds(a.output, b.output));
  const twice = kept.find((one, k) => k > 0 && kept[k - 1]!.output === one.output);
  if (!twice) return kept;
  throw new SymbionError('internal', {
    ru: `Пары выхода «${twice.output}» пришли не подряд.`,
    en: `The matches of the output "${twice.output}" did not come together.`,
  });
}

/** Groups matches into lists of one output each; they come together. */
async function* byOutput(matches: Iterable<Match> | AsyncIterable<Match>): AsyncGenerator<Match[]> {
  let list: Match[] = [];
  for await (const match of matches) {
    if (list.length > 0 && list[0]!.output !== match.output) {
      yield list;
      list = [];
    }
    list.push(match);
  }
  if (list.length > 0) yield list;
}
