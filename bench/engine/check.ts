import { seededRandom } from '../../src/domain/index.ts';
import { type Columns, createSearch, type Lists } from '../../src/engine/index.ts';

/** Compares the open lists of streams drawn by a seed with judging all their pairs, entry by entry; `seconds` is the time of that, a stream. */
export function checkLists(columns: Columns, lists: Lists, count: number): { correct: boolean; seconds: number } {
  const search = createSearch(columns, { settled: true });
  const random = seededRandom(7);
  let correct = true;
  const from = process.cpuUsage();
  for (let i = 0; i < count; i++) {
    const output = i % 2 === 0;
    const side = output ? lists.outputs : lists.demands;
    const row = Math.floor(random() * side.open.count.length);
    if (output) search.output(row, true);
    else search.demand(row, true);
    const top = search.tops[0]!;
    if (side.open.count[row] !== Math.min(lists.top, top.count)) correct = false;
    for (let n = 0; n < side.open.count[row]!; n++) {
      const at = row * lists.width + n;
      const same =
        side.open.partner[at] === top.partnerAt(n) &&
        side.open.score[at] === top.scoreAt(n) &&
        side.open.way[at] === top.wayAt(n);
      if (!same) correct = false;
    }
  }
  const { user, system } = process.cpuUsage(from);
  return { correct, seconds: (user + system) / 1e6 / count };
}
