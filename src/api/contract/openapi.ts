import * as z from 'zod';
import { ROUTES, type Route } from './routes.ts';
import * as s from './schemas.ts';

type Json = Record<string, unknown>;

/** Statuses any operation may answer with besides its own. */
const ERRORS = {
  400: 'Not understood',
  404: 'Not found',
  409: 'Conflict',
  412: 'Stale version',
  413: 'Too large',
  422: 'Not accepted',
  428: 'If-Match is missing',
  503: 'A service cannot be reached',
};

/** The OpenAPI 3.1 document, made from the contract. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [operationId, route] of Object.entries(ROUTES) as [string, Route][]) {
    const path = openPath(route.path);
    paths[path] = { ...paths[path], [route.method]: operation(operationId, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Symbion',
      version: '1',
      description: 'Industrial symbiosis: flows, matches, explanations.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: { Problem: schema(s.problem, 'output') } },
  };
}

/** Express path -> the path of the document. */
export function openPath(path: string): string {
  const full = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`;
  return full.replace(/:(\w+)/g, '{$1}');
}

function operation(operationId: string, route: Route): Json {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((m) => m[1]);
  return {
    operationId,
    summary: route.summary,
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...queryParameters(route.query),
      ...(route.ifMatch ? [{ name: 'If-Match', in: 'header', required: false, schema: { type: 'string' } }] : []),
    ],
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schema(route.body, 'input') } } },
    }),
    ...(route.file && { requestBody: { required: true, content: { 'application/octet-stream': {} } } }),
    responses: {
      [route.status]: { description: route.summary, ...content(route) },
      ...Object.fromEntries(
        Object.entries(ERRORS).map(([status, description]) => [
          status,
          {
            description,
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

function content(route: Route): Json {
  if (route.response) return { content: { 'application/json': { schema: schema(route.response, 'output') } } };
  return route.media ? { content: { [route.media]: {} } } : {};
}

function queryParameters(query: z.ZodObject | undefined): Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = schema(query, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: of,
  }));
}

function schema(of: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(of, { io, unrepresentable: 'any', reused: 'inline' }) as Json;
  return inlined(rest);
}

/** Named parts are written out where they are used, so that each schema stands for itself. */
function inlined(root: Json): Json {
  const definitions = (root.$defs ?? {}) as Record<string, Json>;
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== 'object') return node;
    const { $ref, $defs: _, ...rest } = node as Json;
    if (typeof $ref === 'string') return walk(definitions[$ref.replace('#/$defs/', '')]);
    return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, walk(value)]));
  };
  return walk(root) as Json;
}
