import type {
  Activity,
  BareWord,
  Bilingual,
  CitedDocument,
  CodeMapping,
  CodeScheme,
  Contaminant,
  Factor,
  Firm,
  Incompatibility,
  KnowledgeBase,
  Operator,
  Parameter,
  Plant,
  Process,
  Profile,
  Regime,
  Route,
  Rule,
  Uncoded,
  UseClass,
} from '../domain/index.ts';
import { listOf } from './cells.ts';
import { materialsOf } from './materials.ts';
import type { Row } from './read.ts';
import { usesFrom } from './uses.ts';

export type SoundRows = ReadonlyMap<string, readonly Row[]>;

export const cell = (row: Row, name: string): string => row.cells[name] ?? '';

export const named = (row: Row): Bilingual => ({ ru: cell(row, 'name_ru'), en: cell(row, 'name_en') });

export const optional = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

export const numberIn = (row: Row, name: string): number | undefined =>
  row.cells[name] === undefined ? undefined : Number(row.cells[name]);

function parameterOf(row: Row): Parameter {
  const derived = listOf(row.cells.derived).map((part) => {
    const [from, factor, offset] = part.split(':');
    return { from: from!, factor: Number(factor), offset: Number(offset ?? 0) };
  });
  return {
    id: cell(row, 'id'),
    name: named(row),
    unit: cell(row, 'unit'),
    synonyms: listOf(row.cells.synonyms),
    ...(derived.length > 0 ? { derived } : {}),
  };
}

function ruleOf(row: Row): Rule {
  return {
    id: cell(row, 'id'),
    name: named(row),
    jurisdiction: cell(row, 'jurisdiction'),
    ...optional('from', row.cells.from),
    ...optional('to', row.cells.to),
    materials: listOf(row.cells.materials),
    contaminants: listOf(row.cells.contaminants) as Contaminant[],
    ...optional('hazardClassUpTo', numberIn(row, 'hazard_class_up_to')),
    ...(row.cells.eu_hazardous === undefined ? {} : { euHazardous: row.cells.eu_hazardous === 'yes' }),
    useClasses: listOf(row.cells.use_classes) as UseClass[],
    products: listOf(row.cells.products),
    effect: cell(row, 'effect') as Rule['effect'],
    citation: cell(row, 'citation'),
  };
}

function regimeOf(row: Row): Regime {
  return {
    id: cell(row, 'id'),
    scenario: cell(row, 'scenario'),
    fromBloc: cell(row, 'from_bloc'),
    toBloc: cell(row, 'to_bloc'),
    ...optional('from', row.cells.from),
    ...optional('to', row.cells.to),
    status: cell(row, 'status') as Regime['status'],
    name: named(row),
    citation: cell(row, 'citation'),
  };
}

function amounts(text: string): { material: string; value: number }[] {
  return listOf(text).map((part) => {
    const at = part.lastIndexOf(':');
    return { material: part.slice(0, at), value: Number(part.slice(at + 1)) };
  });
}

function processOf(row: Row): Process {
  return {
    id: cell(row, 'id'),
    name: named(row),
    nace: listOf(row.cells.nace),
    inputs: amounts(cell(row, 'inputs')).map(({ material, value }) => ({ material, perUnit: value })),
    outputs: amounts(cell(row, 'outputs')).map(({ material, value }) => ({ material, yield: value })),
    evidence: cell(row, 'evidence'),
    capex: {
      eur: Number(cell(row, 'capex_eur')),
      atPerYear: Number(cell(row, 'capex_at_per_year')),
      exponent: Number(cell(row, 'capex_exponent')),
      evidence: cell(row, 'capex_evidence'),
    },
  };
}

const profileOf = (row: Row): Profile => ({
  nace: cell(row, 'nace'),
  direction: cell(row, 'direction') as Profile['direction'],
  material: cell(row, 'material'),
  weight: cell(row, 'weight') as Profile['weight'],
  evidence: cell(row, 'evidence'),
});

const factorOf = (row: Row): Factor => ({
  id: cell(row, 'id'),
  country: cell(row, 'country'),
  ...optional('mode', row.cells.mode),
  ...optional('from', row.cells.from),
  value: Number(row.cells.value),
  unit: cell(row, 'unit'),
  evidence: cell(row, 'evidence'),
});

const uncodedOf = (row: Row): Uncoded => ({
  scheme: cell(row, 'scheme') as CodeScheme,
  material: cell(row, 'material'),
});

const codeOf = (row: Row): CodeMapping => ({
  scheme: cell(row, 'scheme') as CodeScheme,
  code: cell(row, 'code').replaceAll(/\D/g, ''),
  ...optional('material', row.cells.material),
  relation: cell(row, 'relation') as CodeMapping['relation'],
  ...(cell(row, 'code').endsWith('*') && { hazardous: true }),
});

const activityOf = (row: Row): Activity => ({
  nace: cell(row, 'nace'),
  name: named(row),
  synonymsRu: listOf(row.cells.synonyms_ru),
  synonymsEn: listOf(row.cells.synonyms_en),
});

const documentOf = (row: Row): CitedDocument => ({
  name: cell(row, 'name'),
  kind: cell(row, 'kind') as CitedDocument['kind'],
  title: cell(row, 'title'),
  issuer: cell(row, 'issuer'),
  ...optional('year', numberIn(row, 'year')),
});

const plantOf = (row: Row): Plant => ({
  id: cell(row, 'id'),
  nace: cell(row, 'nace'),
  name: named(row),
  synonymsRu: listOf(row.cells.synonyms_ru),
  synonymsEn: listOf(row.cells.synonyms_en),
  has: listOf(row.cells.has),
  evidence: cell(row, 'evidence'),
});

const firmOf = (row: Row): Firm => ({
  names: [cell(row, 'name'), ...listOf(row.cells.other_names)],
  nace: listOf(row.cells.nace),
  evidence: cell(row, 'evidence'),
});

const bareWordOf = (row: Row): BareWord => ({
  texts: listOf(row.cells.texts),
  nace: listOf(row.cells.nace),
  materials: listOf(row.cells.materials),
  evidence: cell(row, 'evidence'),
});

const incompatibilityOf = (row: Row): Incompatibility => ({
  id: cell(row, 'id'),
  contaminants: [cell(row, 'contaminant_a') as Contaminant, cell(row, 'contaminant_b') as Contaminant],
  holders: [listOf(row.cells.held_a), listOf(row.cells.held_b)],
  name: named(row),
  citation: cell(row, 'citation'),
});

/** What holds one group refuses the other. */
function rulesOf({ id, contaminants, holders, name, citation }: Incompatibility): Rule[] {
  const refuse = (poured: Contaminant, products: readonly string[], suffix: string): Rule[] =>
    products.length === 0
      ? []
      : [
          {
            id: `${id}${suffix}`,
            name,
            jurisdiction: '*',
            materials: [],
            contaminants: [poured],
            useClasses: [],
            products,
            effect: 'refuse',
            citation,
          },
        ];
  const [a, b] = contaminants;
  return [...refuse(a, holders[1], '-met'), ...refuse(b, holders[0], '-meets')];
}

function routeOf(row: Row): Route {
  return {
    id: cell(row, 'id'),
    name: named(row),
    jurisdiction: cell(row, 'jurisdiction'),
    kind: cell(row, 'kind') as Route['kind'],
    ...optional('from', row.cells.from),
    ...optional('to', row.cells.to),
    materials: listOf(row.cells.materials),
    citation: cell(row, 'citation'),
  };
}

export const operatorOf = (text: string): Operator => text as Operator;

/** Turns sound rows into the knowledge base; inheritance of materials and attachment of limits happen here. */
export function buildKnowledge(version: string, rows: SoundRows): KnowledgeBase {
  const each = <T>(table: string, make: (row: Row) => T): T[] => (rows.get(table) ?? []).map(make);
  const materials = materialsOf(rows.get('materials') ?? [], rows.get('synonyms') ?? []);
  const parameters = each('parameters', parameterOf);
  const incompatibilities = each('incompatibilities', incompatibilityOf);
  return {
    version,
    materials,
    uses: usesFrom(rows.get('uses') ?? [], rows.get('limits') ?? [], materials),
    processes: each('processes', processOf),
    profiles: each('profiles', profileOf),
    factors: each('factors', factorOf),
    rules: [...each('rules', ruleOf), ...incompatibilities.flatMap(rulesOf)],
    routes: each('routes', routeOf),
    regimes: each('regimes', regimeOf),
    incompatibilities,
    codes: each('codes', codeOf),
    uncoded: each('uncoded', uncodedOf),
    parameters: new Map(parameters.map((parameter) => [parameter.id, parameter])),
    activities: each('activities', activityOf),
    documents: each('documents', documentOf),
    plants: each('plants', plantOf),
    firms: each('firms', firmOf),
    bareWords: each('bare-words', bareWordOf),
    blocs: new Map(each('blocs', (row) => [cell(row, 'country'), listOf(row.cells.blocs)] as const)),
  };
}
