import { siteName } from '../network/SwitchedOff.tsx';
import { tellWhatIf } from '../plan/question.ts';
import { Link } from '../shell/Link.tsx';
import { address } from '../state/address.ts';
import type { MissingProcess, SitingReport } from '../state/api.ts';
import { materialName } from '../state/names.ts';
import { amount, euro, n, own, t } from '../words/index.ts';
import { placeName } from './place.ts';

/** Processes that are missing, the most worth first; one of them with its plants: where, how large, who would bring what. */
export function Plants({ of }: { of: SitingReport }) {
  const { processes } = of;
  const chosen = processes.find(({ process }) => process === address.value.item) ?? processes[0];
  return (
    <section aria-label={t('missingPlants')}>
      <h3>{t('missingPlants')}</h3>
      <p class="quiet">{t('missingPlantsTells')}</p>
      {!chosen && <p>{t('noMissingPlants')}</p>}
      {chosen && (
        <div class="split">
          <ol class="plain picks">
            {processes.map((missing) => (
              <li key={missing.process}>
                <Link to={{ item: missing.process }} current={missing === chosen}>
                  {own(of.names[missing.process]!)}
                </Link>
                <span class="quiet nums">
                  {t('unlocks', {
                    amount: amount(missing.unlockedPerYear, unitOf(missing, of)),
                    all: amount(missing.openPerYear, unitOf(missing, of)),
                  })}{' '}
                  · {t('aYear', { amount: euro(missing.siting.benefitEurPerYear) })}
                </span>
              </li>
            ))}
          </ol>
          <Sited missing={chosen} of={of} />
        </div>
      )}
    </section>
  );
}

function Sited({ missing, of }: { missing: MissingProcess; of: SitingReport }) {
  const { siting, capex, process } = missing;
  const name = own(of.names[process]!);
  const unit = unitOf(missing, of);
  return (
    <section aria-label={name}>
      <div class="sheet wraps">
        <table class="sited">
          <thead>
            <tr>
              <th>{t('where')}</th>
              <th class="num">{t('howLarge')}</th>
              <th class="num">{t('capital')}</th>
              <th class="num">{t('gainAYear')}</th>
              <th>{t('wouldBring')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {siting.plants.map((plant) => (
              <tr key={plant.place}>
                <th scope="row">{placeName(plant.place)}</th>
                <td class="num">{amount(plant.quantityPerYear, unit)}</td>
                <td class="num">{euro(plant.capexEur)}</td>
                <td class="num">{euro(plant.benefitEurPerYear)}</td>
                <td>
                  {plant.streams.map((stream) => (
                    <div key={stream.id}>
                      <Link to={{ view: undefined, flow: `output:${stream.id}`, item: undefined }}>
                        {whatOf(stream.id, plant.place, of)}
                      </Link>{' '}
                      <span class="quiet nums">
                        {amount(stream.quantityPerYear, unit)}, {n(stream.distanceKm)} {t('km')}
                      </span>
                    </div>
                  ))}
                </td>
                <td>
                  <Link
                    class="button"
                    label={`${t('tryInPlan')}: ${name}, ${placeName(plant.place)}`}
                    to={{
                      view: 'plan',
                      item: undefined,
                      whatIf: tellWhatIf({
                        plants: [{ process, site: plant.place, capacityPerYear: Math.ceil(plant.quantityPerYear) }],
                      }),
                    }}
                  >
                    {t('tryInPlan')}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet">
        {siting.gap !== null && siting.gap > 1e-4 ? t('sitedGap', { gap: `${n(siting.gap * 100)} %` }) : t('sitedBest')}{' '}
        {t('capitalOf', { eur: euro(capex.eur), size: amount(capex.atPerYear, unit), exponent: n(capex.exponent) })}{' '}
        {t('source', { n: '' }).trim()}: <cite>{capex.evidence === 'estimate' ? t('estimate') : capex.evidence}</cite>
      </p>
    </section>
  );
}

const gapOf = (output: string, { outputs }: SitingReport) => outputs.find((gap) => gap.output === output);

/** All that one process takes is measured alike. */
const unitOf = ({ siting }: MissingProcess, of: SitingReport) =>
  gapOf(siting.plants[0]?.streams[0]?.id ?? '', of)?.unit ?? 't';

/** What is brought, and by whom where it is not the place's own. */
function whatOf(output: string, place: string, of: SitingReport): string {
  const gap = gapOf(output, of);
  if (!gap) return output;
  return `${materialName(gap.material)}${gap.site === place ? '' : `, ${siteName(gap.site)}`}`;
}
