import { SymbionError } from '../../domain/index.ts';

interface SqliteError extends Error {
  readonly code?: string;
  readonly errcode?: number;
}

/** What SQLite's primary result codes mean to a person. https://www.sqlite.org/rescode.html */
const REASONS: Readonly<Record<number, { ru: string; en: string; retryAfter?: number }>> = {
  5: { ru: 'файл занят другой программой', en: 'the file is locked by another program', retryAfter: 5 },
  6: { ru: 'таблица занята другой программой', en: 'a table is locked by another program', retryAfter: 5 },
  8: { ru: 'файл доступен только для чтения', en: 'the file is read-only' },
  10: { ru: 'ошибка чтения или записи на диск', en: 'reading or writing the disk failed' },
  11: { ru: 'файл повреждён', en: 'the file is damaged' },
  13: { ru: 'на диске нет места', en: 'the disk is full' },
  14: {
    ru: 'файл нельзя открыть: нет папки или прав',
    en: 'the file cannot be opened: no such folder or no permission',
  },
  26: { ru: 'это не файл SQLite', en: 'it is not an SQLite file' },
};

/** Turns what the driver throws into the house's own error; hands ours through. */
export function toSymbionError(error: unknown, file: string): unknown {
  if (error instanceof SymbionError || !isSqliteError(error)) return error;
  const reason = REASONS[(error.errcode ?? 0) & 0xff];
  if (!reason)
    return new SymbionError(
      'internal',
      { ru: `Хранилище ${file}: ${error.message}.`, en: `Store ${file}: ${error.message}.` },
      { cause: error },
    );
  return new SymbionError(
    'unavailable',
    { ru: `Хранилище ${file}: ${reason.ru}.`, en: `Store ${file}: ${reason.en}.` },
    { cause: error, ...(reason.retryAfter !== undefined && { retryAfter: reason.retryAfter }) },
  );
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && (error as SqliteError).code === 'ERR_SQLITE_ERROR';
}

export function inputError(ru: string, en: string): SymbionError {
  return new SymbionError('input', { ru, en });
}

export function notFound(ru: string, en: string): SymbionError {
  return new SymbionError('not-found', { ru, en });
}

export function stale(id: string, found: number, expected: number): SymbionError {
  return new SymbionError('stale', {
    ru: `«${id}» тем временем изменён: версия ${found}, ожидалась ${expected}.`,
    en: `"${id}" was changed meanwhile: its version is ${found}, expected ${expected}.`,
  });
}
