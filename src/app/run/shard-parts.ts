import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import type { Store } from '../../store/port.ts';

/** Kind of the results under which the parts of a run lie until they are merged. */
const PART = 'shard';
/** Bytes of one result: a property of a graph should not be much larger than a megabyte. */
const PIECE = 1 << 20;

const packed = promisify(deflate);
const unpacked = promisify(inflate);

/** Keeps a shard's lists beside the run to be: pieces first, then what tells how many, so that a part is whole or absent. */
export async function keepPart(store: Store, runId: string, key: string, part: Uint8Array): Promise<void> {
  const body = await packed(part, { level: 1 });
  const pieces = Math.ceil(body.byteLength / PIECE);
  for (let n = 0; n < pieces; n++) {
    const piece = body.subarray(n * PIECE, (n + 1) * PIECE).toString('base64');
    await store.putResult(runId, PART, `${key}/${n}`, piece);
  }
  await store.putResult(runId, PART, key, { pieces, bytes: part.byteLength });
}

export async function hasPart(store: Store, runId: string, key: string): Promise<boolean> {
  return (await store.findResult(runId, PART, key)) !== undefined;
}

export async function findPart(store: Store, runId: string, key: string): Promise<Uint8Array | undefined> {
  const kept = (await store.findResult(runId, PART, key)) as { pieces: number } | undefined;
  if (!kept) return undefined;
  const pieces: Buffer[] = [];
  for (let n = 0; n < kept.pieces; n++)
    pieces.push(Buffer.from((await store.findResult(runId, PART, `${key}/${n}`)) as string, 'base64'));
  return unpacked(Buffer.concat(pieces));
}

/** Runs whose parts may still lie in the store, with the time at which they were begun. */
const BEGUN = { run: 'shards', kind: 'begun', key: '' } as const;
/** No run takes so long: what was begun before was given up, ms. */
const GIVEN_UP_MS = 86_400_000;

/** Notes that parts of a run will be kept, and takes out those of runs that were given up (cancelled, failed for good). */
export async function beginParts(store: Store, runId: string, now: Date): Promise<void> {
  const begun = ((await store.findResult(BEGUN.run, BEGUN.kind, BEGUN.key)) ?? {}) as Record<string, string>;
  const oldest = new Date(now.getTime() - GIVEN_UP_MS).toISOString();
  const left: Record<string, string> = { [runId]: now.toISOString() };
  for (const [id, at] of Object.entries(begun))
    if (id !== runId && at < oldest) await store.removeResults(id, PART);
    else left[id] ??= at;
  await store.putResult(BEGUN.run, BEGUN.kind, BEGUN.key, left);
}

export async function removeParts(store: Store, runId: string): Promise<void> {
  await store.removeResults(runId, PART);
  const begun = ((await store.findResult(BEGUN.run, BEGUN.kind, BEGUN.key)) ?? {}) as Record<string, string>;
  const { [runId]: _, ...left } = begun;
  await store.putResult(BEGUN.run, BEGUN.kind, BEGUN.key, left);
}
