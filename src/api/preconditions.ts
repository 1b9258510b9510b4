import type { Request, Response } from 'express';
import { SymbionError } from '../domain/index.ts';
import { HttpProblem } from './problem.ts';

/** What a write expects to find (RFC 9110 §13): a new row, this version, or any version of a row that is there. */
export type Expectation = number | 'any';

/** Sets a strong ETag from the row's version. */
export function tagged<T extends { readonly version: number }>(response: Response, row: T): T {
  response.set('ETag', `"${row.version}"`);
  return row;
}

/** If-Match -> the version that must be stored; If-None-Match: * -> 0, the row must be new. One of them is needed on a write. */
export function expectationOf(request: Request): Expectation {
  const none = request.get('if-none-match');
  const tag = request.get('if-match');
  if (tag !== undefined && none !== undefined)
    throw new HttpProblem(400, {
      ru: 'If-Match и If-None-Match вместе.',
      en: 'If-Match and If-None-Match at once.',
    });
  if (none?.trim() === '*') return 0;
  if (tag === undefined)
    throw new HttpProblem(428, {
      ru: 'Нужен If-Match с ETag строки; для новой строки If-None-Match: *.',
      en: 'Wanted: If-Match with the ETag of the row; for a new row, If-None-Match: *.',
    });
  if (tag.trim() === '*') return 'any';
  // a weak tag never matches (RFC 9110 §13.1.1), and no row has version 0
  const version = /^\s*"([1-9]\d{0,14})"\s*$/.exec(tag)?.[1];
  if (version === undefined)
    throw new HttpProblem(412, {
      ru: `ETag ${tag.slice(0, 100)} не от этой строки.`,
      en: `The ETag ${tag.slice(0, 100)} is not of this row.`,
    });
  return Number(version);
}

/**
 * The version to write over, for the use cases: undefined = whatever is there.
 * @param find throws `not-found` when the row is not there
 */
export async function versionToReplace(request: Request, find: () => Promise<unknown>): Promise<number | undefined> {
  const expectation = expectationOf(request);
  if (expectation !== 'any') return expectation;
  await find();
  return undefined;
}

/** The body, when its id is that of the address. */
export function sameId<T extends { readonly id: string }>(params: { readonly id: string }, body: T): T {
  if (body.id === params.id) return body;
  const wanted = { ru: `«${params.id}», как в адресе`, en: `"${params.id}" as in the address` };
  throw new SymbionError(
    'input',
    { ru: 'Код в теле не тот, что в адресе.', en: 'The id of the body is not that of the address.' },
    { issues: [{ column: 'id', found: body.id, wanted, severity: 'error' }] },
  );
}
