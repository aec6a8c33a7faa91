/** Settings of the exchange: by default a certificate alone lets in, and what a carrier needs is asked for by name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

const exchangeOf = (env: Record<string, string>) => {
  const read = readConfig(env);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value.exchange;
};
const problems = (env: Record<string, string>): string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.problems.map(({ title }) => /EXCHANGE\w+/.exec(title.vi)?.[0] ?? title.vi);
};

test('nothing said: certificates alone, under the name of the installation’s host', () => {
  assert.deepEqual(exchangeOf({ PUBLIC_URL: 'https://congvu.example' }), {
    audience: 'congvu.example',
    carriers: ['mtls'],
    xRoad: null,
    lgsp: null,
  });
});

test('each carrier has what it is believed by', () => {
  const sha256 = 'AB:'.repeat(31) + 'AB';
  const said = exchangeOf({
    EXCHANGE_AUDIENCE: 'trung-tam',
    EXCHANGE_CARRIERS: 'x-road, lgsp,mtls , ndop',
    EXCHANGE_XROAD_FROM: '10.1.2.3, 10.1.3.0/24',
    EXCHANGE_XROAD_CERTIFICATE: sha256,
    EXCHANGE_LGSP_ISSUER: 'https://lgsp.example',
    EXCHANGE_LGSP_AUDIENCE: 'congvu',
    EXCHANGE_LGSP_KEYS_FILE: '/etc/congvu/lgsp.json',
  });
  assert.deepEqual(said, {
    audience: 'trung-tam',
    carriers: ['mtls', 'x-road', 'lgsp', 'ndop'],
    xRoad: { from: ['10.1.2.3', '10.1.3.0/24'], certificateSha256: 'ab'.repeat(32) },
    lgsp: { issuer: 'https://lgsp.example', audience: 'congvu', keysFile: '/etc/congvu/lgsp.json', claim: 'client_id' },
  });
});

test('what is missing or cannot be read is named', () => {
  assert.deepEqual(problems({ EXCHANGE_CARRIERS: 'pigeon' }), ['EXCHANGE_CARRIERS']);
  assert.deepEqual(problems({ EXCHANGE_CARRIERS: 'x-road' }), ['EXCHANGE_XROAD_FROM']);
  assert.deepEqual(problems({ EXCHANGE_CARRIERS: 'x-road', EXCHANGE_XROAD_FROM: '0.0.0.0/0' }), ['EXCHANGE_XROAD_FROM']);
  assert.deepEqual(problems({ EXCHANGE_XROAD_CERTIFICATE: 'abc' }), ['EXCHANGE_XROAD_CERTIFICATE']);
  assert.deepEqual(problems({ EXCHANGE_CARRIERS: 'lgsp' }), ['EXCHANGE_LGSP_ISSUER', 'EXCHANGE_LGSP_AUDIENCE', 'EXCHANGE_LGSP_KEYS_FILE']);
});
