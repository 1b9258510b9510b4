import { type Columns, openColumns } from '../columns/columns.ts';
import { IdTable } from '../columns/id-table.ts';
import { createBuffer } from '../columns/memory.ts';
import type { Context } from '../problem/context.ts';
import { createLists, type Lists } from '../search/lists.ts';
import { Live } from './live.ts';

const NUMBERED = ['companies', 'activities', 'countries', 'parameters'] as const;
/** Parts names; no text has it. */
const BETWEEN = '\0';

/** What columns and lists are made of, in buffers that are kept as they are: `openLive` gives the same without computing. */
export function partsOf(
  context: Context,
  columns: Columns,
  { buffer }: Pick<Lists, 'buffer'>,
  { outputs, demands }: { readonly outputs: IdTable; readonly demands: IdTable },
): ReadonlyMap<string, Uint8Array> {
  const texts = NUMBERED.map((name) => context[name].texts);
  return new Map([
    ['texts', new TextEncoder().encode(JSON.stringify(texts.map((some) => [some.length, some.join(BETWEEN)])))],
    ['outputs', outputs.bytes],
    ['outputEnds', bytesOf(outputs.ends)],
    ['demands', demands.bytes],
    ['demandEnds', bytesOf(demands.ends)],
    ['columns', bytesOf(columns.points)],
    ['lists', new Uint8Array(buffer)],
  ]);
}

/** All of the buffer that a column lies in. */
function bytesOf({ buffer }: Columns['points'] | Uint32Array): Uint8Array {
  return new Uint8Array(buffer);
}

/** The buffer that a part is read into: columns stand where the search's kernel can work in them. */
export function bufferOfPart(name: string, bytes: number): SharedArrayBuffer {
  return name === 'columns' ? createBuffer(bytes) : new SharedArrayBuffer(bytes);
}

/**
 * Live columns and lists from the parts that were kept, over these very buffers. Throws `input` where the columns are not of this version.
 * @param context fresh: it takes over the numbers that the columns were built with
 */
export function openLive(context: Context, parts: ReadonlyMap<string, SharedArrayBuffer>): Live {
  const text = new TextDecoder().decode(new Uint8Array(parts.get('texts')!).slice());
  // counted, for one empty text is joined to the same as none
  const numbered = (JSON.parse(text) as [number, string][]).map(([count, some]) =>
    count === 0 ? [] : some.split(BETWEEN),
  );
  NUMBERED.forEach((name, i) => {
    for (const one of numbered[i]!) context[name].of(one);
  });
  const ids = (bytes: string, ends: string) =>
    new IdTable(new Uint8Array(parts.get(bytes)!), new Uint32Array(parts.get(ends)!));
  const { columns } = openColumns(parts.get('columns')!);
  return new Live(context, columns, createLists(columns, parts.get('lists')!), {
    outputs: ids('outputs', 'outputEnds'),
    demands: ids('demands', 'demandEnds'),
  });
}
