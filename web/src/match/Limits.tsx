import type { Explanation } from '../state/api.ts';
import { parameterOf } from '../state/parameters.ts';
import { n, named, t } from '../words/index.ts';
import { Footnote, type Sources } from './sources.tsx';

const SIGNS = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '=': '=' } as const;

const truth = (value: number) => t(value === 0 ? 'no' : 'yes');

/** Every limit of the use and the buyer beside what the giver declares. */
export function Limits({ of, sources }: { of: Explanation; sources: Sources }) {
  return (
    <section class="limits">
      <h3>{t('limitsTitle')}</h3>
      {of.limits.length === 0 ? (
        <p class="quiet">{t('noLimits')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{t('parameter')}</th>
              <th class="num">{t('limit')}</th>
              <th class="num">{t('declared')}</th>
              <th>{t('outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {of.limits.map((limit) => {
              const { name, unit } = parameterOf(limit.parameter);
              return (
                <tr key={`${limit.by} ${limit.parameter} ${limit.operator}`}>
                  <th scope="row">
                    {name} <span class="quiet">{named('by', limit.by)}</span>
                    <Footnote number={sources.number(limit.evidence)} source={limit.evidence} />
                  </th>
                  <td class="num">
                    {unit === 'bool' ? truth(limit.limit) : `${SIGNS[limit.operator]} ${n(limit.limit)} ${unit}`}
                  </td>
                  <td class="num">
                    {limit.declared
                      ? unit === 'bool'
                        ? truth(limit.declared.value)
                        : `${limit.declared.operator === '=' ? '' : `${SIGNS[limit.declared.operator]} `}${n(limit.declared.value)} ${unit}`
                      : t('notDeclared')}
                  </td>
                  <td class={`outcome ${limit.outcome.split(' ')[0]}`}>{named('outcome', limit.outcome)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
