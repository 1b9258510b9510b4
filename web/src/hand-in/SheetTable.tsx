import { useSignal } from '@preact/signals';
import type { ImportReport } from '../state/api.ts';
import { materialName } from '../state/names.ts';
import { named, own, t, whole } from '../words/index.ts';
import { correct } from './draft.ts';
import type { Sheet } from './sheet.ts';

/** Rows drawn at once; those with problems come first when there are more. */
const MOST = 200;

type Issue = ImportReport['issues'][number];

/** A table as handed in: how each column is read, the guessed material, and each problem at its cell, to be corrected there. */
export function SheetTable({ sheet, report }: { sheet: Sheet; report: ImportReport }) {
  const onlyBad = useSignal(false);
  const columns = columnsOf(sheet, report);
  const issues = issuesOf(sheet, report);
  const bad = sheet.rows.flatMap((_, i) => (issues.has(sheet.numbers[i]!) ? [i] : []));
  const all = sheet.rows.map((_, i) => i);
  const shown = (onlyBad.value || (all.length > MOST && bad.length > 0) ? bad : all).slice(0, MOST);
  const materials = new Map(report.preview?.map((flow) => [flow.id, flow.readings[0]?.material]) ?? []);
  const idAt = columns.indexOf('id');
  return (
    <section>
      <h3>
        {named('kind', sheet.kind)}: {sheet.name}
      </h3>
      <p class="line">
        <label>
          <input
            type="checkbox"
            checked={onlyBad.value}
            onChange={(event) => {
              onlyBad.value = event.currentTarget.checked;
            }}
          />{' '}
          {t('onlyProblems')}
        </label>
        <span class="quiet nums">
          {whole(shown.length)} / {whole(sheet.rows.length)}
        </span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section class="sheet" tabIndex={0} aria-label={sheet.name}>
        <table>
          <thead>
            <tr>
              <th class="num">{t('row')}</th>
              {sheet.header.map((header, c) => (
                <th key={c}>
                  {header}
                  <br />
                  <span class={columns[c] ? 'quiet' : 'warn'}>{columns[c] ?? t('columnUnknown')}</span>
                </th>
              ))}
              {sheet.kind === 'flows' && <th>{t('guessedMaterial')}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((i) => (
              <SheetRow
                key={sheet.numbers[i]}
                sheet={sheet}
                at={i}
                columns={columns}
                issues={issues.get(sheet.numbers[i]!) ?? []}
                material={sheet.kind === 'flows' ? (materials.get(sheet.rows[i]![idAt] ?? '') ?? '') : undefined}
              />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

interface SheetRowProps {
  readonly sheet: Sheet;
  readonly at: number;
  readonly columns: readonly (string | undefined)[];
  readonly issues: readonly Issue[];
  readonly material: string | undefined;
}

/** A row without problems is told; one with problems can be corrected. */
function SheetRow({ sheet, at, columns, issues, material }: SheetRowProps) {
  const cells = sheet.rows[at]!;
  const number = sheet.numbers[at]!;
  const unplaced = issues.filter((issue) => !columns.includes(issue.column));
  return (
    <tr>
      <th scope="row" class="num">
        {number}
        {unplaced.map((issue) => (
          <Why key={issue.wanted.en} issue={issue} />
        ))}
      </th>
      {sheet.header.map((header, c) => {
        const here = issues.filter((issue) => issue.column !== undefined && issue.column === columns[c]);
        const isBad = here.some((issue) => issue.severity === 'error');
        return (
          <td key={c} class={isBad ? 'bad' : undefined}>
            {issues.length > 0 ? (
              <input
                value={cells[c] ?? ''}
                aria-label={`${t('row')} ${number}, ${header}`}
                aria-invalid={isBad}
                onChange={(event) => correct(sheet, at, c, event.currentTarget.value)}
              />
            ) : (
              cells[c]
            )}
            {here.map((issue) => (
              <Why key={issue.wanted.en} issue={issue} />
            ))}
          </td>
        );
      })}
      {material !== undefined && <td>{material ? materialName(material) : <span class="quiet">—</span>}</td>}
    </tr>
  );
}

function Why({ issue }: { issue: Issue }) {
  return (
    <span class="why">
      {t('wanted')}: {own(issue.wanted)}
    </span>
  );
}

/** A workbook's tables are told apart by sheet; corrected ones come back as files of the sheet's name. */
const isOf = (sheet: Sheet, at: { file?: string | undefined; sheet?: string | undefined }) =>
  at.sheet === sheet.name || (at.sheet === undefined && (at.file === undefined || at.file === sheet.name));

function columnsOf(sheet: Sheet, report: ImportReport): readonly (string | undefined)[] {
  const read = report.columns?.filter((column) => isOf(sheet, column)) ?? [];
  return sheet.header.map((_, i) => read[i]?.column);
}

function issuesOf(sheet: Sheet, report: ImportReport): ReadonlyMap<number, readonly Issue[]> {
  const byRow = new Map<number, Issue[]>();
  for (const issue of report.issues) {
    if (issue.row === undefined || issue.row === 1 || !isOf(sheet, issue)) continue;
    byRow.set(issue.row, [...(byRow.get(issue.row) ?? []), issue]);
  }
  return byRow;
}
