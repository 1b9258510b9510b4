import { Link } from '../shell/Link.tsx';
import type { SitingReport } from '../state/api.ts';
import { n, t, tonnes } from '../words/index.ts';
import { regionName } from '../words/regions.ts';

interface Row {
  outputs: number;
  outputTonnes: number;
  demands: number;
  demandTonnes: number;
}

/** How much stays without a partner in each region, in tonnes; what is measured otherwise is only counted. */
export function ByRegion({ of }: { of: SitingReport }) {
  const rows = [...countByRegion(of)].sort((a, b) => b[1].outputTonnes - a[1].outputTonnes);
  return (
    <section>
      <h3>{t('openByRegion')}</h3>
      <div class="sheet wraps">
        <table>
          <thead>
            <tr>
              <th>{t('region')}</th>
              <th class="num">{t('outputsOpen')}</th>
              <th class="num">{t('ofThemTonnes')}</th>
              <th class="num">{t('demandsOpen')}</th>
              <th class="num">{t('ofThemTonnes')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([region, row]) => (
              <tr key={region}>
                <th scope="row">
                  {region ? <Link to={{ region, item: undefined }}>{regionName(region)}</Link> : t('regionUnknown')}
                </th>
                <td class="num">{n(row.outputs)}</td>
                <td class="num">{tonnes(row.outputTonnes)}</td>
                <td class="num">{n(row.demands)}</td>
                <td class="num">{tonnes(row.demandTonnes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function countByRegion({ outputs, demands }: SitingReport): Map<string, Row> {
  const rows = new Map<string, Row>();
  const rowOf = (region: string) => {
    const row = rows.get(region) ?? { outputs: 0, outputTonnes: 0, demands: 0, demandTonnes: 0 };
    rows.set(region, row);
    return row;
  };
  for (const gap of outputs) {
    const row = rowOf(gap.region ?? '');
    row.outputs++;
    if (gap.unit === 't') row.outputTonnes += gap.unmatchedPerYear;
  }
  for (const gap of demands) {
    const row = rowOf(gap.region ?? '');
    row.demands++;
    if (gap.unit === 't') row.demandTonnes += gap.unmatchedPerYear;
  }
  return rows;
}
