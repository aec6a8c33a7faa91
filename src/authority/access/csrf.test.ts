/** Requests that change something come from our own pages (threat T28). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOwnRequest } from './csrf.ts';

const OURS = 'https://congvu.example';

test('what a browser says about where a request comes from decides', () => {
  const rows: [method: string, headers: Record<string, string>, own: boolean][] = [
    ['POST', { origin: OURS, 'sec-fetch-site': 'same-origin' }, true],
    ['POST', { origin: OURS }, true],
    ['POST', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    ['POST', { origin: 'https://evil.example' }, false],
    ['POST', { origin: 'https://other.congvu.example', 'sec-fetch-site': 'same-site' }, false],
    ['POST', { origin: 'null', 'sec-fetch-site': 'cross-site' }, false],
    ['POST', { origin: 'null' }, false],
    // Same host, other scheme or port: another origin.
    ['POST', { origin: 'http://congvu.example' }, false],
    ['POST', { origin: `${OURS}:8443` }, false],
    // One header right does not make up for the other.
    ['POST', { origin: OURS, 'sec-fetch-site': 'cross-site' }, false],
    ['DELETE', { 'sec-fetch-site': 'same-site' }, false],
    ['PUT', { 'sec-fetch-site': 'cross-site' }, false],
    // Not a browser: it holds nobody else's cookie.
    ['POST', {}, true],
    // Reading is not guarded: it changes nothing, and links from elsewhere must work.
    ['GET', { 'sec-fetch-site': 'cross-site' }, true],
  ];
  for (const [method, headers, own] of rows) assert.equal(isOwnRequest(method, headers, OURS), own, `${method} ${JSON.stringify(headers)}`);
});
