import type { Issue } from '../../domain/index.ts';

/** What is wrong with a row, without where it stands. */
export type RowIssue = Omit<Issue, 'file' | 'sheet' | 'row'>;

export function repeated(column: string, id: string): RowIssue {
  return {
    column,
    found: id,
    wanted: { ru: 'код, которого в файле ещё не было', en: 'an id not met before in the file' },
    severity: 'error',
  };
}
