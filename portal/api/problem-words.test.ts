import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vi } from '#portal/language/generated/vi-first.ts';
import { pageOfCode, localizeProblem } from './problem-words.ts';

test('the server’s words are said, in the language of the user, with the page of the code', () => {
  const said = localizeProblem(
    {
      status: 422,
      type: '/problems/E-X',
      code: 'E-X',
      detail: { vi: 'Sai', en: 'Wrong' },
      next: { vi: 'Sửa', en: 'Fix' },
      requestId: 'r1',
      problems: [{ code: 'E-Y', severity: 'error', detail: { vi: 'Y', en: 'Why' }, next: { vi: '', en: '' }, where: {} }],
    },
    'en',
    vi.failure,
  );
  assert.deepEqual(said, { what: 'Wrong', next: 'Fix', code: 'E-X', page: '/problems/E-X', requestId: 'r1', more: ['Why'] });
});

test('an answer without words gets ours, by what happened', () => {
  for (const [status, kind] of [
    [0, 'offline'],
    [401, 'signedOut'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [413, 'tooLarge'],
    [502, 'serverDown'],
    [418, 'other'],
    [-1, 'other'],
  ] as const)
    assert.equal(localizeProblem({ status }, 'vi', vi.failure).what, vi.failure[kind].what, String(status));
});

test('a problem never leads to another server', () => {
  assert.equal(pageOfCode({ type: 'https://evil.example/', code: 'E-X' }), '/problems/E-X');
  assert.equal(pageOfCode({ type: '//evil.example/', code: 'E-X' }), '/problems/E-X');
  assert.equal(pageOfCode({ type: '/problems/E-X' }), null);
});
