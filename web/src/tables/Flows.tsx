import { useSignal } from '@preact/signals';
import { WhyNone } from '../match/WhyNone.tsx';
import { Link } from '../shell/Link.tsx';
import { address } from '../state/address.ts';
import type { FlowRow } from '../state/api.ts';
import { materialName } from '../state/names.ts';
import { amount, named, t } from '../words/index.ts';
import { PagedTable } from './PagedTable.tsx';

/** The flows behind the region's number; each leads to its matches, its material, and why it has no better match. */
export function Flows() {
  const asked = useSignal<string | undefined>(undefined);
  const { region, company } = address.value;
  return (
    <PagedTable<FlowRow>
      path="/flows"
      filter={{ region, company }}
      title={t('flowsTitle')}
      search={t('description')}
      head={
        <>
          <th>{t('flow')}</th>
          <th>{t('direction')}</th>
          <th class="num">{t('quantity')}</th>
          <th>{t('guessedMaterial')}</th>
          <th />
        </>
      }
      row={(flow) => (
        <tr key={flow.id}>
          <th scope="row">
            {flow.description || flow.id} <span class="quiet">{flow.id}</span>{' '}
            {flow.confidential && <em class="quiet">{t('flagConfidential')}</em>}
            {asked.value === flow.id && <WhyNone flow={flow.id} />}
          </th>
          <td class="short">{named('direction', flow.direction)}</td>
          <td class="num">{amount(flow.quantityPerYear, flow.dimension ?? 't')}</td>
          <td>
            {flow.readings[0] ? (
              <Link to={{ view: 'knowledge', fact: flow.readings[0].material }}>
                {materialName(flow.readings[0].material)}
              </Link>
            ) : (
              <span class="warn">{t('notRecognised')}</span>
            )}
          </td>
          <td class="short">
            <Link
              to={{
                view: undefined,
                company: undefined,
                flow: `${flow.direction === 'output' ? 'output' : 'demand'}:${flow.id}`,
              }}
            >
              {t('showMatches')}
            </Link>
            <br />
            <button
              type="button"
              class="link"
              aria-expanded={asked.value === flow.id}
              onClick={() => {
                asked.value = asked.value === flow.id ? undefined : flow.id;
              }}
            >
              {t('whyNot')}
            </button>
          </td>
        </tr>
      )}
    />
  );
}
