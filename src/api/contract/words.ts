import * as z from 'zod';

/** Texts in both languages. */
export const bilingual = z.object({ ru: z.string(), en: z.string() }).meta({ id: 'Bilingual' });

/** Text of at most so many characters that every store can keep: no null character, no half of a surrogate pair. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => value.isWellFormed() && !value.includes('\0'), { error: 'malformed text' });

/** An id as people hand it in. */
export const id = text(100)
  .regex(/^[^\s\p{Cc}]+$/u, { error: 'malformed id' })
  .meta({ description: 'An id without blanks and control characters, at most 100 characters.' });

/** An output and a demand, by their ids. */
export const pair = { output: id, demand: id };

/** An id in an address: of a row, a run, a job or a fact. */
export const known = text(200).min(1);

export const finite = z.number().min(-1e15).max(1e15);
export const date = z.iso.date();
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'no country code' })
  .meta({ description: 'ISO 3166-1 alpha-2' });
export const dimension = z.enum(['t', 'MWh', 'm3', 'piece']);
export const direction = z.enum(['output', 'input']);
export const lang = z.enum(['ru', 'en']);

// A query has only texts: read strictly, so that `1e3`, `NaN`, `0x10` and blanks are refused instead of guessed.

/** Whole number of a query. */
export const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, { error: 'no whole number' })
    .transform(Number)
    .pipe(z.number().min(from).max(to))
    .meta({ override: { type: 'integer', minimum: from, maximum: to, pattern: undefined } });

/** Number of a query, decimal point. */
export const decimal = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,15})?$/, { error: 'no number' })
  .transform(Number)
  .meta({ override: { type: 'number', pattern: undefined } });

export const flag = z
  .enum(['true', 'false'])
  .transform((word) => word === 'true')
  .meta({ override: { type: 'boolean', enum: undefined } });

/** `after` is opaque: what `next` of the page before said, good only for the same question. */
export const paging = { limit: whole(1, 1000).exactOptional(), after: text(4000).exactOptional() };

/** Which run is asked; the current one when absent. */
export const ofRun = { run: known.exactOptional() };

/** A page of rows; `next` goes into `after`. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), next: z.string().exactOptional() });

export const rowsOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row) });
