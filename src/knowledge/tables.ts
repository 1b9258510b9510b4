import { CONTAMINANTS, USE_CLASSES } from '../domain/index.ts';

/** What a cell may hold. `list` is separated by `|`; `amounts` is a list of `material:number`. */
export type CellKind =
  | 'text'
  | 'ru'
  | 'en'
  | 'id'
  | 'number'
  | 'integer'
  | 'flag'
  | 'date'
  | 'nace'
  | 'list'
  | 'amounts'
  | { readonly oneOf: readonly string[] }
  | { readonly listOf: readonly string[] }
  | { readonly refers: string }
  | { readonly refersToMany: string };

export interface Column {
  readonly name: string;
  readonly kind: CellKind;
  readonly required: boolean;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

const must = (name: string, kind: CellKind): Column => ({ name, kind, required: true });
const may = (name: string, kind: CellKind): Column => ({ name, kind, required: false });

/** The form of the knowledge base: a table is `data/<name>.csv`, `data/<name>/*.csv` or both. */
export const TABLES: readonly Table[] = [
  {
    name: 'materials',
    columns: [
      must('id', 'id'),
      may('parent', { refers: 'materials' }),
      must('name_ru', 'ru'),
      must('name_en', 'en'),
      may('dimension', { oneOf: ['t', 'MWh', 'm3', 'piece'] }),
      must('role', { oneOf: ['by-product', 'product', 'both'] }),
      may('state', { oneOf: ['solid', 'powder', 'paste', 'liquid', 'gas', 'heat', 'electricity', 'item'] }),
      may('hazard_class', { oneOf: ['1', '2', '3', '4', '5'] }),
      may('eu_hazardous', 'flag'),
      may('contaminants', { listOf: CONTAMINANTS }),
      may('use_class', { oneOf: USE_CLASSES }),
      may('synonyms_ru', 'list'),
      may('synonyms_en', 'list'),
      must('evidence', 'text'),
    ],
  },
  {
    name: 'synonyms',
    columns: [must('material', { refers: 'materials' }), must('lang', { oneOf: ['ru', 'en'] }), must('text', 'text')],
  },
  {
    name: 'uses',
    columns: [
      must('material', { refers: 'materials' }),
      must('replaces', { refers: 'materials' }),
      may('receivers', 'list'),
      must('treatment_ru', 'text'),
      must('treatment_en', 'text'),
      must('fit', 'integer'),
      must('ratio', 'number'),
      may('virgin_price_eur_per_unit', 'number'),
      may('treatment_eur_per_unit', 'number'),
      must('co2_avoided_virgin_kg_per_unit', 'number'),
      must('co2_avoided_landfill_kg_per_unit', 'number'),
      must('co2_treatment_kg_per_unit', 'number'),
      may('distance_limit_km', 'number'),
      may('mode', { oneOf: ['road', 'pipe'] }),
      must('basis', { oneOf: ['documented', 'general rule'] }),
      must('evidence', 'text'),
    ],
  },
  {
    name: 'limits',
    columns: [
      may('material', { refers: 'materials' }),
      may('replaces', { refers: 'materials' }),
      must('parameter', { refers: 'parameters' }),
      must('operator', { oneOf: ['=', '<', '<=', '>', '>='] }),
      must('value', 'number'),
      must('if_missing', { oneOf: ['neutral', 'refuse'] }),
      may('met_by_treatment', 'flag'),
      must('evidence', 'text'),
    ],
  },
  {
    name: 'parameters',
    columns: [
      must('id', 'text'),
      must('name_ru', 'text'),
      must('name_en', 'en'),
      must('unit', 'text'),
      may('synonyms', 'list'),
      may('derived', 'list'),
    ],
  },
  {
    name: 'rules',
    columns: [
      must('id', 'id'),
      must('name_ru', 'ru'),
      must('name_en', 'en'),
      must('jurisdiction', 'text'),
      may('from', 'date'),
      may('to', 'date'),
      may('materials', { refersToMany: 'materials' }),
      may('contaminants', { listOf: CONTAMINANTS }),
      may('hazard_class_up_to', { oneOf: ['1', '2', '3', '4', '5'] }),
      may('eu_hazardous', 'flag'),
      may('use_classes', { listOf: USE_CLASSES }),
      may('products', { refersToMany: 'materials' }),
      must('effect', { oneOf: ['refuse', 'licensed-only', 'note'] }),
      must('citation', 'text'),
    ],
  },
  {
    name: 'routes',
    columns: [
      must('id', 'id'),
      must('name_ru', 'ru'),
      must('name_en', 'en'),
      must('jurisdiction', 'text'),
      must('kind', { oneOf: ['by-product', 'waste', 'end-of-waste'] }),
      may('from', 'date'),
      may('to', 'date'),
      may('materials', { refersToMany: 'materials' }),
      must('citation', 'text'),
    ],
  },
  {
    name: 'regimes',
    columns: [
      must('id', 'id'),
      must('scenario', 'text'),
      must('from_bloc', 'text'),
      must('to_bloc', 'text'),
      may('from', 'date'),
      may('to', 'date'),
      must('status', { oneOf: ['free', 'notify', 'consent', 'blocked'] }),
      must('name_ru', 'ru'),
      must('name_en', 'en'),
      must('citation', 'text'),
    ],
  },
  {
    name: 'documents',
    columns: [
      must('name', 'text'),
      must('kind', { oneOf: ['reference', 'standard', 'law', 'figures'] }),
      must('title', 'text'),
      must('issuer', 'text'),
      may('year', 'integer'),
    ],
  },
  { name: 'blocs', columns: [must('country', 'text'), must('blocs', 'list')] },
  {
    name: 'processes',
    columns: [
      must('id', 'id'),
      must('name_ru', 'ru'),
      must('name_en', 'en'),
      must('nace', 'list'),
      must('inputs', 'amounts'),
      must('outputs', 'amounts'),
      must('evidence', 'text'),
      must('capex_eur', 'number'),
      must('capex_at_per_year', 'number'),
      must('capex_exponent', 'number'),
      must('capex_evidence', 'text'),
    ],
  },
  {
    name: 'profiles',
    columns: [
      must('nace', 'nace'),
      must('direction', { oneOf: ['output', 'input'] }),
      must('material', { refers: 'materials' }),
      must('weight', { oneOf: ['main', 'usual', 'possible', 'minor'] }),
      must('evidence', 'text'),
    ],
  },
  {
    name: 'factors',
    columns: [
      must('id', 'text'),
      must('country', 'text'),
      may('mode', 'text'),
      may('from', 'date'),
      must('value', 'number'),
      must('unit', 'text'),
      must('evidence', 'text'),
    ],
  },
  {
    name: 'codes',
    columns: [
      must('scheme', { oneOf: ['EWC', 'FKKO', 'CPA', 'OKPD2', 'HS', 'CAS'] }),
      must('code', 'text'),
      may('material', { refers: 'materials' }),
      must('relation', { oneOf: ['exact', 'narrower', 'broader', 'unspecific'] }),
    ],
  },
  {
    name: 'uncoded',
    columns: [must('scheme', { oneOf: ['CPA', 'HS'] }), must('material', { refers: 'materials' })],
  },
  {
    name: 'activities',
    columns: [
      must('nace', 'nace'),
      must('name_ru', 'ru'),
      must('name_en', 'en'),
      may('synonyms_ru', 'list'),
      may('synonyms_en', 'list'),
    ],
  },
  {
    name: 'plants',
    columns: [
      must('id', 'id'),
      must('nace', 'nace'),
      must('name_ru', 'ru'),
      must('name_en', 'en'),
      may('synonyms_ru', 'list'),
      may('synonyms_en', 'list'),
      may('has', { refersToMany: 'materials' }),
      must('evidence', 'text'),
    ],
  },
  {
    name: 'firms',
    columns: [must('name', 'text'), may('other_names', 'list'), must('nace', 'list'), must('evidence', 'text')],
  },
  {
    name: 'bare-words',
    columns: [
      must('texts', 'list'),
      must('nace', 'list'),
      must('materials', { refersToMany: 'materials' }),
      must('evidence', 'text'),
    ],
  },
  {
    name: 'incompatibilities',
    columns: [
      must('id', 'id'),
      must('contaminant_a', { oneOf: CONTAMINANTS }),
      must('contaminant_b', { oneOf: CONTAMINANTS }),
      may('held_a', { refersToMany: 'materials' }),
      may('held_b', { refersToMany: 'materials' }),
      must('name_ru', 'ru'),
      must('name_en', 'en'),
      must('citation', 'text'),
    ],
  },
];
