import { createHash } from 'node:crypto';
import { HttpProblem } from './problem.ts';

/** The question that a page belongs to: everything but where it starts and how long it is. */
export type Question = Readonly<Record<string, unknown>>;

const sealOf = (question: Question): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('base64url')
    .slice(0, 12);

/**
 * Makes the `next` of a page: opaque, good only for the same question.
 * @param run the run that the first page came from, so that a run published meanwhile does not mix in
 */
export function sealCursor(question: Question, key: string, run?: string): string {
  return Buffer.from(JSON.stringify([sealOf(question), key, run ?? null])).toString('base64url');
}

/** Reads what `sealCursor` made; throws 400 for anything else and for another question. */
export function openCursor(question: Question, cursor: string): { readonly key: string; readonly run?: string } {
  const parts = parts3(cursor);
  if (!parts) throw unusable('Курсор не из этого сервиса.', 'The cursor is not one of this service.');
  const [seal, key, run] = parts;
  if (seal !== sealOf(question))
    throw unusable(
      'Курсор от другого запроса: начните сначала.',
      'The cursor belongs to another question: start anew.',
    );
  return { key, ...(run !== null && { run }) };
}

function parts3(cursor: string): [string, string, string | null] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(value) || value.length !== 3) return undefined;
    const [seal, key, run] = value as unknown[];
    if (typeof seal !== 'string' || typeof key !== 'string') return undefined;
    return run === null || typeof run === 'string' ? [seal, key, run] : undefined;
  } catch {
    return undefined;
  }
}

function unusable(ru: string, en: string): HttpProblem {
  return new HttpProblem(400, { ru, en }, [{ pointer: '#/after', text: { ru, en } }]);
}

/** A page whose key is sealed for its question. */
export function sealed<T extends { readonly next?: string }>(page: T, question: Question, run?: string): T {
  return page.next === undefined ? page : { ...page, next: sealCursor(question, page.next, run) };
}
