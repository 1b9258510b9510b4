import { Link } from '../shell/Link.tsx';
import type { MaterialPage } from '../state/api.ts';
import { n, named, own, t } from '../words/index.ts';
import { Parties } from './Parties.tsx';
import { Processes } from './Processes.tsx';
import { Uses } from './Uses.tsx';

/** All that is known of a material, each line with its source and a way on. */
export function Material({ of }: { of: MaterialPage }) {
  const { material: m } = of;
  const lines = (title: string, rows: MaterialPage['broader']) =>
    rows.length > 0 && (
      <p class="crumbs">
        <span class="quiet">{title}:</span>
        {rows.map((row) => (
          <Link key={row.id} to={{ fact: row.id }}>
            {own(row.name)}
          </Link>
        ))}
      </p>
    );
  const nothing = of.uses.length + of.substitutes.length + of.takers.length + of.givers.length === 0;
  return (
    <section>
      <h3>{own(m.name)}</h3>
      {lines(t('broader'), of.broader)}
      {lines(t('narrower'), of.narrower)}
      <p class="quiet">
        {m.state && `${t('state')}: ${named('state', m.state)}. `}
        {m.hazardClass !== undefined && `${t('hazardClass')}: ${n(m.hazardClass)}. `}
        {t('evidence')}: {m.evidence}
      </p>
      {of.codes.length > 0 && (
        <p class="quiet codes nums">
          {t('codes')}:{' '}
          {of.codes
            .slice(0, 12)
            .map((code) => `${code.scheme} ${code.code}`)
            .join(', ')}
          {of.codes.length > 12 && ', …'}
        </p>
      )}
      <p>
        <Link to={{ view: undefined, fact: undefined, material: m.id }}>{t('seeMatches')}</Link>
      </p>
      {nothing && <p>{t('nothingKnown')}</p>}
      <Uses title={t('uses')} rows={of.uses} to="replaces" />
      <Parties title={t('receivers')} rows={of.takers} />
      <Uses title={t('substitutes')} rows={of.substitutes} to="material" />
      <Parties title={t('givers')} rows={of.givers} />
      <Processes rows={of.processes} />
      {of.rules.length > 0 && (
        <section>
          <h4>{t('rules')}</h4>
          <ul class="plain">
            {of.rules.map((rule) => (
              <li key={rule.id}>
                {own(rule.name)} <cite>{rule.citation}</cite>
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}
