import { chainName } from '../network/Chains.tsx';
import { Link } from '../shell/Link.tsx';
import { Panel } from '../shell/Panel.tsx';
import { address } from '../state/address.ts';
import { useAnswer } from '../state/answer.ts';
import type { ChainPage, SplitAnswer } from '../state/api.ts';
import { euro, t } from '../words/index.ts';
import { Partners } from './Partners.tsx';
import { Shares } from './Shares.tsx';
import { Zones } from './Zones.tsx';

/** Chains to choose from. */
const TOP = 20;

/** How partners could share a benefit: of a chain, of one exchange, or of companies that plan together. */
export function Split() {
  const { region, pairs, partners } = address.value;
  const chains = useAnswer<ChainPage>('/chains', {
    by: 'money',
    shape: 'tree',
    maxSteps: 4,
    top: TOP,
    ...(region && { region }),
  });
  const rows = chains.answer.value?.rows ?? [];
  const companies = (partners ?? '').split(',').filter(Boolean);
  const shared = companies.length > 0 ? undefined : (pairs ?? rows[0]?.id);
  const question = companies.length >= 2 ? { companies } : shared ? { pairs: pairsOf(shared) } : undefined;
  const { answer, busy, fault } = useAnswer<SplitAnswer>('/splits', question);
  const a = question && answer.value;
  return (
    <Panel title={t('fairSplit')} whole>
      <p class="quiet">{t('fairSplitHint')}</p>
      <div class="split">
        <section aria-label={t('whoseBenefit')}>
          <Partners companies={companies} />
          <h4>{t('orOfChain')}</h4>
          {chains.answer.value && rows.length === 0 && <p>{t('noChains')}</p>}
          <ol class="plain picks">
            {rows.map((chain) => (
              <li key={chain.id}>
                <Link to={{ pairs: chain.id, partners: undefined }} current={chain.id === shared}>
                  {chainName(chain)}
                </Link>
                <span class="quiet nums">{euro(chain.netBenefitEurPerYear)}</span>
              </li>
            ))}
          </ol>
        </section>
        <section aria-label={t('fairSplit')} aria-busy={busy.value}>
          {fault.value && (
            <p class="warn" role="alert">
              {fault.value}
            </p>
          )}
          {companies.length === 1 && <p>{t('onePartnerMore')}</p>}
          {!a && (busy.value || chains.busy.value) && <div class="skeleton" aria-busy="true" />}
          {a && !fault.value && (
            <>
              <Shares of={a} />
              <Zones of={a} />
            </>
          )}
        </section>
      </div>
    </Panel>
  );
}

/** `O1>N1|O2>N2`, as a chain's id names its exchanges. */
function pairsOf(told: string): { output: string; demand: string }[] {
  return told.split('|').map((pair) => {
    const at = pair.indexOf('>');
    return { output: pair.slice(0, at), demand: pair.slice(at + 1) };
  });
}
