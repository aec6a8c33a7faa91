import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askBy } from '#portal/passkeys/ask.ts';
import { act, addressOf, newKey, problemOf, read, RequestFailed } from './client.ts';
import { worthSendingAgain } from './act-on.ts';

test('a key is 128 bits in hexadecimal, a new one each time', () => {
  const keys = new Set(Array.from({ length: 100 }, newKey));
  assert.equal(keys.size, 100);
  for (const key of keys) assert.match(key, /^[0-9a-f]{32}$/);
});

test('an address holds only what is given', () => {
  assert.equal(addressOf('/cases', { query: { cursor: '', code: null, limit: 50, all: false } }), '/cases?limit=50&all=false');
  assert.equal(addressOf('/cases', { query: { cursor: undefined } }), '/cases');
  assert.equal(addressOf('/uploads', { query: { body: 'a&b=c' } }), '/uploads?body=a%26b%3Dc');
  assert.equal(addressOf('/receipts/{number}.pdf', { path: { number: 'BN/1' } }), '/receipts/BN%2F1.pdf');
});

test('a path, a parameter or an answer that the server does not have does not compile', () => {
  const never = (): unknown => [
    // @ts-expect-error the path
    read('/person/{id}', { path: { id: '1' } }),
    // @ts-expect-error the name of a parameter of the path
    read('/people/{id}', { path: { person: '1' } }),
    // @ts-expect-error a parameter of the path is missing
    read('/people/{id}', {}),
    // @ts-expect-error the query
    read('/people/{id}', { path: { id: '1' }, query: { validAt: '2026-11-01' } }),
    // @ts-expect-error the body
    act('/me/unmask', { body: { fields: 'maSoThue' } }),
    // @ts-expect-error JSON is asked of what answers bytes
    read('/me/portrait', {}),
    // @ts-expect-error a member of the answer
    read('/session', {}).then((session) => session.signedOut),
  ];
  assert.equal(typeof never, 'function');
});

test('an answer that is no problem+json still is a problem, with the status that came', () => {
  assert.deepEqual(problemOf(502, '<h1>Bad gateway</h1>'), { status: 502 });
  assert.deepEqual(problemOf(422, '{"code":"E-X","status":200}'), { status: 422, code: 'E-X' });
  assert.deepEqual(problemOf(500, 'null'), { status: 500 });
});

test('only what did not arrive is sent again, twice at most; a refusal is an answer', () => {
  const failed = (status: number) => new RequestFailed({ status });
  assert.deepEqual(
    [
      worthSendingAgain(0, failed(0)),
      worthSendingAgain(1, failed(503)),
      worthSendingAgain(2, failed(0)),
      worthSendingAgain(0, failed(409)),
      worthSendingAgain(0, new Error()),
    ],
    [true, true, false, false, false],
  );
});

/** The network: answers in turn; says with which key each request came. */
async function withAnswers(answers: readonly (readonly [status: number, body: object])[], work: () => Promise<void>): Promise<string[]> {
  const [kept, keys, left] = [globalThis.fetch, [] as string[], [...answers]];
  globalThis.fetch = async (_address, init) => {
    keys.push(new Headers(init?.headers).get('idempotency-key') ?? '');
    const [status, body] = left.shift()!;
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  };
  try {
    await work();
  } finally {
    globalThis.fetch = kept;
  }
  return keys;
}
const STEP_UP = [403, { code: 'E-STEP-UP' }] as const;

test('an act that is refused for want of a passkey waits for the user, and is sent again as the same request', async () => {
  let asked = 0;
  const stop = askBy(async () => ++asked > 0);
  const keys = await withAnswers([STEP_UP, [200, { ended: 1 }]], async () => {
    assert.deepEqual(await act('/accounts/{id}/passkeys/release', { path: { id: 'a' }, body: { reason: 'mất điện thoại' } }), { ended: 1 });
  });
  stop();
  assert.equal(asked, 1);
  assert.equal(keys.length, 2);
  assert.equal(keys[0], keys[1]);
});

test('two acts at once ask once; who leaves is told the refusal; another refusal asks nobody', async () => {
  let answer: (isVerified: boolean) => void = () => undefined;
  let asked = 0;
  const stop = askBy(() => new Promise((resolve) => ((answer = resolve), asked++)));
  const release = () => act('/accounts/{id}/passkeys/release', { path: { id: 'a' }, body: { reason: 'mất điện thoại' } });
  await withAnswers([STEP_UP, STEP_UP, [403, { code: 'E-NOT-ALLOWED' }]], async () => {
    const both = [release(), release()].map((one) => assert.rejects(one, { message: 'E-STEP-UP' }));
    while (asked === 0) await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    answer(false);
    await Promise.all(both);
    await assert.rejects(release(), { message: 'E-NOT-ALLOWED' });
  });
  stop();
  assert.equal(asked, 1);
});
