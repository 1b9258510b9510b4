import { address } from '../state/address.ts';
import { regions } from '../state/region.ts';
import { t } from '../words/index.ts';
import { regionName } from '../words/regions.ts';
import { Choice } from './Choice.tsx';

/** The region that all views look at. */
export function RegionChoice() {
  const named = regions.value.map((region) => [region, regionName(region)] as const);
  return (
    <Choice
      label={t('region')}
      of="region"
      value={address.value.region ?? ''}
      options={[['', t('all')], ...named.sort((a, b) => a[1].localeCompare(b[1]))]}
    />
  );
}
