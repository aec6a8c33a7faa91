/**
 * Verifiers that nobody here wrote, or that have nothing of ours: a card is fetched by the OpenID4VC library's wallet over real HTTP, held, shown, and checked
 * with the published anchor alone; or by a wallet of Python from the specifications. Checked by the thirty lines of docs/card in Python, and by @sd-jwt/sd-jwt-vc with the status list.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Fastify from 'fastify';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { takesGzip } from './compressed.ts';
import { present } from './core/card-for-tests.ts';
import { answerCredential } from './credential.ts';
import { aDpop, aHolderProof, aLibraryWallet, anIssuer } from './issuer-for-tests.ts';
import type { TestIssuer } from './issuer-for-tests.ts';
import { ADDRESS_BURST_SECONDS, WALLET_PACE } from './limits.ts';
import { keptPictures } from './picture.ts';
import { CONFIGURATION, PRE_AUTHORIZED } from './protocol.ts';
import { publishRound } from './publish.ts';
import { cardRoutes } from './routes.ts';

let here: TestIssuer;
before(async () => {
  here = await anIssuer();
  await publishRound(here.issuer, { keeping: true });
});
after(() => here.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${here.url}${path}`, { headers });
const AUDIENCE = 'https://cong-vao.example';
const NONCE = 'so-dung-mot-lan';

async function aHolder() {
  const personId = await here.hires();
  const wallet = aLibraryWallet();
  const offer = await here.offers(personId);
  const begun = await wallet.begins(offer.uri, offer.txCode);
  const { copy } = await wallet.fetchesCopy(begun);
  const shown = (more: { readonly payload?: object; readonly without?: readonly string[] } = {}): string =>
    present(copy, wallet.holderKey, Date.parse(here.office.clock.now()), {
      ...more,
      payload: { aud: AUDIENCE, nonce: NONCE, ...more.payload },
    });
  return { personId, wallet, begun, copy, shown };
}

const EXAMPLE = join(import.meta.dirname, '..', '..', '..', 'docs', 'card', 'verify_card.py');
const WALLET = join(import.meta.dirname, '..', '..', '..', 'tests', 'fixtures', 'card', 'wallet.py');
const hasPython = ['python3', 'openssl'].every((one) => spawnSync(one, [one === 'openssl' ? 'version' : '--version']).status === 0);

const NEEDS_PYTHON = { skip: hasPython ? (false as const) : 'no python3 or openssl here' };

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
/** Not waiting in this thread: the issuer that the program asks lives here. */
const python = (program: string, given: readonly string[], input = ''): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn('python3', [program, ...given], { env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part) => (out += String(part)));
    child.stderr.on('data', (part) => (err += String(part)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });

/** The example of the guide, as a stranger runs it. */
async function example(presentation: string): Promise<Ran> {
  const anchor = join(here.folder, 'anchor.pem');
  writeFileSync(anchor, await (await get('/card/trust-anchor.pem')).text());
  return python(EXAMPLE, [anchor, AUDIENCE, NONCE], presentation);
}

test('the example of the guide has at most thirty lines and nothing of ours', () => {
  const text = readFileSync(EXAMPLE, 'utf8');
  assert.ok(text.trimEnd().split('\n').length <= 30);
  assert.match(text, /^import base64, hashlib, json, subprocess, sys, tempfile, time, urllib\.request, zlib$/m);
  assert.equal(text.match(/^import|^from/gm)?.length, 1);
});

test('thirty lines of Python check a card with the anchor alone; what is not so, they refuse', NEEDS_PYTHON, async () => {
  const { copy, shown } = await aHolder();
  const good = await example(shown());
  assert.equal(good.code, 0, good.err);
  const said = JSON.parse(good.out) as { ho_ten: string; moi_truong: string; co_quan: { ma: string } };
  assert.deepEqual([said.ho_ten, said.moi_truong, said.co_quan.ma], ['Đặng Thị Yến', 'THU_NGHIEM', 'H26.03.01']);
  const part = JSON.parse((await example(shown({ without: ['anh', 'ho_ten', 'ma_cua'] }))).out) as object;
  assert.ok(!('ho_ten' in part) && 'co_quan' in part);
  assert.match((await example(shown({ payload: { nonce: 'mot-so-khac' } }))).err, /shown to somebody else/);
  assert.match((await example(shown({ payload: { aud: 'https://cong-khac.example' } }))).err, /shown to somebody else/);
  const other = await aHolder();
  const swapped = shown().replace(copy.split('~')[3]!, other.copy.split('~')[3]!);
  assert.match((await example(swapped)).err, /not this card/);
  const forged = shown().replace(
    /\.([\w-]{86})~/,
    (_all, signature: string) => `.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}~`,
  );
  assert.match((await example(forged)).err, /dgst/);
});

test(
  'a wallet of Python, from the specifications alone, takes a card, holds it and shows it; thirty lines find it good',
  NEEDS_PYTHON,
  async () => {
    const personId = await here.hires();
    for (const by of ['uri', 'uriByValue'] as const) {
      const offer = await here.offers(personId);
      const shown = await python(WALLET, [offer[by], offer.txCode, AUDIENCE, NONCE]);
      assert.equal(shown.code, 0, shown.err);
      const checked = await example(shown.out);
      assert.equal(checked.code, 0, checked.err);
      assert.equal((JSON.parse(checked.out) as { ho_ten: string }).ho_ten, 'Đặng Thị Yến');
    }
    assert.equal(await here.copies(personId), 2);
  },
);

const es256 = (key: Parameters<typeof verify>[2] & object) => async (text: string, signature: string) =>
  verify('sha256', Buffer.from(text), { key: key as never, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
const headerOf = (jwt: string): { readonly x5c: readonly string[]; readonly typ: string } =>
  JSON.parse(Buffer.from(jwt.split('.')[0]!, 'base64url').toString());

test('@sd-jwt/sd-jwt-vc as a stranger uses it: keys out of x5c, certificates under the published anchor, bit out of the list', async () => {
  const { personId, copy, shown } = await aHolder();
  const anchor = new X509Certificate(await (await get('/card/trust-anchor.pem')).text());
  const keyOf = (jwt: string) => {
    const { x5c } = headerOf(jwt);
    assert.equal(x5c.length, 1);
    const leaf = new X509Certificate(Buffer.from(x5c[0]!, 'base64'));
    assert.ok(leaf.checkIssued(anchor) && leaf.verify(anchor.publicKey) && !leaf.ca);
    assert.ok(leaf.subjectAltName!.includes(`URI:${here.url}/card`));
    return leaf.publicKey;
  };
  const check = async (): Promise<unknown> => {
    let list = '';
    const library = new SDJwtVcInstance({
      hasher: (text: string | ArrayBuffer) =>
        createHash('sha256')
          .update(typeof text === 'string' ? text : Buffer.from(text))
          .digest(),
      hashAlg: 'sha-256',
      verifier: (text: string, signature: string) => es256(keyOf(copy))(text, signature),
      kbVerifier: (text: string, signature: string, payload: { cnf?: { jwk?: object } }) =>
        es256(createPublicKey({ key: payload.cnf!.jwk! as never, format: 'jwk' }))(text, signature),
      statusListFetcher: async (uri: string) => (list = await (await fetch(uri)).text()),
      statusVerifier: (text: string, signature: string) => es256(keyOf(list))(text, signature),
    } as never);
    return (await library.verify(shown(), { keyBindingNonce: NONCE } as never)).payload;
  };
  const said = (await check()) as { iss: string; ho_ten: string };
  assert.deepEqual([said.iss, said.ho_ten], [`${here.url}/card`, 'Đặng Thị Yến']);
  await here.registers(personId, { A: { trangThaiCongTac: 'THOI_VIEC' } });
  await publishRound(here.issuer, { keeping: false });
  await assert.rejects(check(), /[Ss]tatus/);
  if (hasPython) assert.match((await example(shown())).err, /ended/);
});

test('the anchor is published as certificate and on a page with its fingerprint; keys of cards as JWT VC issuer metadata and with certificates in the trust list', async () => {
  const pem = await get('/card/trust-anchor.pem');
  assert.equal(pem.headers.get('content-type'), 'application/pem-certificate-chain');
  const anchor = new X509Certificate(await pem.text());
  const { x } = (await (await get('/card/trust-anchor')).json()) as { x: string };
  assert.equal(anchor.publicKey.export({ format: 'jwk' }).x, x);
  const page = await get('/card/neo-tin-cay');
  const text = await page.text();
  assert.match(page.headers.get('content-type')!, /^text\/html/);
  for (const said of [
    anchor.fingerprint256,
    '/card/trust-anchor.pem',
    'không phải hệ thống chính thức',
    'no official system',
    'THỬ NGHIỆM',
  ])
    assert.ok(text.includes(said), said);
  assert.doesNotMatch(text, /<script|undefined|\{\w+\}/);
  const metadata = (await (await get('/.well-known/jwt-vc-issuer/card')).json()) as {
    issuer: string;
    jwks: { keys: { kid: string; x5c: string[] }[] };
  };
  assert.equal(metadata.issuer, `${here.url}/card`);
  const cards = (await here.issuer.signer.keys()).filter((key) => key.use === 'card');
  assert.deepEqual(
    metadata.jwks.keys.map((key) => [key.kid, key.x5c]),
    cards.map((key) => [key.kid, [Buffer.from(key.certDer).toString('base64')]]),
  );
  const list = await (await get('/card/trust-list')).text();
  const { keys } = JSON.parse(Buffer.from(list.split('.')[1]!, 'base64url').toString()) as { keys: { use: string; x5c: string[] }[] };
  assert.deepEqual(keys.map((key) => key.use).sort(), ['card', 'status']);
  for (const { x5c } of keys) assert.ok(new X509Certificate(Buffer.from(x5c[0]!, 'base64')).verify(anchor.publicKey));
});

test('a list of the past is not kept, and that is said; lists are compressed for who takes that', async () => {
  const past = await get('/card/status/0?time=1686925000');
  assert.equal(past.status, 501);
  assert.equal((await get('/card/status/999?time=1')).status, 501);
  const plain = await get('/card/status/0', { 'accept-encoding': 'identity' });
  const text = await plain.text();
  assert.deepEqual([plain.status, plain.headers.get('content-encoding'), plain.headers.get('vary')], [200, null, 'accept-encoding']);
  const small = await get('/card/status/0', { 'accept-encoding': 'gzip' });
  assert.equal(small.headers.get('content-encoding'), 'gzip');
  assert.equal(await small.text(), text);
  assert.notEqual(small.headers.get('etag'), plain.headers.get('etag'));
  assert.equal((await get('/card/status/0', { 'accept-encoding': 'gzip', 'if-none-match': small.headers.get('etag')! })).status, 304);
  assert.deepEqual(['gzip', 'br, gzip;q=0.5', '*', 'gzip;q=0', 'gzip;q=0, *', 'br', '', undefined].map(takesGzip), [
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('small print of OpenID4VCI: scheme in any case, identifiers that nobody gave out, authorization details, the other method', async () => {
  const { begun, wallet } = await aHolder();
  const url = `${here.url}/card/credential`;
  const ask = (authorization: string, body: object): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization, dpop: aDpop(wallet.dpopKey, url, { token: begun.accessToken }) },
    });
  const told = async (answer: Response): Promise<unknown[]> => [answer.status, ((await answer.json()) as { error?: string }).error];
  const { c_nonce: nonce } = (await (await fetch(`${here.url}/card/nonce`, { method: 'POST' })).json()) as { c_nonce: string };
  const proofs = { jwt: [aHolderProof(wallet.holderKey, `${here.url}/card`, nonce)] };
  assert.deepEqual(await told(await ask(`dpop ${begun.accessToken}`, { credential_configuration_id: CONFIGURATION, proofs })), [
    200,
    undefined,
  ]);
  const dpop = `DPoP ${begun.accessToken}`;
  assert.deepEqual(await told(await ask(dpop, { credential_identifier: 'x', proofs })), [400, 'unknown_credential_identifier']);
  assert.deepEqual(await told(await ask(dpop, { credential_identifier: 'x', credential_configuration_id: CONFIGURATION, proofs })), [
    400,
    'invalid_credential_request',
  ]);
  const form = new URLSearchParams({
    grant_type: PRE_AUTHORIZED,
    'pre-authorized_code': 'x',
    tx_code: '123456',
    authorization_details: '[{"type":"openid_credential"}]',
  });
  const details = await fetch(`${here.url}/card/token`, {
    method: 'POST',
    body: form,
    headers: { dpop: aDpop(wallet.dpopKey, `${here.url}/card/token`) },
  });
  assert.deepEqual(await told(details), [400, 'invalid_authorization_details']);
  for (const path of ['nonce', 'token', 'credential', 'notification']) {
    const answer = await get(`/card/${path}`);
    assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'POST']);
  }
  const offer = await here.offers(await here.hires());
  const { grants } = (await (await fetch(new URL(offer.uri).searchParams.get('credential_offer_uri')!)).json()) as {
    grants: Record<string, { tx_code: { description: string } }>;
  };
  assert.ok(grants[PRE_AUTHORIZED]!.tx_code.description.length <= 300);
});

test('a wallet that took all copies of a day waits, keeps what it has, and goes on the next day', async () => {
  const { begun, wallet, personId } = await aHolder();
  const url = `${here.url}/card/credential`;
  const issuer = { ...here.issuer, copiesPerDay: 2, pictureOf: keptPictures(here.issuer.portraitOf) };
  const ask = async (): Promise<object> => {
    const { c_nonce: nonce } = (await (await fetch(`${here.url}/card/nonce`, { method: 'POST' })).json()) as { c_nonce: string };
    return answerCredential(
      issuer,
      { credential_configuration_id: CONFIGURATION, proofs: { jwt: [aHolderProof(wallet.holderKey, `${here.url}/card`, nonce)] } },
      { authorization: `DPoP ${begun.accessToken}`, dpop: aDpop(wallet.dpopKey, url, { token: begun.accessToken }) },
    );
  };
  const answers = await Promise.all([ask(), ask(), ask()]);
  assert.deepEqual(answers.map((one) => ('refused' in one ? one.refused : 'issued')).sort(), ['copies_taken', 'copies_taken', 'issued']);
  for (const one of answers as { readonly afterSeconds?: number }[])
    if ('refused' in one) assert.ok(one.afterSeconds! > 86_000 && one.afterSeconds! <= 86_400, 'when the oldest copy is a day old');
  assert.equal(await here.copies(personId), 2);
  await here.office.owner.transaction(null, (tx) =>
    tx.query("update card_copy set issued_at = issued_at - interval '25 hours' where person_id = $1", [personId]),
  );
  assert.ok(!('refused' in (await ask())));
});

test('a wallet that asks without end is told to wait; others behind its address are not, until the address asks too much', async () => {
  const app = Fastify();
  // A clock that stands still: nothing comes back.
  await app.register(cardRoutes({ ...here.issuer, clock: { ...here.issuer.clock, monotonicMs: () => 0 }, addressPerSecond: 2 }));
  const asks = async (code: string) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/card/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ grant_type: PRE_AUTHORIZED, 'pre-authorized_code': code, tx_code: '123456' }).toString(),
    });
    return [answer.statusCode, answer.headers['retry-after'] !== undefined];
  };
  for (let i = 0; i < WALLET_PACE.burst; i++) assert.deepEqual(await asks('mot-vi'), [400, false]);
  assert.deepEqual(await asks('mot-vi'), [429, true]);
  for (let i = WALLET_PACE.burst + 1; i < 2 * ADDRESS_BURST_SECONDS; i++) assert.deepEqual(await asks(`vi-${i}`), [400, false]);
  assert.deepEqual(await asks('vi-khac'), [429, true]);
  await app.close();
});
