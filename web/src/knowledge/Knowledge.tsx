import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Link } from '../shell/Link.tsx';
import { Panel } from '../shell/Panel.tsx';
import { address, go } from '../state/address.ts';
import { ask, type Found, type MaterialPage, query } from '../state/api.ts';
import { keep } from '../state/region.ts';
import { named, own, t } from '../words/index.ts';
import { Coverage } from './Coverage.tsx';
import { Material } from './Material.tsx';

/** Walks the knowledge base: from a word to a material, its uses, receivers, processes, rules and sources. */
export function Knowledge() {
  const page = useSignal<MaterialPage | undefined>(undefined);
  const found = useSignal<readonly Found[] | undefined>(undefined);
  const fact = address.value.fact;
  const text = address.value.item ?? '';
  useEffect(() => {
    page.value = undefined;
    if (fact)
      void keep(() => ask<MaterialPage>(`/materials/${encodeURIComponent(fact)}`)).then((answer) => {
        page.value = answer;
      });
  }, [fact]);
  useEffect(() => {
    found.value = undefined;
    if (text.trim())
      void keep(() => ask<{ rows: Found[] }>(`/knowledge${query({ text, limit: 30 })}`)).then((answer) => {
        found.value = answer?.rows ?? [];
      });
  }, [text]);
  return (
    <Panel title={t('knowledge')} wide>
      <SearchField text={text} />
      {found.value && <Results rows={found.value} />}
      {fact ? (
        page.value ? (
          <Material of={page.value} />
        ) : (
          <div class="skeleton" aria-busy="true" />
        )
      ) : (
        !text && <Coverage />
      )}
    </Panel>
  );
}

function SearchField({ text }: { text: string }) {
  return (
    <input
      type="search"
      aria-label={t('knowledgeHint')}
      placeholder={t('knowledgeHint')}
      value={text}
      onInput={(event) => go({ item: event.currentTarget.value, fact: undefined }, false)}
    />
  );
}

/** Materials open their page; a use opens the material it is of. */
function Results({ rows }: { rows: readonly Found[] }) {
  if (rows.length === 0) return <p class="quiet">{t('noRows')}</p>;
  return (
    <ul class="plain found">
      {rows.map((row) => (
        <li key={`${row.kind} ${row.id}`}>
          {row.kind === 'material' || row.kind === 'use' ? (
            <Link to={{ fact: row.kind === 'use' ? row.id.split('--')[0] : row.id, item: undefined }}>
              {own(row.name)}
            </Link>
          ) : (
            own(row.name)
          )}{' '}
          <span class="quiet">{named('kindOf', row.kind)}</span>
        </li>
      ))}
    </ul>
  );
}
