import type { Settings } from '../../domain/index.ts';
import type { Columns } from '../columns/columns.ts';
import { CARRIED_AS, dimensionCode, OPERATORS } from '../columns/traits.ts';
import { compileRules, useClassCode } from '../judge/rulebook.ts';
import { type Context, limitKmOf } from './context.ts';
import { carbonBaseOf, productPriceOf } from './offers.ts';
import { type Pathway, receives } from './vocabulary.ts';

/** Knowledge and settings as columns, for the countries, activities and parameters that the context has met; `reserve` as in lists.ts. */
export function compileCatalog(context: Context, reserve = 0) {
  const { settings, vocabulary, points } = context;
  const pathways = allPathways(context);
  return {
    points: Float64Array.of(
      points.fit,
      points.quantity,
      points.distance,
      points.economics,
      points.co2,
      points.legal,
      points.confidence,
    ),
    scalars: scalarsOf(settings, reserve),
    ...compilePathways(context, pathways.list),
    ...compileGates(context, pathways.list),
    ...compileWays(context, pathways.rowOf),
    ...compileRules(context),
    ...compileRoads(context),
    materialDimension: Uint8Array.from(vocabulary.materials, (material) => dimensionCode(material.dimension)),
    materialUseClass: Uint8Array.from(vocabulary.materials, (material) => useClassCode(material.useClass)),
    materialEuHazardous: Uint8Array.from(vocabulary.materials, (material) => +material.euHazardous),
    refusing: compileRefusing(context),
  } satisfies Partial<Columns>;
}

/** As `SCALAR` of columns.ts names them. */
export function scalarsOf({ transactionCostEur, top, blocked, hints }: Settings, reserve = 0): Float64Array {
  return Float64Array.of(transactionCostEur, top, +blocked, +hints, reserve);
}

interface Pathways {
  readonly list: readonly Pathway[];
  readonly rowOf: ReadonlyMap<string, number>;
}

const pathwaysOf = new WeakMap<Context['vocabulary'], Pathways>();

/** Pathways of all materials, each once: by first material that has it. */
export function allPathways({ vocabulary }: Pick<Context, 'vocabulary'>): Pathways {
  const known = pathwaysOf.get(vocabulary);
  if (known) return known;
  const made = gatherPathways(vocabulary);
  pathwaysOf.set(vocabulary, made);
  return made;
}

function gatherPathways(vocabulary: Context['vocabulary']): Pathways {
  const rowOf = new Map<string, number>();
  const list: Pathway[] = [];
  vocabulary.materials.forEach((_, row) => {
    for (const pathway of vocabulary.pathways(row)) {
      if (rowOf.has(pathway.id)) continue;
      rowOf.set(pathway.id, list.length);
      list.push(pathway);
    }
  });
  return { list, rowOf };
}

function compilePathways(context: Context, list: readonly Pathway[]) {
  const order = list.map((_, row) => row).sort((a, b) => (list[a]!.id < list[b]!.id ? -1 : 1));
  const pathOrder = new Int32Array(list.length);
  for (const [place, row] of order.entries()) pathOrder[row] = place;
  const numbers = (of: (pathway: Pathway) => number | undefined) =>
    Float64Array.from(list, (pathway) => of(pathway) ?? Number.NaN);
  const activities = context.activities.texts;
  const countries = context.countries.texts;
  return {
    pathOrder,
    pathFit: numbers(({ fit }) => fit / 100),
    pathRatio: numbers(({ ratio }) => ratio),
    pathTreatment: numbers(({ use }) => use?.treatmentEurPerUnit ?? 0),
    pathPrice: numbers((pathway) => productPriceOf(context, pathway)),
    pathCarbon: numbers((pathway) => carbonBaseOf(pathway, false)),
    pathCarbonLandfilled: numbers((pathway) => carbonBaseOf(pathway, true)),
    pathProduct: Int32Array.from(list, ({ product }) => product),
    pathPipe: Uint8Array.from(list, ({ use }) => (use?.mode === 'pipe' ? 1 : 0)),
    pathReach: Float64Array.from(
      list.flatMap((pathway) => countries.map((country) => limitKmOf(context, pathway, country) ?? Number.NaN)),
    ),
    pathReceivers: receiverTable(list, activities),
  };
}

function receiverTable(list: readonly Pathway[], activities: readonly string[]): Uint8Array {
  const table = new Uint8Array(list.length * activities.length);
  for (const [row, pathway] of list.entries())
    for (const [i, nace] of activities.entries()) table[row * activities.length + i] = receives(pathway, nace) ? 1 : 0;
  return table;
}

/** The limits of each use that its treatment does not meet. */
function compileGates({ parameters }: Context, list: readonly Pathway[]) {
  const gates = list.map(({ use }) => use?.limits.filter((limit) => !limit.metByTreatment) ?? []);
  const flat = gates.flat();
  return {
    gateFrom: starts(gates.map(({ length }) => length)),
    gateParameter: Uint16Array.from(flat, (gate) => parameters.of(gate.parameter)),
    gateOperator: Uint8Array.from(flat, (gate) => OPERATORS.indexOf(gate.operator)),
    gateValue: Float64Array.from(flat, (gate) => gate.value),
    gateRefuses: Uint8Array.from(flat, (gate) => (gate.ifMissing === 'refuse' ? 1 : 0)),
  };
}

/** Which product each material can serve by which pathway, listed from both ends; a broader product is served too. */
function compileWays({ vocabulary }: Context, rowOf: ReadonlyMap<string, number>) {
  const targets = vocabulary.materials.map((_, material) =>
    vocabulary
      .pathways(material)
      .flatMap((pathway) =>
        vocabulary.lineage(pathway.product).map((product) => ({ material, path: rowOf.get(pathway.id)!, product })),
      ),
  );
  const sources = vocabulary.materials.map((): { material: number; path: number }[] => []);
  for (const way of targets.flat()) sources[way.product]!.push(way);
  return {
    targetFrom: starts(targets.map(({ length }) => length)),
    targetPath: Int32Array.from(targets.flat(), ({ path }) => path),
    targetProduct: Int32Array.from(targets.flat(), ({ product }) => product),
    sourceFrom: starts(sources.map(({ length }) => length)),
    sourcePath: Int32Array.from(sources.flat(), ({ path }) => path),
    sourceMaterial: Int32Array.from(sources.flat(), ({ material }) => material),
  };
}

function compileRoads(context: Context) {
  const countries = context.countries.texts;
  const tariff = countries.flatMap((country) =>
    CARRIED_AS.flatMap((dimension) =>
      [false, true].flatMap((pipe) => {
        const { road, rail, sea } = context.tariffs(country, dimension, pipe);
        return [road, rail, sea].flatMap((t) => [t.fixed, t.perKm, t.perKmAfter100, t.co2]);
      }),
    ),
  );
  return { tariff: Float64Array.from(tariff), detour: Float64Array.from(countries, context.detour) };
}

function compileRefusing(context: Context): Uint8Array {
  const { vocabulary, parameters } = context;
  const names = parameters.texts;
  const table = new Uint8Array(vocabulary.materials.length * names.length);
  vocabulary.materials.forEach((_, product) => {
    const refusing = context.refusing(product);
    if (refusing.size > 0)
      for (const [i, name] of names.entries()) table[product * names.length + i] = refusing.has(name) ? 1 : 0;
  });
  return table;
}

function starts(lengths: readonly number[]): Int32Array {
  const from = new Int32Array(lengths.length + 1);
  for (const [i, length] of lengths.entries()) from[i + 1] = from[i]! + length;
  return from;
}
