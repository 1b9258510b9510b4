import type { ImportReport } from '../state/api.ts';
import { own, t } from '../words/index.ts';

const MOST = 300;

/** Every problem in one table; the same stand beside their cells below. */
export function Problems({ of }: { of: ImportReport }) {
  if (of.issues.length === 0) return <p>{t('noProblems')}</p>;
  return (
    <details open={of.issues.length <= 12}>
      <summary>
        {t('problemsTitle')}: {of.issues.length}
      </summary>
      <table class="problems">
        <thead>
          <tr>
            <th class="num">{t('row')}</th>
            <th>{t('column')}</th>
            <th>{t('found')}</th>
            <th>{t('wanted')}</th>
          </tr>
        </thead>
        <tbody>
          {of.issues.slice(0, MOST).map((issue, i) => (
            <tr key={`${issue.row} ${issue.column} ${i}`} class={issue.severity}>
              <td class="num">{issue.row}</td>
              <td>{issue.header ?? issue.column}</td>
              <td>{issue.found}</td>
              <td>{own(issue.wanted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
