import { useSignal } from '@preact/signals';
import { siteName } from '../network/SwitchedOff.tsx';
import { go } from '../state/address.ts';
import type { PlanAnswer } from '../state/api.ts';
import { materialName } from '../state/names.ts';
import { n, own, price, t } from '../words/index.ts';
import { PickFact } from './PickFact.tsx';
import { PickSite } from './PickSite.tsx';
import { readWhatIf, tellWhatIf, type WhatIf } from './question.ts';

/** Changes the region in thought: a site off, a process more, another price. Each stands in the address. */
export function WhatIfForm({ names }: { names: PlanAnswer['names'] }) {
  const now = readWhatIf();
  const imagine = (change: WhatIf) => go({ whatIf: tellWhatIf({ ...now, ...change }) });
  const changes = now.switchedOff || now.plants || now.prices;
  return (
    <details class="what-if" open={changes !== undefined}>
      <summary>{t('whatIf')}</summary>
      <p class="quiet">{t('whatIfHint')}</p>
      <Imagined now={now} names={names} onChange={imagine} />
      <div class="forms">
        <OffForm onAdd={(site) => imagine({ switchedOff: [...new Set([...(now.switchedOff ?? []), site])] })} />
        <PlantForm onAdd={(plant) => imagine({ plants: withPlant(now.plants ?? [], plant) })} />
        <PriceForm onAdd={(material, eur) => imagine({ prices: { ...now.prices, [material]: eur } })} />
      </div>
    </details>
  );
}

/** One plant of a process at a site: the one told last. */
function withPlant(plants: readonly Plant[], plant: Plant): Plant[] {
  return [...plants.filter(({ process, site }) => process !== plant.process || site !== plant.site), plant];
}

interface ImaginedProps {
  readonly now: WhatIf;
  readonly names: PlanAnswer['names'];
  onChange(change: WhatIf): void;
}

/** What is imagined now, each with a way to take it back. */
function Imagined({ now, names, onChange }: ImaginedProps) {
  const { switchedOff = [], plants = [], prices = {} } = now;
  if (switchedOff.length + plants.length + Object.keys(prices).length === 0) return null;
  const named = (id: string) => (names[id] ? own(names[id]!) : id);
  return (
    <p class="chips">
      {switchedOff.map((site) => (
        <button
          key={site}
          type="button"
          onClick={() => onChange({ switchedOff: switchedOff.filter((s) => s !== site) })}
        >
          {t('without')} {siteName(site)} ×
        </button>
      ))}
      {plants.map((plant) => (
        <button
          key={`${plant.process} ${plant.site}`}
          type="button"
          onClick={() => onChange({ plants: plants.filter((p) => p !== plant) })}
        >
          {named(plant.process)} · {siteName(plant.site)} · {n(plant.capacityPerYear)} ×
        </button>
      ))}
      {Object.entries(prices).map(([material, eur]) => (
        <button
          key={material}
          type="button"
          onClick={() =>
            onChange({ prices: Object.fromEntries(Object.entries(prices).filter(([id]) => id !== material)) })
          }
        >
          {materialName(material)}: {price(eur)} ×
        </button>
      ))}
    </p>
  );
}

function OffForm({ onAdd }: { onAdd(site: string): void }) {
  const site = useSignal('');
  return (
    <fieldset>
      <legend>{t('offSite')}</legend>
      <PickSite label={t('place')} value={site} />
      <button type="button" disabled={!site.value} onClick={() => onAdd(site.value)}>
        {t('switchOff')}
      </button>
    </fieldset>
  );
}

type Plant = NonNullable<WhatIf['plants']>[number];

function PlantForm({ onAdd }: { onAdd(plant: Plant): void }) {
  const process = useSignal('');
  const site = useSignal('');
  const capacity = useSignal('');
  const capital = useSignal('');
  const ready = process.value && site.value && Number(capacity.value) > 0;
  return (
    <fieldset>
      <legend>{t('addPlant')}</legend>
      <PickFact label={t('process')} kind="process" value={process} />
      <PickSite label={t('place')} value={site} />
      <label>
        {t('capacity')}
        <input
          type="number"
          min="1"
          value={capacity.value}
          onInput={(event) => {
            capacity.value = event.currentTarget.value;
          }}
        />
      </label>
      <label>
        {t('capitalKnown')}
        <input
          type="number"
          min="0"
          value={capital.value}
          onInput={(event) => {
            capital.value = event.currentTarget.value;
          }}
        />
      </label>
      <button
        type="button"
        disabled={!ready}
        onClick={() =>
          onAdd({
            process: process.value,
            site: site.value,
            capacityPerYear: Number(capacity.value),
            ...(capital.value !== '' && { capexEur: Number(capital.value) }),
          })
        }
      >
        {t('add')}
      </button>
    </fieldset>
  );
}

function PriceForm({ onAdd }: { onAdd(material: string, eur: number): void }) {
  const material = useSignal('');
  const eur = useSignal('');
  const ready = material.value && eur.value !== '' && Number.isFinite(Number(eur.value));
  return (
    <fieldset>
      <legend>{t('changePrice')}</legend>
      <PickFact label={t('product')} kind="material" value={material} />
      <label>
        {t('newPrice')}
        <input
          type="number"
          value={eur.value}
          onInput={(event) => {
            eur.value = event.currentTarget.value;
          }}
        />
      </label>
      <button type="button" disabled={!ready} onClick={() => onAdd(material.value, Number(eur.value))}>
        {t('add')}
      </button>
    </fieldset>
  );
}
