import { appendFile, type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Bilingual, SymbionError } from '../../domain/index.ts';
import type { Batch, Shelf, Shelved } from '../shelf.ts';

/** `SYMW`, little-endian, then the format: raised whenever it changes. */
const MAGIC = 0x574d5953;
const FORMAT = 1;
/** Magic, format, bytes of the directory, bytes of the whole (two words). */
const HEADER = 20;
/** Read and written at once; such a piece that is all zero takes no room in memory. */
const PIECE = 4 * 2 ** 20;
const ZERO = Buffer.alloc(PIECE);

interface Part {
  readonly name: string;
  readonly bytes: number;
  readonly checksum: number;
  /** Numbers of the pieces that are not all zero. */
  readonly pieces: readonly number[];
}

/** One file of buffers, and one line of JSON for each batch since in a file beside it. */
export function openShelf(folder: string): Shelf {
  const file = path.join(folder, 'run.warm');
  const notes = path.join(folder, 'run.changes');
  return {
    async keep(run, parts) {
      await mkdir(folder, { recursive: true });
      const begun = `${file}.begun`;
      await write(begun, run, parts);
      await rm(notes, { force: true });
      await rename(begun, file);
    },
    note: (batch) => appendFile(notes, `${JSON.stringify(batch)}\n`),
    async open() {
      const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      if (!handle) return undefined;
      try {
        const kept = await read(handle);
        return { ...kept, batches: await readNotes(notes, kept.run) };
      } finally {
        await handle.close();
      }
    },
  };
}

async function write(file: string, run: string, parts: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const described: Part[] = [];
  for (const [name, bytes] of parts) described.push(await describe(name, bytes));
  const directory = Buffer.from(JSON.stringify({ run, parts: described }));
  const bytes = described.reduce((sum, { pieces, bytes }) => sum + lengthOf(pieces, bytes), HEADER + directory.length);
  const header = Buffer.from(
    Uint32Array.of(MAGIC, FORMAT, directory.length, bytes % 2 ** 32, Math.floor(bytes / 2 ** 32)).buffer,
  );
  const handle = await open(file, 'w');
  try {
    await handle.writev([header, directory]);
    for (const { name, pieces } of described)
      for (const piece of pieces) await writeWhole(handle, pieceOf(parts.get(name)!, piece));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done)).bytesWritten;
}

/** A piece after another, so that others have their turn between. */
async function describe(name: string, bytes: Uint8Array): Promise<Part> {
  const pieces: number[] = [];
  const sum = new Checksum();
  for (let piece = 0; piece * PIECE < bytes.length; piece++) {
    const some = pieceOf(bytes, piece);
    if (ZERO.compare(some, 0, some.length, 0, some.length) !== 0) {
      pieces.push(piece);
      sum.add(some);
    }
    await new Promise(setImmediate);
  }
  return { name, bytes: bytes.length, checksum: sum.value, pieces };
}

async function read(handle: FileHandle): Promise<Omit<Shelved, 'batches'>> {
  const { size } = await handle.stat();
  const header = new Uint8Array(HEADER);
  if (size < HEADER) throw unfit({ ru: 'слишком короткий', en: 'too short' });
  await readWhole(handle, header, 0);
  const [magic, format, directoryBytes, low, high] = new Uint32Array(header.buffer) as unknown as number[];
  if (magic !== MAGIC) throw unfit({ ru: 'это не файл столбцов расчёта', en: 'not a file of a run’s columns' });
  if (format !== FORMAT) throw unfit({ ru: `нужен формат ${FORMAT}`, en: `format ${FORMAT} wanted` });
  if (high! * 2 ** 32 + low! !== size || HEADER + directoryBytes! > size)
    throw unfit({ ru: 'обрезан', en: 'truncated' });
  const directory = new Uint8Array(directoryBytes!);
  await readWhole(handle, directory, HEADER);
  const { run, parts } = readDirectory(directory);
  const buffers = new Map<string, SharedArrayBuffer>();
  let at = HEADER + directoryBytes!;
  for (const { name, bytes, checksum, pieces } of parts) {
    const buffer = new SharedArrayBuffer(bytes);
    const whole = new Uint8Array(buffer);
    const sum = new Checksum();
    for (const piece of pieces) {
      const some = pieceOf(whole, piece);
      await readWhole(handle, some, at);
      sum.add(some);
      at += some.length;
    }
    if (sum.value !== checksum) throw unfit({ ru: 'повреждён', en: 'damaged' });
    buffers.set(name, buffer);
  }
  return { run, parts: buffers };
}

function readDirectory(bytes: Uint8Array): { readonly run: string; readonly parts: readonly Part[] } {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw unfit({ ru: 'повреждён', en: 'damaged' });
  }
}

async function readWhole(handle: FileHandle, into: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < into.length; ) {
    const { bytesRead } = await handle.read(into, done, into.length - done, at + done);
    if (bytesRead === 0) throw unfit({ ru: 'обрезан', en: 'truncated' });
    done += bytesRead;
  }
}

async function readNotes(file: string, run: string): Promise<Batch[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  let last = run;
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const batch = readNote(line);
      if (batch.from !== last) throw unfit({ ru: 'изменения не по порядку', en: 'the changes are out of order' });
      last = batch.run;
      return batch;
    });
}

function readNote(line: string): Batch {
  try {
    return JSON.parse(line) as Batch;
  } catch {
    throw unfit({ ru: 'последнее изменение записано не целиком', en: 'the last change was not written whole' });
  }
}

function pieceOf(bytes: Uint8Array, piece: number): Uint8Array {
  return bytes.subarray(piece * PIECE, (piece + 1) * PIECE);
}

function lengthOf(pieces: readonly number[], bytes: number): number {
  return pieces.reduce((sum, piece) => sum + Math.min(PIECE, bytes - piece * PIECE), 0);
}

/** Fletcher's way over 32-bit words; the bytes after the last whole word one by one. */
class Checksum {
  #a = 1;
  #b = 0;

  add(bytes: Uint8Array): void {
    const whole = bytes.byteOffset % 4 === 0 ? bytes.length >> 2 : 0;
    const words = new Uint32Array(bytes.buffer, whole > 0 ? bytes.byteOffset : 0, whole);
    let [a, b] = [this.#a, this.#b];
    for (let i = 0; i < words.length; i++) {
      a = (a + words[i]!) | 0;
      b = (b + a) | 0;
    }
    for (let i = 4 * whole; i < bytes.length; i++) {
      a = (a + bytes[i]!) | 0;
      b = (b + a) | 0;
    }
    [this.#a, this.#b] = [a, b];
  }

  get value(): number {
    return (this.#a ^ ((this.#b << 16) | (this.#b >>> 16))) >>> 0;
  }
}

function unfit(why: Bilingual): SymbionError {
  return new SymbionError('input', {
    ru: `Сохранённые столбцы не годятся: ${why.ru}. Они будут построены заново.`,
    en: `The columns kept cannot be used: ${why.en}. They will be built anew.`,
  });
}
