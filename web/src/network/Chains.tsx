import { Choice } from '../shell/Choice.tsx';
import { Link } from '../shell/Link.tsx';
import { Panel } from '../shell/Panel.tsx';
import { RegionChoice } from '../shell/RegionChoice.tsx';
import { address } from '../state/address.ts';
import { useAnswer } from '../state/answer.ts';
import type { Chain, ChainPage } from '../state/api.ts';
import { co2, counted, euro, ownHalf, t, tonnes } from '../words/index.ts';
import { ChainDetails } from './ChainDetails.tsx';
import { SwitchedOff } from './SwitchedOff.tsx';

const GOALS = ['money', 'co2', 'tonnes'] as const;
const REACHES = ['anywhere', 'within-region', 'across-regions', 'across-borders'] as const;
/** How many are asked for. */
const TOP = 100;

/** Exchanges that feed further ones, best first; one of them as a flow diagram with its quantities. */
export function Chains() {
  const a = address.value;
  const by = GOALS.find((goal) => goal === a.by) ?? 'money';
  const shape = a.shape === 'path' ? 'path' : 'tree';
  const steps = Math.min(6, Math.max(2, Number(a.steps) || 4));
  const reach = REACHES.find((word) => word === a.reach) ?? 'anywhere';
  const switchedOff = (a.off ?? '').split(',').filter(Boolean);
  const { answer, busy, fault } = useAnswer<ChainPage>('/chains', {
    by,
    shape,
    maxSteps: steps,
    top: TOP,
    ...(a.region ? { region: a.region } : { reach }),
    ...(switchedOff.length > 0 && { switchedOff }),
  });
  const chains = answer.value?.rows ?? [];
  const chosen = chains.find((chain) => chain.id === a.item) ?? chains[0];
  return (
    <Panel title={t('chains')} whole>
      <p class="quiet">{t('chainsHint')}</p>
      <p class="line">
        <Choice label={t('by')} of="by" value={by} options={GOALS.map((goal) => [goal, t(`goal_${goal}`)])} />
        <Choice
          label={t('shape')}
          of="shape"
          value={shape}
          options={(['tree', 'path'] as const).map((word) => [word, t(`shape_${word}`)])}
        />
        <Choice
          label={t('steps')}
          of="steps"
          value={String(steps)}
          options={[2, 3, 4, 5, 6].map((n) => [String(n), String(n)])}
        />
        <RegionChoice />
        {!a.region && (
          <Choice
            label={t('reach')}
            of="reach"
            value={reach}
            options={REACHES.map((word) => [word, t(`reach_${word}`)])}
          />
        )}
      </p>
      <SwitchedOff sites={switchedOff} />
      {fault.value && (
        <p class="warn" role="alert">
          {fault.value}
        </p>
      )}
      {busy.value && !answer.value && <div class="skeleton" aria-busy="true" />}
      {answer.value && chains.length === 0 && !busy.value && <p>{t('noChains')}</p>}
      {chosen && (
        <div class="split" aria-busy={busy.value}>
          <section aria-label={t('chains')}>
            <p class="quiet">{counted('chainsFound', answer.value!.total)}</p>
            <ol class="plain picks">
              {chains.map((chain) => (
                <li key={chain.id}>
                  <Link to={{ item: chain.id }} current={chain === chosen}>
                    {chainName(chain)}
                  </Link>
                  <span class="quiet nums">
                    {euro(chain.netBenefitEurPerYear)} · {co2(chain.co2KgPerYear)} · {tonnes(chain.tonnesPerYear)}
                    {chain.loop && ` · ${t('loop')}`}
                    {chain.borders > 0 && ` · ${counted('borders', chain.borders)}`}
                  </span>
                </li>
              ))}
            </ol>
          </section>
          <ChainDetails chain={chosen} switchedOff={switchedOff} />
        </div>
      )}
    </Panel>
  );
}

/** From whom, through whom, to whom. */
export function chainName({ steps }: Chain): string {
  const names = [steps[0]!.fromCompanyName, ...steps.map((step) => step.toCompanyName)].map(ownHalf);
  return [...new Set(names)].join(' → ');
}
