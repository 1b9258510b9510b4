import { type Bilingual, SymbionError } from '../../domain/index.ts';
import { createBuffer, memoryOf } from './memory.ts';

const TYPES = {
  f64: Float64Array,
  i32: Int32Array,
  u32: Uint32Array,
  u16: Uint16Array,
  u8: Uint8Array,
} as const;

/**
 * Every column of a problem. Givers are readings of outputs, takers readings of demands, both in the order of their trees; rows are streams in
 * id order. NaN = unknown. Two columns `…From` and `…` hold lists of lists: those of n are `[From[n], From[n + 1])`.
 */
const COLUMNS = {
  /** Points of the best pair a term. Scalars: see `SCALAR`. */
  points: 'f64',
  scalars: 'f64',

  pathFit: 'f64',
  pathRatio: 'f64',
  pathTreatment: 'f64',
  pathPrice: 'f64',
  pathCarbon: 'f64',
  pathCarbonLandfilled: 'f64',
  pathProduct: 'i32',
  pathPipe: 'u8',
  /** Order of the ids of pathways, by which ties between two ways of one pair end. */
  pathOrder: 'i32',
  /** A path's row x countries: limit in road km. */
  pathReach: 'f64',
  /** A path's row x activities: 1 = a receiver. */
  pathReceivers: 'u8',
  gateFrom: 'i32',
  gateParameter: 'u16',
  gateOperator: 'u8',
  gateValue: 'f64',
  gateRefuses: 'u8',

  materialDimension: 'u8',
  materialUseClass: 'u8',
  materialEuHazardous: 'u8',
  /** Ways from a material to wanted products, and to a wanted product from materials. */
  targetFrom: 'i32',
  targetPath: 'i32',
  targetProduct: 'i32',
  sourceFrom: 'i32',
  sourcePath: 'i32',
  sourceMaterial: 'i32',
  /** Product x parameters: 1 = a missing value refuses. */
  refusing: 'u8',

  /** The rules as bits, `lawWords` words a row: a rule holds where all conditions have its bit. */
  lawMaterial: 'u32',
  lawProduct: 'u32',
  lawUseClass: 'u32',
  lawHazard: 'u32',
  lawEuHazardous: 'u32',
  lawCountry: 'u32',
  lawRefuse: 'u32',
  lawLicensed: 'u32',
  lawNote: 'u32',
  guarded: 'u8',
  /** Giver's country x taker's: 0 = nothing, 1 = to notify, 2 = consent, 3 = blocked. */
  regime: 'u8',
  /** Country x dimension x (0 = by vehicle, 1 = by pipe) x mode x (fixed, per km, per km after 100, CO2). */
  tariff: 'f64',
  detour: 'f64',

  outputFrom: 'i32',
  outputTo: 'i32',
  outputTraits: 'u32',
  outputReadingFrom: 'i32',
  outputReadingMaterial: 'i32',
  outputReadingConfidence: 'f64',
  /** Which thing of a list it is a reading of; 0 = the flow is one thing. */
  outputReadingPart: 'u8',
  outputReadingItem: 'i32',
  outputValueFrom: 'i32',
  outputValueParameter: 'u16',
  outputValueOperator: 'u8',
  outputValue: 'f64',
  /** Rows in the order of their places in the trees, so that neighbours follow each other. */
  outputVisits: 'i32',

  demandFrom: 'i32',
  demandTo: 'i32',
  demandTraits: 'u32',
  demandReadingFrom: 'i32',
  demandReadingMaterial: 'i32',
  demandReadingConfidence: 'f64',
  demandReadingItem: 'i32',
  demandValueFrom: 'i32',
  demandValueParameter: 'u16',
  demandValueOperator: 'u8',
  demandValue: 'f64',
  /** The buyer's own limits, km. */
  demandRoadKm: 'f64',
  demandPipeKm: 'f64',
  demandVisits: 'i32',

  /** Items of both sides in the order of their trees: see item.ts. */
  giverPlaces: 'f64',
  giverFacts: 'i32',
  takerPlaces: 'f64',
  takerFacts: 'i32',

  /** Groups of a material (givers) or a product (takers), and the nodes of their trees; laid out as in forest.ts. */
  giverGroupsFrom: 'i32',
  giverGroups: 'i32',
  giverNodes: 'i32',
  takerGroupsFrom: 'i32',
  takerGroups: 'i32',
  takerNodes: 'i32',
} as const satisfies Record<string, keyof typeof TYPES>;

/** Places in the column `scalars`: EUR a deal, length of lists, whether blocked pairs and hints are listed, entries found beyond that length. */
export const SCALAR = { dealEur: 0, top: 1, blocked: 2, hints: 3, reserve: 4 } as const;

type Name = keyof typeof COLUMNS;
interface Arrays {
  f64: Float64Array;
  i32: Int32Array;
  u32: Uint32Array;
  u16: Uint16Array;
  u8: Uint8Array;
}
type ArrayOf<T extends keyof typeof TYPES> = Arrays[T];

/** All that a search reads. */
export type Columns = { readonly [N in Name]: ArrayOf<(typeof COLUMNS)[N]> };

/** What the columns were made of; kept in the file's header. */
export interface Origin {
  /** Engine, knowledge, snapshot and settings in one text. */
  readonly of: string;
}

const MAGIC = 0x424d5953; // "SYMB", little-endian
/** Raised whenever the columns change: an older file is refused and made again. */
const FORMAT = 4;
/** Magic, format, bytes of the directory, checksum, bytes of the whole (two words). */
const HEADER = 32;

/** Columns of knowledge and settings, and those that are made anew with each change, do not grow in place. */
const STEADY = /^(?!output|demand|giver|taker)|Visits$|GroupsFrom$/;

/** Places of a column of this length where flows may come: a tenth is free, untouched and so without memory until then. */
export function withRoom(length: number, reserve: number): number {
  return reserve > 0 ? Math.ceil(1.1 * length) + 4096 : length;
}

interface Directory {
  readonly origin: Origin;
  readonly lengths: readonly number[];
  /** Lengths with the room for what comes later. */
  readonly rooms: readonly number[];
}

/**
 * Puts columns into one shared buffer with a header: handed to threads and saved as it is. Where lists have a reserve, for flows that will be followed, the
 * columns of streams have room at their ends, too.
 * @param spent called for each column once it is copied
 */
export function packColumns(
  columns: Columns,
  origin: Origin,
  spent: (column: Columns[Name]) => void = () => undefined,
): SharedArrayBuffer {
  const reserve = columns.scalars[SCALAR.reserve]!;
  const names = Object.keys(COLUMNS) as Name[];
  const lengths = names.map((name) => columns[name].length);
  const rooms = lengths.map((length, i) => (STEADY.test(names[i]!) ? length : withRoom(length, reserve)));
  const directory = new TextEncoder().encode(JSON.stringify({ origin, lengths, rooms } satisfies Directory));
  const begin = align(HEADER + directory.length);
  const end = rooms.reduce((end, room, i) => align(end + room * TYPES[COLUMNS[names[i]!]].BYTES_PER_ELEMENT), begin);
  const buffer = createBuffer(end);
  const size = buffer.byteLength;
  new Uint8Array(buffer).set(directory, HEADER);
  const packed = columnsAt(buffer, begin, lengths, rooms);
  for (const name of names) {
    packed[name].set(columns[name]);
    spent(columns[name]);
  }
  const header = new Uint32Array(buffer, 0, HEADER / 4);
  header.set([MAGIC, FORMAT, directory.length, checksum(buffer, size), size % 2 ** 32, Math.floor(size / 2 ** 32)]);
  return buffer;
}

/**
 * Columns over a buffer that `packColumns` made, without copying. Throws `input` for a foreign, older, truncated or damaged one.
 * @param verify reads the whole buffer once to compare its checksum; off for a buffer handed from thread to thread
 * @param room with the places for what comes later
 */
export function openColumns(
  buffer: SharedArrayBuffer,
  { verify = false, room = false } = {},
): { columns: Columns; origin: Origin } {
  if (buffer.byteLength < HEADER) throw broken({ ru: 'слишком короткий', en: 'too short' }, buffer.byteLength);
  const [magic, format, directoryBytes, sum, low, high] = new Uint32Array(buffer, 0, HEADER / 4) as unknown as number[];
  if (magic !== MAGIC) throw broken({ ru: 'это не файл столбцов', en: 'not a file of columns' }, magic!);
  if (format !== FORMAT) throw broken({ ru: `нужен формат ${FORMAT}`, en: `format ${FORMAT} wanted` }, format!);
  const size = high! * 2 ** 32 + low!;
  // a memory grows by what searches note down behind the columns
  if (memoryOf(buffer) ? size > buffer.byteLength : size !== buffer.byteLength)
    throw broken({ ru: 'обрезан', en: 'truncated' }, buffer.byteLength);
  if (verify && checksum(buffer, size) !== sum) throw broken({ ru: 'повреждён', en: 'damaged' }, sum!);
  const text = new TextDecoder().decode(new Uint8Array(buffer).slice(HEADER, HEADER + directoryBytes!));
  const { origin, lengths, rooms } = JSON.parse(text) as Directory;
  return { columns: columnsAt(buffer, align(HEADER + directoryBytes!), room ? rooms : lengths, rooms), origin };
}

function columnsAt(
  buffer: SharedArrayBuffer,
  begin: number,
  lengths: readonly number[],
  rooms: readonly number[],
): Columns {
  let at = begin;
  const columns: Record<string, unknown> = {};
  (Object.keys(COLUMNS) as Name[]).forEach((name, i) => {
    const Type = TYPES[COLUMNS[name]];
    columns[name] = new (Type as new (buffer: ArrayBufferLike, at: number, length: number) => unknown)(
      buffer,
      at,
      lengths[i]!,
    );
    at = align(at + rooms[i]! * Type.BYTES_PER_ELEMENT);
  });
  return columns as unknown as Columns;
}

/** Columns begin with a cache line, so that a place fills one and not two halves. */
const align = (size: number) => Math.ceil(size / 64) * 64;

/** Fletcher's way over 32-bit words, without the header; two runs side by side, each of every other word, for neither waits for the other. */
function checksum(buffer: SharedArrayBuffer, size: number): number {
  const words = new Uint32Array(buffer, HEADER, (size - HEADER) / 4);
  let [a, b, c, d] = [1, 0, 1, 0];
  for (let i = 0; i + 1 < words.length; i += 2) {
    a = (a + words[i]!) | 0;
    b = (b + a) | 0;
    c = (c + words[i + 1]!) | 0;
    d = (d + c) | 0;
  }
  return (a ^ rotated(b, 16) ^ rotated(c, 8) ^ rotated(d, 24)) >>> 0;
}

const rotated = (word: number, by: number) => (word << by) | (word >>> (32 - by));

function broken(why: Bilingual, found: number): SymbionError {
  return new SymbionError('input', {
    ru: `Файл столбцов не годится: ${why.ru} (найдено ${found}).`,
    en: `This file of columns cannot be used: ${why.en} (found ${found}).`,
  });
}
