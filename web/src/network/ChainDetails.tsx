import { Link } from '../shell/Link.tsx';
import type { Chain, ChainStep } from '../state/api.ts';
import { materialName } from '../state/names.ts';
import { amount, co2, euro, named, own, ownHalf, t } from '../words/index.ts';
import { ChainDiagram } from './ChainDiagram.tsx';
import { siteName } from './SwitchedOff.tsx';

/** One chain: its flow diagram, and every step with its balance. */
export function ChainDetails({ chain, switchedOff }: { chain: Chain; switchedOff: readonly string[] }) {
  return (
    <section aria-label={t('flowDiagram')}>
      <ChainDiagram chain={chain} />
      <p class="quiet">{t('ribbons')}</p>
      <div class="sheet steps">
        <table>
          <thead>
            <tr>
              <th class="num">{t('step')}</th>
              <th>{t('giver')}</th>
              <th>{t('taker')}</th>
              <th>{t('material')}</th>
              <th class="num">{t('quantity')}</th>
              <th class="num">{t('pairAlone')}</th>
              <th>{t('bottleneck')}</th>
              <th>{t('made')}</th>
              <th class="num">{t('leftOver')}</th>
              <th>{t('fromOutside')}</th>
              <th class="num">{t('money')}</th>
              <th class="num">{t('co2')}</th>
            </tr>
          </thead>
          <tbody>
            {chain.steps.map((step) => (
              <StepRow key={step.n} step={step} />
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Link to={{ view: 'split', pairs: chain.id, partners: undefined, item: undefined }}>{t('splitThis')}</Link>
      </p>
      <p class="chips">
        {t('without')}:{' '}
        {chain.sites.map((site) => (
          <Link key={site} class="button" to={{ off: [...switchedOff, site].join(','), item: undefined }}>
            {siteName(site)}
          </Link>
        ))}
      </p>
    </section>
  );
}

function StepRow({ step }: { step: ChainStep }) {
  return (
    <tr>
      <th scope="row" class="num">
        <Link to={{ output: step.output, demand: step.demand }}>{step.n}</Link>
      </th>
      <td>{ownHalf(step.fromCompanyName)}</td>
      <td>{ownHalf(step.toCompanyName)}</td>
      <td>
        {own(step.materialName)}
        {step.regime === 'blocked' && <span class="warn"> {t('flagBlocked')}</span>}
        {step.border && (
          <span class="quiet">
            {' '}
            {step.border.from} → {step.border.to}
          </span>
        )}
      </td>
      <td class="num">{amount(step.quantityPerYear, step.unit)}</td>
      <td class="num">{amount(step.pairQuantityPerYear, step.unit)}</td>
      <td>{named('bottleneck', step.bottleneck)}</td>
      <td>{step.processNames.map(own).join(', ')}</td>
      <td class="num">{step.leftOverPerYear ? amount(step.leftOverPerYear, step.unit) : '—'}</td>
      <td>
        {step.outsideInputs.map((input) => (
          <div key={input.material}>
            {amount(input.quantityPerYear, '')} {materialName(input.material)}
          </div>
        ))}
      </td>
      <td class="num">{euro(step.netBenefitEurPerYear)}</td>
      <td class="num">{co2(step.co2KgPerYear)}</td>
    </tr>
  );
}
