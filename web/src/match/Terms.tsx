import { Waterfall } from '../charts/Waterfall.tsx';
import type { Explanation } from '../state/api.ts';
import { named, t, whole } from '../words/index.ts';
import { Footnote, type Sources } from './sources.tsx';

/** The seven terms that add up to the score, and what each compared. */
export function Terms({ of, sources }: { of: Explanation; sources: Sources }) {
  const name = (term: string) => named('term', term);
  return (
    <section>
      <h3>
        {t('whyTitle')}: <output class="score">{of.score}</output>
      </h3>
      <Waterfall
        title={`${t('whyTitle')}: ${t('ofThousand', { n: of.score })}`}
        steps={of.terms.map((term) => ({ name: name(term.name), value: term.points }))}
        total={of.score}
        told={whole}
      />
      <details>
        <summary>{t('table')}</summary>
        <table>
          <thead>
            <tr>
              <th>{t('term')}</th>
              <th class="num">{t('points')}</th>
              <th>{t('giver')}</th>
              <th>{t('taker')}</th>
              <th>{t('rule')}</th>
            </tr>
          </thead>
          <tbody>
            {of.terms.map((term) => (
              <tr key={term.name} data-term={term.name}>
                <th scope="row">{name(term.name)}</th>
                <td class="num points">{term.points}</td>
                <td>{term.left}</td>
                <td>{term.right}</td>
                <td>
                  <cite>{term.rule}</cite>
                  <Footnote number={sources.number(term.rule)} source={term.rule} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
