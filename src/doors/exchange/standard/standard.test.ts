/** The standard says what the shipped code does: every message of it is signed, hashed and shaped as it says; every clause is held. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import Fastify from 'fastify';
import { Compile } from 'typebox/compile';
import { ok } from '#base/problem.ts';
import { memoryCentre } from '#doors/exchange/memory-centre.ts';
import { exchangeRoutes } from '#doors/exchange/routes.ts';
import { MAJORS } from '#standard/exchange-standard/versions.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { readChanges, readManifest } from '#doors/exchange/protocol/batch.ts';
import { centreStep, enrolledSource } from '#doors/exchange/protocol/centre-step.ts';
import { jwsSigner, jwsVerifier } from '#doors/exchange/signer.ts';
import { CHAPTERS, clauseOf } from '#standard/exchange-standard/chapters.ts';
import { EXAMPLE_KEYS, EXAMPLE_NAMES, EXAMPLE_REQUEST, MESSAGES } from './examples.ts';
import { exchangeDocument } from '#doors/exchange/exchange-document.ts';
import { currentSnapshot, readSnapshot, snapshotText, standardDifferences } from '#doors/exchange/standard-snapshot.ts';
import type { StandardSnapshot } from '#doors/exchange/standard-snapshot.ts';
import { WIRE_SCHEMAS } from './wire-schemas.ts';
import type { WireSchema } from './wire-schemas.ts';

test('every example of the standard is canonical, fits its schema, and bears the signature of its key', () => {
  for (const { name, schema, by, signed } of MESSAGES) {
    assert.equal(canonicalJson(JSON.parse(signed.text)), signed.text, name);
    assert.ok(Compile(WIRE_SCHEMAS[schema].shape).Check(JSON.parse(signed.text)), name);
    const { publicPem, kid } = EXAMPLE_KEYS[by];
    assert.ok(jwsVerifier(publicPem, kid)(signed), name);
    assert.equal(jwsVerifier(publicPem, kid)({ ...signed, text: `${signed.text} ` }), false, name);
  }
  const { privatePem, kid } = EXAMPLE_KEYS.body;
  const { headers, lines } = EXAMPLE_REQUEST;
  const manifest = MESSAGES[0]!.signed;
  assert.deepEqual(jwsSigner(privatePem, kid)(manifest.text), manifest);
  assert.equal(headers['Content-Digest'], `sha-256=:${createHash('sha256').update(lines).digest('base64')}:`);
  assert.equal(Buffer.from(headers['Congvu-Manifest'], 'base64url').toString(), manifest.text);
  const read = readManifest(manifest.text);
  assert.ok(read.ok && readChanges(lines, read.value).ok);
  for (const line of lines.trimEnd().split('\n')) assert.ok(Compile(WIRE_SCHEMAS.change.shape).Check(JSON.parse(line)));
});

test('the centre takes the example as it stands, and answers with a receipt of it', () => {
  const means = {
    audience: 'cong-vu-thu',
    sign: jwsSigner(EXAMPLE_KEYS.body.privatePem, 'k'),
    verify: jwsVerifier(EXAMPLE_KEYS.body.publicPem, EXAMPLE_KEYS.body.kid),
  };
  const batch = { manifest: MESSAGES[0]!.signed, lines: EXAMPLE_REQUEST.lines };
  const { effects } = centreStep(
    enrolledSource('H26'),
    { kind: 'offered', batch, held: null, queued: 0, at: '2026-12-01T02:00:02.000Z' },
    means,
  );
  assert.deepEqual(
    effects.map((effect) => effect.do),
    ['keep-batch', 'answer'],
  );
  assert.equal(EXAMPLE_NAMES.revision, createHash('sha256').update(canonicalJson(EXAMPLE_NAMES.standing)).digest('hex'));
});

test('a message that lacks a member, or has one of another form, does not fit its schema', () => {
  for (const { schema, signed } of MESSAGES) {
    const whole = JSON.parse(signed.text) as Record<string, unknown>;
    const shape = Compile(WIRE_SCHEMAS[schema].shape);
    for (const key of Object.keys(whole)) {
      const { [key]: _left, ...others } = whole;
      assert.equal(shape.Check(others), false, `${schema} without ${key}`);
      assert.equal(shape.Check({ ...whole, [key]: { wrong: true } }), false, `${schema} with another ${key}`);
    }
  }
});

test('clauses are numbered once, by their chapters, and say what they say in two languages', () => {
  const numbers = CHAPTERS.flatMap(({ clauses }) => clauses.map(({ number }) => number));
  assert.equal(new Set(numbers).size, numbers.length);
  for (const { number, clauses } of CHAPTERS)
    assert.deepEqual(
      clauses.map((one) => one.number),
      clauses.map((_one, at) => `${number}.${at + 1}`),
    );
  for (const { clauses } of CHAPTERS)
    for (const { number, text, level } of clauses) {
      assert.ok(text.vi.length > 20 && text.en.length > 20 && text.vi !== text.en, number);
      assert.equal(/\bSHOULD\b/.test(text.en) && level === 'must', false, number);
    }
  assert.equal(clauseOf('4.1').level, 'must');
  assert.throws(() => clauseOf('99.1'), /no clause 99\.1/);
});

test('the description of the routes names every schema that it uses', () => {
  const document = exchangeDocument('1.0');
  const { schemas } = document['components'] as { schemas: Record<string, unknown> };
  const used = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name!);
  assert.ok(used.length > 10);
  assert.deepEqual(
    used.filter((name) => !(name in schemas)),
    [],
  );
  for (const name of Object.keys(WIRE_SCHEMAS) as WireSchema[]) assert.ok(WIRE_SCHEMAS[name].title in schemas);
});

test('the description is OpenAPI 3.1, and has the routes that are served and no other', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(exchangeDocument('1.0'))) as Record<string, unknown>);
  assert.ok(valid, JSON.stringify(errors));
  const clock = { now: () => '2026-12-01T02:00:02.000Z' };
  const sign = jwsSigner(EXAMPLE_KEYS.body.privatePem, 'k');
  const centre = { ...memoryCentre({ clock, audience: 'a', sign, sources: [], majors: MAJORS }), receipt: async () => ok(null) };
  const app = Fastify({ logger: false });
  const served: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if (method !== 'HEAD') served.push(`${String(method)} ${url.replace(':first-:last', '{numbers}').replaceAll(/:(\w+)/g, '{$1}')}`);
  });
  await app.register(exchangeRoutes({ centre, callerOf: async () => ok({ source: 'T' }) }));
  await app.close();
  const described = Object.entries(exchangeDocument('1.0')['paths'] as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  assert.deepEqual([...new Set(served)].sort(), described.sort());
});

test('every kind of entry of the feed fits its schema; one that nobody knows fits by its number and kind', () => {
  const page = (entry: object) => ({ what: 'feed', source: 'T', after: 0, entries: [{ n: 1, ...entry }], more: false });
  const fits = (entry: object): boolean => Compile(WIRE_SCHEMAS.feed.shape).Check(page(entry));
  const outcome = { what: 'outcome', epoch: 1, lane: 'daily', seq: 1, ref: 'a', verdict: 'accepted', problems: [] };
  for (const entry of [{ what: 'lists', edition: 7 }, { what: 'void' }, { what: 'left', person: 'p' }, outcome, { what: 'tin-moi', x: 1 }])
    assert.ok(fits(entry), entry.what);
  for (const entry of [{ what: 'lists' }, { what: 'left' }, { ...outcome, verdict: 'conflict' }, { what: 7 }, {}])
    assert.equal(fits(entry), false);
});

const NOW = currentSnapshot();
/** A version like this one, with some things another way; null takes one out. */
const aVersion = (changed: Readonly<Record<string, string | null>>): StandardSnapshot => ({
  ...NOW,
  version: 'next',
  things: Object.fromEntries(
    Object.entries({ ...NOW.things, ...changed }).flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
  ),
});
const told = (changed: Readonly<Record<string, string | null>>) =>
  standardDifferences(NOW, aVersion(changed)).map(({ kind, breaks }) => `${kind}${breaks ? ' breaks' : ''}`);

test('what differs between two versions is told, and whether it breaks', () => {
  assert.deepEqual(told({}), []);
  for (const [expected, changed] of [
    ['added breaks', { 'clause 20.1': 'must: mới' }],
    ['added', { 'clause 20.1': 'should: mới' }],
    ['narrowed breaks', { 'clause 5.3': 'must: nay bắt buộc' }],
    ['changed breaks', { 'clause 4.1': 'must: cách ký khác' }],
    ['removed', { 'clause 4.1': null }],
    ['added', { 'message change /properties/moi/type': '"string"' }],
    ['narrowed breaks', { 'message change /required/moi': 'member' }],
    ['narrowed breaks', { 'message change /properties/ref/maxLength': '100' }],
    ['changed', { 'message change /properties/ref/maxLength': '300' }],
    ['removed breaks', { 'message change /properties/ref/type': null }],
    ['removed', { 'message change /required/ref': null }],
    ['removed breaks', { 'message change /properties/operation/enum/retract': null }],
    ['removed breaks', { 'major cbccvc@2': null }],
    ['added', { 'major cbccvc@4': 'taken' }],
    ['removed breaks', { 'route PUT /exchange/v1/batches/{epoch}/{lane}/{numbers} → 202': null }],
    ['added', { 'field moi': '{"kind":{"name":"text"},"required":"O"}' }],
    ['added breaks', { 'field moi': '{"kind":{"name":"text"},"required":"R"}' }],
  ] as const)
    assert.deepEqual(told(changed), [expected], JSON.stringify(changed));
});

test('a version comes back from its file; what is none is told', () => {
  assert.deepEqual(readSnapshot(snapshotText()), NOW);
  for (const wrong of ['', '[]', 'null', '{}', '{"standard":"congvu-exchange","version":"1","things":{"a":1}}'])
    assert.equal(readSnapshot(wrong), null);
});
