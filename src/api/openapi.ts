import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { problem, ROUTES, type Route } from './contract.ts';

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';

const ERRORS: Readonly<Record<number, string>> = {
  400: 'Not understood: broken JSON, unknown or wrong parameter',
  403: 'Asked by a page of another origin',
  404: 'Not found',
  409: 'Conflict',
  412: 'The version is stale',
  413: 'Too large',
  415: 'Wrong content type',
  421: 'Not a name of this server',
  422: 'Not accepted',
  428: 'If-Match is missing',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'A service cannot be reached; Retry-After tells when to ask again',
};

let made: Record<string, unknown> | undefined;

/** The OpenAPI 3.1 document, made from the contract. */
export function openApiDocument(): Record<string, unknown> {
  made ??= makeDocument();
  return made;
}

function makeDocument(): Record<string, unknown> {
  const paths: Record<string, Partial<Record<Route['method'], ZodOpenApiOperationObject>>> = {};
  for (const [operationId, route] of Object.entries(ROUTES) as [string, Route][])
    paths[route.path] = { ...paths[route.path], [route.method]: operation(operationId, route) };
  const document = createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Symbion',
      version: '1',
      description: 'Industrial symbiosis: flows, matches and their explanation. Errors are problem+json (RFC 9457).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
  });
  // what an override has taken away is undefined in the object and absent in JSON
  return JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
}

function operation(operationId: string, route: Route): ZodOpenApiOperationObject {
  const writes = route.versioned && route.method !== 'get';
  return {
    operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description && { description: route.description }),
    requestParams: { ...(route.params && { path: route.params }), ...(route.query && { query: route.query }) },
    parameters: [
      ...(writes ? [header('If-Match', 'ETag of the row, or `*`'), header('If-None-Match', '`*`: must be new')] : []),
      ...(route.versioned && !writes ? [header('If-None-Match', 'ETag that is known already')] : []),
    ],
    ...(route.body && {
      requestBody: {
        required: true,
        content: {
          [JSON_TYPE]: { schema: route.body },
          ...Object.fromEntries((route.file ?? []).map((type) => [type, {}])),
        },
      },
    }),
    responses: { ...answers(route), ...errors(route) },
  };
}

const header = (name: string, description: string) =>
  ({ name, in: 'header', required: false, description, schema: { type: 'string' } }) as const;

function answers(route: Route): ZodOpenApiResponsesObject {
  const content = route.response
    ? { [JSON_TYPE]: { schema: route.response } }
    : Object.fromEntries((route.media ?? []).map((type) => [type, {}]));
  const headers = {
    ...(route.versioned &&
      route.status !== 204 && { ETag: { description: 'Version of the row', schema: { type: 'string' as const } } }),
    ...(route.status === 202 &&
      (route.response as { shape?: object } | undefined)?.shape !== undefined &&
      'job' in (route.response as unknown as { shape: object }).shape && {
        Location: { description: 'The job', schema: { type: 'string' as const } },
      }),
  };
  const answer = {
    ...(Object.keys(content).length > 0 && { content }),
    ...(Object.keys(headers).length > 0 && { headers }),
  };
  return {
    [`${route.status}`]: { description: route.summary, ...answer },
    ...(route.method === 'put' && { '201': { description: 'Created', ...answer } }),
    ...(route.path.endsWith('/events') && { '204': { description: 'Nothing after the event that is known' } }),
    ...(route.method === 'get' && route.response && { '304': { description: 'Known already (If-None-Match)' } }),
  };
}

/** Which errors an operation may answer with. */
function errors(route: Route): ZodOpenApiResponsesObject {
  const writes = route.method !== 'get';
  const statuses = [400, 421, 429, 500, 503];
  if (route.params || route.query || route.status === 202) statuses.push(404);
  if (writes) statuses.push(403, 409);
  if (route.body || route.held) statuses.push(413);
  if (route.body) statuses.push(415, 422);
  if (route.versioned && writes) statuses.push(412, 428);
  return Object.fromEntries(
    statuses
      .sort((a, b) => a - b)
      .map((status) => {
        const content =
          status === 503 && route.path === '/health/ready'
            ? { [JSON_TYPE]: { schema: route.response } }
            : { [PROBLEM_TYPE]: { schema: problem } };
        return [`${status}`, { description: ERRORS[status]!, content }];
      }),
  ) as ZodOpenApiResponsesObject;
}
