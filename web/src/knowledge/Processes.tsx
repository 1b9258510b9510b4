import { Link } from '../shell/Link.tsx';
import type { MaterialPage } from '../state/api.ts';
import { materialName } from '../state/names.ts';
import { euro, n, own, t } from '../words/index.ts';

/** Conversions that take the material in or make it, with quantities per unit of the leading input. */
export function Processes({ rows }: { rows: MaterialPage['processes'] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h4>{t('processes')}</h4>
      <table>
        <thead>
          <tr>
            <th>{t('processes')}</th>
            <th>{t('needs')}</th>
            <th>{t('makes')}</th>
            <th>{t('capital')}</th>
            <th>{t('evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((process) => (
            <tr key={process.id}>
              <th scope="row">{own(process.name)}</th>
              <td>
                {process.inputs.map((input) => (
                  <div key={input.material}>
                    {n(input.perUnit)} <Link to={{ fact: input.material }}>{materialName(input.material)}</Link>
                  </div>
                ))}
              </td>
              <td>
                {process.outputs.map((output) => (
                  <div key={output.material}>
                    {n(output.yield)} <Link to={{ fact: output.material }}>{materialName(output.material)}</Link>
                  </div>
                ))}
              </td>
              <td>
                {t('capitalAt', { eur: euro(process.capex.eur), size: n(process.capex.atPerYear) })}{' '}
                <cite>{process.capex.evidence}</cite>
              </td>
              <td>
                <cite>{process.evidence}</cite>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
