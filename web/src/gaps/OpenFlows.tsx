import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { siteName } from '../network/SwitchedOff.tsx';
import { Link } from '../shell/Link.tsx';
import { MoreRows } from '../shell/MoreRows.tsx';
import type { SitingReport } from '../state/api.ts';
import { materialName } from '../state/names.ts';
import { amount, n, own, t, type Word } from '../words/index.ts';
import { regionName } from '../words/regions.ts';

const PAGE = 20;

/** Outputs that stay, wholly or in part, without a taker, the greatest first, each with what is missing. */
export function OpenOutputs({ of: { outputs } }: { of: SitingReport }) {
  return (
    <Rows title="outputsOpen" none="noneOpen" rows={outputs} heads={<th>{t('missingLink')}</th>}>
      {(gap) => (
        <tr key={gap.output}>
          <th scope="row">
            <Link to={{ view: undefined, flow: `output:${gap.output}`, item: undefined }}>
              {materialName(gap.material)}
            </Link>
          </th>
          <td>{siteName(gap.site)}</td>
          <td>{regionName(gap.region ?? '?')}</td>
          <td class="num">
            {amount(gap.unmatchedPerYear, gap.unit)}
            {gap.share < 1 && <span class="quiet"> ({n(gap.share * 100)} %)</span>}
          </td>
          <td>{own(gap.missing)}</td>
        </tr>
      )}
    </Rows>
  );
}

/** Demands that nobody meets, or not wholly. */
export function OpenDemands({ of: { demands } }: { of: SitingReport }) {
  return (
    <Rows title="demandsOpen" none="noneOpen" rows={demands}>
      {(gap) => (
        <tr key={gap.demand}>
          <th scope="row">
            <Link to={{ view: undefined, flow: `demand:${gap.demand}`, item: undefined }}>
              {materialName(gap.product)}
            </Link>
          </th>
          <td>{siteName(gap.site)}</td>
          <td>{regionName(gap.region ?? '?')}</td>
          <td class="num">{amount(gap.unmatchedPerYear, gap.unit)}</td>
        </tr>
      )}
    </Rows>
  );
}

interface RowsProps<T> {
  readonly title: Word;
  readonly none: Word;
  readonly rows: readonly T[];
  readonly heads?: ComponentChildren;
  readonly children: (row: T) => ComponentChildren;
}

function Rows<T>({ title, none, rows, heads, children }: RowsProps<T>) {
  const most = useSignal(PAGE);
  return (
    <section>
      <h3>
        {t(title)}: {n(rows.length)}
      </h3>
      {rows.length === 0 && <p>{t(none)}</p>}
      {rows.length > 0 && (
        <div class="sheet wraps">
          <table>
            <thead>
              <tr>
                <th>{t('material')}</th>
                <th>{t('company')}</th>
                <th>{t('region')}</th>
                <th class="num">{t('leftAYear')}</th>
                {heads}
              </tr>
            </thead>
            <tbody>{rows.slice(0, most.value).map(children)}</tbody>
          </table>
        </div>
      )}
      <MoreRows of={rows} shown={most} step={PAGE * 5} />
    </section>
  );
}
