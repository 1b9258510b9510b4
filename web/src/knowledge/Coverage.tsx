import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Link } from '../shell/Link.tsx';
import { ask, type CoverageReport } from '../state/api.ts';
import { keep } from '../state/region.ts';
import { n, own, t, whole } from '../words/index.ts';

type Gaps = CoverageReport['gaps'];
const LISTED = [
  'idleMaterials',
  'unmetProducts',
  'bareActivities',
  'estimatedActivities',
  'ungatedUses',
  'unpricedUses',
] as const satisfies readonly (keyof Gaps)[];
/** Documents shown; all are in `docs/knowledge.md` and the API. */
const OLDEST = 20;
const COUNTED = ['untreated', 'unlimited'] as const satisfies readonly (keyof Gaps)[];

/** What the base knows, how much of it is sourced, how old the sources are, and where it is thin. */
export function Coverage() {
  const report = useSignal<CoverageReport | undefined>(undefined);
  useEffect(() => {
    void keep(() => ask<CoverageReport>('/knowledge/coverage')).then((answer) => {
      report.value = answer;
    });
  }, []);
  if (!report.value) return <div class="skeleton" aria-busy="true" />;
  const { kinds, branches, documents, gaps } = report.value;
  const oldest = documents.filter(({ kind, year }) => kind !== 'law' && year !== undefined).slice(0, OLDEST);
  const sum = (of: 'facts' | 'sourced') => kinds.reduce((total, row) => total + row[of], 0);
  return (
    <section>
      <h3>{t('coverage')}</h3>
      <p>{t('coverageSourced', { share: share(sum('sourced'), sum('facts')), facts: whole(sum('facts')) })}</p>
      <Table head={[t('facts'), t('count'), t('fact_sourced'), t('estimates')]}>
        {kinds.map(({ kind, facts, sourced }) => (
          <Row key={kind} name={t(`fact_${kind}` as 'fact_uses')} numbers={[facts, sourced, facts - sourced]} />
        ))}
      </Table>
      <h3>{t('branches')}</h3>
      <Table head={[t('branch'), t('fact_materials'), t('fact_uses'), t('estimates')]}>
        {branches.map((row) => (
          <Row key={row.material} name={own(row.name)} numbers={[row.materials, row.uses, row.estimates]} />
        ))}
      </Table>
      <h3>{t('oldestSources')}</h3>
      <p class="quiet">{t('oldestHint')}</p>
      <Table head={[t('evidence'), t('year'), t('facts')]}>
        {oldest.map(({ name, title, issuer, year, facts }) => (
          <tr key={name}>
            <th scope="row" title={`${title} (${issuer})`}>
              {name}
            </th>
            <td class="num">{year}</td>
            <td class="num">{whole(facts)}</td>
          </tr>
        ))}
      </Table>
      <h3>{t('gaps')}</h3>
      {LISTED.map((gap) => (
        <Gap key={gap} gap={gap} ids={gaps[gap]} />
      ))}
      {COUNTED.map((gap) => (
        <p key={gap}>
          {t(`gap_${gap}`)}: {whole(gaps[gap])}
        </p>
      ))}
    </section>
  );
}

const share = (part: number, all: number): string => `${n(all === 0 ? 0 : (part / all) * 100)} %`;

function Table({ head, children }: { head: readonly string[]; children: ComponentChildren }) {
  const [first, ...numbers] = head;
  return (
    <table>
      <thead>
        <tr>
          <th>{first}</th>
          {numbers.map((name) => (
            <th key={name} class="num">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function Row({ name, numbers }: { name: string; numbers: readonly number[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {numbers.map((value, i) => (
        <td key={i} class="num">
          {whole(value)}
        </td>
      ))}
    </tr>
  );
}

/** How many, and which on request; materials and uses open the material's page. */
function Gap({ gap, ids }: { gap: (typeof LISTED)[number]; ids: readonly string[] }) {
  const title = `${t(`gap_${gap}`)}: ${whole(ids.length)}`;
  if (ids.length === 0) return <p>{title}</p>;
  return (
    <details>
      <summary>{title}</summary>
      <ul class="plain">
        {ids.map((id) => (
          <li key={id}>
            {gap.endsWith('Activities') ? id : <Link to={{ fact: id.split('--')[0], item: undefined }}>{id}</Link>}
          </li>
        ))}
      </ul>
    </details>
  );
}
