import type { RunMatches } from '../app/offline.ts';
import { say, type Terminal } from './context.ts';
import { inLanguage } from './russian.ts';
import { number, showTable, unitSign } from './table.ts';

/** Writes one row a match, best first within each output; `jsonl` carries the terms. */
export async function writeMatchRows(
  terminal: Terminal,
  result: RunMatches,
  format: 'table' | 'csv' | 'jsonl',
): Promise<void> {
  if (format === 'table') return writeTable(terminal, result);
  for await (const text of result.rows(format, terminal.lang)) await terminal.write(text);
}

async function writeTable(terminal: Terminal, { matches }: RunMatches): Promise<void> {
  const lang = terminal.lang;
  const rows = (await Array.fromAsync(matches)).map((m) => [
    m.output,
    m.demand,
    m.demandCompany,
    String(m.rank ?? m.regime),
    String(m.score),
    m.use,
    inLanguage(lang, m.basis),
    number(m.distanceKm, lang),
    number(m.quantityPerYear, lang),
    unitSign(m.unit, lang),
    number(m.netBenefitEurPerYear, lang),
    number(m.co2KgPerYear, lang),
    m.inferred ? say(terminal, { ru: 'по виду деятельности', en: 'inferred' }) : '',
  ]);
  const header = [
    'output',
    'demand',
    'taker',
    'rank',
    'score',
    'use',
    'basis',
    'km',
    'quantity',
    'unit',
    'EUR/year',
    'kg CO2/year',
    '',
  ] as const;
  await showTable(terminal, header, rows);
}
