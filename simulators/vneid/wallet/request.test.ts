/** What a wallet answers, and what it refuses before anybody is asked: each rule broken once, by a door that signs with keys of its own. */
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { test } from 'node:test';
import { done } from './outcome.ts';
import type { FaultCode } from './outcome.ts';
import { readRequestLink, reviewRequest } from './request.ts';
import type { RequestNeeds } from './request.ts';
import { readCertificate } from './x509.ts';

const ORIGIN = 'https://congvu.example';
const VCT = `${ORIGIN}/vct/the-cbccvc/1`;
const NOW = Date.parse('2026-11-27T02:00:00Z');

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const length = content.length < 0x80 ? [content.length] : [0x82, content.length >> 8, content.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const ES256 = der(0x30, oid('2a8648ce3d040302'));
const name = (common: string): Buffer =>
  der(
    0x30,
    ...[
      ['55040a', 'Công Vụ (mẫu)'],
      ['550403', common],
    ].map(([type, text]) => der(0x31, der(0x30, oid(type!), der(0x0c, Buffer.from(text!))))),
  );
const time = (at: string): Buffer => der(0x17, Buffer.from(at));
const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

interface Maker {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}
/** A certificate as an issuer of any make writes it. */
function certificate(of: Maker, by: Maker, more: { readonly common?: string; readonly until?: string } = {}): Buffer {
  const tbs = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ES256,
    name('Neo'),
    der(0x30, time('261101000000Z'), time(more.until ?? '271201000000Z')),
    name(more.common ?? 'Hỏi xem thẻ CBCCVC'),
    of.publicKey.export({ format: 'der', type: 'spki' }),
  );
  return der(0x30, tbs, ES256, der(0x03, Buffer.from([0]), sign('sha256', tbs, by.privateKey)));
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const [anchor, door, stranger] = [pair(), pair(), pair()];
const { x, y } = anchor.publicKey.export({ format: 'jwk' }) as { x: string; y: string };
const encryption = pair().publicKey.export({ format: 'jwk' });

interface Wrong {
  readonly header?: object;
  readonly payload?: Record<string, unknown>;
  readonly leaf?: Buffer;
  readonly signedBy?: KeyObject;
  readonly clientId?: string;
  readonly link?: string;
  readonly status?: number;
  readonly held?: readonly string[];
  readonly distrusted?: readonly string[];
}

async function reviewed(wrong: Wrong = {}) {
  const leaf = wrong.leaf ?? certificate(door, anchor);
  const clientId = wrong.clientId ?? `x509_hash:${createHash('sha256').update(leaf).digest('base64url')}`;
  const header = { alg: 'ES256', typ: 'oauth-authz-req+jwt', x5c: [leaf.toString('base64')], ...wrong.header };
  const payload = {
    aud: 'https://self-issued.me/v2',
    client_id: clientId,
    response_type: 'vp_token',
    response_mode: 'direct_post.jwt',
    response_uri: `${ORIGIN}/card/ask/abc/answer`,
    nonce: 'A'.repeat(32),
    state: 'B'.repeat(43),
    exp: NOW / 1000 + 120,
    dcql_query: {
      credentials: [
        {
          id: 'the',
          format: 'dc+sd-jwt',
          meta: { vct_values: [VCT] },
          claims: ['ho_ten', 'chuc_vu', 'chuc_danh'].map((one) => ({ id: one, path: [one] })),
          claim_sets: [
            ['ho_ten', 'chuc_vu'],
            ['ho_ten', 'chuc_danh'],
          ],
        },
      ],
    },
    client_metadata: {
      client_name: 'Cổng chính',
      jwks: { keys: [{ ...encryption, kid: 'k', use: 'enc', alg: 'ECDH-ES' }] },
      encrypted_response_enc_values_supported: ['A128GCM', 'A256GCM'],
    },
    ...wrong.payload,
  };
  const text = `${part(header)}.${part(payload)}`;
  const signature = sign('sha256', Buffer.from(text), { key: wrong.signedBy ?? door.privateKey, dsaEncoding: 'ieee-p1363' });
  const needs: RequestNeeds = {
    fetch: async () => new Response(`${text}.${signature.toString('base64url')}`, { status: wrong.status ?? 200 }),
    origins: [ORIGIN],
    nowMs: () => NOW,
    anchors: async () => done([{ kty: 'EC', crv: 'P-256', x, y }]),
    distrusted: async () => done(wrong.distrusted ?? []),
    vct: VCT,
    held: wrong.held ?? ['ho_ten', 'anh', 'chuc_danh'],
  };
  const uri = `${ORIGIN}/card/ask/abc/request`;
  return reviewRequest(wrong.link ?? `openid4vp://?${new URLSearchParams({ client_id: clientId, request_uri: uri })}`, needs);
}

test('who asks, for what, and where the answer goes', async () => {
  const asked = await reviewed();
  assert.ok(asked.ok, JSON.stringify(asked));
  const { door: called, organisation, host, names, encryption: to } = asked.value;
  assert.deepEqual([called, organisation, host], ['Cổng chính', 'Công Vụ (mẫu)', 'congvu.example']);
  assert.deepEqual(names, ['ho_ten', 'chuc_danh'], 'the first set that the card can give');
  assert.equal(to.enc, 'A256GCM');
});

test('an anchor that is kept apart: the key for the trust list stands between, and no other key does', async () => {
  const between = pair();
  const leaf = certificate(door, between);
  const chain = (common: string, by: Maker = anchor) => ({
    leaf,
    header: { x5c: [leaf, certificate(between, by, { common })].map((one) => one.toString('base64')) },
  });
  assert.ok((await reviewed(chain('Ký danh sách tin cậy thẻ CBCCVC'))).ok);
  for (const wrong of [chain('Ký thẻ CBCCVC'), chain('Ký danh sách tin cậy thẻ CBCCVC', stranger), { leaf }]) {
    const asked = await reviewed(wrong);
    assert.equal(asked.ok ? 'asked' : asked.fault.code, 'request-untrusted');
  }
});

test('a door whose key is trusted no more asks nobody', async () => {
  const leaf = certificate(door, anchor);
  const kid = createHash('sha256').update(leaf).digest().subarray(0, 8).toString('base64url');
  assert.ok((await reviewed({ leaf, distrusted: ['AAAAAAAAAAA'] })).ok);
  const asked = await reviewed({ leaf, distrusted: [kid] });
  assert.deepEqual(asked.ok ? 'asked' : [asked.fault.code, asked.fault.detail], ['request-untrusted', 'distrusted']);
});

test('each rule that is broken is told, and nothing is asked of the holder', async () => {
  const metadata = { jwks: { keys: [{ ...encryption, kid: 'k', alg: 'RSA-OAEP' }] } };
  for (const [what, wrong, code] of [
    ['no link', { link: 'https://congvu.example/kiem-tra' }, 'request-unreadable'],
    ['no request', { link: 'openid4vp://?client_id=x' }, 'request-unreadable'],
    ['http elsewhere', { link: 'openid4vp://?client_id=x&request_uri=http://khac.example/r' }, 'request-unreadable'],
    ['another server', { link: 'openid4vp://?client_id=x&request_uri=https://khac.example/r' }, 'request-elsewhere'],
    ['gone', { status: 404 }, 'request-gone'],
    ['over', { payload: { exp: NOW / 1000 - 400 } }, 'request-gone'],
    ['another kind', { header: { typ: 'JWT' } }, 'request-bad'],
    ['another algorithm', { header: { alg: 'none' } }, 'request-bad'],
    ['no certificate', { header: { x5c: [] } }, 'request-untrusted'],
    [
      'a chain',
      { header: { x5c: [certificate(door, anchor).toString('base64'), certificate(anchor, anchor).toString('base64')] } },
      'request-untrusted',
    ],
    ['another anchor', { leaf: certificate(door, stranger) }, 'request-untrusted'],
    ['a key for cards', { leaf: certificate(door, anchor, { common: 'Ký thẻ CBCCVC' }) }, 'request-untrusted'],
    ['over its time', { leaf: certificate(door, anchor, { until: '261126000000Z' }) }, 'request-untrusted'],
    ['another key signed', { signedBy: stranger.privateKey }, 'request-untrusted'],
    ['another hash', { clientId: 'x509_hash:Uvo3HtuIxuhC92rShpgqcT3YXwrqRxWEviRiA0OZszk' }, 'request-untrusted'],
    ['another name inside', { payload: { client_id: 'x509_hash:khac' } }, 'request-untrusted'],
    ['answered elsewhere', { payload: { response_uri: 'https://khac.example/answer' } }, 'request-untrusted'],
    ['in the clear', { payload: { response_mode: 'direct_post' } }, 'request-bad'],
    ['something to agree to that is not known', { payload: { transaction_data: ['x'] } }, 'request-bad'],
    ['no number', { payload: { nonce: 'ngan' } }, 'request-bad'],
    ['no key', { payload: { client_metadata: metadata } }, 'request-bad'],
    ['another card', { payload: { dcql_query: { credentials: [{ id: 'a', format: 'mso_mdoc', meta: {} }] } } }, 'request-other-card'],
    ['two cards', { payload: { dcql_query: { credentials: [{}, {}] } } }, 'request-bad'],
    ['what the card has not', { held: ['ho_ten'] }, 'request-other-card'],
  ] as const satisfies readonly (readonly [string, Wrong, FaultCode])[]) {
    const asked = await reviewed(wrong);
    assert.equal(asked.ok ? 'asked' : asked.fault.code, code, what);
  }
});

test('HAIP’s own scheme is a link too; a certificate that is cut is none', () => {
  assert.ok(readRequestLink(`haip-vp://?client_id=x&request_uri=${encodeURIComponent(`${ORIGIN}/r`)}`).ok);
  const whole = new Uint8Array(certificate(door, anchor));
  assert.ok(readCertificate(whole));
  for (let length = 0; length < whole.length; length += 7) assert.equal(readCertificate(whole.slice(0, length)), null);
  assert.equal(readCertificate(new Uint8Array([...whole, 0])), null);
});
