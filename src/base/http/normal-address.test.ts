import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNormalAddress } from './normal-address.ts';

test('an address is taken in one spelling only', () => {
  for (const url of [
    '/',
    '/api/v1/people/x',
    '/api/v1/people?name=%41%2F..//',
    '/sim/a%20b',
    '/h%E1%BB%93-s%C6%A1',
    '/a/b~c_d.e-f',
    '/..a/b..',
  ])
    assert.equal(isNormalAddress(url), true, url);
  for (const url of [
    '/api/%761/people',
    '/api/v1/%70eople',
    '/api//v1',
    '//api',
    '/api/./v1',
    '/api/x/../v1',
    '/a%2Fb',
    '/a%5cb',
    '/a\\b',
    '/a%00',
    '/a%2e%2e/b',
    '/a%25b',
    '/a%',
    '/a%zz',
  ])
    assert.equal(isNormalAddress(url), false, url);
});
