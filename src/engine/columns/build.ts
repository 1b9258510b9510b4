import { compileCatalog } from '../problem/catalog.ts';
import type { Context } from '../problem/context.ts';
import type { Stream } from '../problem/stream.ts';
import { type Columns, type Origin, packColumns } from './columns.ts';
import { plant } from './forest.ts';
import { spend } from './growing.ts';
import { FACT } from './item.ts';
import { Staging } from './staging.ts';

/**
 * Columns of a region in one shared buffer. Streams come one by one, each side in id order, and are not kept, so that a country needs no more memory
 * than its columns. `reserve` as in lists.ts.
 */
export function buildColumns(
  context: Context,
  outputs: Iterable<Stream>,
  demands: Iterable<Stream>,
  origin: Origin,
  reserve = 0,
): SharedArrayBuffer {
  const given = new Staging('output', context);
  for (const output of outputs) given.add(output);
  const taken = new Staging('demand', context);
  for (const demand of demands) taken.add(demand);
  const catalog = compileCatalog(context, reserve);
  const columns = { ...catalog, ...giverColumns(given, context), ...takerColumns(taken, context) };
  return packColumns(columns satisfies Columns, origin, spend);
}

/** Columns of one side's streams, with places and rows counted from its own beginning. */
export function giverColumns(staging: Staging, { vocabulary }: Context) {
  const forest = plant(staging, vocabulary.materials.length);
  const { order } = forest;
  return {
    outputFrom: staging.from.take(),
    outputTo: staging.to.take(),
    outputTraits: staging.traits.take(),
    outputReadingFrom: closed(staging.readingFrom.take(), staging.readingMaterial.length),
    outputReadingMaterial: staging.readingMaterial.take(),
    outputReadingConfidence: staging.readingConfidence.take(),
    outputReadingPart: staging.readingPart.take(),
    outputReadingItem: placed(staging, order),
    outputValueFrom: closed(staging.valueFrom.take(), staging.value.length),
    outputValueParameter: staging.valueParameter.take(),
    outputValueOperator: staging.valueOperator.take(),
    outputValue: staging.value.take(),
    outputVisits: visits(staging, order),
    giverPlaces: staging.items.movePlaces(order),
    giverFacts: staging.items.moveFacts(order),
    giverGroupsFrom: forest.groupsFrom,
    giverGroups: forest.groups,
    giverNodes: forest.nodes,
  };
}

export function takerColumns(staging: Staging, { vocabulary }: Context) {
  const forest = plant(staging, vocabulary.materials.length);
  const { order } = forest;
  return {
    demandFrom: staging.from.take(),
    demandTo: staging.to.take(),
    demandTraits: staging.traits.take(),
    demandReadingFrom: closed(staging.readingFrom.take(), staging.readingMaterial.length),
    demandReadingMaterial: staging.readingMaterial.take(),
    demandReadingConfidence: staging.readingConfidence.take(),
    demandReadingItem: placed(staging, order),
    demandValueFrom: closed(staging.valueFrom.take(), staging.value.length),
    demandValueParameter: staging.valueParameter.take(),
    demandValueOperator: staging.valueOperator.take(),
    demandValue: staging.value.take(),
    demandRoadKm: staging.roadKm.take(),
    demandPipeKm: staging.pipeKm.take(),
    demandVisits: visits(staging, order),
    takerPlaces: staging.items.movePlaces(order),
    takerFacts: staging.items.moveFacts(order),
    takerGroupsFrom: forest.groupsFrom,
    takerGroups: forest.groups,
    takerNodes: forest.nodes,
  };
}

/** Beginnings of lists with the end of the last. */
function closed(from: Int32Array, end: number): Int32Array {
  const whole = new Int32Array(from.length + 1);
  whole.set(from);
  whole[from.length] = end;
  return whole;
}

/** Place of each reading among the ordered items. */
function placed(staging: Staging, order: Int32Array): Int32Array {
  const place = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) place[order[i]!] = i;
  return staging.readingItem.take().map((item) => (item < 0 ? -1 : place[item]!));
}

/** Rows with something to search, each once, in the order of their first places in the trees. */
function visits(staging: Staging, order: Int32Array): Int32Array {
  const { facts } = staging.items;
  const seen = new Uint8Array(staging.rows);
  const list = new Int32Array(staging.rows);
  let count = 0;
  for (const item of order) {
    const row = facts[item * FACT.width + FACT.row]!;
    if (seen[row - staging.first]) continue;
    seen[row - staging.first] = 1;
    list[count++] = row;
  }
  return list.subarray(0, count);
}
