import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask, type Found, type MaterialPage, query } from './api.ts';
import { address, go, keep } from './state.ts';
import { lang, n, own, t, whole } from './texts.ts';

type Names = { ru: string; en: string };
type UseRow = {
  id: string;
  name: Names;
  material: string;
  replaces: string;
  receivers: string[];
  treatment: Names;
  fit: number;
  evidence: string;
};

/** Walks the knowledge base: from a word to a material, its uses, takers, substitutes and sources. */
export function Knowledge() {
  const words = useSignal('');
  const found = useSignal<readonly Found[]>([]);
  const page = useSignal<MaterialPage | undefined>(undefined);
  const fact = address.value.fact;
  useEffect(() => {
    if (!fact) {
      page.value = undefined;
      return;
    }
    void keep(() => ask<MaterialPage>(`/materials/${encodeURIComponent(fact)}`)).then((answer) => {
      page.value = answer;
    });
  }, [fact]);
  const search = (text: string) => {
    words.value = text;
    if (text.trim() === '') found.value = [];
    else
      void keep(() => ask<{ rows: Found[] }>(`/knowledge${query({ text, limit: 20 })}`)).then((answer) => {
        found.value = answer?.rows ?? [];
      });
  };
  return (
    <article class="details" aria-label={t('knowledge')}>
      <div class="bar-top">
        <button type="button" onClick={() => go({ view: undefined, fact: undefined })}>
          {t('close')}
        </button>
      </div>
      <h2>{t('knowledge')}</h2>
      <input
        type="search"
        aria-label={t('knowledgeHint')}
        placeholder={t('knowledgeHint')}
        value={words.value}
        onInput={(event) => search(event.currentTarget.value)}
      />
      <ul class="found">
        {found.value.map((row) => (
          <li key={`${row.kind} ${row.id}`}>
            {row.kind === 'material' ? (
              <button type="button" class="link" onClick={() => go({ fact: row.id })}>
                {own(row.name)}
              </button>
            ) : (
              own(row.name)
            )}{' '}
            <span class="quiet">{row.kind}</span>
          </li>
        ))}
      </ul>
      {page.value ? <Material of={page.value} /> : <Coverage />}
    </article>
  );
}

/** Counts of the base: what it knows, and how much of it is sourced. */
function Coverage() {
  const stats = useSignal<Record<string, unknown>>({});
  useEffect(() => {
    void keep(() => ask<Record<string, unknown>>('/knowledge/stats')).then((answer) => {
      stats.value = answer ?? {};
    });
  }, []);
  const rows = Object.entries(stats.value).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([inner, count]) => [`${name} ${inner.toUpperCase()}`, Number(count)] as const)
      : [[name, Number(value)] as const],
  );
  return (
    <section>
      <h3>{t('coverage')}</h3>
      <table>
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <td>{name}</td>
              <td class="num">{whole(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type ProcessRow = {
  id: string;
  name: Names;
  inputs: { material: string }[];
  outputs: { material: string; yield: number }[];
  evidence: string;
};

/** Conversions that take the material in or make it, with their yields. */
function Processes({ rows }: { rows: readonly ProcessRow[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h4>{t('processes')}</h4>
      <ul>
        {rows.map((process) => (
          <li key={process.id}>
            {own(process.name)}: {process.inputs.map((input) => input.material).join(' + ')} →{' '}
            {process.outputs.map((output) => `${n(output.yield)} ${output.material}`).join(', ')}{' '}
            <cite>{process.evidence}</cite>
          </li>
        ))}
      </ul>
    </>
  );
}

function Material({ of }: { of: MaterialPage }) {
  const { name, evidence } = of.material as { name: Names; evidence: string };
  return (
    <section>
      <h3>{own(name)}</h3>
      <p class="quiet">
        <cite>{evidence}</cite>
      </p>
      <Uses title={t('uses')} rows={of.uses as UseRow[]} to="replaces" />
      <Uses title={t('substitutes')} rows={of.substitutes as UseRow[]} to="material" />
      <Processes rows={of.processes as unknown as ProcessRow[]} />
      {of.narrower.length > 0 && (
        <p>
          {t('narrower')}:{' '}
          {of.narrower.map((other) => (
            <button key={other.id} type="button" class="link" onClick={() => go({ fact: other.id })}>
              {own(other.name)}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

function Uses({ title, rows, to }: { title: string; rows: readonly UseRow[]; to: 'replaces' | 'material' }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <table>
        <thead>
          <tr>
            <th>{title}</th>
            <th>{t('at')}</th>
            <th>{t('after')}</th>
            <th class="num">{t('fit')}</th>
            <th>{t('evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((use) => (
            <tr key={use.id}>
              <td>
                <button type="button" class="link" onClick={() => go({ fact: use[to] })}>
                  {own(use.name)}
                </button>
              </td>
              <td>{use.receivers.join(' ')}</td>
              <td>{use.treatment[lang.value]}</td>
              <td class="num">{n(use.fit)}</td>
              <td>
                <cite>{use.evidence}</cite>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
