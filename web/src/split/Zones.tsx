import { PriceZone } from '../charts/PriceZone.tsx';
import { Link } from '../shell/Link.tsx';
import type { SplitAnswer } from '../state/api.ts';
import { materialName } from '../state/names.ts';
import { amount, euro, t } from '../words/index.ts';
import { nameIn } from './Shares.tsx';

/** The price zone of each exchange, with the price that gives both sides the same. */
export function Zones({ of }: { of: SplitAnswer }) {
  if (of.exchanges.length === 0) return null;
  return (
    <section>
      <h3>{t('zonesTitle')}</h3>
      {of.exchanges.map((exchange, i) => (
        <section key={`${exchange.output} ${exchange.demand}`} class="shared">
          <h4>
            {i + 1}.{' '}
            <Link to={{ output: exchange.output, demand: exchange.demand }}>
              {nameIn(of, exchange.giver)} → {nameIn(of, exchange.taker)}
            </Link>
          </h4>
          <p class="quiet nums">
            {materialName(exchange.material)} · {amount(exchange.quantityPerYear, exchange.unit)} ·{' '}
            {t('aYear', { amount: euro(exchange.benefitEurPerYear) })}
            {exchange.after !== undefined && ` · ${t('fedBy', { n: exchange.after })}`}
          </p>
          {exchange.zone ? (
            <PriceZone
              from={exchange.zone.from}
              to={exchange.zone.to}
              unit={exchange.unit}
              quantity={exchange.quantityPerYear}
            />
          ) : (
            <p>{t('moneyUnknown')}</p>
          )}
        </section>
      ))}
    </section>
  );
}
