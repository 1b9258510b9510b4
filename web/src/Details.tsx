import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask, type Explanation } from './api.ts';
import { generation, go, keep, matches } from './state.ts';
import { lang, n, own, t } from './texts.ts';
import { Waterfall } from './Waterfall.tsx';

/** One pair in full: a sentence, the terms, money, CO2, legal route, what is missing. */
export function Details({ output, demand }: { output: string; demand: string }) {
  const said = useSignal<Explanation | undefined>(undefined);
  useEffect(() => {
    void generation.value;
    void keep(() => ask<Explanation>(`/pairs/${encodeURIComponent(output)}/${encodeURIComponent(demand)}`)).then(
      (e) => {
        said.value = e;
      },
    );
  }, [output, demand, generation.value, lang.value]);
  const e = said.value;
  return (
    <article class="details" aria-label={t('details')}>
      <div class="bar-top">
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
        <button type="button" onClick={() => go({ output: undefined, demand: undefined })}>
          {t('close')}
        </button>
      </div>
      <Sentence output={output} demand={demand} />
      {!e && <p class="quiet">{t('loading')}</p>}
      {e && e.vetoes.length > 0 && <Vetoes of={e} />}
      {e && e.terms.length > 0 && <Terms of={e} />}
      {e?.money && <MoneyPart of={e} />}
      {e?.carbon && <CarbonPart carbon={e.carbon} />}
      {e && e.route.length > 0 && (
        <section>
          <h3>{t('route')}</h3>
          <ol>
            {e.route.map((step) => (
              <li key={step.step}>
                {step.step} <cite>{step.citation}</cite>
              </li>
            ))}
          </ol>
        </section>
      )}
      {e && e.missing.length > 0 && (
        <section>
          <h3>{t('missing')}</h3>
          <ul>
            {e.missing.map((m) => (
              <li key={`${m.flow} ${m.field}`}>
                {m.flow}: {m.field} — {t('upTo', { n: m.pointsAtMost })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function Sentence({ output, demand }: { output: string; demand: string }) {
  const m = matches.value.find((row) => row.output === output && row.demand === demand);
  if (!m)
    return (
      <h2>
        {output} → {demand}
      </h2>
    );
  const distance = m.distanceKm === undefined ? '' : t('away', { km: n(m.distanceKm) });
  return (
    <>
      <h2>
        {t('sentence', {
          what: own(m.materialName),
          giver: m.outputCompanyName,
          amount: `${n(m.quantityPerYear)} ${m.unit} ${t('perYear')}`,
          product: own(m.productName),
          taker: m.demandCompanyName,
          distance,
        })}
      </h2>
      <p class="quiet">
        {t('after')}: {own(m.treatment)} · {t('basis')}: {t(`basis_${m.basis}`)} · {t('confidence')}: {n(m.confidence)}
      </p>
    </>
  );
}

function Vetoes({ of }: { of: Explanation }) {
  return (
    <section>
      <h3>{t('vetoes')}</h3>
      <ul>
        {of.vetoes.map((v) => (
          <li key={v.rule}>
            <b>{v.rule}</b>: {v.left} / {v.right} <cite>{v.citation}</cite>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Terms({ of }: { of: Explanation }) {
  return (
    <section>
      <h3>
        {t('whyTitle')}: <output class="score">{of.score}</output>
      </h3>
      <Waterfall
        steps={of.terms.map((term) => ({ name: t(`term_${term.name}`), value: term.points }))}
        total={of.score}
      />
      <table>
        <thead>
          <tr>
            <th>{t('term')}</th>
            <th class="num">{t('points')}</th>
            <th>{t('left')}</th>
            <th>{t('right')}</th>
            <th>{t('rule')}</th>
          </tr>
        </thead>
        <tbody>
          {of.terms.map((term) => (
            <tr key={term.name} data-term={term.name}>
              <td>{t(`term_${term.name}`)}</td>
              <td class="num points">{term.points}</td>
              <td>{term.left}</td>
              <td>{term.right}</td>
              <td>
                <cite>{term.rule}</cite>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MoneyPart({ of }: { of: Explanation }) {
  const m = of.money!;
  const keys = ['avoidedDisposal', 'avoidedPurchase', 'treatment', 'transport', 'transaction'] as const;
  const low = Math.min(0, m.priceFrom, m.priceTo);
  const high = Math.max(0, m.priceFrom, m.priceTo);
  const at = (price: number) => `${((price - low) / (high - low || 1)) * 100}%`;
  return (
    <section>
      <h3>{t('moneyTitle')}</h3>
      <Waterfall steps={keys.map((key) => ({ name: t(key), value: m[key] }))} total={m.net} table />
      <p>{t('zone', { unit: of.match?.unit ?? '', from: n(m.priceFrom), to: n(m.priceTo) })}</p>
      {m.priceFrom <= m.priceTo && (
        <div class="zone" role="presentation">
          <span style={{ left: at(m.priceFrom), right: `calc(100% - ${at(m.priceTo)})` }} />
        </div>
      )}
    </section>
  );
}

function CarbonPart({ carbon }: { carbon: NonNullable<Explanation['carbon']> }) {
  const keys = ['avoidedVirgin', 'avoidedLandfill', 'treatment', 'transport'] as const;
  return (
    <section>
      <h3>{t('carbonTitle')}</h3>
      <Waterfall steps={keys.map((key) => ({ name: t(key), value: carbon[key] }))} total={carbon.net} table />
    </section>
  );
}
