/** Settings: what is refused, by name, and what stands when nothing is said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { SETTINGS } from './settings.ts';

/** Everything that real operation asks for. */
const REAL = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://congvu.example',
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_SECRET: 'a-secret-of-our-own-that-is-long-enough',
  POPULATION_URL: 'https://population.example/ws',
  POPULATION_SECRET: 'another-secret-of-our-own-that-is-long',
};
const config = (env: Record<string, string>): Config => {
  const read = readConfig(env);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
};
/** `CODE NAME` of each problem. */
const problems = (env: Record<string, string>): string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.problems.map(({ code, title }) => `${code} ${/[A-Z][A-Z_]{3,}/.exec(title.vi)?.[0]}`);
};

test('nothing said: the demo, on loopback, with the limits of the reference', () => {
  const { demo, host, port, publicUrl, sessionIdleMinutes, sessionHours, populationAccess } = config({});
  assert.deepEqual([demo, host, port, publicUrl], [true, '127.0.0.1', 3000, 'http://localhost:3000']);
  assert.deepEqual([sessionIdleMinutes, sessionHours, populationAccess], [15, 8, 'ndxp']);
});

test('real operation is no demo, and asks for its addresses and secrets by name', () => {
  assert.equal(config(REAL).demo, false);
  assert.deepEqual(problems({ NODE_ENV: 'production' }), [
    'E-SETTING-MISSING PUBLIC_URL',
    'E-SETTING-MISSING OIDC_ISSUER',
    'E-SETTING-MISSING OIDC_CLIENT_SECRET',
    'E-SETTING-MISSING POPULATION_URL',
    'E-SETTING-MISSING POPULATION_SECRET',
  ]);
});

test('every secret of the demo is refused in real operation', () => {
  for (const { name, fallback } of SETTINGS.filter((one) => one.secret && one.fallback !== null))
    assert.deepEqual(problems({ ...REAL, [name]: fallback! }), [`E-SETTING-DEFAULT-SECRET ${name}`]);
});

test('the way through an LGSP asks for what an LGSP needs; NDXP does not', () => {
  assert.deepEqual(problems({ ...REAL, POPULATION_ACCESS: 'lgsp' }), [
    'E-SETTING-MISSING POPULATION_TOKEN_URL',
    'E-SETTING-MISSING POPULATION_PARTNER_CODE',
  ]);
  const lgsp = { ...REAL, POPULATION_ACCESS: 'lgsp', POPULATION_TOKEN_URL: 'https://lgsp.example/token', POPULATION_PARTNER_CODE: 'H26' };
  assert.equal(config(lgsp).populationAccess, 'lgsp');
  assert.equal(config(REAL).populationApiKey, REAL.POPULATION_SECRET, 'the key of NDXP is the secret when none is given');
});

test('a value that cannot be is refused by name', () => {
  const wrong: [name: string, value: string][] = [
    ['PORT', '70000'],
    ['PUBLIC_URL', 'congvu.example'],
    ['POPULATION_ACCESS', 'soap'],
    ['POPULATION_TOKEN_URL', 'file:///etc/passwd'],
    ['POPULATION_XROAD_CLIENT', 'VN/GOV/CBCCVC'],
    ['POPULATION_CALLS_PER_SECOND', '0'],
    ['SESSION_IDLE_MINUTES', '0'],
    ['SESSION_IDLE_MINUTES', '61'],
    ['SESSION_IDLE_MINUTES', '1.5'],
    ['SESSION_HOURS', '25'],
    ['DATABASE_TLS', 'no'],
    ['OIDC_SHAPE', 'saml'],
    ['OIDC_LEVELS', 'high'],
    ['OIDC_LEVELS', 'high=3'],
    ['OIDC_SCOPE', 'profile'],
    ['OIDC_ISSUER', 'id.example'],
  ];
  for (const [name, value] of wrong) assert.deepEqual(problems({ [name]: value }), [`E-SETTING-NOT-VALID ${name}`], `${name}=${value}`);
  assert.deepEqual(problems({ DEMO: '1', DATABASE_URL: 'postgres://x' }), ['E-SETTING-MISSING DATABASE_OWNER_URL']);
});

test("a database of one's own is never made a demo because nothing was said", () => {
  const own = { DATABASE_URL: 'postgres://x', DATABASE_OWNER_URL: 'postgres://x' };
  assert.deepEqual(
    problems(own).map((text) => text.split(' ')[0]),
    ['E-DEMO-NOT-SAID'],
  );
  assert.deepEqual(
    problems({ ...own, NODE_ENV: 'development' }).map((text) => text.split(' ')[0]),
    ['E-DEMO-NOT-SAID'],
  );
  for (const DEMO of ['0', '1']) assert.deepEqual(problems({ ...own, DEMO }), [], DEMO);
});

test('every setting says what it is in both languages, with a unit', () => {
  for (const { name, unit, what } of SETTINGS) assert.ok(unit !== '' && what.vi !== '' && what.en !== '', name);
});

test('whose X-Forwarded-For is believed: nobody, so many hops, or named servers; never everybody', () => {
  const trusted = (value: string) => config({ TRUST_PROXY: value }).trustProxy;
  assert.deepEqual([config({}).trustProxy, trusted('0'), trusted('1'), trusted('2')], [false, false, 1, 2]);
  assert.deepEqual(trusted('10.0.0.7, 10.1.0.0/16,fd00::/8'), ['10.0.0.7', '10.1.0.0/16', 'fd00::/8']);
  for (const wrong of ['true', '*', '0.0.0.0/0', '::/0', '10.0.0.0/33', 'proxy.example', '10.0.0.1;10.0.0.2', '-1', '10', ','])
    assert.deepEqual(problems({ TRUST_PROXY: wrong }), ['E-SETTING-NOT-VALID TRUST_PROXY'], wrong);
});
