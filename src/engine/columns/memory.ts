import { SymbionError } from '../../domain/index.ts';

/** Bytes of a page, in which a memory grows. */
const PAGE = 65_536;
/** Pages by which a memory grows at least: growing takes 0.1 ms. */
const LEAST_PAGES = 4;
/** Bytes below which a copy costs less than growing a memory, which a search does in its own. */
const SMALL = 1 << 20;
/** Pages of a search's own memory; untouched they take nothing. */
const OWN_PAGES = 32;
/** Where it begins: the kernel takes the lowest places for unused. */
const OWN_BEGIN = 1024;
/** Pages that an address of 32 bits reaches: 4 GB. */
const MOST_PAGES = 65_536;

/** The memories that are met in this thread, by their buffers. */
const memories = new WeakMap<ArrayBufferLike, WebAssembly.Memory>();

type Numbers = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;
export interface Maker<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, at: number, length: number): T;
}

/**
 * A shared buffer that the search's kernel can work in. A kernel sees one memory only, so what it reads, and what it notes down for itself, stands in one;
 * each search has its own room at the end, by which the memory grows. A small one is plain, and a search copies it.
 */
export function createBuffer(bytes: number): SharedArrayBuffer {
  if (bytes < SMALL) return new SharedArrayBuffer(bytes);
  const pages = Math.ceil(bytes / PAGE);
  if (pages >= MOST_PAGES)
    throw new SymbionError('too-large', {
      ru: `Столбцы заняли бы ${bytes} байт, а ядру поиска доступно 4 ГБ: ищите по частям (shards).`,
      en: `The columns would take ${bytes} bytes, and the search's kernel reaches 4 GB: search in shards.`,
    });
  return bufferOf(new WebAssembly.Memory({ initial: pages, maximum: MOST_PAGES, shared: true }));
}

/** The buffer of a memory that another thread has made. */
export function bufferOf(memory: WebAssembly.Memory): SharedArrayBuffer {
  const buffer = memory.buffer as unknown as SharedArrayBuffer;
  memories.set(buffer, memory);
  return buffer;
}

/** The memory whose buffer it is, which threads hand on; undefined for other buffers. */
export function memoryOf(buffer: ArrayBufferLike): WebAssembly.Memory | undefined {
  return memories.get(buffer);
}

/** Room at the end of a memory, taken piece by piece and never given back. */
export class Room {
  readonly memory: WebAssembly.Memory;
  #at = 0;
  #end = 0;

  /** @param memory one of its own where none is given */
  constructor(memory?: WebAssembly.Memory) {
    this.memory = memory ?? new WebAssembly.Memory({ initial: OWN_PAGES, maximum: MOST_PAGES, shared: true });
    if (memory) return;
    this.#at = OWN_BEGIN;
    this.#end = OWN_PAGES * PAGE;
  }

  /** Place of so many zero bytes. */
  place(bytes: number): number {
    const size = Math.ceil(bytes / 16) * 16;
    if (this.#at + size > this.#end) {
      const pages = Math.max(LEAST_PAGES, Math.ceil(size / PAGE));
      this.#at = this.memory.grow(pages) * PAGE;
      this.#end = this.#at + pages * PAGE;
    }
    this.#at += size;
    return this.#at - size;
  }

  /** An array of zeros. */
  take<T extends Numbers>(Type: Maker<T>, length: number): T {
    const at = this.place(length * Type.BYTES_PER_ELEMENT);
    return new Type(bufferOf(this.memory), at, length);
  }

  /** The array, or a copy where it stands in another buffer. */
  house<T extends Numbers>(array: T): T {
    if (memories.get(array.buffer) === this.memory) return array;
    const housed = this.take(array.constructor as Maker<T>, array.length);
    housed.set(array);
    return housed;
  }
}
