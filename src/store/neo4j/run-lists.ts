import { hash as digest } from 'node:crypto';
import type { Graph } from './graph.ts';

const BYTES = 16;

/** Name of a list: the first half of its bytes' SHA-256 in hexadecimal. */
export function keyOfList(packed: Uint8Array): string {
  return digest('sha256', packed, 'hex').slice(0, 2 * BYTES);
}

/** Keys as one property of a run: the driver sends signed bytes as bytes. */
export function joinKeys(keys: readonly string[]): Int8Array {
  return new Int8Array(Buffer.from(keys.join(''), 'hex'));
}

export function splitKeys(bytes: Int8Array): string[] {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
  return Array.from({ length: bytes.length / BYTES }, (_, k) => hex.slice(2 * BYTES * k, 2 * BYTES * (k + 1)));
}

/** Keys of a run's lists by output id, and how many matches they hold; undefined when there is no such run. */
export async function keysOfRun(
  graph: Graph,
  id: string,
): Promise<{ readonly keys: readonly string[]; readonly matches: number } | undefined> {
  const [row] = await graph.ask<{ keys: Int8Array; matches: number }>('run/keys', { id });
  return row && { keys: splitKeys(row.keys), matches: row.matches };
}
