import { type FileHandle, open, rename } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { type Bilingual, SymbionError } from '../../domain/index.ts';

/** `SYMW`, little-endian, then the format: raised whenever it changes. */
const MAGIC = 0x574d5953;
const FORMAT = 2;
/** Magic, format, bytes of the directory, its checksum, bytes of the whole (two words). */
const HEADER = 24;
/** Read, written and summed at once; such a piece that is all zero takes no room in the file, nor in memory. */
const PIECE = 4 * 2 ** 20;
const ZERO = Buffer.alloc(PIECE);
/** Pieces read side by side: while one is summed, others are on their way. */
const LANES = 3;

interface Piece {
  /** Number of the piece in its part. */
  readonly n: number;
  /** CRC-32. */
  readonly sum: number;
}

interface Part {
  readonly name: string;
  readonly bytes: number;
  /** Those that are not all zero. */
  readonly pieces: readonly Piece[];
}

interface Directory {
  readonly of: unknown;
  readonly parts: readonly Part[];
}

/** Writes large buffers, and what they are of (JSON), as one file that is there whole or not at all. The buffers must not change until it is done. */
export async function writeParts(file: string, of: unknown, parts: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const described: Part[] = [];
  for (const [name, bytes] of parts) described.push(await describe(name, bytes));
  const directory = Buffer.from(JSON.stringify({ of, parts: described } satisfies Directory));
  const size = described.reduce((end, part) => end + lengthOf(part), HEADER + directory.length);
  const header = Uint32Array.of(
    MAGIC,
    FORMAT,
    directory.length,
    crc32(directory),
    size % 2 ** 32,
    Math.floor(size / 2 ** 32),
  );
  // always the same name, so that a crash leaves one such file at most; what two processes wrote at once is found to be damaged
  const begun = `${file}.begun`;
  const handle = await open(begun, 'w');
  try {
    await handle.writev([new Uint8Array(header.buffer), directory]);
    for (const { name, pieces } of described)
      for (const { n } of pieces) await writeWhole(handle, pieceOf(parts.get(name)!, n));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(begun, file);
}

/** Makes the buffer that a part of so many bytes is read into. */
export type MakeBuffer = (name: string, bytes: number) => SharedArrayBuffer;
const plainBuffer: MakeBuffer = (_, bytes) => new SharedArrayBuffer(bytes);

/** A file that `writeParts` wrote; each part is read when it is asked for. */
export class PartsFile {
  readonly #handle: FileHandle;
  readonly #parts = new Map<string, { readonly part: Part; readonly at: number }>();
  /** What the parts are of. */
  readonly of: unknown;

  private constructor(handle: FileHandle, { of, parts }: Directory, begin: number) {
    this.#handle = handle;
    this.of = of;
    let at = begin;
    for (const part of parts) {
      this.#parts.set(part.name, { part, at });
      at += lengthOf(part);
    }
  }

  /** Undefined when there is no such file. Throws `input` for one that is foreign, of another version, truncated, or damaged in its directory. */
  static async open(file: string): Promise<PartsFile | undefined> {
    const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!handle) return undefined;
    try {
      const { directory, begin } = await readDirectory(handle);
      return new PartsFile(handle, directory, begin);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  get names(): readonly string[] {
    return [...this.#parts.keys()];
  }

  /** A part, read to where it stays: a buffer of its length that the caller may make. Throws `input` when it is damaged or not there. */
  async read(name: string, makeBuffer?: MakeBuffer): Promise<SharedArrayBuffer> {
    return (await this.readSpan(name, 0, this.#partOf(name).part.bytes, makeBuffer)).buffer;
  }

  /** Bytes `[from, to)` of a part, for which only the pieces are read that they lie in. */
  async readSpan(
    name: string,
    from: number,
    to: number,
    makeBuffer = plainBuffer,
  ): Promise<Uint8Array<SharedArrayBuffer>> {
    const { part, at } = this.#partOf(name);
    const first = Math.floor(from / PIECE);
    const buffer = makeBuffer(name, Math.min(part.bytes, Math.ceil(to / PIECE) * PIECE) - first * PIECE);
    const whole = new Uint8Array(buffer);
    let place = part.pieces.findIndex(({ n }) => n >= first);
    const end = part.pieces.findLastIndex(({ n }) => n * PIECE < to);
    if (place < 0) place = part.pieces.length;
    const lane = async () => {
      while (place <= end) {
        const own = place++;
        const { n, sum } = part.pieces[own]!;
        const some = pieceOf(whole, n - first);
        await readWhole(this.#handle, some, at + own * PIECE);
        if (crc32(some) !== sum) throw unfit({ ru: 'повреждены', en: 'damaged' });
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return whole.subarray(from - first * PIECE, to - first * PIECE);
  }

  #partOf(name: string): { readonly part: Part; readonly at: number } {
    const found = this.#parts.get(name);
    if (!found) throw unfit({ ru: `нет части «${name}»`, en: `there is no part "${name}"` });
    return found;
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

async function readDirectory(handle: FileHandle): Promise<{ directory: Directory; begin: number }> {
  const { size } = await handle.stat();
  const header = new Uint8Array(HEADER);
  if (size < HEADER) throw unfit({ ru: 'файл слишком короткий', en: 'too short' });
  await readWhole(handle, header, 0);
  const [magic, format, length, sum, low, high] = new Uint32Array(header.buffer) as unknown as number[];
  if (magic !== MAGIC) throw unfit({ ru: 'это не файл столбцов', en: 'not a file of columns' });
  if (format !== FORMAT) throw unfit({ ru: `нужен формат ${FORMAT}`, en: `format ${FORMAT} wanted` });
  if (high! * 2 ** 32 + low! !== size || HEADER + length! > size) throw unfit({ ru: 'файл обрезан', en: 'truncated' });
  const bytes = new Uint8Array(length!);
  await readWhole(handle, bytes, HEADER);
  if (crc32(bytes) !== sum) throw unfit({ ru: 'повреждены', en: 'damaged' });
  return { directory: JSON.parse(new TextDecoder().decode(bytes)), begin: HEADER + length! };
}

/** A piece after another, so that others have their turn between. */
async function describe(name: string, bytes: Uint8Array): Promise<Part> {
  const pieces: Piece[] = [];
  for (let n = 0; n * PIECE < bytes.length; n++) {
    const some = pieceOf(bytes, n);
    if (ZERO.compare(some, 0, some.length, 0, some.length) !== 0) pieces.push({ n, sum: crc32(some) });
    await new Promise(setImmediate);
  }
  return { name, bytes: bytes.length, pieces };
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done)).bytesWritten;
}

async function readWhole(handle: FileHandle, into: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < into.length; ) {
    const { bytesRead } = await handle.read(into, done, into.length - done, at + done);
    if (bytesRead === 0) throw unfit({ ru: 'файл обрезан', en: 'truncated' });
    done += bytesRead;
  }
}

function pieceOf(bytes: Uint8Array, n: number): Uint8Array {
  return bytes.subarray(n * PIECE, (n + 1) * PIECE);
}

/** Only the last piece may be shorter than the others. */
function lengthOf({ pieces, bytes }: Part): number {
  return pieces.reduce((sum, { n }) => sum + Math.min(PIECE, bytes - n * PIECE), 0);
}

/** An error of what was kept. */
export function unfit(why: Bilingual): SymbionError {
  return new SymbionError('input', {
    ru: `Сохранённые столбцы не годятся: ${why.ru}. Они будут построены заново.`,
    en: `The columns kept cannot be used: ${why.en}. They will be built anew.`,
  });
}
