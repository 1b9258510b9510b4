import { euro, named, price, t } from '../words/index.ts';

interface PriceZoneProps {
  /** The giver gains above it, EUR per unit. */
  readonly from: number;
  /** The taker gains below it. */
  readonly to: number;
  readonly unit: string;
  readonly quantity: number | undefined;
}

/** The prices at which both sides gain, as a bar: what lies left of a price is the giver's gain, right of it the taker's. */
export function PriceZone({ from, to, unit, quantity }: PriceZoneProps) {
  const title = t('zoneTitle', { unit: named('unit', unit) });
  if (from > to) return <p>{t('zoneNone', { from: price(from), to: price(to) })}</p>;
  const pad = (to - from || Math.abs(to) || 1) * 0.12;
  const low = Math.min(from - pad, 0);
  const high = Math.max(to + pad, 0);
  const at = (value: number) => ((value - low) / (high - low)) * 100;
  const middle = (from + to) / 2;
  const half = quantity === undefined ? '—' : euro(((to - from) / 2) * quantity);
  return (
    <figure class="zone" aria-label={title}>
      <figcaption>{title}</figcaption>
      <div class="axis">
        <span class="giver" style={{ left: `${at(from)}%`, width: `${at(middle) - at(from)}%` }}>
          {t('giverGains')}
        </span>
        <span class="taker" style={{ left: `${at(middle)}%`, width: `${at(to) - at(middle)}%` }}>
          {t('takerGains')}
        </span>
        <i class="zero" style={{ left: `${at(0)}%` }} />
      </div>
      <div class="ticks nums">
        <span style={{ left: `${at(from)}%` }}>{price(from)}</span>
        <span style={{ left: `${at(middle)}%` }}>{price(middle)}</span>
        <span style={{ left: `${at(to)}%` }}>{price(to)}</span>
      </div>
      <p>
        {t('zone', { from: price(from), to: price(to), middle: price(middle), half })} {middle < 0 && t('zonePays')}
      </p>
    </figure>
  );
}
