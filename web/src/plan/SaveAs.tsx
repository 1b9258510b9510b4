import type { PlanAnswer } from '../state/api.ts';
import { query } from '../state/api.ts';
import { lang, t } from '../words/index.ts';

const FORMATS = [
  ['xlsx', 'XLSX'],
  ['csv', 'CSV'],
  ['geojson', 'GeoJSON'],
  ['gexf', 'GEXF'],
  ['graphml', 'GraphML'],
] as const;

/** The plan as a workbook, a table, a map or a network; confidential flows stay out. */
export function SaveAs({ of }: { of: PlanAnswer }) {
  return (
    <p class="chips">
      {t('saveAs')}:{' '}
      {FORMATS.map(([format, name]) => (
        <a
          key={format}
          class="button"
          download={`symbion-plan.${format}`}
          href={`/api/v1/plans/${encodeURIComponent(of.id)}/export/${format}${query({ lang: lang.value })}`}
        >
          {name}
        </a>
      ))}
    </p>
  );
}
