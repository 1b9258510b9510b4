import type { KnowledgeBase } from '../domain/index.ts';
import type { SoundRows } from './build.ts';
import { isNace, listOf } from './cells.ts';
import { documentOf, documentsIn } from './documents.ts';
import { lineage } from './materials.ts';
import { isSourced } from './questions.ts';
import type { Problem, Row } from './read.ts';
import { refusedEverywhere } from './refusal.ts';

type Told = (row: Row, column: string, ru: string, en: string) => void;

function repeated(rows: readonly Row[], columns: readonly string[], tell: Told): void {
  const seen = new Map<string, Row>();
  for (const row of rows) {
    const key = columns.map((column) => row.cells[column] ?? '').join('|');
    const first = seen.get(key);
    if (first) {
      const place = `${first.file}, ${first.row}`;
      tell(row, columns[0]!, `уже есть: ${place}`, `already there: ${place}`);
    } else seen.set(key, row);
  }
}

function materialRows(rows: readonly Row[], kb: KnowledgeBase, tell: Told): void {
  for (const row of rows) {
    const id = row.cells.id!;
    const material = kb.materials.get(id);
    if (!material)
      tell(row, 'parent', 'родитель без замкнутого круга', 'a parent that does not lead back to the material');
    else if (material.parent === undefined && row.cells.dimension === undefined) {
      tell(row, 'dimension', 'у корня таксономии нужна размерность', 'a root of the taxonomy needs a dimension');
    } else if (row.cells.use_class !== undefined && material.role === 'by-product') {
      tell(
        row,
        'use_class',
        'класс применения бывает только у product и both',
        'a use class belongs to product or both only',
      );
    }
  }
}

function range(row: Row, column: string, from: number, to: number, tell: Told): void {
  const text = row.cells[column];
  if (text === undefined) return;
  const value = Number(text);
  if (value < from || value > to) tell(row, column, `от ${from} до ${to}`, `from ${from} to ${to}`);
}

function receiversOf(row: Row, column: string, kb: KnowledgeBase, tell: Told): void {
  for (const nace of listOf(row.cells[column])) {
    const exists = isNace(nace) && kb.activities.some((a) => a.nace.startsWith(nace) || nace.startsWith(a.nace));
    if (!exists) tell(row, column, `NACE из activities.csv: ${nace}`, `a NACE of activities.csv: ${nace}`);
  }
}

function useRows(rows: readonly Row[], kb: KnowledgeBase, tell: Told): void {
  repeated(rows, ['material', 'replaces'], tell);
  for (const row of rows) {
    const material = kb.materials.get(row.cells.material!);
    const product = kb.materials.get(row.cells.replaces!);
    if (material?.role === 'product')
      tell(row, 'material', 'материал с role by-product или both', 'a material of role by-product or both');
    if (product?.role === 'by-product')
      tell(row, 'replaces', 'материал с role product или both', 'a material of role product or both');
    else if (product && product.useClass === undefined)
      tell(row, 'replaces', 'продукт с use_class', 'a product with a use_class');
    range(row, 'fit', 0, 100, tell);
    range(row, 'ratio', 1e-6, 1e4, tell);
    range(row, 'treatment_eur_per_unit', 0, 1e6, tell);
    range(row, 'virgin_price_eur_per_unit', 0, 1e7, tell);
    range(row, 'co2_avoided_virgin_kg_per_unit', 0, 1e6, tell);
    range(row, 'co2_avoided_landfill_kg_per_unit', 0, 5000, tell);
    range(row, 'co2_treatment_kg_per_unit', 0, 1e6, tell);
    range(row, 'distance_limit_km', 0.1, 20_000, tell);
    receiversOf(row, 'receivers', kb, tell);
    const refusing = refusedEverywhere(kb, row.cells.material!, row.cells.replaces!)[0];
    if (refusing) {
      tell(
        row,
        'replaces',
        `применение, которое не запрещает правило ${refusing.id}`,
        `a use that the rule ${refusing.id} does not refuse`,
      );
    }
  }
}

function limitRows(rows: readonly Row[], kb: KnowledgeBase, tell: Told): void {
  repeated(rows, ['material', 'replaces', 'parameter', 'operator', 'value'], tell);
  for (const row of rows) {
    const { material, replaces } = row.cells;
    if (material === undefined && replaces === undefined)
      tell(row, 'material', 'материал, продукт или оба', 'a material, a product or both');
    const touches = kb.uses.some(
      (use) =>
        (material === undefined || lineage(kb.materials, use.material).includes(material)) &&
        (replaces === undefined || lineage(kb.materials, use.replaces).includes(replaces)),
    );
    if (!touches) tell(row, 'material', 'есть применение, которого предел касается', 'a use that the limit touches');
  }
}

function processRows(rows: readonly Row[], kb: KnowledgeBase, tell: Told): void {
  for (const row of rows) receiversOf(row, 'nace', kb, tell);
  for (const row of rows) {
    range(row, 'capex_eur', 10_000, 1e10, tell);
    range(row, 'capex_at_per_year', 1, 1e9, tell);
    range(row, 'capex_exponent', 0.3, 1, tell);
  }
  for (const row of rows) {
    const inTonnes = (column: string): number =>
      listOf(row.cells[column])
        .map((part) => [part.slice(0, part.lastIndexOf(':')), Number(part.slice(part.lastIndexOf(':') + 1))] as const)
        .filter(([id]) => kb.materials.get(id)?.dimension === 't')
        .reduce((sum, [, n]) => sum + n, 0);
    const into = inTonnes('inputs');
    // Water and air taken up are no inputs of the table, so an output may outweigh its inputs, but not by much.
    if (into > 0 && inTonnes('outputs') > into * 6) {
      tell(row, 'outputs', 'выходы в тоннах не тяжелее входов в 6 раз', 'outputs in tonnes at most 6 times the inputs');
    }
  }
}

function plantRows(rows: readonly Row[], kb: KnowledgeBase, tell: Told): void {
  for (const row of rows) {
    const nace = row.cells.nace!;
    if (!kb.activities.some((activity) => nace.startsWith(activity.nace)))
      tell(row, 'nace', 'класс из activities.csv', 'a class of activities.csv');
    for (const material of listOf(row.cells.has)) {
      if (kb.profiles.some((p) => p.material === material && nace.startsWith(p.nace))) continue;
      tell(row, 'has', `материал профиля ${nace}: ${material}`, `a material of the profile of ${nace}: ${material}`);
    }
  }
}

function firmRows(rows: readonly Row[], kb: KnowledgeBase, tell: Told): void {
  const owners = new Set<string>();
  for (const row of rows) {
    receiversOf(row, 'nace', kb, tell);
    for (const name of [row.cells.name!, ...listOf(row.cells.other_names)]) {
      if (owners.has(name.toLowerCase())) tell(row, 'name', `имя одной фирмы: ${name}`, `a name of one firm: ${name}`);
      owners.add(name.toLowerCase());
    }
  }
}

/** A bare word can mean only what its activities give off. */
function bareWordRows(rows: readonly Row[], kb: KnowledgeBase, tell: Told): void {
  const seen = new Set<string>();
  for (const row of rows) {
    receiversOf(row, 'nace', kb, tell);
    for (const nace of listOf(row.cells.nace)) {
      for (const text of listOf(row.cells.texts)) {
        const place = `${nace} ${text}`;
        if (seen.has(place))
          tell(row, 'texts', `другая строка не говорит о том же: ${place}`, `no other row of ${place}`);
        seen.add(place);
      }
      const isGiven = (id: string): boolean =>
        kb.profiles.some((p) => p.material === id && p.direction === 'output' && near(p.nace, nace)) ||
        kb.processes.some((p) => p.outputs.some((o) => o.material === id) && p.nace.some((code) => near(code, nace)));
      for (const id of listOf(row.cells.materials))
        if (!isGiven(id))
          tell(row, 'materials', `выход профиля ${nace}: ${id}`, `an output of the profile of ${nace}: ${id}`);
    }
  }
}

const near = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

function parameterRows(rows: readonly Row[], kb: KnowledgeBase, tell: Told): void {
  for (const row of rows) {
    for (const part of listOf(row.cells.derived)) {
      const [from, factor] = part.split(':');
      if (kb.parameters.has(from!) && Number.isFinite(Number(factor))) continue;
      tell(row, 'derived', `параметр:множитель[:слагаемое]: ${part}`, `parameter:factor[:offset]: ${part}`);
    }
  }
}

function codeRows(rows: readonly Row[], tell: Told): void {
  const digits: Record<string, RegExp> = {
    EWC: /^\d{2}(\d{2}(\d{2}\*?)?)?$/,
    FKKO: /^\d{3,11}$/,
    CPA: /^\d{4,6}$/,
    OKPD2: /^\d{4,9}$/,
    HS: /^\d{4,6}$/,
    CAS: /^\d{5,10}$/,
  };
  repeated(rows, ['scheme', 'code', 'material'], tell);
  for (const row of rows) {
    const { scheme, code, relation, material } = row.cells;
    if (!digits[scheme!]!.test(code!.replaceAll(/[\s.-]/g, '')))
      tell(row, 'code', `код схемы ${scheme}`, `a code of ${scheme}`);
    if ((relation === 'unspecific') !== (material === undefined)) {
      tell(row, 'material', 'пусто только при unspecific', 'empty with unspecific and only then');
    }
  }
}

/** OKPD2 continues CPA: what has a code of one has a code of the other. */
function uncodedRows(rows: readonly Row[], kb: KnowledgeBase, tell: Told): void {
  repeated(rows, ['scheme', 'material'], tell);
  const scheme = (name: string): string => (name === 'OKPD2' ? 'CPA' : name);
  const coded = new Set(kb.codes.map((code) => `${scheme(code.scheme)} ${code.material}`));
  for (const row of rows) {
    if (coded.has(`${row.cells.scheme} ${row.cells.material}`))
      tell(row, 'material', 'материал без кода этой схемы в codes', 'a material without a code of the scheme in codes');
  }
}

/** An invented citation is found by this: each begins with a document of the table, and each document there is cited. */
function documentRows(rows: SoundRows, kb: KnowledgeBase, tell: Told): void {
  const documents = rows.get('documents') ?? [];
  repeated(documents, ['name'], tell);
  for (const row of documents) range(row, 'year', 1950, 2100, tell);
  const cited = new Set<string>();
  for (const row of [...rows.values()].flat()) {
    for (const column of CITING) {
      const citation = row.cells[column];
      if (citation === undefined || !isSourced(citation)) continue;
      for (const { name } of documentsIn(kb, citation)) cited.add(name);
      if (documentOf(kb, citation)) continue;
      const [ru, en] = [
        'название из documents.csv в начале, или estimate',
        'a name of documents.csv first, or estimate',
      ];
      tell(row, column, ru, en);
    }
  }
  for (const row of documents)
    if (!cited.has(row.cells.name!))
      tell(row, 'name', 'документ, на который ссылаются', 'a document that a fact cites');
}

const CITING = ['evidence', 'capex_evidence', 'citation'] as const;

/** What single cells cannot tell: repetitions, roles, ranges, limits that touch nothing, activities that do not exist. */
export function meaningProblems(rows: SoundRows, kb: KnowledgeBase): Problem[] {
  const problems: Problem[] = [];
  const tell: Told = (row, column, ru, en) =>
    problems.push({ file: row.file, row: row.row, column, found: row.cells[column] ?? '', ru, en });
  const of = (table: string): readonly Row[] => rows.get(table) ?? [];
  for (const table of [
    'materials',
    'parameters',
    'rules',
    'routes',
    'regimes',
    'processes',
    'incompatibilities',
    'plants',
  ])
    repeated(of(table), ['id'], tell);
  repeated(of('activities'), ['nace'], tell);
  repeated(of('profiles'), ['nace', 'direction', 'material'], tell);
  repeated(of('factors'), ['id', 'country', 'mode', 'from'], tell);
  materialRows(of('materials'), kb, tell);
  useRows(of('uses'), kb, tell);
  limitRows(of('limits'), kb, tell);
  processRows(of('processes'), kb, tell);
  plantRows(of('plants'), kb, tell);
  firmRows(of('firms'), kb, tell);
  bareWordRows(of('bare-words'), kb, tell);
  parameterRows(of('parameters'), kb, tell);
  codeRows(of('codes'), tell);
  uncodedRows(of('uncoded'), kb, tell);
  documentRows(rows, kb, tell);
  return problems;
}
