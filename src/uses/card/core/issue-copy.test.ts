/** A copy as issued: read by two libraries that did not make it, and searched for what must not be in it. */
import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import fc from 'fast-check';
import { seededChance, systemChance } from '#base/chance.ts';
import { fromBase45 } from '#standard/card/base45.ts';
import { CLAIM_NAMES, DISCLOSABLE } from '#standard/card/claims.ts';
import { parseDoorQr } from '#standard/card/door-qr.ts';
import type { CardClaims } from '#standard/card/shapes.ts';
import {
  doorCopyOf,
  doorQr,
  present,
  sampleClaims,
  sampleCopy,
  sampleHolder,
  sampleIssuer,
  samplePortrait,
  SAMPLE_ASKED,
  SAMPLE_LIST,
  SAMPLE_NATIONAL_ID,
  SAMPLE_VCT,
} from './card-for-tests.ts';
import { digitsFound } from './digits.ts';
import { issueDoorCopy } from './door-copy.ts';
import { faultOfCopy } from './independent-check.ts';
import { issueCopy } from './issue-copy.ts';
import { draftSdJwt } from './sd-jwt-issue.ts';
import { activeKey } from './signer.ts';
import type { CardSigner } from './signer.ts';
import { emptyBits, endEntry, signStatusList } from './status-list-issue.ts';
import { trustListOf } from './trust-list-issue.ts';

// Its ESM build names files without their ending, which Node does not take.
const { Verifier: MeecoVerifier } = createRequire(import.meta.url)('@meeco/sd-jwt-vc') as typeof import('@meeco/sd-jwt-vc');

const NOW = Date.parse('2026-11-27T02:10:00.000Z');
const DAY_SECONDS = Date.parse('2026-11-27T00:00:00Z') / 1000;
const issuer = sampleIssuer();
const holder = sampleHolder();
const copy = await sampleCopy(issuer, holder);
const key = await activeKey(issuer.signer, 'card');
const statusKey = await activeKey(issuer.signer, 'status');

const es256 = (jwk: object) => (text: string, signature: string) =>
  verify(
    'sha256',
    Buffer.from(text),
    { key: createPublicKey({ key: jwk as never, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
const sha256 = (text: string | ArrayBuffer): Buffer =>
  createHash('sha256')
    .update(typeof text === 'string' ? text : Buffer.from(text))
    .digest();

/** The other library, asked for signature, digests, times, status and the holder's proof. */
const library = (list: string, nowMs = NOW) =>
  new SDJwtVcInstance({
    hasher: (text: string | ArrayBuffer) => sha256(text),
    hashAlg: 'sha-256',
    verifier: async (text: string, signature: string) => es256(key.publicJwk)(text, signature),
    kbVerifier: async (text: string, signature: string, payload: { cnf?: { jwk?: object } }) => es256(payload.cnf!.jwk!)(text, signature),
    statusListFetcher: async () => list,
    statusVerifier: async (text: string, signature: string) => es256(statusKey.publicJwk)(text, signature),
    currentDate: Math.floor(nowMs / 1000),
  } as never);

test("@sd-jwt reads the copy, its status from our list, and the holder's proof", async () => {
  const shown = present(copy, holder, NOW, { payload: { nonce: 'mot-lan-duy-nhat' } });
  const list = await signStatusList(issuer.signer, SAMPLE_LIST, emptyBits(), NOW);
  const { payload, kb } = await library(list).verify(shown, { currentDate: NOW / 1000, keyBindingNonce: 'mot-lan-duy-nhat' } as never);
  const { ma_cua: code, ...said } = Object.fromEntries(
    CLAIM_NAMES.filter((name) => name in (payload as object)).map((name) => [name, (payload as Record<string, unknown>)[name]]),
  );
  assert.match(String(code), /^VN1:/);
  assert.deepEqual(said, { ...sampleClaims(), anh: said['anh'] });
  assert.equal((kb as { payload: { aud: string } }).payload.aud, SAMPLE_ASKED.audience);
  const bits = emptyBits();
  endEntry(bits, 123_456);
  const ended = await signStatusList(issuer.signer, SAMPLE_LIST, bits, NOW);
  await assert.rejects(
    library(ended).verify(shown, { currentDate: NOW / 1000, keyBindingNonce: 'mot-lan-duy-nhat' } as never),
    /[Ss]tatus/,
  );
});

test('@meeco reads the copy and finds the same claims', async () => {
  const payload = (await new MeecoVerifier().verifyVCSDJWT(
    copy as never,
    async (jwt: string) => {
      const [head, body, signature] = jwt.split('.');
      return es256(key.publicJwk)(`${head}.${body}`, signature!);
    },
    (text: string) => createHash('sha256').update(text).digest('base64url'),
  )) as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(sampleClaims())) if (name !== 'anh') assert.deepEqual(payload[name], value);
});

test('what always shows, and what never stands in a copy', () => {
  const [jwt, ...rest] = copy.split('~');
  const [header, payload] = jwt!
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>);
  assert.deepEqual(Object.keys(header!).sort(), ['alg', 'kid', 'typ', 'x5c']);
  assert.deepEqual([header!['alg'], header!['typ'], header!['kid']], ['ES256', 'dc+sd-jwt', key.kid]);
  const [certificate] = header!['x5c'] as string[];
  const { privateKey: _private, jwk } = holder;
  assert.equal(new X509Certificate(Buffer.from(certificate!, 'base64')).publicKey.export({ format: 'jwk' }).x, key.publicJwk.x);
  assert.deepEqual(Object.keys(payload!).sort(), ['_sd', '_sd_alg', 'cnf', 'exp', 'iss', 'moi_truong', 'nbf', 'status', 'vct']);
  assert.deepEqual(payload!['cnf'], { jwk });
  assert.deepEqual(payload!['status'], { status_list: { idx: 123_456, uri: SAMPLE_LIST } });
  assert.deepEqual([Number(payload!['nbf']) % 86_400, Number(payload!['exp']) % 86_400], [0, 0]);
  assert.equal((payload!['_sd'] as string[]).length, rest.length - 1);
  assert.equal(rest.at(-1), '');
});

test('two copies of one card share no salt, digest or signature: nothing links them but what their holder shows', async () => {
  const other = await sampleCopy(issuer, sampleHolder(), { status: { uri: SAMPLE_LIST, index: 5 } });
  const parts = (text: string): string[] => text.split('~').slice(1, -1);
  assert.equal(parts(copy).filter((one) => parts(other).includes(one)).length, 0);
  const salts = [...parts(copy), ...parts(other)].map((one) => (JSON.parse(Buffer.from(one, 'base64url').toString()) as [string])[0]);
  assert.equal(new Set(salts).size, salts.length);
  for (const salt of salts) assert.ok(Buffer.from(salt, 'base64url').length >= 16);
});

/** Every reading of some text of a card that a curious person could try, written here apart from what the issuer uses. */
function* everyReading(text: string): Generator<string> {
  yield text;
  for (let offset = 0; offset < 4; offset++)
    for (const run of text.slice(offset).match(/[A-Za-z0-9_-]{8,}/g) ?? []) yield Buffer.from(run, 'base64url').toString('latin1');
  for (const run of text.match(/[A-Za-z0-9_-]{8,}/g) ?? [])
    for (let offset = 1; offset < 4; offset++) yield Buffer.from(run.slice(offset), 'base64url').toString('latin1');
  if (/^VN[12]:/.test(text)) yield Buffer.from(fromBase45(text.slice(4))!).toString('latin1');
}

const digit = fc.integer({ min: 0, max: 9 });
const aNationalId = fc.array(digit, { minLength: 12, maxLength: 12 }).map((digits) => digits.join(''));
const words = fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyNTHL '), minLength: 1, maxLength: 40 });

test('property: no six digits of the citizen number in anything of a card, in any reading, for any person and any selection', async () => {
  const chance = seededChance(20_261_127);
  await fc.assert(
    fc.asyncProperty(
      aNationalId,
      words,
      words,
      fc.subarray([...CLAIM_NAMES].filter((name) => name !== 'moi_truong')),
      async (nationalId, name, body, hidden) => {
        const claims = sampleClaims({ ho_ten: name, co_quan: { ma: 'H26', ten: body }, anh: samplePortrait(300, chance) });
        const made = await issueCopy(
          { signer: issuer.signer, chance, trust: issuer.trust, vct: SAMPLE_VCT, nowMs: NOW },
          {
            claims,
            holderKey: holder.jwk,
            status: { uri: SAMPLE_LIST, index: 77 },
            notBeforeSeconds: DAY_SECONDS,
            expiresSeconds: DAY_SECONDS + 604_800,
            nationalId,
          },
        );
        const vn1 = doorCopyOf(made);
        const windows = Array.from({ length: 7 }, (_, i) => nationalId.slice(i, i + 6));
        for (const object of [made, present(made, holder, NOW, { without: hidden }), vn1, doorQr(vn1, holder, NOW, chance.bytes(8))])
          for (const part of object.split('~'))
            for (const reading of everyReading(part))
              for (const six of windows) assert.ok(!reading.includes(six), `${six} in ${part.slice(0, 20)}`);
      },
    ),
    { numRuns: 40, seed: 4 },
  );
});

test('the search finds the number wherever it hides', () => {
  const id = SAMPLE_NATIONAL_ID;
  const hide = (value: unknown): string => Buffer.from(JSON.stringify(['muoi', 'don_vi', value])).toString('base64url');
  const [jwt] = copy.split('~');
  for (const text of [
    id,
    `https://the.example/anh/${id}.jpg`,
    `${jwt}~${hide(`Phòng ${id.slice(3, 9)}`)}~`,
    `${jwt}~${hide({ ten: id.slice(0, 6) })}~`,
    `${jwt}~${Buffer.from(JSON.stringify(['muoi', 'anh', `data:image/jpeg;base64,${Buffer.from(`\xff\xd8 Exif ${id}`, 'latin1').toString('base64')}`])).toString('base64url')}~`,
    `${jwt}~${hide(Buffer.from(`x${id.slice(6)}`).toString('base64url'))}~`,
    `x${Buffer.from(`yy${id}`).toString('base64url')}`,
  ])
    assert.notEqual(digitsFound(text, id), null, text.slice(0, 60));
  assert.equal(digitsFound(`${jwt}~${hide(`Phòng ${id.slice(3, 8)}`)}~`, id), null, 'five are not six');
  assert.equal(digitsFound(copy, id), null);
});

test('the independent check holds back what is not what was asked', async () => {
  const trust = await trustListOf(issuer.signer, issuer.trust, NOW);
  const claims: Omit<CardClaims, 'ma_cua'> = sampleClaims();
  const request = {
    claims,
    vct: SAMPLE_VCT,
    iss: issuer.trust.iss,
    holderKey: holder.jwk,
    status: { uri: SAMPLE_LIST, index: 123_456 },
    notBeforeSeconds: DAY_SECONDS,
    expiresSeconds: DAY_SECONDS + 604_800,
  };
  const made = await sampleCopy(issuer, holder, { claims });
  const fault = (more: object, text = made): Promise<string | null> =>
    faultOfCopy(text, { trust, request: { ...request, ...more }, nationalId: SAMPLE_NATIONAL_ID, nowMs: NOW, decoys: [] });
  assert.equal(await fault({}), null);
  assert.equal(await fault({ claims: { ...claims, ho_ten: 'Người khác' } }), 'claims');
  assert.equal(await fault({ claims: { ...claims, don_vi: undefined } }), 'claims');
  assert.equal(await fault({ holderKey: sampleHolder().jwk }), 'holder-key');
  assert.equal(await fault({ status: { uri: SAMPLE_LIST, index: 123_457 } }), 'status');
  assert.equal(await fault({ expiresSeconds: request.expiresSeconds + 1 }), 'times');
  assert.equal(await fault({}, made.replace(/~[^~]+~$/, '~')), 'disclosures');
  assert.equal(await fault({}, present(made, holder, NOW)), 'holder-proof');
  assert.equal(await fault({}, made.slice(0, -2)), 'not-a-card');
  assert.equal(
    await faultOfCopy(made, { trust: { ...trust, keys: [] }, request, nationalId: SAMPLE_NATIONAL_ID, nowMs: NOW, decoys: [] }),
    'unknown-key',
  );
});

test('a door code of another card inside a copy is noticed: each of its facts, and the portrait', async () => {
  const trust = await trustListOf(issuer.signer, issuer.trust, NOW);
  const about = {
    vct: SAMPLE_VCT,
    iss: issuer.trust.iss,
    holderKey: holder.jwk,
    status: { uri: SAMPLE_LIST, index: 123_456 },
    notBeforeSeconds: DAY_SECONDS,
    expiresSeconds: DAY_SECONDS + 604_800,
  };
  const claims = sampleClaims();
  for (const [other, fault] of [
    [{ claims: { ...claims, ho_ten: 'Người khác' } }, 'door-claims'],
    [{ claims: { ...claims, chuc_vu: { ten: 'Giám đốc' } } }, 'door-claims'],
    [{ claims: { ...claims, anh: samplePortrait(600) } }, 'door-portrait'],
    [{ holderKey: sampleHolder().jwk }, 'door-holder-key'],
    [{ status: { uri: SAMPLE_LIST, index: 5 } }, 'door-status'],
    [{ expiresSeconds: about.expiresSeconds + 86_400 }, 'door-times'],
    [{}, null],
  ] as const) {
    const wrong = { ...about, claims, ...other };
    const code = await issueDoorCopy(issuer.signer, key, wrong, wrong.holderKey);
    const draft = draftSdJwt({ ...about, claims: { ...claims, ma_cua: code } }, key, systemChance);
    const made = draft.assemble(await issuer.signer.sign(key.kid, draft.toBeSigned));
    assert.equal(
      await faultOfCopy(made, { trust, request: { ...about, claims }, nationalId: SAMPLE_NATIONAL_ID, nowMs: NOW, decoys: draft.decoys }),
      fault,
    );
  }
});

test('a name that is too long for a code that a cheap phone reads is cut there, and whole in the copy', async () => {
  const ten = 'Trung tâm Kỹ thuật Tiêu chuẩn Đo lường Chất lượng và Thông tin ứng dụng khoa học, công nghệ tỉnh (mẫu)';
  const made = await sampleCopy(issuer, holder, { claims: sampleClaims({ co_quan: { ma: 'H26.01', ten } }) });
  const code = parseDoorQr(doorCopyOf(made));
  assert.ok(code.ok);
  const cut = String(code.value.facts.get(6));
  assert.ok(cut.endsWith('…') && ten.startsWith(cut.slice(0, -1)) && Buffer.byteLength(cut) <= 96 && Buffer.byteLength(cut) > 90);
  assert.ok(doorQr(doorCopyOf(made), holder, NOW).length <= 734, 'version 17 at level M');
});

test('a signer that signs with another key, or a number in a claim: thrown, and nothing is handed over', async () => {
  const lying: CardSigner = { ...issuer.signer, sign: (_kid, bytes) => issuer.signer.sign(statusKey.kid, bytes) };
  await assert.rejects(sampleCopy({ ...issuer, signer: lying }, holder), /independent check: bad-signature/);
  const inName = sampleClaims({ don_vi: `Phòng ${SAMPLE_NATIONAL_ID}` });
  await assert.rejects(sampleCopy(issuer, holder, { claims: inName }), /independent check: digits/);
  await assert.rejects(
    issueCopy(
      { signer: issuer.signer, chance: systemChance, trust: { ...issuer.trust, statusLists: [] }, vct: SAMPLE_VCT, nowMs: NOW },
      {
        claims: sampleClaims(),
        holderKey: holder.jwk,
        status: { uri: SAMPLE_LIST, index: 1 },
        notBeforeSeconds: DAY_SECONDS,
        expiresSeconds: DAY_SECONDS + 604_800,
        nationalId: SAMPLE_NATIONAL_ID,
      },
    ),
    /independent check: door-status/,
    'a copy whose status list no door knows',
  );
});

test('a copy has as many digests whatever its holder has: a gate that sees the face alone counts no position', async () => {
  const { chuc_vu: _position, don_vi: _unit, ...fewer } = sampleClaims();
  const counts = await Promise.all(
    [sampleClaims(), fewer as typeof fewer & { chuc_vu?: never }].map(async (claims) => {
      const made = await sampleCopy(issuer, holder, { claims });
      const [jwt, ...rest] = made.split('~');
      const { _sd: digests } = JSON.parse(Buffer.from(jwt!.split('.')[1]!, 'base64url').toString()) as { _sd: string[] };
      assert.deepEqual(digests, digests.toSorted());
      assert.equal(
        (await library(await signStatusList(issuer.signer, SAMPLE_LIST, emptyBits(), NOW)).decode(made)).disclosures?.length,
        rest.length - 1,
      );
      return [digests.length, rest.length - 1];
    }),
  );
  assert.deepEqual(counts, [
    [DISCLOSABLE.length, DISCLOSABLE.length],
    [DISCLOSABLE.length, DISCLOSABLE.length - 2],
  ]);
});
