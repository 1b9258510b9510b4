import { Link } from '../shell/Link.tsx';
import type { MaterialPage } from '../state/api.ts';
import { n, own, t } from '../words/index.ts';

interface UsesProps {
  readonly title: string;
  readonly rows: MaterialPage['uses'];
  /** The other end of the use. */
  readonly to: 'replaces' | 'material';
}

export function Uses({ title, rows, to }: UsesProps) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h4>{title}</h4>
      <table>
        <thead>
          <tr>
            <th>{to === 'replaces' ? t('replaces') : t('material')}</th>
            <th>{t('at')} (NACE)</th>
            <th>{t('processing')}</th>
            <th class="num">{t('fit')}</th>
            <th>{t('evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((use) => (
            <tr key={use.id}>
              <th scope="row">
                <Link to={{ fact: use[to] }}>{own(use.name)}</Link>
                {use.inherited && <span class="quiet"> ({t('inherited')})</span>}
              </th>
              <td class="nums">{use.receivers.join(', ')}</td>
              <td>{own(use.treatment)}</td>
              <td class="num">{n(use.fit)}</td>
              <td>
                <cite>{use.evidence}</cite>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
