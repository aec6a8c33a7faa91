import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toBase64url, utf8 } from './base64url.ts';
import { headerFault, parseJws, readEcJwk } from './compact-jws.ts';
import { parseCard } from './sd-jwt.ts';
import { webCrypto } from './web-crypto.ts';

const json = (value: unknown): string => toBase64url(utf8(JSON.stringify(value)));
const jwt = (header: unknown = { alg: 'ES256' }, payload: unknown = {}): string => `${json(header)}.${json(payload)}.AAAA`;
const disclosure = (...parts: unknown[]): string => json(parts);

test('the disclosure and digest of RFC 9901 §4.2.1 and §4.2.3', async () => {
  const text = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0';
  const card = parseCard(`${jwt()}~${text}~`);
  assert.ok(card.ok);
  assert.deepEqual(card.value.disclosures, [{ text, name: 'family_name', value: 'Möbius' }]);
  const { sha256 } = webCrypto(globalThis.crypto.subtle);
  assert.equal(toBase64url(await sha256(utf8(text))), 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0');
});

test('what is over `~` is the proof; the text before it, with its `~`, is what it is over', () => {
  const shown = `${jwt()}~${disclosure('salt', 'ho_ten', 'Lê Văn Hạnh')}~`;
  const bare = parseCard(shown);
  assert.ok(bare.ok && bare.value.keyBinding === null && bare.value.presented === shown);
  const proven = parseCard(`${shown}${jwt({ typ: 'kb+jwt' })}`);
  assert.ok(proven.ok && proven.value.keyBinding?.header['typ'] === 'kb+jwt' && proven.value.presented === shown);
});

test('anything that is not whole is no card', () => {
  for (const text of [
    '',
    '~',
    '~~',
    jwt(),
    `${jwt()}.x~`,
    `a.b.c~`,
    `${json([])}.${json({})}.AA~`,
    `${json({})}.${json('text')}.AA~`,
    `${jwt()}~~`,
    `${jwt()}~not json~`,
    `${jwt()}~${json({ a: 1 })}~`,
    `${jwt()}~${disclosure('salt', 'ho_ten')}~`,
    `${jwt()}~${disclosure(1, 'ho_ten', 'x')}~`,
    `${jwt()}~${disclosure('salt', 5, 'x')}~`,
    `${jwt()}~${disclosure('salt', 'moi_truong', 'CHINH_THUC')}~`,
    `${jwt()}~${disclosure('salt', '__proto__', {})}~`,
    `${jwt()}~${disclosure('salt', 'x', { _sd: [] })}~`,
    `${jwt()}~${disclosure('salt', 'x', [{ deep: { '...': 'digest' } }])}~`,
    `${jwt()}~${disclosure('salt', 'ho_ten', 'x')}~not.a.jwt`,
    `${jwt()}~${disclosure('salt', 'ho_ten', 'x')}=~`,
  ])
    assert.deepEqual(parseCard(text), { ok: false, reason: 'not-a-card' }, text.slice(0, 80));
});

test('beyond its bounds nothing is looked at', () => {
  const many = `${jwt()}~${`${disclosure('s', 'x', 1)}~`.repeat(65)}`;
  for (const text of ['~'.repeat(300_000), many, `${'A'.repeat(20_000)}.e30.AA~`])
    assert.deepEqual(parseCard(text), { ok: false, reason: 'too-large' });
  assert.equal(parseJws(jwt(), 10), null);
  const deep = toBase64url(utf8(`["s","x",${'['.repeat(20_000)}${']'.repeat(20_000)}]`));
  assert.equal(parseCard(`${jwt()}~${deep}~`).ok, false);
});

test('any text: an answer, never a throw', () => {
  const parts = fc.array(fc.oneof(fc.string(), fc.constantFrom(jwt(), disclosure('s', 'x', 1), '.', '~', 'e30')), { maxLength: 8 });
  fc.assert(
    fc.property(parts, fc.constantFrom('', '~', '.'), (some, glue) => void parseCard(some.join(glue))),
    { numRuns: 1_000 },
  );
});

test('a header that names another kind, another algorithm, or something critical is not ours', () => {
  const header = (said: object): string | null => headerFault(parseJws(jwt(said), 1_000)!, 'dc+sd-jwt');
  assert.equal(header({ alg: 'ES256', typ: 'dc+sd-jwt' }), null);
  assert.equal(header({ alg: 'ES256', typ: 'JWT' }), 'wrong-kind');
  assert.equal(header({ alg: 'ES256', typ: 'dc+sd-jwt', crit: ['x'] }), 'wrong-kind');
  assert.equal(header({ alg: 'ES256', typ: 'dc+sd-jwt', b64: false }), 'wrong-kind');
  for (const alg of ['none', 'HS256', 'ES384', 'ES256K', 'RS256', undefined])
    assert.equal(header({ alg, typ: 'dc+sd-jwt' }), 'wrong-algorithm');
});

test('a holder key is a public key of P-256, and nothing more', () => {
  const x = toBase64url(new Uint8Array(32).fill(7));
  const key = { kty: 'EC', crv: 'P-256', x, y: x };
  assert.deepEqual(readEcJwk({ ...key, use: 'sig', kid: 'k' }), key);
  for (const wrong of [
    null,
    'key',
    { ...key, d: x },
    { ...key, crv: 'P-384' },
    { ...key, kty: 'OKP' },
    { ...key, y: 'AA' },
    { ...key, x: `${x}=` },
  ])
    assert.equal(readEcJwk(wrong), null);
});
