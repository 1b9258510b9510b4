import { hash as digest } from 'node:crypto';
import { compareIds, type Match, type Run, SymbionError } from '../../domain/index.ts';
import { canonicalJson } from '../content.ts';
import type { SideRegions } from '../port.ts';
import type { Breath } from '../ranked/breath.ts';
import { sortByDemand } from '../ranked/by-demand.ts';
import { byOutput } from '../ranked/by-output.ts';
import { encodeList } from '../ranked/list-codec.ts';
import { withRegions } from '../ranked/side-regions.ts';
import type { Connection } from './database.ts';
import { Numbers } from './names.ts';
import { forgetPublishing, notePublishing } from './publishing-notes.ts';
import type { Writer } from './writer.ts';

/** Matches written in one transaction; others write between two. */
const BATCH = 20_000;

export interface Kept {
  readonly output: string;
  readonly list: number;
}

/**
 * Writes the lists that are not there yet, in transactions of their own (nobody sees a list that no run names), then the run with the
 * numbers of its lists in one: a crash leaves the run whole or absent, and the next try finds most lists written.
 */
export async function publish(
  writer: Writer,
  run: Run,
  matches: Iterable<Match> | AsyncIterable<Match>,
  onProgress?: (done: number) => void,
  regions?: SideRegions,
): Promise<void> {
  const again = await writer.write((db) => {
    if (makeCurrent(db, run.id)) return true;
    notePublishing(db, run.id);
    return false;
  });
  if (again) return;
  try {
    await publishNew(writer, run, matches, onProgress, regions);
  } finally {
    await writer.write((db) => forgetPublishing(db, run.id));
  }
}

async function publishNew(
  writer: Writer,
  run: Run,
  matches: Iterable<Match> | AsyncIterable<Match>,
  onProgress?: (done: number) => void,
  regions?: SideRegions,
): Promise<void> {
  const lists = new ListWriter(regions);
  let done = 0;
  let batch: Match[][] = [];
  let size = 0;
  const flush = async () => {
    const full = batch;
    done += size;
    [batch, size] = [[], 0];
    await writer.write((db, breath) => lists.write(db, full, breath));
    onProgress?.(done);
  };
  for await (const list of byOutput(matches)) {
    batch.push(list);
    size += list.length;
    if (size >= BATCH) await flush();
  }
  await flush();
  const kept = lists.inOrder();
  await writer.write((db) => {
    if (makeCurrent(db, run.id)) return;
    db.run('INSERT INTO run VALUES (?, ?, ?, ?, ?)', run.id, nextPlace(db), canonicalJson(run), done, kept);
    setCurrent(db, run.id);
  });
}

export class ListWriter {
  readonly #numbers = new Numbers();
  readonly #regions: SideRegions | undefined;
  readonly #kept: Kept[] = [];

  /** @param regions of both sides; by default as they are stored now */
  constructor(regions?: SideRegions) {
    this.#regions = regions;
  }

  async write(db: Connection, lists: readonly Match[][], breath: Breath): Promise<void> {
    const texts = this.#numbers.on(db);
    const numbering = this.#regions ? withRegions(texts.text, this.#regions) : texts;
    for (const list of lists) {
      const { output } = list[0]!;
      sortByDemand(list);
      const body = encodeList(list, numbering);
      this.#kept.push({ output, list: keepList(db, numbering.text(output), body) });
      if (breath.due) await breath.take();
    }
  }

  /** What was written. */
  get kept(): readonly Kept[] {
    return this.#kept;
  }

  /** Numbers of the lists by output id, 32 bits each. Throws `internal` when the matches of an output did not come together. */
  inOrder(): Uint8Array {
    const kept = this.#kept;
    if (kept.some((one, k) => k > 0 && compareIds(kept[k - 1]!.output, one.output) >= 0))
      kept.sort((a, b) => compareIds(a.output, b.output));
    const twice = kept.find((one, k) => k > 0 && kept[k - 1]!.output === one.output);
    if (twice)
      throw new SymbionError('internal', {
        ru: `Пары выхода «${twice.output}» пришли не подряд.`,
        en: `The matches of the output "${twice.output}" did not come together.`,
      });
    const bytes = new Uint8Array(kept.length * 4);
    const view = new DataView(bytes.buffer);
    kept.forEach(({ list }, k) => {
      view.setUint32(4 * k, list, true);
    });
    return bytes;
  }
}

function keepList(db: Connection, output: number, body: Uint8Array): number {
  const hash = digest('sha256', body, 'buffer').subarray(0, 16);
  const known = db.get<{ n: number }>('SELECT n FROM list WHERE output = ? AND hash = ?', output, hash);
  return (
    known?.n ?? db.run('INSERT INTO list (output, hash, body) VALUES (?, ?, ?)', output, hash, body).lastInsertRowid
  );
}

export function makeCurrent(db: Connection, id: string): boolean {
  const known = db.get<{ place: number }>('SELECT place FROM run WHERE id = ?', id);
  if (!known) return false;
  if (known.place < nextPlace(db) - 1) db.run('UPDATE run SET place = ? WHERE id = ?', nextPlace(db), id);
  setCurrent(db, id);
  return true;
}

export function currentRun(db: Connection): string | undefined {
  return db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'run'")?.value;
}

export function setCurrent(db: Connection, id: string): void {
  db.run("INSERT INTO meta VALUES ('run', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", id);
}

export function nextPlace(db: Connection): number {
  return db.get<{ place: number }>('SELECT ifnull(max(place), 0) + 1 AS place FROM run')!.place;
}
