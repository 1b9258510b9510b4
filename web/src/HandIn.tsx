import { useSignal } from '@preact/signals';
import { ApiProblem, ask, type ImportReport, query } from './api.ts';
import { generation, go } from './state.ts';
import { n, own, t } from './texts.ts';

type Kind = 'companies' | 'flows' | 'workbook';

/** Hands in a file: it is checked first, its problems shown in place; nothing is saved before one says so. */
export function HandIn() {
  const file = useSignal<File | undefined>(undefined);
  const kind = useSignal<Kind>('flows');
  const report = useSignal<ImportReport | undefined>(undefined);
  const said = useSignal('');
  const busy = useSignal(false);

  const send = async (options: { dryRun?: boolean; acceptValid?: boolean }) => {
    if (!file.value) return;
    busy.value = true;
    said.value = '';
    try {
      const flags = {
        dryRun: options.dryRun ? 'true' : undefined,
        acceptValid: options.acceptValid ? 'true' : undefined,
      };
      report.value = await ask<ImportReport>(`/files${query({ kind: kind.value, name: file.value.name, ...flags })}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: file.value,
      });
      if (report.value.imported) {
        const { companies, flows } = report.value.changes;
        const sum = (key: 'added' | 'changed' | 'unchanged') => companies[key] + flows[key];
        said.value = t('imported', { added: sum('added'), changed: sum('changed'), unchanged: sum('unchanged') });
        generation.value++;
      }
    } catch (error) {
      report.value = undefined;
      said.value =
        error instanceof ApiProblem ? [error.message, ...error.errors.map((e) => e.detail)].join(' ') : String(error);
    } finally {
      busy.value = false;
    }
  };
  const take = (taken: File | undefined) => {
    if (!taken) return;
    file.value = taken;
    kind.value = /\.xlsx$/i.test(taken.name)
      ? 'workbook'
      : /compan|предпр|комп/i.test(taken.name)
        ? 'companies'
        : 'flows';
    void send({ dryRun: true });
  };
  const errors = report.value?.issues.filter((issue) => issue.severity === 'error').length ?? 0;
  return (
    <article class="details" aria-label={t('handIn')}>
      <div class="bar-top">
        <a href="/api/v1/template">XLSX</a>
        <button type="button" onClick={() => go({ view: undefined })}>
          {t('close')}
        </button>
      </div>
      <h2>{t('handIn')}</h2>
      <label
        class="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer?.files[0]);
        }}
      >
        {t('drop')}
        <input type="file" accept=".csv,.xlsx,.txt" onChange={(event) => take(event.currentTarget.files?.[0])} />
      </label>
      <label>
        {t('kind')}
        <select
          value={kind.value}
          onChange={(event) => {
            kind.value = event.currentTarget.value as Kind;
            void send({ dryRun: true });
          }}
        >
          {(['companies', 'flows', 'workbook'] as const).map((key) => (
            <option key={key} value={key}>
              {t(key)}
            </option>
          ))}
        </select>
      </label>
      {busy.value && (
        <p class="quiet" role="status">
          {t('check')}
        </p>
      )}
      {said.value && <p role="status">{said.value}</p>}
      {report.value && !report.value.imported && (
        <>
          <p>
            {t('rowsRead', {
              n: n(report.value.rows.companies + report.value.rows.flows),
              bad: n(report.value.rows.rejected),
            })}
          </p>
          {errors === 0 && (
            <button type="button" class="main" onClick={() => void send({})}>
              {t('importAll')}
            </button>
          )}
          {errors > 0 && (
            <button type="button" class="main" onClick={() => void send({ acceptValid: true })}>
              {t('importGood')}
            </button>
          )}
        </>
      )}
      {report.value && <Problems of={report.value} />}
      {report.value?.preview && report.value.preview.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>id</th>
              <th>{t('description')}</th>
              <th>{t('material')}</th>
              <th class="num">{t('quantity')}</th>
            </tr>
          </thead>
          <tbody>
            {report.value.preview.slice(0, 50).map((flow) => (
              <tr key={flow.id}>
                <td>{flow.id}</td>
                <td>{flow.description}</td>
                <td>{flow.readings[0]?.material ?? '—'}</td>
                <td class="num">
                  {n(flow.quantityPerYear)} {flow.dimension}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  );
}

function Problems({ of }: { of: ImportReport }) {
  if (of.issues.length === 0) return <p>{t('noProblems')}</p>;
  return (
    <section>
      <h3>{t('problems')}</h3>
      <table class="problems">
        <thead>
          <tr>
            <th class="num">{t('row')}</th>
            <th>{t('column')}</th>
            <th>{t('found')}</th>
            <th>{t('wanted')}</th>
          </tr>
        </thead>
        <tbody>
          {of.issues.slice(0, 500).map((issue, i) => (
            <tr key={`${issue.row} ${issue.column} ${i}`} class={issue.severity}>
              <td class="num">{issue.row}</td>
              <td>{issue.column}</td>
              <td>{issue.found}</td>
              <td>{own(issue.wanted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
