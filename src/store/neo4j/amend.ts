import { type Match, type Run, SymbionError } from '../../domain/index.ts';
import { byOutput } from '../ranked/by-output.ts';
import { addCurrent, currentRun, holdCurrentRun } from './current-run.ts';
import type { Graph } from './graph.ts';
import type { HeldRun, HeldRuns } from './held-runs.ts';
import { inOrder, type Kept, type Packed, pack } from './publish.ts';
import { Regions } from './regions.ts';
import { showCurrentRun, WALK } from './walk.ts';

/**
 * Writes the lists of some outputs and, in the same transaction, a run that has all others from the current one, `from`; then brings the graph's own matches
 * to it. Throws `conflict` when another run is current.
 */
export async function amend(
  graph: Graph,
  runs: HeldRuns,
  run: Run,
  from: string,
  outputs: readonly string[],
  matches: Iterable<Match>,
): Promise<void> {
  if ((await currentRun(graph)) !== from) throw notCurrent(from);
  const before = await runs.open(from);
  const lists: Match[][] = [];
  for await (const list of byOutput(matches)) lists.push(list);
  const regions = new Regions(graph);
  await regions.learn(lists.flat());
  const coming = lists.map((list) => pack(list, regions) as Packed);
  const concerned = new Set([...outputs, ...coming.map(({ output }) => output)]);
  const going = keysOf(before, concerned);
  const keys = replaced(before, concerned, coming);
  const count = matchesAfter(before, concerned, lists);
  const fresh = coming.filter(({ key }) => !going.has(key));
  await graph.write(async (tx) => {
    if ((await holdCurrentRun(tx)) !== from) throw notCurrent(from);
    if (fresh.length > 0) await tx.run('list/put', { rows: fresh });
    await addCurrent(tx, run, count, keys);
  });
  const atHand = new Map(fresh.map(({ key, packed }) => [key, new Uint8Array(packed.buffer)]));
  const stay = new Set(coming.map(({ key }) => key));
  const go = [...going].filter((key) => !stay.has(key));
  await showCurrentRun(graph, atHand, { from, to: run.id, go, come: fresh.map(({ key }) => key) });
}

/** Takes out runs that are neither current nor shown to those who walk the graph, nor have results beside them. Their lists stay: others may have them, too. */
export function removeRuns(graph: Graph, ids: readonly string[]): Promise<void> {
  return graph.write(async (tx) => {
    const current = await holdCurrentRun(tx);
    const [walk] = await tx.run<{ value: string | null }>('meta/get', { name: WALK });
    for (const id of ids)
      if (id !== current && !walk?.value?.includes(JSON.stringify(id)))
        await tx.run('run/remove', { id, results: `${JSON.stringify([id]).slice(0, -1)},` });
  });
}

function keysOf(run: HeldRun, outputs: Iterable<string>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const output of outputs) {
    const place = run.placeOf(output);
    if (place !== undefined) keys.add(run.keys[place]!);
  }
  return keys;
}

/** Names of the lists by output id, with those of the outputs concerned gone and others in their places. */
function replaced(run: HeldRun, concerned: ReadonlySet<string>, coming: readonly Packed[]): readonly string[] {
  const kept: Kept[] = [];
  run.lists.forEach(({ output }, place) => {
    if (!concerned.has(output)) kept.push({ output, key: run.keys[place]! });
  });
  return inOrder([...kept, ...coming]).map(({ key }) => key);
}

function matchesAfter(run: HeldRun, concerned: ReadonlySet<string>, lists: readonly Match[][]): number {
  let count = run.matches;
  for (const output of concerned) count -= run.matchesOf(output);
  return lists.reduce((sum, list) => sum + list.length, count);
}

function notCurrent(id: string): SymbionError {
  return new SymbionError('conflict', {
    ru: `Расчёт «${id}» уже не текущий.`,
    en: `The run "${id}" is not the current one any more.`,
  });
}
