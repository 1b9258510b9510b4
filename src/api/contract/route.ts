import type * as z from 'zod';

/** One operation of the API: what goes in, what comes out. Its name in `ROUTES` is the operation id. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Full path, names in braces: `/api/v1/flows/{id}`. */
  readonly path: string;
  readonly tag:
    | 'companies'
    | 'flows'
    | 'files'
    | 'runs'
    | 'matches'
    | 'network'
    | 'plans'
    | 'exchanges'
    | 'knowledge'
    | 'service';
  readonly summary: string;
  readonly description?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** JSON body. */
  readonly body?: z.ZodType;
  /** Largest JSON body: one row, many rows, a whole file. */
  readonly size?: 'row' | 'bulk' | 'file';
  /** Media types of a body that is a file's bytes. */
  readonly file?: readonly string[];
  /** Carries an ETag made from the row's version; a write of it needs If-Match or If-None-Match. */
  readonly versioned?: true;
  /** Where in the body the rows or fields that a problem names are, as a JSON pointer. */
  readonly issuesAt?: string;
  readonly status: 200 | 201 | 202 | 204;
  /** JSON answer; absent: none, or one of `media`. */
  readonly response?: z.ZodType;
  readonly media?: readonly string[];
  /** May take longer than an ordinary answer. */
  readonly slow?: true;
  /** May be too large to be made, whatever was sent. */
  readonly held?: true;
}
