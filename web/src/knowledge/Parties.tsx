import type { MaterialPage } from '../state/api.ts';
import { own, t } from '../words/index.ts';

/** Activities that take or give the material, each once, with why. */
export function Parties({ title, rows }: { title: string; rows: MaterialPage['takers'] }) {
  if (rows.length === 0) return null;
  const each = [...new Map(rows.map((row) => [row.nace, row])).values()].sort((a, b) => (a.nace < b.nace ? -1 : 1));
  return (
    <section>
      <h4>{title}</h4>
      <table>
        <thead>
          <tr>
            <th>NACE</th>
            <th>{t('activity')}</th>
            <th>{t('evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {each.map((party) => (
            <tr key={party.nace}>
              <th scope="row" class="nums">
                {party.nace}
              </th>
              <td>{party.name ? own(party.name) : '—'}</td>
              <td>
                <cite>{party.evidence}</cite>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
