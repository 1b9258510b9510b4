import type { Explanation } from '../state/api.ts';
import { materialName, ruleName } from '../state/names.ts';
import { t } from '../words/index.ts';

export function Vetoes({ of }: { of: Explanation }) {
  if (of.verdict === 'no use') return <p class="warn">{t('noUse')}</p>;
  if (of.vetoes.length === 0) return null;
  return (
    <section class="vetoes">
      <h3>{t('vetoes')}</h3>
      <ul>
        {of.vetoes.map((v) => (
          <li key={`${v.rule} ${v.left}`}>
            <b>{ruleName(v.rule)}</b>: {materialName(v.left)} / {materialName(v.right)}. <cite>{v.citation}</cite>
          </li>
        ))}
      </ul>
    </section>
  );
}
