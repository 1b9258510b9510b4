import { go } from '../state/address.ts';
import { sites } from '../state/region.ts';
import { ownHalf, t } from '../words/index.ts';

/** Sites that the question leaves out, each with a way to switch it on again. */
export function SwitchedOff({ sites: off }: { sites: readonly string[] }) {
  if (off.length === 0) return null;
  return (
    <p class="chips">
      {t('switchedOff')}:{' '}
      {off.map((id) => (
        <button
          key={id}
          type="button"
          aria-label={`${t('switchOn')}: ${siteName(id)}`}
          onClick={() => go({ off: off.filter((other) => other !== id).join(',') || undefined })}
        >
          {siteName(id)} ×
        </button>
      ))}
    </p>
  );
}

export function siteName(id: string): string {
  const site = sites.value.find((row) => row.id === id);
  return site ? ownHalf(site.companyName) : id;
}
