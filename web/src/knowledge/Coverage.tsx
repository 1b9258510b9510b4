import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask } from '../state/api.ts';
import { keep } from '../state/region.ts';
import { n, t, whole } from '../words/index.ts';

const KINDS = ['materials', 'uses', 'processes', 'profiles', 'rules', 'facts', 'sourced'] as const;
type Stats = Partial<Record<(typeof KINDS)[number], number>> & { codes?: Record<string, number> };

/** What the base knows, and how much of it is sourced. */
export function Coverage() {
  const stats = useSignal<Stats | undefined>(undefined);
  useEffect(() => {
    void keep(() => ask<Stats>('/knowledge/stats')).then((answer) => {
      stats.value = answer;
    });
  }, []);
  const s = stats.value;
  if (!s) return <div class="skeleton" aria-busy="true" />;
  return (
    <section>
      <h3>{t('coverage')}</h3>
      {s.facts !== undefined && s.sourced !== undefined && (
        <p>{t('coverageSourced', { share: `${n((s.sourced / s.facts) * 100)} %`, facts: whole(s.facts) })}</p>
      )}
      <table>
        <thead>
          <tr>
            <th>{t('facts')}</th>
            <th class="num">{t('count')}</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.filter((kind) => s[kind] !== undefined).map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`fact_${kind}`)}</th>
              <td class="num">{whole(s[kind]!)}</td>
            </tr>
          ))}
          {Object.entries(s.codes ?? {}).map(([scheme, count]) => (
            <tr key={scheme}>
              <th scope="row">
                {t('codes')} {scheme.toUpperCase()}
              </th>
              <td class="num">{whole(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
