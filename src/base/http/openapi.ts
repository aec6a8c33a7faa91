/** The document of the API, OpenAPI 3.1: every operation with its answers and problems, shapes that have a title as components of their own. */
import type { TSchema } from 'typebox';
import type { ProblemKind } from '#base/problem.ts';
import type { Answer } from './answer.ts';
import { TAGS } from './operation.ts';
import type { Operation, Registered } from './operation.ts';
import {
  badJson,
  badRequest,
  bodyTooLarge,
  databaseAway,
  internalFault,
  mediaTypeUnknown,
  outcomeUnknown,
  tooManyRequests,
} from './problems.ts';
import { Binary, ProblemDocument } from './shapes.ts';

const PROBLEM_TYPE = 'application/problem+json';
/** What any request may be answered with, and what one that brings a body may. */
const OF_ALL: readonly ProblemKind[] = [badRequest, tooManyRequests, internalFault, databaseAway, outcomeUnknown];
const OF_BODIES: readonly ProblemKind[] = [badJson, bodyTooLarge, mediaTypeUnknown];

type Json = Readonly<Record<string, unknown>>;

/** A copy in which each shape with a title stands as a reference, the shape itself among the components. Two shapes of one title are a bug. */
function hoist(value: unknown, components: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => hoist(one, components));
  if (value === null || typeof value !== 'object') return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, hoist(one, components)]));
  const { title } = inner;
  if (typeof title !== 'string' || !('type' in inner || 'anyOf' in inner || 'enum' in inner)) return inner;
  const text = JSON.stringify(inner);
  if ((components.get(title) ?? text) !== text) throw new Error(`two shapes have the title ${title}`);
  components.set(title, text);
  return { $ref: `#/components/schemas/${title}` };
}

function goodAnswers(answer: Answer): Record<string, Json> {
  switch (answer.kind) {
    case 'json':
      return Object.fromEntries(
        answer.statuses.map((status) => [status, { description: 'OK', content: { 'application/json': { schema: answer.shape } } }]),
      );
    case 'file':
      return { 200: { description: 'OK', content: { [answer.type]: { schema: Binary } } } };
    case 'empty':
      return { 204: { description: 'OK' } };
  }
}

function problemAnswers(kinds: readonly ProblemKind[]): Record<string, Json> {
  const content = { [PROBLEM_TYPE]: { schema: ProblemDocument } };
  const codes = new Map<number, Set<string>>();
  for (const { declaration } of kinds) {
    const status = declaration.status ?? 422;
    codes.set(status, (codes.get(status) ?? new Set()).add(declaration.code));
  }
  return {
    ...Object.fromEntries([...codes].map(([status, found]) => [status, { description: [...found].sort().join(', '), content }])),
    '4XX': { description: 'Mỗi mã có một trang: /problems · Each code has a page: /problems', content },
  };
}

const parametersOf = (place: 'path' | 'query', shape: TSchema | undefined): Json[] => {
  const { properties = {}, required = [] } = (shape ?? {}) as { properties?: Record<string, TSchema>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name: name === '*' ? 'path' : name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
};

const KEY_PARAMETER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Một mã mới cho mỗi lần bấm · A new key for each request',
  schema: { type: 'string', minLength: 8, maxLength: 128 },
};

function operationOf(operation: Operation): Json {
  const { id, tag, summary, params, query, body, takes, answer, also = {}, problems = [], security, once } = operation;
  const bodies: Readonly<Record<string, TSchema>> = takes ?? (body ? { 'application/json': body } : {});
  const parameters = [...parametersOf('path', params), ...parametersOf('query', query), ...(once ? [KEY_PARAMETER] : [])];
  return {
    operationId: id,
    tags: [tag],
    summary: `${summary.vi} · ${summary.en}`,
    security: security === 'session' ? [{ session: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(Object.keys(bodies).length > 0
      ? {
          requestBody: {
            required: !operation.bodyOptional,
            content: Object.fromEntries(Object.entries(bodies).map(([type, schema]) => [type, { schema }])),
          },
        }
      : {}),
    responses: {
      ...goodAnswers(answer),
      ...Object.fromEntries(Object.entries(also).map(([status, description]) => [status, { description }])),
      ...(operation.foreignProblems
        ? {
            '4XX': {
              description: 'Theo giao thức · As the protocol says',
              content: { [operation.foreignProblems]: { schema: { type: 'object' } } },
            },
          }
        : problemAnswers([...OF_ALL, ...(body || takes ? OF_BODIES : []), ...problems])),
    },
  };
}

/** `/a/:id/b.pdf` and `/tile/*` as OpenAPI writes them. */
const pathOf = (path: string): string => path.replace(/:([A-Za-z]+)/g, '{$1}').replace('*', '{path}');

export interface ApiInfo {
  readonly title: string;
  readonly version: string;
  readonly description: string;
}

export function openApiDocument(routes: readonly Registered[], info: ApiInfo): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const { method, path, operation } of routes)
    if (operation) (paths[pathOf(path)] ??= {})[method.toLowerCase()] = operationOf(operation);
  const components = new Map<string, string>();
  const hoisted = hoist(paths, components);
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, { vi, en }]) => ({ name, description: `${vi} · ${en}` })),
    paths: hoisted,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'congvu',
          description: 'Cookie sau /auth/sign-in · The cookie that /auth/sign-in sets',
        },
      },
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, text]) => [name, JSON.parse(text)])),
    },
  };
}
