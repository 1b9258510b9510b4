import { computed } from '@preact/signals';
import { sites } from '../state/region.ts';
import { named, t } from '../words/index.ts';
import { colourOf, SECTORS } from './sectors.ts';

/** Worked out when the sites change, not with each frame of a moving map. */
const sectors = computed(() => new Set(sites.value.map((site) => site.sector)));

export function Legend() {
  const there = sectors.value;
  const known = Object.keys(SECTORS).filter((sector) => there.has(sector));
  const others = [...there].some((sector) => !(sector && sector in SECTORS));
  return (
    <ul class="legend">
      {known.map((sector) => (
        <li key={sector}>
          <i style={{ background: colourOf(sector) }} />
          {named('sector', sector)}
        </li>
      ))}
      {others && (
        <li>
          <i style={{ background: colourOf(undefined) }} />
          {t('sector_other')}
        </li>
      )}
      <li>
        <i class="line" />
        {t('legendArc')}
      </li>
      <li>
        <i class="line dashed" />
        {t('legendBlocked')}
      </li>
    </ul>
  );
}
