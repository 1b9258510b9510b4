import type { Match } from '../../domain/index.ts';
import type { SideRegions } from '../port.ts';
import { AT, encodeList, RECORD } from './list-codec.ts';
import type { ReadList } from './read-list.ts';
import { withRegions } from './side-regions.ts';
import { TextNumbers } from './text-numbers.ts';

const NUMBERED = [
  AT.demand,
  AT.outputCompany,
  AT.demandCompany,
  AT.outputRegion,
  AT.demandRegion,
  AT.use,
  AT.material,
  AT.product,
];

/** Where lists are packed, one after another: most are known already, and need not be kept. */
let room = Buffer.alloc(2 ** 16);
let recordsRoom = Buffer.alloc(2 ** 14);
const numbers = new TextNumbers();
const numberOf = (text: string) => numbers.of(text);

/**
 * A ranked list that needs no house to be read: u32 how many texts, each as u32 bytes and UTF-8, the output first; then the records of list-codec.ts,
 * whose numbers count these texts from 1. Equal lists give equal bytes, so their hash may name them.
 * @param list matches of one output by demand id
 * @returns bytes that hold good until the next list is packed
 */
export function packList(list: readonly Match[], regions: SideRegions): Uint8Array {
  numbers.clear();
  const size = list.length * RECORD;
  if (recordsRoom.length < size) recordsRoom = Buffer.alloc(2 * size);
  const records = encodeList(list, withRegions(numberOf, regions), recordsRoom.subarray(0, size));
  const length = 4 + numbers.bytes + size;
  if (room.length < length) room = Buffer.alloc(2 * length);
  const at = numbers.write(room, room.writeUInt32LE(numbers.count, 0));
  room.set(records, at);
  return room.subarray(0, at + size);
}

/** A packed list taken apart. */
export function unpackList(packed: Uint8Array): ReadList {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.length);
  const texts = [''];
  let at = 4;
  for (let left = bytes.readUInt32LE(0); left > 0; left--) {
    const end = at + 4 + bytes.readUInt32LE(at);
    texts.push(bytes.toString('utf8', at + 4, end));
    at = end;
  }
  const records = bytes.subarray(at);
  return { output: texts[1]!, text: (n) => texts[n]!, records, length: records.length / RECORD };
}

/** The records with other numbers for the same texts. */
export function renumber({ records, text, length }: ReadList, numberOf: (text: string) => number): Uint8Array {
  const bytes = new Uint8Array(records);
  const view = new DataView(bytes.buffer);
  const known: number[] = [0];
  for (let k = 0; k < length; k++)
    for (const column of NUMBERED) {
      const at = k * RECORD + column;
      const n = view.getUint32(at, true);
      known[n] ??= numberOf(text(n));
      view.setUint32(at, known[n], true);
    }
  return bytes;
}
