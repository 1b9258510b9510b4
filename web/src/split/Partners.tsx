import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { go } from '../state/address.ts';
import { companyName } from '../state/companies.ts';
import { sites } from '../state/region.ts';
import { ownHalf, t } from '../words/index.ts';

/** Companies offered at once; typing narrows them. */
const MOST = 500;

/** Chooses companies that would plan together; they stand in the address. */
export function Partners({ companies }: { companies: readonly string[] }) {
  const list = useId();
  const typed = useSignal('');
  const known = new Map(sites.value.map((site) => [ownHalf(site.companyName), site.companyId]));
  const choose = (ids: readonly string[]) =>
    go({ partners: ids.length > 0 ? ids.join(',') : undefined, pairs: undefined });
  const add = (text: string) => {
    typed.value = text;
    const id = known.get(text);
    if (id === undefined) return;
    typed.value = '';
    if (!companies.includes(id)) choose([...companies, id]);
  };
  return (
    <>
      <label class="pick-company">
        {t('planTogetherWho')}
        <input list={list} autocomplete="off" value={typed.value} onInput={(event) => add(event.currentTarget.value)} />
        <datalist id={list}>
          {[...known.keys()].slice(0, MOST).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
      {companies.length > 0 && (
        <p class="chips">
          {companies.map((id) => (
            <button
              key={id}
              type="button"
              aria-label={`${t('remove')}: ${companyName(id)}`}
              onClick={() => choose(companies.filter((other) => other !== id))}
            >
              {companyName(id)} ×
            </button>
          ))}
        </p>
      )}
    </>
  );
}
