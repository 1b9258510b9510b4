import type { Match } from '../../domain/index.ts';
import { BASIS, type Block, type Cell, heading } from '../../report/index.ts';
import { companyName, flowName, type ReportSource } from './source.ts';

export const EXCHANGE_HEAD: Readonly<Record<'ru' | 'en', readonly string[]>> = {
  ru: ['Отдаёт', 'Что', 'Принимает', 'Вместо чего', 'В год', 'Ед.', 'км', 'EUR в год', 'т CO2 в год', 'Основание'],
  en: ['Giver', 'What', 'Taker', 'In place of', 'A year', 'Unit', 'km', 'EUR a year', 't CO2 a year', 'Basis'],
};

/** Matches under a title, one row each; nothing when there are none. */
export function exchangeTable(source: ReportSource, title: string, matches: readonly Match[]): Block[] {
  if (matches.length === 0) return [];
  return [
    heading(title),
    {
      kind: 'table',
      header: EXCHANGE_HEAD[source.lang],
      rows: matches.map((match): Cell[] => [
        companyName(source, match.outputCompany),
        flowName(source, match.output),
        companyName(source, match.demandCompany),
        flowName(source, match.demand),
        match.quantityPerYear,
        match.unit,
        match.distanceKm,
        match.netBenefitEurPerYear,
        match.co2KgPerYear === undefined ? undefined : match.co2KgPerYear / 1000,
        BASIS[match.basis][source.lang],
      ]),
    },
  ];
}
