import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BARE_POLICY, STATIC_PAGE_POLICY, PORTAL_POLICY } from './security-headers.ts';

test('each kind of page has exactly this policy: a word more is a door more', () => {
  assert.equal(
    PORTAL_POLICY,
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  assert.equal(BARE_POLICY, "default-src 'none'; frame-ancestors 'none'; sandbox");
  assert.equal(STATIC_PAGE_POLICY, "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'");
});
