/** Bytes looked at to tell an encoding, from the first one that is not ASCII. */
const SAMPLE = 64 * 1024;

/** What cannot be text: the message says which. */
export class NotText extends Error {
  readonly reason: 'binary' | 'mixed';

  constructor(reason: 'binary' | 'mixed') {
    super(reason);
    this.name = 'NotText';
    this.reason = reason;
  }
}

/**
 * Decodes a stream of bytes: UTF-8 or UTF-16 by its mark, UTF-8 when valid, else Windows-1251. As long as all is ASCII nothing has to be decided, so a
 * single Russian name far down the file is enough. Throws `NotText` for zero bytes and for UTF-8 that breaks off later.
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let held: Uint8Array = new Uint8Array();
  let atStart = true;
  for await (const chunk of chunks) {
    if (decoder) {
      yield decode(decoder, chunk);
      continue;
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (atStart && held.length < 4) continue;
    const decided = atStart ? markOf(held) : undefined;
    atStart = false;
    const ascii = decided ? 0 : asciiLength(held);
    if (ascii > 0) yield Buffer.from(held.buffer, held.byteOffset, ascii).toString('latin1');
    held = held.subarray(ascii);
    if (!decided && held.length < SAMPLE) continue;
    decoder = new TextDecoder(decided ?? guess(held, true), { fatal: true });
    yield decode(decoder, held);
    held = new Uint8Array();
  }
  decoder ??= new TextDecoder((atStart ? markOf(held) : undefined) ?? guess(held, false), { fatal: true });
  yield decode(decoder, held) + decode(decoder);
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  if (bytes && decoder.encoding !== 'utf-16le' && decoder.encoding !== 'utf-16be' && bytes.includes(0))
    throw new NotText('binary');
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw new NotText('mixed');
  }
}

function markOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

function asciiLength(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! >= 0x80) return i;
    if (bytes[i] === 0) throw new NotText('binary');
  }
  return bytes.length;
}

/** `cut`: the bytes may end inside a letter. Throws `NotText` when most letters are good UTF-8 and some are not: two files in one. */
function guess(bytes: Uint8Array, cut: boolean): 'utf-8' | 'windows-1251' {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return 'utf-8';
  } catch {
    if (shareOfRussianUtf8(bytes) > 0.5) throw new NotText('mixed');
    return 'windows-1251';
  }
}

/** How much of what is not ASCII stands in pairs D0/D1 + 80-BF, as all Russian letters do in UTF-8 and few in Windows-1251. */
function shareOfRussianUtf8(bytes: Uint8Array): number {
  let high = 0;
  let paired = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    high++;
    const next = bytes[i + 1] ?? 0;
    if ((bytes[i] !== 0xd0 && bytes[i] !== 0xd1) || next < 0x80 || next > 0xbf) continue;
    high++;
    paired += 2;
    i++;
  }
  return high === 0 ? 0 : paired / high;
}
