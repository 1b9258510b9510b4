import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openApiDocument } from '../../src/api/openapi.ts';
import type { Loose } from './house.ts';

export const document = openApiDocument() as Loose;

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (of: Ajv2020) => void)(ajv);
ajv.addSchema(document, 'api');

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly id: string;
  readonly of: Loose;
}

export const operations: readonly Operation[] = Object.entries<Loose>(document.paths).flatMap(([path, item]) =>
  Object.entries<Loose>(item).map(([method, of]) => ({ method, path, id: of.operationId, of })),
);

const step = (text: string) => encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Checks a body against what the document says of an answer of this operation. */
export function validator(operation: Operation, status: number, media: string): ValidateFunction {
  return ajv.compile({
    $ref: `api#/paths/${step(operation.path)}/${operation.method}/responses/${status}/content/${step(media)}/schema`,
  });
}

/** Faults of a body, one line each; empty = as documented. */
export function faults(operation: Operation, status: number, contentType: string, json: unknown): string[] {
  const answer = operation.of.responses[status];
  if (!answer) return [`${operation.id}: ${status} is not documented`];
  const media = contentType.split(';')[0]!;
  if (!answer.content?.[media]) return [`${operation.id}: ${status} ${media} is not documented`];
  if (!answer.content[media].schema) return [];
  const check = validator(operation, status, media);
  if (check(json)) return [];
  return check.errors!.map(
    (error) => `${operation.id}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  );
}
