/** What a door says of cards, good and bad: the issuer is ours, the checks are those of doors (standard/card), the forgeries are made here. */
import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { toBase45 } from '#standard/card/base45.ts';
import { encodeCbor } from '#standard/card/cbor.ts';
import type { CborValue } from '#standard/card/cbor.ts';
import { draftSign1 } from '#standard/card/cose-sign1.ts';
import { phraseAudience, phraseHint } from '#standard/card/door-phrase.ts';
import { judgeCard, rememberCodes } from '#standard/card/judge.ts';
import type { JudgeContext } from '#standard/card/judge.ts';
import { readStatusList } from '#standard/card/status-list.ts';
import { readTrustList } from '#standard/card/trust-list.ts';
import type { StatusList, VerdictCode, VerdictReason } from '#standard/card/shapes.ts';
import { webCrypto } from '#standard/card/web-crypto.ts';
import {
  anyJws,
  doorCopyOf,
  doorQr,
  present,
  sampleClaims,
  sampleCopy,
  sampleHolder,
  sampleIssuer,
  SAMPLE_ASKED,
  SAMPLE_AUDIENCE,
  SAMPLE_LIST,
  SAMPLE_PHRASE,
} from './card-for-tests.ts';
import { signEs256 } from './key-store.ts';
import { nodeCrypto } from './node-crypto.ts';
import { activeKey } from './signer.ts';
import { emptyBits, endEntry, signStatusList } from './status-list-issue.ts';
import { signTrustList } from './trust-list-issue.ts';

const AT = '2026-11-27T02:10:00.000Z';
const NOW = Date.parse(AT);
const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];
const INDEX = 123_456;

const issuer = sampleIssuer(AT);
const holder = sampleHolder();
const copy = await sampleCopy(issuer, holder);
const anchor = await activeKey(issuer.signer, 'anchor');
const card = await activeKey(issuer.signer, 'card');
const status = await activeKey(issuer.signer, 'status');
const read = await readTrustList(await signTrustList(issuer.signer, issuer.trust, NOW), {
  crypto: nodeCrypto,
  anchors: [anchor.publicJwk],
  nowMs: NOW,
  seenVersion: 0,
});
assert.ok(read.ok);
const trust = read.value;

/** The list as signed at an instant, with these entries ended. */
async function list(ended: readonly number[] = [], atMs = NOW): Promise<StatusList> {
  const bits = emptyBits();
  for (const index of ended) endEntry(bits, index);
  const signed = await readStatusList(await signStatusList(issuer.signer, SAMPLE_LIST, bits, atMs), {
    crypto: nodeCrypto,
    trust,
    uri: SAMPLE_LIST,
    nowMs: NOW,
  });
  assert.ok(signed.ok);
  return signed.value;
}
const fresh = await list();

const door = (more: Partial<JudgeContext> = {}): JudgeContext => ({
  crypto: nodeCrypto,
  nowMs: NOW,
  clockOffsetMs: 0,
  trust,
  lists: new Map([[SAMPLE_LIST, fresh]]),
  environment: 'THU_NGHIEM',
  asked: [SAMPLE_ASKED],
  unasked: [SAMPLE_AUDIENCE],
  nonceSeen: rememberCodes(() => NOW),
  ...more,
});
const withList = (one: StatusList, more: Partial<JudgeContext> = {}): JudgeContext =>
  door({ lists: new Map([[SAMPLE_LIST, one]]), ...more });

async function says(input: string, code: VerdictCode, reason: VerdictReason, context: JudgeContext = door()) {
  const verdict = await judgeCard(input, context);
  assert.deepEqual([verdict.code, verdict.reason], [code, reason]);
  return verdict;
}

/** The same copy with another head, payload or signature of the JWT. */
async function forged(change: {
  header?: object;
  payload?: object;
  signed?: (bytes: Buffer) => Uint8Array | Promise<Uint8Array>;
  drop?: string;
}): Promise<string> {
  const [jwt, ...rest] = copy.split('~');
  const [head, body] = jwt!.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  const payload = { ...(JSON.parse(body!) as Record<string, unknown>), ...change.payload };
  if (change.drop) delete payload[change.drop];
  const header = { ...(JSON.parse(head!) as object), ...change.header };
  const text = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = await (change.signed ?? ((bytes) => issuer.signer.sign(card.kid, bytes)))(Buffer.from(text));
  return [`${text}.${Buffer.from(signature).toString('base64url')}`, ...rest].join('~');
}

test('a card that is shown with its portrait, by its holder, now: valid', async () => {
  for (const crypto of [nodeCrypto, webCrypto(globalThis.crypto.subtle)]) {
    const verdict = await says(present(copy, holder, NOW), 'V1', 'valid', door({ crypto }));
    const { ma_cua: code, ...said } = verdict.claims!;
    assert.match(code!, /^VN1:/);
    assert.deepEqual(said, { ...sampleClaims(), anh: said.anh });
    assert.equal(verdict.means, 'sd-jwt');
    assert.equal(verdict.holderProven, true);
    assert.equal(verdict.statusAt, fresh.issuedAt);
    assert.deepEqual(verdict.signedBy, issuer.trust.issuer);
  }
});

test('the holder keeps back what they like; without a portrait nobody is green', async () => {
  const shown = present(copy, holder, NOW, { without: ['anh', 'don_vi', 'ma_so_the', 'ma_cua'] });
  const { claims } = await says(shown, 'V1b', 'no-portrait');
  assert.deepEqual([claims?.don_vi, claims?.ma_so_the, claims?.ho_ten], [undefined, undefined, 'Nguyễn Thị Hồng Đào']);
});

test('a bare copy, and paper, prove nothing of who carries them', async () => {
  await says(copy, 'V1b', 'holder-not-proven');
  await says(`\n ${copy}\r\n`, 'V1b', 'holder-not-proven');
  await says(doorCopyOf(copy), 'V1b', 'holder-not-proven');
});

test('the one-time code: good once, for a minute', async () => {
  for (const crypto of [nodeCrypto, webCrypto(globalThis.crypto.subtle)]) {
    const code = doorQr(doorCopyOf(copy), holder, NOW);
    const { claims, holderProven } = await says(code, 'V1b', 'no-portrait', door({ crypto }));
    assert.equal(holderProven, true);
    assert.deepEqual(claims, {
      moi_truong: 'THU_NGHIEM',
      ho_ten: 'Nguyễn Thị Hồng Đào',
      chuc_vu: { ten: 'Trưởng phòng' },
      co_quan: { ma: 'H26.01', ten: 'Sở Nội vụ (mẫu)' },
      ma_so_the: '…XTBH',
      het_han: '2031-11-26',
    });
  }
  const code = doorQr(doorCopyOf(copy), holder, NOW);
  for (const [laterMs, verdict, reason] of [
    [0, 'V1b', 'no-portrait'],
    [60 * SECOND, 'V1b', 'no-portrait'],
    [61 * SECOND, 'V9', 'too-old'],
    [DAY, 'V9', 'too-old'],
    [-30 * SECOND, 'V1b', 'no-portrait'],
    [-31 * SECOND, 'V8', 'from-the-future'],
  ] as const)
    await says(code, verdict, reason, withList(await list([], NOW - MINUTE), { nowMs: NOW + laterMs }));
});

test('seen before: the same door refuses the second time, however the signature is spelled', async () => {
  const context = door();
  const code = doorQr(doorCopyOf(copy), holder, NOW);
  await says(code, 'V1b', 'no-portrait', context);
  await says(code, 'V9', 'seen-before', context);
  const nonce = new Uint8Array(8).fill(9);
  await says(doorQr(doorCopyOf(copy), holder, NOW, nonce), 'V1b', 'no-portrait', context);
  await says(doorQr(doorCopyOf(copy), holder, NOW + SECOND, nonce), 'V9', 'seen-before', context);
  const shown = present(copy, holder, NOW);
  await says(shown, 'V1', 'valid', context);
  await says(shown, 'V9', 'seen-before', context);
  await says(otherSpelling(shown), 'V9', 'seen-before', context);
});

/** The same ES256 signature with n − s in place of s: as good, and other bytes. */
function otherSpelling(shown: string): string {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const at = shown.lastIndexOf('.') + 1;
  const bytes = Buffer.from(shown.slice(at), 'base64url');
  const s = order - BigInt(`0x${bytes.subarray(32).toString('hex')}`);
  return (
    shown.slice(0, at) + Buffer.from(bytes.subarray(0, 32).toString('hex') + s.toString(16).padStart(64, '0'), 'hex').toString('base64url')
  );
}

test('the memory of a door forgets what cannot be shown again, and takes nothing for new when it is full', () => {
  let now = 0;
  const seen = rememberCodes(() => now, 3);
  assert.equal(seen('a', 10), false);
  assert.equal(seen('a', 10), true);
  now = 10;
  assert.equal(seen('a', 20), false);
  assert.equal(seen('b', 20), false);
  assert.equal(seen('c', 20), false);
  assert.equal(seen('d', 20), true);
});

test('a card of a concurrent post or a secondment says so by text and by code, whatever its holder keeps back', async () => {
  for (const loai_vi_tri of ['KIEM_NHIEM', 'BIET_PHAI'] as const) {
    const beside = await sampleCopy(issuer, holder, { claims: sampleClaims({ loai_vi_tri }) });
    for (const shown of [
      present(beside, holder, NOW),
      present(beside, holder, NOW, { without: ['anh', 'chuc_vu'] }),
      doorQr(doorCopyOf(beside), holder, NOW),
    ])
      assert.equal((await judgeCard(shown, door())).claims?.loai_vi_tri, loai_vi_tri);
  }
  assert.equal((await judgeCard(present(copy, holder, NOW), door())).claims?.loai_vi_tri, undefined);
});

test('a card that was ended: red, at once, and for ever, by whatever list says so', async () => {
  const ended = await list([INDEX]);
  await says(present(copy, holder, NOW), 'V3', 'revoked', withList(ended));
  await says(copy, 'V3', 'revoked', withList(ended));
  await says(doorQr(doorCopyOf(copy), holder, NOW), 'V3', 'revoked', withList(ended));
  await says(present(copy, holder, NOW), 'V3', 'revoked', withList(await list([INDEX], NOW - 3 * DAY)));
  await says(present(copy, holder, NOW), 'V1', 'valid', withList(await list([INDEX - 1, INDEX + 1])));
});

test('never green on old data: 23:59 is known, 24:01 is not', async () => {
  const shown = (): string => present(copy, holder, NOW);
  await says(shown(), 'V1', 'valid', withList(await list([], NOW - 24 * HOUR + MINUTE)));
  const { claims } = await says(shown(), 'V7', 'status-list-too-old', withList(await list([], NOW - 24 * HOUR - MINUTE)));
  assert.equal(claims?.ho_ten, 'Nguyễn Thị Hồng Đào');
  await says(shown(), 'V7', 'status-list-too-old', withList(await list([], NOW - 80 * HOUR)));
  await says(shown(), 'V7', 'status-list-too-old', withList({ ...fresh, expiresAt: AT }));
});

test('no list, another list, or an index that is no place in it: the status is not known', async () => {
  await says(present(copy, holder, NOW), 'V7', 'no-status-list', door({ lists: new Map() }));
  await says(present(copy, holder, NOW), 'V7', 'no-status-list', door({ lists: new Map([['https://the.example/card/status/8', fresh]]) }));
  await says(present(copy, holder, NOW), 'V7', 'index-out-of-range', withList({ ...fresh, bits: new Uint8Array(100) }));
  for (const idx of [-1, 0.5, 2 ** 20, 2 ** 60])
    await says(await forged({ payload: { status: { status_list: { uri: SAMPLE_LIST, idx } } } }), 'V7', 'index-out-of-range');
  const noPlace = await forged({ payload: { status: { status_list: { uri: SAMPLE_LIST, idx: '5' } } } });
  for (const text of [noPlace, await forged({ drop: 'status' })]) await says(text, 'V5', 'not-a-card');
});

test('expired: the copy by its instant, the card by its last day in Việt Nam', async () => {
  const later = async (atMs: number): Promise<JudgeContext> =>
    withList(await list([], atMs), { nowMs: atMs, trust: { ...trust, expiresAt: '2099-01-01T00:00:00.000Z' } });
  const end = Date.parse('2026-12-04T00:00:00.000Z');
  await says(present(copy, holder, end - SECOND), 'V1', 'valid', await later(end - SECOND));
  await says(present(copy, holder, end), 'V4', 'copy-expired', await later(end));
  const short = await sampleCopy(issuer, holder, { claims: sampleClaims({ het_han: '2026-11-28' }) });
  const midnight = Date.parse('2026-11-28T17:00:00.000Z');
  await says(present(short, holder, midnight - SECOND), 'V1', 'valid', await later(midnight - SECOND));
  await says(present(short, holder, midnight), 'V4', 'card-expired', await later(midnight));
  await says(doorQr(doorCopyOf(short), holder, midnight), 'V4', 'card-expired', await later(midnight));
});

test('a clock that cannot be right gives no verdict', async () => {
  await says(copy, 'V8', 'clock-wrong', door({ clockOffsetMs: 91 * SECOND }));
  await says(copy, 'V8', 'clock-wrong', door({ clockOffsetMs: -91 * SECOND }));
  await says(copy, 'V1b', 'holder-not-proven', door({ clockOffsetMs: 60 * SECOND }));
  // Device and server agree, and the lists are of tomorrow: it was the server that dated them.
  await says(copy, 'V8', 'server-clock-wrong', door({ nowMs: NOW - DAY }));
  await says(copy, 'V8', 'server-clock-wrong', door({ trust: null, lists: new Map(), isServerClockWrong: true }));
  await says(present(copy, holder, NOW), 'V1', 'valid', door({ isServerClockWrong: true }));
  await says(copy, 'V8', 'clock-wrong', door({ clockOffsetMs: null, nowMs: NOW - 2 * MINUTE }));
  const tomorrow = await forged({ payload: { nbf: NOW / SECOND + 86_400 } });
  await says(tomorrow, 'V8', 'not-yet-valid');
});

test('the other environment is refused by name, signed or not', async () => {
  await says(copy, 'V11', 'test-card', door({ environment: 'CHINH_THUC', trust: { ...trust, environment: 'CHINH_THUC' } }));
  await says(doorCopyOf(copy), 'V11', 'test-card', door({ environment: 'CHINH_THUC', trust: null }));
  const real = await forged({ payload: { moi_truong: 'CHINH_THUC' } });
  const verdict = await says(real, 'V11', 'wrong-environment');
  assert.equal(verdict.claims, null);
  await says(await forged({ payload: { moi_truong: 'KHAC' } }), 'V5', 'not-a-card');
});

test('no trust list, one of the other environment, or one whose time is over: nothing can be told', async () => {
  for (const other of [null, { ...trust, environment: 'CHINH_THUC' as const }, { ...trust, expiresAt: AT }]) {
    const verdict = await says(present(copy, holder, NOW), 'V7', 'no-trust-list', door({ trust: other }));
    assert.equal(verdict.claims, null, 'a card that nobody vouches for shows nothing of itself');
  }
});

test('wrong algorithm: none, the public key as a secret, a curve of 384 bits', async () => {
  const secret = JSON.stringify(card.publicJwk);
  const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
  for (const [alg, signed] of [
    ['none', () => Buffer.alloc(0)],
    ['HS256', (bytes: Buffer) => createHmac('sha256', secret).update(bytes).digest()],
    ['ES384', (bytes: Buffer) => sign('sha384', bytes, { key: p384, dsaEncoding: 'ieee-p1363' })],
    ['es256', (bytes: Buffer) => Buffer.from(bytes.subarray(0, 64))],
  ] as const)
    await says(await forged({ header: { alg }, signed }), 'V6', 'wrong-algorithm');
});

test('wrong kind and type: another credential is no card', async () => {
  for (const typ of ['JWT', 'vc+sd-jwt', 'kb+jwt', 'statuslist+jwt', 5]) await says(await forged({ header: { typ } }), 'V5', 'wrong-kind');
  await says(await forged({ header: { crit: ['exp'] } }), 'V5', 'wrong-kind');
  for (const vct of ['https://the.example/vct/khac/1', '', ['https://the.example/vct/the-cbccvc/1', 'x'], null])
    await says(await forged({ payload: { vct } }), 'V5', 'unknown-type');
});

test('wrong key: unknown, of another issuer under our name, of a status list, the anchor itself, one that is over', async () => {
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const byStranger = (bytes: Buffer): Buffer => signEs256(stranger, bytes);
  for (const kid of ['AAAAAAAAAAA', '', undefined, ['x'], status.kid, anchor.kid])
    await says(await forged({ header: { kid } }), 'V6', 'unknown-key');
  await says(await forged({ header: { kid: status.kid }, signed: (bytes) => issuer.signer.sign(status.kid, bytes) }), 'V6', 'unknown-key');
  await says(await forged({ header: { kid: anchor.kid }, signed: (bytes) => issuer.signer.sign(anchor.kid, bytes) }), 'V6', 'unknown-key');
  await says(await forged({ signed: byStranger }), 'V6', 'bad-signature');
  await says(await forged({ signed: (bytes) => issuer.signer.sign(status.kid, bytes) }), 'V6', 'bad-signature');
  const other = sampleIssuer(AT);
  await says(await sampleCopy(other, holder), 'V6', 'unknown-key');
  await says(doorCopyOf(await sampleCopy(other, holder)), 'V6', 'unknown-key');
  const over = trust.keys.map((key) => ({ ...key, notAfter: '2026-11-27T02:09:59.000Z' }));
  await says(copy, 'V6', 'unknown-key', door({ trust: { ...trust, keys: over } }));
  await says(copy, 'V6', 'unknown-key', door({ trust: { ...trust, keys: trust.keys.filter((key) => key.use !== 'card') } }));
  await says(await forged({ payload: { iss: 'https://giả.example/card' } }), 'V6', 'wrong-issuer');
});

test('a signature of 63 or 65 bytes, in DER, of zeros, of another text', async () => {
  const good = async (bytes: Buffer): Promise<Buffer> => Buffer.from(await issuer.signer.sign(card.kid, bytes));
  for (const signed of [
    async (bytes: Buffer) => (await good(bytes)).subarray(0, 63),
    async (bytes: Buffer) => Buffer.concat([await good(bytes), Buffer.alloc(1)]),
    async (bytes: Buffer) => Buffer.concat([Buffer.from('3044', 'hex'), await good(bytes)]),
    () => Buffer.alloc(64),
    () => Buffer.alloc(64, 255),
    () => good(Buffer.from('khác')),
  ])
    await says(await forged({ signed }), 'V6', 'bad-signature');
});

test('one byte changed anywhere: never a good card', async () => {
  const shown = present(copy, holder, NOW, { without: ['anh'] });
  for (let at = 0; at < shown.length; at += 97) {
    const changed = shown.slice(0, at) + (shown[at] === 'A' ? 'B' : 'A') + shown.slice(at + 1);
    const { code, claims } = await judgeCard(changed, door());
    assert.ok(!['V1', 'V1b'].includes(code), `${at}: ${code}`);
    if (code !== 'V9') assert.equal(claims, null);
  }
  const vn1 = doorCopyOf(copy);
  for (let at = 4; at < vn1.length; at += 11) {
    const { code } = await judgeCard(vn1.slice(0, at) + (vn1[at] === '0' ? '1' : '0') + vn1.slice(at + 1), door());
    assert.match(code, /^V(5|6|11)$/, String(at));
  }
});

test('disclosures: one that was not signed, one twice, one of another card, a claim of a foreign shape', async () => {
  const [jwt, first, ...rest] = copy.split('~');
  const own = Buffer.from(JSON.stringify(['muoi', 'chuc_vu', { ten: 'Bộ trưởng' }])).toString('base64url');
  const other = (await sampleCopy(issuer, holder)).split('~')[1];
  for (const text of [
    [jwt, own, first, ...rest],
    [jwt, own, ''],
    [jwt, first, first, ...rest],
    [jwt, other, ...rest],
  ])
    await says(text.join('~'), 'V5', 'not-a-card');
  const digests = (JSON.parse(Buffer.from(jwt!.split('.')[1]!, 'base64url').toString()) as { _sd: string[] })._sd;
  await says(await forged({ payload: { _sd: [...digests, digests[0]] } }), 'V5', 'not-a-card');
  await says(await forged({ payload: { _sd: 'x' } }), 'V5', 'not-a-card');
  await says(await forged({ payload: { _sd_alg: 'md5' } }), 'V5', 'not-a-card');
  await says(await forged({ payload: { co_quan: { _sd: digests } } }), 'V5', 'not-a-card');
  await says(await forged({ payload: { ho_ten: 'Người khác' } }), 'V5', 'not-a-card');
  await says(await forged({ payload: { exp: '2099' } }), 'V5', 'not-a-card');
  await says(await forged({ payload: { cnf: {} } }), 'V5', 'not-a-card');
});

test("the holder's proof: of another key, kind, algorithm, audience, number, time, or over something else", async () => {
  const shown = (payload: object, header: object = {}): string => present(copy, holder, NOW, { payload, header });
  await says(present(copy, sampleHolder(), NOW), 'V9', 'wrong-holder-key');
  for (const typ of ['JWT', 'dc+sd-jwt', undefined]) await says(shown({}, { typ }), 'V9', 'bad-holder-proof');
  for (const alg of ['none', 'HS256', 'ES384']) await says(shown({}, { alg }), 'V9', 'bad-holder-proof');
  await says(shown({ aud: 'https://khac.example/kiem-tra' }), 'V9', 'wrong-audience');
  await says(shown({ aud: 'https://khac.example/kiem-tra' }), 'V1b', 'not-asked', door({ asked: [], unasked: null }));
  for (const aud of [undefined, ['https://the.example/kiem-tra'], 5]) await says(shown({ aud }), 'V9', 'bad-holder-proof');
  for (const nonce of [undefined, '', 'ngan', 'x'.repeat(300), 7]) await says(shown({ nonce }), 'V9', 'bad-holder-proof');
  await says(shown({ sd_hash: 'x' }), 'V9', 'wrong-holder-key');
  await says(shown({ sd_hash: undefined }), 'V9', 'wrong-holder-key');
  for (const [atMs, code, reason] of [
    [NOW - 300 * SECOND, 'V1', 'valid'],
    [NOW - 301 * SECOND, 'V9', 'too-old'],
    [NOW + 30 * SECOND, 'V1', 'valid'],
    [NOW + 31 * SECOND, 'V8', 'from-the-future'],
    [NOW + 10 * 365 * DAY, 'V8', 'from-the-future'],
  ] as const)
    await says(present(copy, holder, atMs), code, reason);
  for (const iat of [-1, 1.5, '5', undefined, 1e300]) await says(shown({ iat }), 'V9', 'bad-holder-proof');
  // A proof that was made for one selection of claims does not carry another.
  const proof = present(copy, holder, NOW, { without: ['anh'] })
    .split('~')
    .pop()!;
  await says(copy + proof, 'V9', 'wrong-holder-key');
});

test('text is green at the door that asked for it, and at no other: the same text at a second door, tab or command never is', async () => {
  const other = 'tre-mai-cam-dua-nho';
  const answer = (nonce: string, aud: string): string => present(copy, holder, NOW, { payload: { nonce, aud } });
  const text = answer(SAMPLE_PHRASE, SAMPLE_ASKED.audience);
  const { holderProven } = await says(text, 'V1', 'valid');
  assert.equal(holderProven, true);
  const second = door({ asked: [{ audience: phraseAudience(SAMPLE_AUDIENCE, other), nonce: other }] });
  await says(text, 'V9', 'wrong-audience', second);
  await says(answer(SAMPLE_PHRASE, SAMPLE_AUDIENCE), 'V9', 'wrong-nonce', second);
  await says(answer(other, SAMPLE_ASKED.audience), 'V9', 'wrong-nonce');
  // A door knows the phrases that it gave: the newest and those before.
  const both = [...second.asked, SAMPLE_ASKED];
  await says(text, 'V1', 'valid', door({ asked: both }));
  await says(answer(other, SAMPLE_ASKED.audience), 'V9', 'wrong-nonce', door({ asked: both }));
  // A wallet that was given nothing makes a number of its own.
  const unasked = answer('so-cua-vi-tu-lam-1', SAMPLE_AUDIENCE);
  assert.equal((await says(unasked, 'V1b', 'not-asked')).holderProven, false);
  await says(answer(SAMPLE_PHRASE, SAMPLE_AUDIENCE), 'V1b', 'not-asked');
  // Whoever asked nothing sees nothing green, and whoever takes only answers refuses the rest.
  await says(text, 'V1b', 'not-asked', door({ asked: [], unasked: null }));
  await says(unasked, 'V9', 'wrong-audience', door({ unasked: [] }));
  const remembering = door();
  await says(unasked, 'V1b', 'not-asked', remembering);
  await says(unasked, 'V9', 'seen-before', remembering);
});

test('a one-time code that answers a phrase is taken by the door of that phrase alone; one that answers none by every door', async () => {
  const vn1 = doorCopyOf(copy);
  const code = async (phrase: string): Promise<string> => doorQr(vn1, holder, NOW, undefined, await phraseHint(phrase, nodeCrypto));
  await says(await code(SAMPLE_PHRASE), 'V1b', 'no-portrait');
  await says(await code('tre-mai-cam-dua-nho'), 'V9', 'wrong-nonce');
  await says(await code('tre-mai-cam-dua-nho'), 'V1b', 'no-portrait', door({ asked: [], unasked: null }));
  await says(doorQr(vn1, holder, NOW), 'V1b', 'no-portrait');
});

test('green means a person, a face and a body: each of name, body, post and portrait that is kept back costs it', async () => {
  const without = (...names: string[]): string => present(copy, holder, NOW, { without: ['ma_cua', ...names] });
  await says(without(), 'V1', 'valid');
  for (const names of [['ho_ten'], ['co_quan'], ['chuc_vu', 'chuc_danh'], ['ho_ten', 'co_quan', 'chuc_vu', 'chuc_danh', 'ma_so_the']])
    await says(without(...names), 'V1b', 'says-too-little');
  for (const one of ['chuc_vu', 'chuc_danh', 'don_vi', 'ma_so_the', 'het_han']) await says(without(one), 'V1', 'valid');
  await says(without('anh', 'ho_ten'), 'V1b', 'no-portrait');
  const bare = present(copy, holder, NOW, {
    without: Object.keys(sampleClaims())
      .filter((name) => name !== 'anh')
      .concat('ma_cua'),
  });
  await says(bare, 'V1b', 'says-too-little');
});

test('cut short, doubled, too long, of another kind', async () => {
  for (const text of [
    copy.slice(0, -1),
    copy.slice(0, 500),
    copy + copy,
    `${copy}${copy}`,
    '',
    ' ',
    'VN1:',
    'VN2:',
    'VN3:ABC',
    'VN1:AB%',
    'vn1:bb8',
  ])
    assert.match((await judgeCard(text, door())).code, /^V5$/, text.slice(0, 30));
  for (const text of [
    'https://the.example/kiem-tra#abc',
    'openid4vp://?request_uri=x',
    '00020101021238570010A000000727',
    'HC1:6BF+70790T9WJWG.FKY*4GO0',
    'WIFI:S:cong-vu;;',
    '{"a":1}',
    '079123456789|x|y',
  ])
    await says(text, 'V5', 'not-a-card');
  await says('x'.repeat(300_000), 'V5', 'too-large');
  await says(`VN2:${'A'.repeat(5_000)}`, 'V5', 'too-large');
  await says(`${copy.slice(0, -1)}~${'A'.repeat(70_000)}~`, 'V5', 'not-a-card');
});

test('door codes: of another key, another shape, wrapped twice, wrapped without a holder key', async () => {
  const vn1 = doorCopyOf(copy);
  await says(doorQr(vn1, sampleHolder(), NOW), 'V9', 'wrong-holder-key');
  const sealed = async (payload: Map<number, CborValue>, kid: string = card.kid): Promise<string> => {
    const draft = draftSign1(Buffer.from(kid, 'base64url'), encodeCbor(payload));
    return `VN1:${toBase45(draft.assemble(await issuer.signer.sign(kid, draft.toBeSigned)))}`;
  };
  const facts = new Map<number, CborValue>([
    [1, 0],
    [2, 'Nguyễn Thị Hồng Đào'],
    [5, 'H26.01'],
    [6, 'Sở Nội vụ'],
    [7, 'XTBH'],
    [8, 22_000],
    [10, [7, INDEX]],
  ]);
  const payload = (more: readonly (readonly [number, CborValue])[] = [], said = facts): Map<number, CborValue> =>
    new Map<number, CborValue>([[4, NOW / SECOND + 1_000], [5, NOW / SECOND - 1_000], [-65_537, said], ...more]);
  await says(await sealed(payload()), 'V1b', 'holder-not-proven');
  await says(doorQr(await sealed(payload()), holder, NOW), 'V9', 'wrong-holder-key');
  await says(await sealed(payload(), status.kid), 'V6', 'unknown-key');
  await says(await sealed(payload([], new Map([...facts, [10, [8, INDEX]]]))), 'V7', 'no-status-list');
  for (const idx of [-1, 2 ** 20]) await says(await sealed(payload([], new Map([...facts, [10, [7, idx]]]))), 'V7', 'index-out-of-range');
  const noPoint = new Map<number, CborValue>([
    [1, 2],
    [-1, 1],
    [-2, new Uint8Array(32).fill(255)],
    [-3, true],
  ]);
  for (const [claim, value] of [
    [4, 'x'],
    [8, new Map()],
    [8, new Map([[1, noPoint]])],
  ] as const)
    await says(await sealed(payload([[claim, value]])), 'V5', 'not-a-card');
  for (const key of [1, 2, 5, 6, 7, 8, 10]) {
    const less = new Map(facts);
    less.delete(key);
    await says(await sealed(payload([], less)), 'V5', 'not-a-card');
  }
  const twice = draftSign1(null, encodeCbor([NOW / SECOND, new Uint8Array(8), new TextEncoder().encode(vn1)]));
  await says(`VN2:${toBase45(twice.assemble(signEs256(holder.privateKey, Buffer.from(twice.toBeSigned))))}`, 'V5', 'not-a-card');
  await says(`VN2:${vn1.slice(4)}`, 'V5', 'not-a-card');
});

test('a holder proof alone, a status list, a trust list are no cards', async () => {
  const proof = anyJws({ alg: 'ES256', typ: 'kb+jwt' }, { aud: 'x' }, (bytes) => signEs256(holder.privateKey, bytes));
  for (const text of [
    proof,
    `${proof}~`,
    await signStatusList(issuer.signer, SAMPLE_LIST, emptyBits(), NOW),
    await signTrustList(issuer.signer, issuer.trust, NOW),
  ])
    assert.equal((await judgeCard(text, door())).code, 'V5');
});
