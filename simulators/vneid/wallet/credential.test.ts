import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { COPY_CHARACTERS_MAX, checkCopy, parseCopy, present } from './credential.ts';
import { fromBase64Url, makeKey, publicJwk, sha256, signEs256, toBase64Url, utf8 } from './encode.ts';

/** A copy made by a library that neither the issuer nor the wallet uses. */
async function aCopy(holder: CryptoKeyPair, issuer: CryptoKeyPair): Promise<string> {
  const library = new SDJwtVcInstance({
    signer: async (text) => toBase64Url(await signEs256(issuer.privateKey, utf8(text))),
    signAlg: 'ES256',
    hasher: async (text) => sha256(typeof text === 'string' ? utf8(text) : new Uint8Array(text)),
    hashAlg: 'sha-256',
    saltGenerator: async () => toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
  });
  return library.issue(
    {
      vct: 'https://noi-cap.example/vct/the',
      iss: 'https://noi-cap.example',
      exp: 2_000_000_000,
      cnf: { jwk: await publicJwk(holder) },
      moi_truong: 'THU_NGHIEM',
      ho_ten: 'Đặng Thị Thử',
      co_quan: { ma: 'H26', ten: 'Sở Thử' },
    },
    { _sd: ['ho_ten', 'co_quan'] },
    { header: { kid: 'k1' } },
  );
}

const keys = await Promise.all([makeKey(), makeKey()]);
const [holder, issuer] = keys;
const expected = async () => {
  const jwk = await publicJwk(issuer);
  return {
    holder: await publicJwk(holder),
    issuer: 'https://noi-cap.example',
    vct: 'https://noi-cap.example/vct/the',
    nowSeconds: 1_900_000_000,
    keyOf: (kid: string) => (kid === 'k1' ? jwk : null),
  };
};

test('a copy of another library is read and checked', async () => {
  const checked = await checkCopy(await aCopy(holder, issuer), await expected());
  assert.ok(checked.ok, JSON.stringify(checked));
  assert.deepEqual(checked.value.disclosures.map(({ name }) => name).sort(), ['co_quan', 'ho_ten']);
});

test('a presentation is taken by another library: chosen claims, audience, nonce, the holder’s key', async () => {
  const checked = await checkCopy(await aCopy(holder, issuer), await expected());
  assert.ok(checked.ok);
  const text = await present(checked.value, {
    names: ['co_quan'],
    audience: 'https://cua.example/kiem-tra',
    nonce: 'mot-lan-thoi',
    atSeconds: 1_900_000_000,
    key: holder.privateKey,
  });
  const verifyWith =
    (key: CryptoKey) =>
    async (signed: string, signature: string): Promise<boolean> =>
      crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64Url(signature)!, utf8(signed));
  const library = new SDJwtVcInstance({
    verifier: verifyWith(issuer.publicKey),
    kbVerifier: verifyWith(holder.publicKey),
    hasher: async (data) => sha256(typeof data === 'string' ? utf8(data) : new Uint8Array(data)),
    hashAlg: 'sha-256',
  });
  const { payload, kb } = await library.verify(text, { keyBindingNonce: 'mot-lan-thoi', currentDate: 1_900_000_000 });
  assert.deepEqual((payload as Record<string, unknown>)['co_quan'], { ma: 'H26', ten: 'Sở Thử' });
  assert.equal((payload as Record<string, unknown>)['ho_ten'], undefined);
  assert.equal(kb?.payload.aud, 'https://cua.example/kiem-tra');
});

test('what is bent is refused with its reason', async (t) => {
  const copy = await aCopy(holder, issuer);
  const [issued, ...rest] = copy.split('~');
  const [head, , signature] = issued!.split('.');
  const body = (claims: object): string => toBase64Url(utf8(JSON.stringify(claims)));
  const cases: Readonly<Record<string, readonly [string, string]>> = {
    'no copy at all': ['xin chào', 'form'],
    'cut short': [copy.slice(0, -20), 'form'],
    'with a proof behind it': [`${copy}a.b.c`, 'form'],
    'too large': ['a'.repeat(COPY_CHARACTERS_MAX + 1), 'size'],
    'a disclosure twice': [`${[issued, rest[0], rest[0]].join('~')}~`, '_sd'],
    'a disclosure of its own': [`${issued}~${toBase64Url(utf8('["muối","chuc_vu","Bộ trưởng"]'))}~`, '_sd'],
    'a disclosure that hides a protocol claim': [`${issued}~${toBase64Url(utf8('["muối","exp",9]'))}~`, '_sd'],
    'a disclosure that is no triple': [`${issued}~${toBase64Url(utf8('["a","b"]'))}~`, 'disclosure'],
    'another payload under the old signature': [`${head}.${body({ vct: 'https://noi-cap.example/vct/khac' })}.${signature}~`, 'vct'],
  };
  for (const [name, [text, detail]] of Object.entries(cases))
    await t.test(name, async () => {
      const refused = await checkCopy(text, await expected());
      assert.equal(refused.ok ? 'ok' : refused.fault.detail, detail);
    });
  await t.test('expired', async () => {
    const refused = await checkCopy(copy, { ...(await expected()), nowSeconds: 2_000_000_000 });
    assert.equal(refused.ok ? 'ok' : refused.fault.detail, 'exp');
  });
  await t.test('signed by somebody else', async () => {
    const refused = await checkCopy(await aCopy(holder, await makeKey()), await expected());
    assert.equal(refused.ok ? 'ok' : refused.fault.code, 'signature-untrusted');
  });
  await t.test('of another issuer than was asked', async () => {
    const refused = await checkCopy(copy, { ...(await expected()), issuer: 'https://noi-khac.example' });
    assert.equal(refused.ok ? 'ok' : refused.fault.detail, 'iss');
  });
  await t.test('for another key', async () => {
    const refused = await checkCopy(await aCopy(await makeKey(), issuer), await expected());
    assert.equal(refused.ok ? 'ok' : refused.fault.detail, 'cnf');
  });
});

test('a text is read without a throw, whatever it is', () => {
  for (const text of ['', '~', '~~', 'a.b.c~', '..~', `${'~'.repeat(500)}`, '\u0000~', 'a.b.c~d~'])
    assert.equal(parseCopy(text).ok, false, text);
});
