/** Surfaces and addresses: one server by default, apart by settings, refused by name where they cannot stand together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';
import type { Listener } from './listeners.ts';
import { SURFACES } from './http/surfaces.ts';

const listeners = (env: Record<string, string>): readonly Listener[] => {
  const read = readConfig(env);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value.listeners;
};
const problems = (env: Record<string, string>): string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.problems.map(({ title }) => /[A-Z]+_?[A-Z]{3,}/.exec(title.vi)?.[0] ?? '');
};

test('nothing said: every surface by one server', () => {
  assert.deepEqual(listeners({}), [{ surfaces: SURFACES, port: 3000, host: '127.0.0.1', url: 'http://localhost:3000' }]);
});

test('surfaces that have the same port are one server; the address is that which people open', () => {
  const env = {
    PUBLIC_URL: 'https://congvu.example/',
    PORT: '8080',
    ADMINISTRATION_PORT: '8081',
    ADMINISTRATION_URL: 'https://quan-tri.congvu.example',
    ADMINISTRATION_HOST: '10.0.0.5',
    CARD_PORT: '8082',
    CARD_URL: 'https://the.congvu.example',
    EXCHANGE_PORT: '8082',
  };
  assert.deepEqual(listeners(env), [
    { surfaces: ['portal'], port: 8080, host: '127.0.0.1', url: 'https://congvu.example' },
    { surfaces: ['administration'], port: 8081, host: '10.0.0.5', url: 'https://quan-tri.congvu.example' },
    { surfaces: ['exchange', 'card'], port: 8082, host: '127.0.0.1', url: 'https://congvu.example' },
  ]);
  const read = readConfig(env);
  assert.ok(read.ok);
  assert.deepEqual([read.value.cardUrl, read.value.cardVct], ['https://the.congvu.example', 'https://the.congvu.example/vct/the-cbccvc/1']);
});

test('a process answers the surfaces that it is told, and knows the addresses of the others', () => {
  const env = { SURFACES: ' card , exchange', PORT: '8080', CARD_PORT: '8090', EXCHANGE_PORT: '8090' };
  assert.deepEqual(listeners(env), [{ surfaces: ['exchange', 'card'], port: 8090, host: '127.0.0.1', url: 'http://localhost:8090' }]);
  const read = readConfig(env);
  assert.deepEqual(read.ok && [read.value.publicUrl, read.value.cardUrl], ['http://localhost:8080', 'http://localhost:8090']);
});

test('what cannot stand together is refused by name', () => {
  assert.deepEqual(problems({ SURFACES: 'portal,door' }), ['SURFACES']);
  assert.deepEqual(problems({ SURFACES: ' , ' }), ['SURFACES']);
  assert.deepEqual(problems({ CARD_PORT: '70000' }), ['CARD_PORT']);
  assert.deepEqual(problems({ CARD_URL: 'the.congvu.example' }), ['CARD_URL']);
  assert.deepEqual(problems({ PUBLIC_URL: 'https://a.example', ADMINISTRATION_URL: 'https://b.a.example' }), ['ADMINISTRATION_URL']);
  assert.deepEqual(problems({ CARD_HOST: '0.0.0.0' }), ['CARD_HOST']);
  assert.deepEqual(problems({ SURFACES: 'card', CARD_HOST: '0.0.0.0' }), []);
});

test('passkeys are made for a domain that both addresses of people stand below', () => {
  const apart = { PUBLIC_URL: 'https://cong.so.example', ADMINISTRATION_URL: 'https://quan-tri.so.example', ADMINISTRATION_PORT: '8081' };
  const rpId = (env: Readonly<Record<string, string>>): string | undefined => {
    const read = readConfig(env);
    return read.ok ? read.value.passkeyRpId : read.problems[0]!.code;
  };
  assert.equal(rpId({ PUBLIC_URL: 'https://cong.so.example' }), 'cong.so.example');
  assert.equal(rpId(apart), 'E-SETTING-NOT-VALID', 'the host of one is no domain of the other');
  assert.equal(rpId({ ...apart, PASSKEY_RP_ID: 'so.example' }), 'so.example');
  assert.equal(rpId({ ...apart, PASSKEY_RP_ID: 'o.example' }), 'E-SETTING-NOT-VALID', 'not even where the letters end alike');
  for (const PUBLIC_URL of ['https://10.1.2.3', 'https://[fd00::1]:8443']) {
    assert.equal(rpId({ PUBLIC_URL, STEP_UP: 'required' }), 'E-SETTING-NOT-VALID', 'no passkey is made for a bare address');
    assert.notEqual(rpId({ PUBLIC_URL, STEP_UP: 'if-registered' }), 'E-SETTING-NOT-VALID', 'where none is demanded it goes on');
  }
});

test('who may come is said for each surface, and what it cannot stand beside is refused by name', () => {
  const own = { EXCHANGE_PORT: '8443', EXCHANGE_TLS_CERTIFICATE_FILE: 'a.pem', EXCHANGE_TLS_KEY_FILE: 'a.key' };
  const clients = { ...own, EXCHANGE_CLIENT_CA_FILE: 'ca.pem', EXCHANGE_CLIENT_CRL_FILE: 'crl.pem' };
  const env = {
    ...clients,
    PORTAL_NETWORKS: '10.0.0.0/8, fd00::/8',
    EXCHANGE_CLIENT_NAMES: 'H26.example=10.26.0.0/16, 10.27.0.1; h01.example=10.1.0.1',
  };
  const [portal, exchange] = listeners(env);
  assert.deepEqual(portal!.guard, { networks: ['10.0.0.0/8', 'fd00::/8'], tls: null, clients: null, proxyHeaderFrom: null });
  assert.deepEqual(exchange!.guard, {
    networks: null,
    tls: { certificateFile: 'a.pem', keyFile: 'a.key' },
    clients: {
      authorityFile: 'ca.pem',
      revokedFile: 'crl.pem',
      names: new Map([
        ['h26.example', ['10.26.0.0/16', '10.27.0.1']],
        ['h01.example', ['10.1.0.1']],
      ]),
    },
    proxyHeaderFrom: null,
  });
  const named = (settings: Record<string, string>): string[] => {
    const read = readConfig(settings);
    return read.ok ? [] : read.problems.map(({ title }) => title.en.split(' ')[0]!);
  };
  assert.deepEqual(named({ PORTAL_NETWORKS: '0.0.0.0/0' }), ['PORTAL_NETWORKS']);
  assert.deepEqual(named({ PORTAL_NETWORKS: '10.0.0.0/8', TRUST_PROXY: '1' }), ['TRUST_PROXY'], 'hops say nothing of who stands there');
  assert.deepEqual(named({ PORTAL_NETWORKS: '10.0.0.0/8', TRUST_PROXY: '10.0.0.7' }), []);
  assert.deepEqual(named({ ...own, EXCHANGE_TLS_KEY_FILE: '' }), ['EXCHANGE_TLS_KEY_FILE']);
  assert.deepEqual(named({ ...clients, EXCHANGE_CLIENT_CRL_FILE: '' }), ['EXCHANGE_CLIENT_CRL_FILE'], 'nobody could be revoked');
  assert.deepEqual(named({ EXCHANGE_PORT: '8443', EXCHANGE_CLIENT_CA_FILE: 'ca.pem', EXCHANGE_CLIENT_CRL_FILE: 'crl.pem' }), [
    'EXCHANGE_CLIENT_CA_FILE',
  ]);
  assert.deepEqual(
    named({ ...own, EXCHANGE_CLIENT_NAMES: 'h26=10.0.0.1' }),
    ['EXCHANGE_CLIENT_NAMES'],
    'names of certificates that nobody is asked for',
  );
  for (const wrong of ['h26', 'h26=', 'h26=10.0.0.0/0', 'h26=10.0.0.1;H26=10.0.0.2', '=10.0.0.1'])
    assert.deepEqual(named({ ...clients, EXCHANGE_CLIENT_NAMES: wrong }), ['EXCHANGE_CLIENT_NAMES'], wrong);
  assert.deepEqual(named({ EXCHANGE_NETWORKS: '10.0.0.0/8' }), ['EXCHANGE_NETWORKS'], 'its port is the portal’s, which says nothing of it');
  assert.deepEqual(named({ PORTAL_NETWORKS: '10.0.0.0/8', EXCHANGE_NETWORKS: '10.0.0.0/8' }), []);
});
