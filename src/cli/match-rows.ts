import type { FileMatches } from '../app/offline.ts';
import type { Match } from '../domain/index.ts';
import type { Terminal } from './context.ts';
import { drawTable, number } from './table.ts';

/** Columns of a match row, in the order of the design. */
const COLUMNS = [
  'output',
  'demand',
  'output_company',
  'demand_company',
  'rank',
  'score',
  'use',
  'fit',
  'distance_km',
  'quantity',
  'unit',
  'net_benefit_eur_per_year',
  'co2_kg_per_year',
  'inferred',
  'regime',
  'basis',
  'confidence',
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string | number | boolean | null>>;

function toRow(match: Match): Row {
  return {
    output: match.output,
    demand: match.demand,
    output_company: match.outputCompany,
    demand_company: match.demandCompany,
    rank: match.rank ?? null,
    score: match.score,
    use: match.use,
    fit: match.fit,
    distance_km: match.distanceKm ?? null,
    quantity: match.quantityPerYear ?? null,
    unit: match.unit,
    net_benefit_eur_per_year: match.netBenefitEurPerYear ?? null,
    co2_kg_per_year: match.co2KgPerYear ?? null,
    inferred: match.inferred,
    regime: match.regime,
    basis: match.basis,
    confidence: match.confidence,
  };
}

/** Writes one row a match, best first within each output; `jsonl` carries the terms. */
export async function writeMatchRows(
  terminal: Terminal,
  result: FileMatches,
  format: 'table' | 'csv' | 'jsonl',
): Promise<void> {
  if (format === 'table') return writeTable(terminal, result.matches);
  let buffer = format === 'csv' ? `${COLUMNS.join(',')}\n` : '';
  for (const match of result.matches) {
    const row = toRow(match);
    buffer +=
      format === 'csv'
        ? `${COLUMNS.map((column) => quote(row[column])).join(',')}\n`
        : `${JSON.stringify({ ...row, terms: result.explain(match.output, match.demand).terms })}\n`;
    if (buffer.length > 65_536) {
      await terminal.write(buffer);
      buffer = '';
    }
  }
  await terminal.write(buffer);
}

function quote(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function writeTable(terminal: Terminal, matches: Iterable<Match>): Promise<void> {
  const lang = terminal.lang;
  const rows = [...matches].map((m) => [
    m.output,
    m.demand,
    m.demandCompany,
    String(m.rank ?? m.regime),
    String(m.score),
    m.use,
    number(m.distanceKm, lang),
    number(m.quantityPerYear, lang),
    m.unit,
    number(m.netBenefitEurPerYear, lang),
    number(m.co2KgPerYear, lang),
    m.inferred ? 'inferred' : '',
  ]);
  const header = [
    'output',
    'demand',
    'taker',
    'rank',
    'score',
    'use',
    'km',
    'quantity',
    'unit',
    'EUR/year',
    'kg CO2/year',
    '',
  ];
  await terminal.write(drawTable(header, rows));
}
