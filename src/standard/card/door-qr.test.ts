import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { decode, Tagged } from 'cborg';
import { fromBase45, toBase45 } from './base45.ts';
import { encodeCbor } from './cbor.ts';
import { draftSign1 } from './cose-sign1.ts';
import { phraseHint } from './door-phrase.ts';
import { draftDoorCopy, draftDoorQr, environmentOf, parseDoorQr } from './door-qr.ts';
import type { DoorFacts } from './door-qr.ts';
import type { EcPublicJwk } from './shapes.ts';
import { webCrypto } from './web-crypto.ts';

const { kty, crv, x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }) as EcPublicJwk;
const holderKey: EcPublicJwk = { kty, crv, x, y };
const facts: DoorFacts = {
  claims: {
    moi_truong: 'THU_NGHIEM',
    ho_ten: 'Nguyễn Thị Hồng Đào',
    chuc_vu: { ma: 'TP', ten: 'Trưởng phòng' },
    chuc_danh: { ten: 'Chuyên viên' },
    co_quan: { ma: 'H26.01', ten: 'Sở Nội vụ (mẫu)' },
    ma_so_the: '7K3QM-92XTB-H',
    het_han: '2031-11-26',
  },
  portraitHash: Uint8Array.from({ length: 32 }, (_, i) => i),
  notBeforeSeconds: 1_795_737_600,
  expiresSeconds: 1_796_342_400,
  status: { n: 7, index: 123_456 },
  holderKey,
};
const kid = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const signature = new Uint8Array(64).fill(9);
const decoded = (bytes: Uint8Array): any => decode(bytes, { useMaps: true, tags: Tagged.preserve(18) });
/** What another reader of CBOR finds in a code: protected header, payload, signature. */
function opened(code: string): { head: Map<number, unknown>; payload: any; signature: Uint8Array } {
  const { value } = decoded(fromBase45(code.slice(4))!) as { value: [Uint8Array, Map<number, unknown>, Uint8Array, Uint8Array] };
  assert.equal(value[1].size, 0);
  return { head: decoded(value[0]), payload: decoded(value[2]), signature: value[3] };
}

test('VN1, as another reader of CBOR finds it: each number of the page is there, and no other', () => {
  const code = draftDoorCopy(kid, facts).assemble(signature);
  const { head, payload, signature: signed } = opened(code);
  assert.deepEqual(
    [...head],
    [
      [1, -7],
      [4, kid],
    ],
  );
  assert.deepEqual([...signed], [...signature]);
  assert.deepEqual([...payload.keys()], [4, 5, 8, -65_537]);
  assert.deepEqual([payload.get(4), payload.get(5)], [1_796_342_400, 1_795_737_600]);
  const point = payload.get(8).get(1);
  assert.deepEqual([point.get(1), point.get(-1), Buffer.from(point.get(-2)).toString('base64url')], [2, 1, x]);
  assert.equal(typeof point.get(-3), 'boolean');
  const said = payload.get(-65_537);
  assert.deepEqual([...said.keys()], [1, 2, 3, 5, 6, 7, 8, 9, 10]);
  assert.deepEqual(
    [1, 2, 3, 5, 6, 7, 10].map((number) => said.get(number)),
    [0, 'Nguyễn Thị Hồng Đào', 'Trưởng phòng', 'H26.01', 'Sở Nội vụ (mẫu)', 'XTBH', [7, 123_456]],
  );
  assert.equal(said.get(8), Date.parse('2031-11-26') / 86_400_000);
  assert.deepEqual(
    [...said.get(9)],
    Array.from({ length: 16 }, (_, i) => i),
  );
});

test('of which employment a card is stands in its code where it is not the main one', () => {
  const said = (loai_vi_tri: 'KIEM_NHIEM' | 'BIET_PHAI') =>
    opened(draftDoorCopy(kid, { ...facts, claims: { ...facts.claims, loai_vi_tri } }).assemble(signature))
      .payload.get(-65_537)
      .get(11);
  assert.deepEqual([said('KIEM_NHIEM'), said('BIET_PHAI')], [1, 2]);
});

test('what is signed is the Sig_structure of RFC 9052 §4.4', () => {
  const { toBeSigned } = draftDoorCopy(kid, facts);
  const [context, head, aad, payload] = decoded(toBeSigned) as [string, Uint8Array, Uint8Array, Uint8Array];
  assert.equal(context, 'Signature1');
  assert.equal(Buffer.from(head).toString('hex'), 'a2012604480102030405060708');
  assert.equal(aad.length, 0);
  assert.equal(decoded(payload).size, 4);
});

test('without a position the job position is said; on paper no key', () => {
  const { chuc_vu: _none, ...claims } = facts.claims;
  const { payload } = opened(draftDoorCopy(kid, { ...facts, claims, holderKey: null }).assemble(signature));
  assert.equal(payload.get(-65_537).get(4), 'Chuyên viên');
  assert.equal(payload.get(-65_537).has(3), false);
  assert.equal(payload.has(8), false);
});

test('VN2 holds the second, the number used once, and the VN1 as it is', () => {
  const vn1 = draftDoorCopy(kid, facts).assemble(signature);
  const nonce = Uint8Array.of(8, 7, 6, 5, 4, 3, 2, 1);
  const code = draftDoorQr(vn1, 1_795_745_400, nonce)!.assemble(signature);
  const { head, payload } = opened(code);
  assert.deepEqual([...head], [[1, -7]]);
  assert.equal(payload[0], 1_795_745_400);
  assert.deepEqual([...payload[1]], [...nonce]);
  assert.deepEqual([...payload[2]], [...fromBase45(vn1.slice(4))!]);
  const parsed = parseDoorQr(code);
  assert.ok(parsed.ok);
  assert.equal(parsed.value.wrap?.atMs, 1_795_745_400_000);
  assert.equal(environmentOf(parsed.value), 'THU_NGHIEM');
});

test('a fourth part says which phrase is answered; three parts are still read; another length, or a fifth, is no code', async () => {
  const vn1 = draftDoorCopy(kid, facts).assemble(signature);
  const nonce = new Uint8Array(8).fill(7);
  const hint = await phraseHint('sen-lua-mua-bac-cau', webCrypto(globalThis.crypto.subtle));
  assert.equal(Buffer.from(hint).toString('hex'), createHash('sha256').update('sen-lua-mua-bac-cau').digest('hex').slice(0, 16));
  const code = draftDoorQr(vn1, 1_795_745_400, nonce, hint)!.assemble(signature);
  assert.deepEqual([...opened(code).payload[3]], [...hint]);
  const [with4, with3] = [parseDoorQr(code), parseDoorQr(draftDoorQr(vn1, 1_795_745_400, nonce)!.assemble(signature))];
  assert.ok(with4.ok && with3.ok);
  assert.equal(with4.value.wrap?.hint, Buffer.from(hint).toString('base64url'));
  assert.equal(with3.value.wrap?.hint, null);
  assert.equal(draftDoorQr(vn1, 1_795_745_400, nonce, new Uint8Array(7)), null);
  const bytes = fromBase45(vn1.slice(4))!;
  for (const parts of [
    [1_795_745_400, nonce, bytes, new Uint8Array(7)],
    [1_795_745_400, nonce, bytes, 'sen'],
    [1_795_745_400, nonce, bytes, hint, hint],
    [1_795_745_400, nonce],
  ])
    assert.equal(parseDoorQr(`VN2:${toBase45(draftSign1(null, encodeCbor(parts)).assemble(signature))}`).ok, false);
});

test('a code is small enough for a cheap phone: version 17 at level M holds 734 such signs', () => {
  const vn1 = draftDoorCopy(kid, facts).assemble(signature);
  assert.ok(vn1.length < 450, String(vn1.length));
  assert.ok(draftDoorQr(vn1, 1_795_745_400, new Uint8Array(8), new Uint8Array(8))!.assemble(signature).length < 734);
});

test('the longest names stay within version 20 at level M, 970 signs: they are cut by bytes, never inside a letter', () => {
  const ten = 'Ữ'.repeat(200);
  const claims = { ...facts.claims, ho_ten: ten, chuc_vu: { ten }, co_quan: { ma: 'H26.01.0123.045', ten } };
  const vn1 = draftDoorCopy(kid, { ...facts, claims }).assemble(signature);
  const code = draftDoorQr(vn1, 1_795_745_400, new Uint8Array(8), new Uint8Array(8))!.assemble(signature);
  assert.ok(code.length <= 970, String(code.length));
  const said = opened(vn1).payload.get(-65_537);
  for (const fact of [2, 3, 6]) assert.equal(said.get(fact), `${'Ữ'.repeat(31)}…`);
});

test('what is no VN1 is not wrapped; a number of another length neither', () => {
  const vn1 = draftDoorCopy(kid, facts).assemble(signature);
  assert.equal(draftDoorQr('VN2:ABC', 1, new Uint8Array(8)), null);
  assert.equal(draftDoorQr('VN1:ab', 1, new Uint8Array(8)), null);
  assert.equal(draftDoorQr(vn1, 1, new Uint8Array(7)), null);
});
