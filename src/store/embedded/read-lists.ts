import { Breath } from '../ranked/breath.ts';
import { RECORD } from '../ranked/list-codec.ts';
import type { ReadList } from '../ranked/read-list.ts';
import type { Connection } from './database.ts';
import { noRun, RunLists } from './run-lists.ts';

/** Texts read at once: those of a list were mostly numbered one after another. */
const BLOCK = 1024;

/** A run's lists by output id, one at a time. Throws `not-found`, also when the run is taken out meanwhile. */
export async function* readLists(db: Connection, runId: string): AsyncGenerator<ReadList> {
  const run = db.get<{ lists: Uint8Array }>('SELECT lists FROM run WHERE id = ?', runId);
  if (!run) throw noRun(runId);
  const lists = new RunLists(runId, run.lists);
  const texts = new Texts(db);
  const text = (n: number) => texts.at(n);
  const breath = new Breath();
  for (const list of lists.numbers) {
    const { output, body } = lists.read(db, list);
    yield { output: text(output), text, records: body, length: body.length / RECORD };
    if (breath.due) await breath.take();
  }
}

/** Texts by number. All that were met are kept: a run names its flows and companies again and again, in no order. */
class Texts {
  readonly #db: Connection;
  readonly #blocks: string[][] = [];

  constructor(db: Connection) {
    this.#db = db;
  }

  at(n: number): string {
    const block = Math.floor(n / BLOCK);
    this.#blocks[block] ??= this.#read(block);
    return this.#blocks[block][n % BLOCK]!;
  }

  #read(block: number): string[] {
    const from = block * BLOCK;
    const texts = Array.from({ length: BLOCK }, () => '');
    const rows = this.#db.all<{ n: number; text: string }>(
      'SELECT n, text FROM name WHERE n BETWEEN ? AND ?',
      from,
      from + BLOCK - 1,
    );
    for (const { n, text } of rows) texts[n - from] = text;
    return texts;
  }
}
