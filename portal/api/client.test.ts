import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newKey, problemOf, queryText, RequestFailed } from './client.ts';
import { worthSendingAgain } from './act-on.ts';

test('a key is 128 bits in hexadecimal, a new one each time', () => {
  const keys = new Set(Array.from({ length: 100 }, newKey));
  assert.equal(keys.size, 100);
  for (const key of keys) assert.match(key, /^[0-9a-f]{32}$/);
});

test('an address holds only what is given', () => {
  assert.equal(queryText({ cursor: '', code: null, limit: 50, all: false }), '?limit=50&all=false');
  assert.equal(queryText({ cursor: undefined }), '');
  assert.equal(queryText({ body: 'a&b=c' }), '?body=a%26b%3Dc');
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
