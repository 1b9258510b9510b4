import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { townName } from '../map/towns.ts';
import type { SiteView } from '../state/api.ts';
import { sites } from '../state/region.ts';
import { ownHalf } from '../words/index.ts';

/** Sites offered at once; typing narrows them. */
const MOST = 500;

const nameOf = (site: SiteView) => `${ownHalf(site.companyName)}${site.town ? `, ${townName(site.town)}` : ''}`;

/** A site of the region, by its company's name and town. */
export function PickSite({ label, value }: { label: string; value: Signal<string> }) {
  const list = useId();
  return (
    <label>
      {label}
      <input
        list={list}
        autocomplete="off"
        onInput={(event) => {
          const text = event.currentTarget.value;
          value.value = sites.value.find((site) => nameOf(site) === text || site.id === text)?.id ?? '';
        }}
      />
      <datalist id={list}>
        {sites.value.slice(0, MOST).map((site) => (
          <option key={site.id} value={nameOf(site)} />
        ))}
      </datalist>
    </label>
  );
}
