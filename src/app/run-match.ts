import { createHash } from 'node:crypto';
import type { KnowledgeBase, Match, Run, Settings } from '../domain/index.ts';
import { ENGINE_VERSION, type Lists, listMatches, type Problem } from '../engine/index.ts';
import type { JobContext } from '../jobs/port.ts';
import type { Store } from '../store/port.ts';
import { drawPictures, PICTURE } from './picture.ts';
import { openRegion, type Region } from './region.ts';

/** Computes the ranked lists of a problem, on as many threads as the house gives. */
export type ComputeLists = (
  problem: Problem,
  options: { onProgress(done: number, total: number): void; signal: AbortSignal },
) => Promise<Lists>;

export interface RunMatchDeps {
  readonly store: Store;
  readonly knowledge: KnowledgeBase;
  readonly computeLists: ComputeLists;
  now(): Date;
}

/** Handler of the job `match-region`: snapshot -> lists -> a published run. Does nothing when this very run is current already. */
export async function runMatch(
  deps: RunMatchDeps,
  settings: Settings,
  context: JobContext,
): Promise<{ runId: string }> {
  const { store, knowledge } = deps;
  const hash = await store.snapshotHash();
  const id = runId(hash, knowledge.version, settings);
  const current = await store.findRun();
  if (current?.id === id) return { runId: id };

  context.progress({ done: 0, total: 1, what: 'snapshot' });
  const region = openRegion(await store.loadSnapshot(), knowledge, settings);
  context.signal.throwIfAborted();
  const problem = region.problem();
  const lists = await deps.computeLists(problem, {
    signal: context.signal,
    onProgress: (done, total) => context.progress({ done, total, what: 'match' }),
  });
  context.signal.throwIfAborted();
  const matches = [...listMatches(problem, lists)];
  const run: Run = {
    id,
    snapshot: hash,
    knowledge: knowledge.version,
    engine: ENGINE_VERSION,
    settings,
    createdAt: deps.now().toISOString(),
    counts: countRun(region, matches),
  };
  const ratios = new Map(knowledge.uses.map((use) => [use.id, use.ratio]));
  const pictures = drawPictures(region, matches, (use) => ratios.get(use) ?? 1);
  for (const [key, picture] of pictures) await store.putResult(id, PICTURE, key, picture);
  await store.publishRun(run, matches, (done) => context.progress({ done, total: matches.length, what: 'publish' }));
  return { runId: id };
}

/** A run is addressed by what decides it: data, knowledge, engine and settings. */
export function runId(snapshot: string, knowledge: string, settings: Settings): string {
  const content = JSON.stringify([snapshot, knowledge, ENGINE_VERSION, sortKeys(settings)]);
  return createHash('sha256').update(content).digest('hex').slice(0, 24);
}

function sortKeys(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sortKeys);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}

function countRun(region: Region, matches: readonly Match[]): Run['counts'] {
  const outputs = region.snapshot.flows.filter((flow) => flow.direction === 'output').length;
  const hints = matches.filter((m) => m.basis === 'code similarity' || m.basis === 'text similarity').length;
  const blocked = matches.filter((m) => m.regime === 'blocked').length;
  return {
    companies: region.snapshot.companies.length,
    outputs,
    demands: region.snapshot.flows.length - outputs,
    matches: matches.length - blocked - hints,
    blocked,
    hints,
  };
}
