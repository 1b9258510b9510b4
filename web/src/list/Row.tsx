import { chosen, go } from '../state/address.ts';
import type { MatchView } from '../state/api.ts';
import { pointed } from '../state/region.ts';
import { amount, co2, euro, own, ownHalf, t } from '../words/index.ts';

/** One match: giver, what, arrow, taker, as what; tonnes, money, CO2; its score as a thin bar; flags. */
export function Row({ match: m, top }: { match: MatchView; top: number }) {
  const active = chosen.value?.output === m.output && chosen.value.demand === m.demand;
  const point = () => {
    pointed.value = m;
  };
  return (
    <li style={{ top: `${top}px` }}>
      <button
        type="button"
        class={`row${active ? ' active' : ''}${pointed.value === m ? ' pointed' : ''}`}
        data-pair={`${m.output} ${m.demand}`}
        aria-current={active ? 'true' : undefined}
        onClick={() => go({ output: m.output, demand: m.demand })}
        onFocus={point}
        onMouseEnter={point}
        onMouseLeave={() => {
          if (pointed.value === m) pointed.value = undefined;
        }}
      >
        <span class="who" title={`${ownHalf(m.outputCompanyName)} → ${ownHalf(m.demandCompanyName)}`}>
          <span>{ownHalf(m.outputCompanyName)}</span>
          <span class="arrow">→</span>
          <span>{ownHalf(m.demandCompanyName)}</span>
        </span>
        <span class="what">
          <span>{own(m.materialName)}</span>
          <span class="arrow">→</span>
          <span>{own(m.productName)}</span>
        </span>
        <span class="figures nums">
          <span class="bar" style={{ '--share': m.score / 1000 }}>
            {m.score}
          </span>
          <span>{amount(m.quantityPerYear, m.unit)}</span>
          <span>{euro(m.netBenefitEurPerYear)}</span>
          <span>{co2(m.co2KgPerYear)}</span>
        </span>
        <Flags of={m} />
      </button>
    </li>
  );
}

const UNTREATED = new Set(['none', 'без обработки', '', '-', '—']);

function Flags({ of: m }: { of: MatchView }) {
  const missing = m.quantityPerYear === undefined || m.netBenefitEurPerYear === undefined;
  return (
    <span class="flags">
      {m.regime === 'blocked' && <em class="warn">{t('flagBlocked')}</em>}
      {m.inferred && <em>{t('flagInferred')}</em>}
      {missing && <em>{t('flagMissing')}</em>}
      {!UNTREATED.has(m.treatment.en) && <em>{t('flagTreatment')}</em>}
      {m.confidential && <em>{t('flagConfidential')}</em>}
    </span>
  );
}
