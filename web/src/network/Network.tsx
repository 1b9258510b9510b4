import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Link } from '../shell/Link.tsx';
import { Panel } from '../shell/Panel.tsx';
import { go } from '../state/address.ts';
import { loadMore, matches, more, sites } from '../state/region.ts';
import { n, ownHalf, t } from '../words/index.ts';
import { drawNetwork } from './draw-network.ts';
import { linkCompanies } from './link-companies.ts';

/** Matches drawn at most; the best are first. */
const MOST = 2000;

/** Companies and their matches as a network, and the same as a table. */
export function Network() {
  const box = useRef<HTMLDivElement>(null);
  const broken = useSignal(false);
  const rows = matches.value.slice(0, MOST);
  const network = useMemo(() => linkCompanies(rows, sites.value), [rows.length, rows[0], sites.value]);
  useEffect(() => {
    if (more.value && matches.value.length < MOST) void loadMore();
  }, [matches.value.length, more.value]);
  useEffect(() => {
    if (!box.current || network.companies.length === 0) return;
    try {
      return drawNetwork(box.current, network, (company) => go({ company, view: undefined }));
    } catch {
      broken.value = true;
      return undefined;
    }
  }, [network]);
  return (
    <Panel title={t('network')} whole>
      <p class="quiet">
        {t('networkHint')} {more.value && matches.value.length >= MOST && t('networkPart', { n: n(MOST) })}
      </p>
      {broken.value && <p class="warn">{t('noWebgl')}</p>}
      <div ref={box} class="sigma" role="img" aria-label={t('networkLabel')} hidden={broken.value} />
      <details>
        <summary>{t('table')}</summary>
        <table>
          <thead>
            <tr>
              <th>{t('company')}</th>
              <th class="num">{t('givesTo')}</th>
              <th class="num">{t('takesFrom')}</th>
            </tr>
          </thead>
          <tbody>
            {network.companies.map((company) => (
              <tr key={company.id}>
                <th scope="row">
                  <Link to={{ company: company.id, view: undefined }}>{ownHalf(company.name)}</Link>
                </th>
                <td class="num">{company.gives}</td>
                <td class="num">{company.takes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Panel>
  );
}
