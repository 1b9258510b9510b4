import { SymbionError } from '../domain/index.ts';

/** The kinds of rows that a snapshot holds. */
export type RowKind = 'company' | 'site' | 'flow';

const MASK = (1n << 128n) - 1n;

/**
 * JSON with keys in order at every level and without undefined values: equal content gives equal text in either house.
 * Throws `input` for a number that is not finite.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value)) ?? 'null';
}

function inOrder(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw notFinite(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const inner = inOrder((value as Record<string, unknown>)[key]);
    if (key !== '__proto__') ordered[key] = inner;
    // a key like others
    else Object.defineProperty(ordered, key, { value: inner, enumerable: true });
  }
  return ordered;
}

function notFinite(value: number): SymbionError {
  return new SymbionError('input', {
    ru: `Найдено ${value}, нужно конечное число.`,
    en: `Found ${value}, wanted a finite number.`,
  });
}

/** Text whose SHA-256 is the row's hash. */
export function rowContent(kind: RowKind, row: object): string {
  return `${kind}\n${canonicalJson(row)}`;
}

/**
 * Sum modulo 2^128 of the first 16 bytes (big-endian) of the rows' SHA-256: does not depend on the order of rows, and is kept up
 * to date by adding what comes and subtracting what goes. An empty store has 0.
 */
export class ContentSum {
  #sum: bigint;

  constructor(hex = '0') {
    this.#sum = BigInt(`0x${hex}`);
  }

  add(hash: Uint8Array): void {
    this.#sum = (this.#sum + toNumber(hash)) & MASK;
  }

  subtract(hash: Uint8Array): void {
    this.#sum = (this.#sum - toNumber(hash)) & MASK;
  }

  /** 32 hexadecimal digits. */
  toString(): string {
    return this.#sum.toString(16).padStart(32, '0');
  }
}

function toNumber(hash: Uint8Array): bigint {
  const view = new DataView(hash.buffer, hash.byteOffset, 16);
  return (view.getBigUint64(0) << 64n) | view.getBigUint64(8);
}
