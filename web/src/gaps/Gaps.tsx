import { Panel } from '../shell/Panel.tsx';
import { RegionChoice } from '../shell/RegionChoice.tsx';
import { address, go, type Key } from '../state/address.ts';
import { useAnswer } from '../state/answer.ts';
import type { SitingReport } from '../state/api.ts';
import { t, type Word } from '../words/index.ts';
import { ByRegion } from './ByRegion.tsx';
import { MilkRuns } from './MilkRuns.tsx';
import { OpenDemands, OpenOutputs } from './OpenFlows.tsx';
import { Plants } from './Plants.tsx';

/** Kinds of plant at most. */
const TOP = 30;
/** How far a plant fetches, km, and the lot below which a taker does not deal, t a year, where nobody told (as the API has them). */
const WITHIN_KM = 100;
const LOT = 500;

/** What is missing: plants that would pay and where, flows that nobody takes or gives, lots of small flows. */
export function Gaps() {
  const { region, within, lot } = address.value;
  const { answer, busy, fault } = useAnswer<SitingReport>('/sitings', {
    top: TOP,
    ...(region && { region }),
    ...(Number(within) > 0 && { withinKm: Number(within) }),
    ...(Number(lot) > 0 && { minimumLot: Number(lot) }),
  });
  const a = answer.value;
  return (
    <Panel title={t('missingLinks')} whole>
      <p class="quiet">{t('gapsHint')}</p>
      <p class="line">
        <RegionChoice />
        <Figure label="withinKm" of="within" usual={WITHIN_KM} step={10} />
        <Figure label="smallestLot" of="lot" usual={LOT} step={50} />
      </p>
      {fault.value && (
        <p class="warn" role="alert">
          {fault.value}
        </p>
      )}
      {busy.value && !a && <div class="skeleton" aria-busy="true" />}
      {a && (
        <div class="answer" aria-busy={busy.value}>
          <Plants of={a} />
          <ByRegion of={a} />
          <OpenOutputs of={a} />
          <OpenDemands of={a} />
          <MilkRuns of={a} />
        </div>
      )}
    </Panel>
  );
}

interface FigureProps {
  readonly label: Word;
  readonly of: Key;
  readonly usual: number;
  readonly step: number;
}

function Figure({ label, of, usual, step }: FigureProps) {
  return (
    <label>
      {t(label)}{' '}
      <input
        type="number"
        min="1"
        step={step}
        class="short-field"
        placeholder={String(usual)}
        value={address.value[of] ?? ''}
        onChange={(event) => go({ [of]: event.currentTarget.value || undefined })}
      />
    </label>
  );
}
