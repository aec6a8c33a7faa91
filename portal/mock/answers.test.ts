/** What the mock answers is what the server would answer: each answer is held to the shape of its operation in the document of the API, nothing missing and nothing beside. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { GROUPS } from '#standard/groups.ts';
import { faultOfAnswer } from '../../tests/security/answers-as-described.ts';
import { apiDocument } from '../../tools/api-document.ts';
import { API_PREFIX } from '../../tools/api-types.ts';
import type { ApiDocument } from '../../tools/api-types.ts';
import { CASES } from './case-fixtures.ts';
import { ACCOUNTS } from './fixtures.ts';
import { SUBMISSIONS } from './submission-fixtures.ts';
import { mockApi } from './server.ts';

let document: ApiDocument;
let app: FastifyInstance;
before(async () => {
  document = await apiDocument();
  app = await mockApi();
});

/** What stands for the parameters of a path, so that each state of the mock is met. */
const PEOPLE = ['p0', 'p1', 'p2', 'p-left'];
const IDS: Readonly<Record<string, readonly string[]>> = {
  submissions: [...SUBMISSIONS.map(({ id }) => id), 's-new', 'loi'],
  people: PEOPLE,
  cases: CASES.map(({ caseId }) => caseId),
};
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  number: ['BN-7K2QD-00118', 'XN-7K2QD-00090'],
  group: GROUPS.map(({ code }) => code),
  submissionId: ['s-wait', 's-anh', 's-new', 's-held', 's-ready'],
  personId: [...PEOPLE, 'p5', 'p-new'],
};
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/submissions/{id}/problems': ['', '?severity=warning', '?code=E-COMMUNE-OLD', '?code=E-DATE-NONE'],
  '/submissions/{id}/suggestion-groups': ['?code=E-ID-LOST-ZERO'],
  '/submissions': ['', '?cursor=4&limit=2'],
  '/people/{id}': ['', '?validOn=2025-07-01&knownAt=90411'],
  '/people/{id}/history': ['?field=noiSinh', '?field=danToc'],
};
const BODIES: Readonly<Record<string, readonly object[]>> = {
  '/people/search': [{ name: 'Nguyễn' }, { name: 'trống' }],
  '/confirmation/decisions': [{ accept: ['a'], return: [] }],
  '/confirmation/lists': [{ submissionId: 's-new' }],
  '/submissions/{id}/accept-suggestions': [{ problemIds: [1] }, { group: { value: '186001234' } }],
  '/people/{id}/unmask': [{ field: 'soDinhDanh' }, { field: 'danToc' }],
  '/public/conversions/{number}/check': [{ nationalId: '000190000001' }, { nationalId: '001190000001' }],
  '/people/{id}/card/end': [{ reason: 'SU_CO' }],
  '/people/{id}/card/release': [{ reason: 'DA_XU_LY', paper: '12/KL-SNV' }],
};

/** Every address that a path stands for. */
const addressesOf = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].reduce<readonly string[]>(
    (addresses, [written, name]) => {
      const given = (name === 'id' ? IDS[path.split('/')[1]!] : PARAMETERS[name!]) ?? ['1'];
      return addresses.flatMap((address) => given.map((one) => address.replace(written, one)));
    },
    [path],
  );

/** A shape with each reference replaced by what it names. */
function whole(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(whole);
  if (value === null || typeof value !== 'object') return value;
  if ('$ref' in value) return whole(document.components.schemas[String(value.$ref).split('/').at(-1)!]);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, whole(one)]));
}

/** What is wrong with an answer of the mock; null when nothing is. */
function faultOf(method: string, path: string, status: number, type: string, text: string): string | null {
  const described = document.paths[`${API_PREFIX}${path}`]?.[method]?.responses;
  const content = (described?.[status] ?? (status >= 400 && status < 500 ? described?.['4XX'] : undefined))?.content;
  if (!content) return status === 204 && described?.[204] ? null : `${status} is not described`;
  const schema = content[type.split(';')[0]!]?.schema;
  // Bytes: the mock draws its pictures and has no workbook.
  if (!schema) return Object.keys(content).some((one) => /json/.test(one)) ? `${type} is not described` : null;
  return /json/.test(type) ? faultOfAnswer(whole(schema) as TSchema, JSON.parse(text)) : null;
}

test('each answer of the mock is one that the server could give', async () => {
  const faults = new Set<string>();
  const met = new Set<string>();
  for (const [fullPath, operations] of Object.entries(document.paths))
    for (const method of Object.keys(operations)) {
      const path = fullPath.slice(API_PREFIX.length);
      const verb = method.toUpperCase() as 'GET' | 'POST' | 'DELETE';
      if (!fullPath.startsWith(API_PREFIX) || !app.hasRoute({ method: verb, url: fullPath.replace(/\{(\w+)\}/g, ':$1') })) continue;
      met.add(`${verb} ${path}`);
      // Who asks matters where nothing else says what is asked for.
      for (const { id: account } of verb === 'GET' && !path.includes('{') ? ACCOUNTS : ACCOUNTS.slice(0, 1))
        for (const address of addressesOf(path))
          for (const query of QUERIES[path] ?? [''])
            for (const body of BODIES[path] ?? [{}]) {
              const { statusCode, headers, payload } = await app.inject({
                method: verb,
                url: `${API_PREFIX}${address}${query}`,
                headers: { cookie: `mock-account=${account}`, 'idempotency-key': 'one-key-for-the-mock' },
                ...(verb === 'POST' ? { payload: body } : {}),
              });
              const fault = faultOf(method, path, statusCode, String(headers['content-type'] ?? ''), payload);
              if (fault !== null) faults.add(`${verb} ${address}${query}: ${fault}`);
            }
    }
  assert.deepEqual([...faults], []);
  assert.ok(met.size > 45, `${met.size} operations were asked`);
});

test('a signed-out visitor is answered as the server does', async () => {
  for (const path of ['/session', '/demo/accounts', '/me']) {
    const { statusCode, headers, payload } = await app.inject(`${API_PREFIX}${path}`);
    assert.equal(faultOf('get', path, statusCode, String(headers['content-type']), payload), null, path);
  }
});

test('an answer with a member that is missing, or one beside, is told', async () => {
  const { payload } = await app.inject({ url: `${API_PREFIX}/people/p0`, headers: { cookie: 'mock-account=clerk' } });
  const record = JSON.parse(payload) as Readonly<Record<string, unknown>>;
  const faultIn = (answer: object): string | null => faultOf('get', '/people/{id}', 200, 'application/json', JSON.stringify(answer));
  assert.equal(faultIn(record), null);
  const { reach: _, ...without } = record;
  assert.match(String(faultIn(without)), /reach/);
  assert.match(String(faultIn({ ...record, total: 57 })), /total/);
  assert.match(String(faultOf('get', '/people/{id}', 302, 'application/json', payload)), /not described/);
});
