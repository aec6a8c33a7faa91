/** The types of the portal's client say what the document of the API says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiTypesText } from '../../tools/api-types.ts';
import type { ApiDocument } from '../../tools/api-types.ts';

const text = { type: 'string' };
const PROBLEM = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Wrong' } } } };
const answers = (schema: object) => ({ '200': { content: { 'application/json': { schema } } }, '4XX': PROBLEM });

const written = (paths: object, schemas: object = {}): string =>
  apiTypesText({ paths, components: { schemas: { Wrong: { type: 'object', properties: { code: text } }, ...schemas } } } as ApiDocument);

test('each shape of the document is written as the type that it is', () => {
  const rows: readonly (readonly [shape: object, type: string])[] = [
    [{ anyOf: [text, { type: 'null' }] }, 'string | null'],
    [{ enum: ['a', "b'c"] }, String.raw`'a' | 'b\'c'`],
    [
      { type: 'array', items: { anyOf: [{ type: 'object', properties: { a: text }, required: ['a'] }, { type: 'null' }] } },
      'readonly ({ readonly a: string } | null)[]',
    ],
    [{ type: 'array', items: { type: 'array', items: { type: 'integer' } } }, 'readonly (readonly number[])[]'],
    [{ type: 'object', patternProperties: { '^.*$': { type: 'boolean' } } }, 'Readonly<Record<string, boolean>>'],
    [{ type: 'object', properties: { 'a-b': { const: 1 } }, required: [] }, "{ readonly 'a-b'?: 1 }"],
    [{}, 'unknown'],
  ];
  for (const [shape, type] of rows)
    assert.ok(written({ '/api/v1/x': { get: { responses: answers(shape) } } }).includes(`readonly answer: ${type};\n`), type);
});

test('an operation is written with what it takes; what is bytes, and what is no way of the portal, is none of its answers', () => {
  const path = { name: 'id', in: 'path', required: true, schema: text };
  const query = { name: 'limit', in: 'query', required: false, schema: { type: 'integer' } };
  const key = { name: 'Idempotency-Key', in: 'header', required: true, schema: text };
  const body = { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Made' } } } };
  const types = written(
    {
      '/api/v1/x/{id}': {
        post: { parameters: [path, query, key], requestBody: body, responses: { '204': {}, '4XX': PROBLEM } },
        get: { parameters: [path], responses: { '200': { content: { 'image/png': { schema: {} } } } } },
      },
      '/healthz': { get: { responses: answers(text) } },
    },
    { Made: { type: 'object', properties: { of: { $ref: '#/components/schemas/Part' } } }, Part: text, Other: text },
  );
  assert.ok(
    types.includes(
      "'/x/{id}': {\n      readonly asked: { readonly path: { readonly id: string }; readonly query?: { readonly limit?: number | null }; readonly body: Made };\n      readonly answer: undefined;\n    };",
    ),
    types,
  );
  assert.ok(
    types.includes(
      "readonly files: {\n    '/x/{id}': {\n      readonly asked: { readonly path: { readonly id: string }; readonly query?: never };\n    };",
    ),
    types,
  );
  assert.match(types, /export type Part = string;/);
  assert.doesNotMatch(types, /healthz|Other|Idempotency/);
});

test('what it cannot write stops it', () => {
  assert.throws(() => written({ '/api/v1/x': { put: { responses: answers(text) } } }), /no call for put/);
  assert.throws(() => written({ '/api/v1/x': { get: { responses: answers({ type: ['string', 'null'] }) } } }), /not written/);
});
