import assert from 'node:assert/strict';
import { test } from 'node:test';
import { walletKindOf } from './wallet-kind.ts';

const SAID: readonly (readonly [agent: string | undefined, kind: string])[] = [
  ['okhttp/4.12.0', 'android'],
  ['Dalvik/2.1.0 (Linux; U; Android 14; SM-A556E)', 'android'],
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'android'],
  ['VNeID/5 CFNetwork/1498.700.2 Darwin/23.6.0', 'ios'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15', 'ios'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/153.0', 'browser'],
  ['node', 'unknown'],
  ['', 'unknown'],
  [undefined, 'unknown'],
];
test('a wallet is told apart by one word, whatever it says of itself', () => {
  for (const [agent, kind] of SAID) assert.equal(walletKindOf(agent), kind, String(agent));
});
