import { useEffect } from 'preact/hooks';
import { dropped } from '../shell/Drop.tsx';
import { compute } from '../shell/Header.tsx';
import { Panel } from '../shell/Panel.tsx';
import { counted, lang, t } from '../words/index.ts';
import {
  busy,
  check,
  edits,
  file,
  importRows,
  kind,
  report,
  said,
  sheets,
  stopChecking,
  take,
  takeAs,
  undo,
  undoable,
} from './draft.ts';
import { Problems } from './Problems.tsx';
import { SheetTable } from './SheetTable.tsx';
import type { Kind } from './sheet.ts';

const KINDS: readonly Kind[] = ['companies', 'flows', 'workbook'];

/** Hands in a file: it is checked first, its problems shown in place and corrected there; then the good rows are imported. */
export function HandIn() {
  useEffect(() => {
    if (!dropped.value) return;
    void take(dropped.value);
    dropped.value = undefined;
  }, [dropped.value]);
  return (
    <Panel
      title={t('handIn')}
      whole={sheets.value.length > 0}
      tools={
        <a class="button" href={`/api/v1/template?lang=${lang.value}`}>
          {t('template')}
        </a>
      }
    >
      <div class="hand">
        <label class="drop">
          {t('drop')}
          <span class="button">{t('chooseFile')}</span>
          <input
            type="file"
            class="unseen"
            accept=".csv,.xlsx,.txt"
            onChange={(event) => {
              const given = event.currentTarget.files?.[0];
              if (given) void take(given);
            }}
          />
        </label>
        {file.value && <FileLine />}
        {busy.value && (
          <p class="quiet" role="status">
            {t('checking')}…{' '}
            <button type="button" onClick={stopChecking}>
              {t('stop')}
            </button>
          </p>
        )}
        <p role="status">
          {said.value}{' '}
          {undoable.value && (
            <>
              <button type="button" onClick={() => void undo()}>
                {t('undo')}
              </button>{' '}
              <button type="button" class="main" onClick={() => void compute()}>
                {t('computeNow')}
              </button>
            </>
          )}
        </p>
        {report.value && !report.value.imported && <Decide />}
        {report.value && !report.value.imported && (
          <>
            <Problems of={report.value} />
            {sheets.value.map((sheet) => (
              <SheetTable key={`${sheet.kind} ${sheet.name}`} sheet={sheet} report={report.value!} />
            ))}
          </>
        )}
      </div>
    </Panel>
  );
}

function FileLine() {
  return (
    <p class="line">
      <span>
        {t('handedFile')}: <b>{file.value!.name}</b>
      </span>
      <label>
        {t('kind')}{' '}
        <select value={kind.value} onChange={(event) => void takeAs(event.currentTarget.value as Kind)}>
          {KINDS.map((key) => (
            <option key={key} value={key}>
              {t(`kind_${key}`)}
            </option>
          ))}
        </select>
      </label>
      <span class="quiet">{t('nothingSaved')}</span>
    </p>
  );
}

/** What was understood, and what one may do now. */
function Decide() {
  const { rows, issues } = report.value!;
  const errors = issues.some((issue) => issue.severity === 'error');
  const good = rows.companies + rows.flows;
  return (
    <p class="line">
      <span>
        {counted('rowsRead', good)}
        {rows.rejected > 0 && `, ${counted('rowsBad', rows.rejected)}`}
        {edits.value > 0 && `, ${counted('edited', edits.value)}`}
      </span>
      {edits.value > 0 && (
        <button type="button" disabled={busy.value} onClick={() => void check()}>
          {t('recheck')}
        </button>
      )}
      <button type="button" class="main" disabled={busy.value || good === 0} onClick={() => void importRows(errors)}>
        {errors ? t('importGood') : t('importAll')}
      </button>
    </p>
  );
}
