import type { Run } from '../../domain/index.ts';
import type { MovableStore } from '../moving.ts';
import type { ChangeReport, ChangeSet } from '../port.ts';
import { rankedMatches } from '../ranked/list-page.ts';
import { PlacedMatches } from '../ranked/placed-matches.ts';
import { amend, removeRuns } from './amend.ts';
import { Changes } from './changes.ts';
import { checkGraph } from './check.ts';
import { CONTENT, readContent, writeContent } from './content-note.ts';
import { CURRENT_RUN } from './current-run.ts';
import { findCompanies, findFlows, loadSnapshot } from './find.ts';
import { Graph, type Neo4jAddress } from './graph.ts';
import { HeldRuns } from './held-runs.ts';
import { showKnowledge } from './knowledge.ts';
import { Matches } from './matches.ts';
import { mend, migrate } from './migrations.ts';
import { moving } from './moving.ts';
import { networks } from './networks.ts';
import { Notes } from './notes.ts';
import { people } from './people.ts';
import { keep, publish } from './publish.ts';
import { readLists } from './read-lists.ts';
import { Runs } from './runs.ts';
import { Spool } from './spool.ts';

export { Graph, type Neo4jAddress } from './graph.ts';
export { MIGRATIONS } from './migrations.ts';

/** Rows of a change set that are decided at a time. */
const PIECE = 5000;

/**
 * The house on Neo4j 5: one writer of content at a time, readers that see committed states only, any number of processes.
 * Brings the database to the newest schema first. Throws `unavailable` with the plain reason.
 */
export async function openNeo4jStore(address: Neo4jAddress): Promise<MovableStore> {
  const graph = new Graph(address);
  try {
    await migrate(graph);
  } catch (error) {
    await graph.close();
    throw error;
  }
  const held = new HeldRuns(graph);
  const matches = new Matches(held);
  const notes = new Notes(graph);
  const runs = new Runs(graph);
  return {
    ...people(graph),
    ...networks(graph),
    ...moving(graph),

    async apply(changes, onProgress) {
      if (!isStream(changes)) return applyParts(graph, () => [changes], onProgress);
      const spool = new Spool();
      try {
        await spool.fill(changes);
        return await applyParts(graph, () => spool.parts(), onProgress);
      } finally {
        spool.close();
      }
    },

    findCompanies: (filter, limit, after) => findCompanies(graph, filter, limit, after),
    findFlows: (filter, limit, after) => findFlows(graph, filter, limit, after),
    loadSnapshot: () => loadSnapshot(graph),
    snapshotHash: async () => readContent(await notes.get(CONTENT)).sum,
    async restoreRun(run, rows, onProgress) {
      const placed = new PlacedMatches();
      await keep(graph, run, placed.take(rows), onProgress, placed);
    },

    publishRun: (run, rows, onProgress, regions) => publish(graph, run, rows, onProgress, regions),

    amendRun: (run, from, outputs, rows) => amend(graph, held, run, from, outputs, rows),
    removeRuns: (ids) => removeRuns(graph, ids),

    showKnowledge: (knowledge) => showKnowledge(graph, knowledge),

    async findRun(id) {
      const wanted = id ?? (await notes.get(CURRENT_RUN));
      return wanted === undefined ? undefined : runs.find(wanted);
    },

    listRuns: async (limit) =>
      (await graph.ask<{ body: string }>('run/list', { limit })).map(({ body }) => JSON.parse(body) as Run),

    findMatches: (runId, filter, limit, after) => matches.find(runId, filter, limit, after),

    async *readMatches(runId) {
      for await (const list of readLists(graph, runId)) yield rankedMatches(list);
    },

    check: () => checkGraph(graph),
    mend: () => mend(graph),

    close: () => graph.close(),
  };
}

function applyParts(
  graph: Graph,
  parts: () => Iterable<ChangeSet> | AsyncIterable<ChangeSet>,
  onProgress?: (rows: number) => void,
): Promise<ChangeReport> {
  return graph.write(async (tx) => {
    const [row] = await tx.run<{ value: string | null }>('meta/lock', { name: CONTENT });
    const { sum, number } = readContent(row?.value);
    const changes = new Changes(tx, sum, number + 1);
    for await (const piece of pieces(expected(changes, parts()))) {
      await changes.write(piece);
      onProgress?.(changes.rows);
    }
    const report = changes.finish();
    await tx.run('meta/set', { name: CONTENT, value: writeContent(changes.content, number + 1) });
    return report;
  });
}

/** The parts; what the first expects is looked at before it is handed on. */
async function* expected(
  changes: Changes,
  parts: Iterable<ChangeSet> | AsyncIterable<ChangeSet>,
): AsyncGenerator<ChangeSet> {
  let first = true;
  for await (const part of parts) {
    if (first) await changes.expect(part);
    first = false;
    yield part;
  }
}

const KINDS = ['companies', 'sites', 'flows', 'retireFlows', 'retireSites', 'retireCompanies'] as const;

/** The rows of all parts in their order, as many of one kind together as stand together and a piece holds. */
async function* pieces(parts: AsyncIterable<ChangeSet>): AsyncGenerator<ChangeSet> {
  let kind: (typeof KINDS)[number] = 'companies';
  let rows: unknown[] = [];
  for await (const part of parts)
    for (const next of KINDS)
      for (const row of part[next] ?? []) {
        if ((next !== kind || rows.length === PIECE) && rows.length > 0) {
          yield { [kind]: rows };
          rows = [];
        }
        kind = next;
        rows.push(row);
      }
  if (rows.length > 0) yield { [kind]: rows };
}

function isStream(changes: ChangeSet | AsyncIterable<ChangeSet>): changes is AsyncIterable<ChangeSet> {
  return Symbol.asyncIterator in changes;
}
