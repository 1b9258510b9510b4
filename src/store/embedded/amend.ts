import { compareIds, type Match, type Run, SymbionError } from '../../domain/index.ts';
import { canonicalJson } from '../content.ts';
import { byOutput } from '../ranked/by-output.ts';
import { RECORD } from '../ranked/list-codec.ts';
import type { Connection } from './database.ts';
import { currentRun, ListWriter, makeCurrent, nextPlace, setCurrent } from './publish.ts';
import { numbersIn } from './run-lists.ts';
import type { Writer } from './writer.ts';

/** Writes the lists of some outputs and, in the same transaction, a run that has all others from the current one, `from`. */
export function amend(
  writer: Writer,
  run: Run,
  from: string,
  outputs: readonly string[],
  matches: Iterable<Match>,
): Promise<void> {
  return writer.write(async (db, breath) => {
    if (currentRun(db) !== from) throw notCurrent(from);
    if (makeCurrent(db, run.id)) return;
    const stored = db.get<{ matches: number; lists: Uint8Array }>('SELECT matches, lists FROM run WHERE id = ?', from)!;
    const lists: Match[][] = [];
    for await (const list of byOutput(matches)) lists.push(list);
    const writing = new ListWriter();
    await writing.write(db, lists, breath);
    const fresh = new Map(writing.kept.map(({ output, list }) => [output, list]));
    const old = numbersIn(stored.lists);
    const known = knownLists(db, outputs, old);
    const kept = replaced(db, old, known, fresh);
    const lost = [...known.keys()].reduce((sum, place) => sum + entriesOf(db, old[place]!), 0);
    const won = lists.reduce((sum, list) => sum + list.length, 0);
    const count = stored.matches - lost + won;
    const bytes = new Uint8Array(kept.buffer, kept.byteOffset, kept.byteLength);
    db.run('INSERT INTO run VALUES (?, ?, ?, ?, ?)', run.id, nextPlace(db), canonicalJson(run), count, bytes);
    setCurrent(db, run.id);
  });
}

/** Places of the lists that the run has of these outputs, with the output. */
function knownLists(db: Connection, outputs: readonly string[], lists: Uint32Array): ReadonlyMap<number, string> {
  const of = new Map<number, string>();
  let last = 0;
  for (const output of outputs)
    for (const { n } of db.all<{ n: number }>(
      'SELECT n FROM list WHERE output = (SELECT n FROM name WHERE text = ?)',
      output,
    )) {
      of.set(n, output);
      last = Math.max(last, n);
    }
  // a look-up of every list of a country must be one load
  const mine = new Uint8Array(last + 1);
  for (const n of of.keys()) mine[n] = 1;
  const known = new Map<number, string>();
  for (let place = 0; place < lists.length; place++)
    if (mine[lists[place]!] === 1) known.set(place, of.get(lists[place]!)!);
  return known;
}

/** Numbers of lists by output id, with the known ones gone and the fresh ones at their places. */
function replaced(
  db: Connection,
  old: Uint32Array,
  known: ReadonlyMap<number, string>,
  fresh: ReadonlyMap<string, number>,
): Uint32Array {
  const had = new Set(known.values());
  const coming = [...fresh].filter(([output]) => !had.has(output)).sort(([a], [b]) => compareIds(a, b));
  const edits = [
    ...coming.map(([output, list]) => ({ place: placeFor(db, old, output), gone: 0, list })),
    ...[...known].map(([place, output]) => ({ place, gone: 1, list: fresh.get(output) })),
  ].sort((a, b) => a.place - b.place);
  const kept = new Uint32Array(old.length + coming.length);
  let [to, from] = [0, 0];
  // what lies between two edits is copied as it is: of a country's lists a change concerns some
  for (const { place, gone, list } of edits) {
    kept.set(old.subarray(from, place), to);
    to += place - from;
    from = place + gone;
    if (list !== undefined) kept[to++] = list;
  }
  kept.set(old.subarray(from), to);
  return kept.subarray(0, to + old.length - from);
}

/** Place of the first list whose output is not before this one. */
function placeFor(db: Connection, lists: Uint32Array, output: string): number {
  let [low, high] = [0, lists.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { text } = db.get<{ text: string }>(
      'SELECT text FROM name WHERE n = (SELECT output FROM list WHERE n = ?)',
      lists[middle]!,
    )!;
    if (compareIds(text, output) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function entriesOf(db: Connection, list: number): number {
  return db.get<{ bytes: number }>('SELECT length(body) AS bytes FROM list WHERE n = ?', list)!.bytes / RECORD;
}

function notCurrent(id: string): SymbionError {
  return new SymbionError('conflict', {
    ru: `Расчёт «${id}» уже не текущий.`,
    en: `The run "${id}" is not the current one any more.`,
  });
}
