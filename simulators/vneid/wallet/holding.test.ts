/** The wallet from an offer to a door: against an issuer that checks every proof, and one that answers wrongly. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stoppedClock } from '#base/clock.ts';
import { judgeCard, rememberCodes } from '#standard/card/judge.ts';
import type { Verdict } from '#standard/card/shapes.ts';
import { webCrypto } from '#standard/card/web-crypto.ts';
import { claimsOf, parseCopy } from './credential.ts';
import { publicJwk } from './encode.ts';
import { acceptOffer, deleteCard, refreshCard, reviewOffer } from './holding.ts';
import type { Wallet } from './holding.ts';
import { CLAIMS, ISSUER, OFFER_URI, ORIGIN, issuerForTests } from './issuer-for-tests.ts';
import type { TestIssuer, WrongAnswer } from './issuer-for-tests.ts';
import { CLOCK_WRONG_MS, EXPECTED } from './mistakes.ts';
import type { Mistake } from './mistakes.ts';
import { PRESETS, claimsToChoose, drawCode, isNonce, presentationText, readQuestion } from './showing.ts';
import { storeInMemory } from './memory-store.ts';
import type { HeldCard } from './store.ts';
import { openTrust } from './trust.ts';

const TX_CODE = '493536';
const AUDIENCE = `${ORIGIN}/kiem-tra`;

interface Phone {
  readonly wallet: Wallet;
  readonly issuer: TestIssuer;
  readonly nowMs: () => number;
}

/** A phone whose clock is the machine's: the library that makes DPoP proofs reads that one. */
function aPhone(): Phone {
  const nowMs = (): number => performance.timeOrigin + performance.now();
  const issuer = issuerForTests(nowMs);
  const clock = { ...stoppedClock(''), now: () => new Date(nowMs()).toISOString(), monotonicMs: () => performance.now() };
  const origins = [ORIGIN];
  const { trustedKeys } = openTrust(issuer.fetch, origins, clock);
  return { issuer, nowMs, wallet: { store: storeInMemory(), clock, fetch: issuer.fetch, origins, trustedKeys, alone: (work) => work() } };
}

async function holding(phone: Phone): Promise<HeldCard> {
  const review = await reviewOffer(phone.wallet, `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(OFFER_URI)}`);
  assert.ok(review.ok, JSON.stringify(review));
  const card = await acceptOffer(phone.wallet, review.value, TX_CODE);
  assert.ok(card.ok, JSON.stringify(card));
  return card.value;
}

const judgeAt =
  ({ issuer, nowMs }: Phone, nonceSeen = rememberCodes(nowMs)) =>
  (text: string, more: { nonce?: string; laterMs?: number } = {}): Promise<Verdict> =>
    judgeCard(text, {
      crypto: webCrypto(crypto.subtle),
      nowMs: nowMs() + (more.laterMs ?? 0),
      clockOffsetMs: 0,
      trust: issuer.trust,
      lists: issuer.lists,
      environment: 'THU_NGHIEM',
      asked: more.nonce === undefined ? [] : [{ audience: AUDIENCE, nonce: more.nonce }],
      unasked: [AUDIENCE],
      nonceSeen,
    });

test('an offer becomes a card: looked at, agreed to, checked, kept, told', async () => {
  const phone = aPhone();
  const review = await reviewOffer(phone.wallet, OFFER_URI);
  assert.ok(review.ok);
  assert.equal(review.value.issuer.names[0]?.name, 'Nơi cấp thử');
  assert.deepEqual(
    phone.issuer.asked.filter((one) => one.startsWith('POST')),
    [],
    'looking uses nothing up',
  );
  const card = await acceptOffer(phone.wallet, review.value, TX_CODE);
  assert.ok(card.ok);
  const copy = parseCopy(card.value.current.credential);
  assert.ok(copy.ok);
  assert.equal(claimsOf(copy.value).ho_ten, CLAIMS.ho_ten);
  assert.equal(card.value.current.holder.privateKey.extractable, false);
  assert.equal(card.value.dpop.privateKey.extractable, false);
  assert.deepEqual(phone.issuer.notified, [{ notification_id: 'tin-1', event: 'credential_accepted' }]);
  assert.deepEqual(await phone.wallet.store.card(), card.value);
});

test('a wrong code keeps the offer alive and nothing is kept', async () => {
  const phone = aPhone();
  const review = await reviewOffer(phone.wallet, OFFER_URI);
  assert.ok(review.ok);
  const refused = await acceptOffer(phone.wallet, review.value, '000000');
  assert.equal(refused.ok ? 'ok' : refused.fault.code, 'offer-refused');
  assert.equal(await phone.wallet.store.card(), null);
  assert.ok((await acceptOffer(phone.wallet, review.value, TX_CODE)).ok);
  // Used up: the second time it is gone, and says so.
  const again = await reviewOffer(phone.wallet, OFFER_URI);
  assert.equal(again.ok ? 'ok' : again.fault.code, 'offer-gone');
});

test('what is not what was promised is not kept', async (t) => {
  const faults: readonly [WrongAnswer, string][] = [
    ['cnf', 'copy-bad'],
    ['vct', 'copy-bad'],
    ['disclosure', 'copy-bad'],
    ['expired', 'copy-bad'],
    ['signature', 'signature-untrusted'],
    ['bearer', 'issuer-odd'],
    ['too-large', 'network'],
    ['html', 'issuer-odd'],
  ];
  for (const [wrong, code] of faults)
    await t.test(wrong, async () => {
      const phone = aPhone();
      const review = await reviewOffer(phone.wallet, OFFER_URI);
      assert.ok(review.ok);
      phone.issuer.wrong = wrong;
      const refused = await acceptOffer(phone.wallet, review.value, TX_CODE);
      assert.equal(refused.ok ? 'ok' : refused.fault.code, code);
      assert.equal(await phone.wallet.store.card(), null);
      if (code === 'copy-bad')
        assert.deepEqual(
          phone.issuer.notified.map(({ event }) => event),
          ['credential_failure'],
        );
    });
});

test('the answer of another issuer, another server, no network', async () => {
  const phone = aPhone();
  phone.issuer.wrong = 'not-the-issuer';
  const other = await reviewOffer(phone.wallet, OFFER_URI);
  assert.equal(other.ok ? 'ok' : other.fault.code, 'issuer-odd');
  const elsewhere = await reviewOffer(phone.wallet, 'https://noi-khac.example/offers/1');
  assert.equal(elsewhere.ok ? 'ok' : elsewhere.fault.code, 'offer-elsewhere');
  const away = await reviewOffer({ ...phone.wallet, fetch: () => Promise.reject(new TypeError('fetch failed')) }, OFFER_URI);
  assert.equal(away.ok ? 'ok' : away.fault.code, 'network');
});

test('nonces of the server are answered: DPoP nonce, an old c_nonce once', async () => {
  const phone = aPhone();
  phone.issuer.dpopNonce = true;
  phone.issuer.staleNonces = 1;
  await holding(phone);
  assert.equal(phone.issuer.asked.filter((one) => one === 'POST /card/nonce').length, 2);
});

test('a refresh brings a new copy under a new key, and keeps the one of before', async () => {
  const phone = aPhone();
  const first = await holding(phone);
  phone.issuer.claims = { ...CLAIMS, chuc_vu: { ten: 'Trưởng phòng' } };
  const next = await refreshCard(phone.wallet);
  assert.ok(next.ok, JSON.stringify(next));
  assert.equal(next.value.previous, first.current);
  assert.notDeepEqual(await publicJwk(next.value.current.holder), await publicJwk(first.current.holder));
  assert.notEqual(next.value.refreshToken, first.refreshToken);
  const copy = parseCopy(next.value.current.credential);
  assert.equal(copy.ok && claimsOf(copy.value).chuc_vu?.ten, 'Trưởng phòng');
});

test('a refresh that fails says so, and loses neither the card nor the new token', async () => {
  const phone = aPhone();
  const first = await holding(phone);
  phone.issuer.wrong = 'signature';
  const bad = await refreshCard(phone.wallet);
  assert.equal(bad.ok ? 'ok' : bad.fault.code, 'signature-untrusted');
  const kept = await phone.wallet.store.card();
  assert.equal(kept?.current, first.current);
  assert.equal(kept?.refreshFault?.code, 'signature-untrusted');
  // The token was changed before the copy was refused: the new one is what works now.
  phone.issuer.wrong = null;
  assert.ok((await refreshCard(phone.wallet)).ok);
  assert.equal((await phone.wallet.store.card())?.refreshFault, null);
  phone.issuer.refreshDead = true;
  const dead = await refreshCard(phone.wallet);
  assert.equal(dead.ok ? 'ok' : dead.fault.code, 'refresh-refused');
});

test('deleting takes card and keys off the phone, and tells the issuer', async () => {
  const phone = aPhone();
  await holding(phone);
  await deleteCard(phone.wallet);
  assert.equal(await phone.wallet.store.card(), null);
  assert.equal(phone.issuer.notified.at(-1)?.event, 'credential_deleted');
});

test('the wallet learns from the issuer’s own lists how its copy stands', async () => {
  const phone = aPhone();
  const copy = parseCopy((await holding(phone)).current.credential);
  assert.ok(copy.ok);
  const { standingOf } = openTrust(phone.issuer.fetch, [ORIGIN], phone.wallet.clock);
  assert.equal(await standingOf(ISSUER, copy.value), 'good');
  phone.issuer.lists.get(`${ISSUER}/status/1`)!.bits[0] = 1 << 5;
  assert.equal(await standingOf(ISSUER, copy.value), 'ended');
  const offline = openTrust(() => Promise.reject(new TypeError('fetch failed')), [ORIGIN], phone.wallet.clock);
  assert.equal(await offline.standingOf(ISSUER, copy.value), 'unknown');
});

test('a door takes what the wallet shows: QR, text with portrait, the door’s own number', async () => {
  const phone = aPhone();
  const card = await holding(phone);
  const judge = judgeAt(phone);
  const qr = await drawCode(card, 'none', phone.nowMs());
  assert.ok(qr);
  assert.deepEqual(qr.names, ['ho_ten', 'chuc_vu', 'co_quan', 'ma_so_the', 'het_han']);
  const atDoor = await judge(qr.text);
  assert.deepEqual([atDoor.code, atDoor.reason, atDoor.means, atDoor.holderProven], ['V1b', 'no-portrait', 'vn2', true]);
  const request = { names: PRESETS.presetPublic, audience: AUDIENCE, nonce: 'so-cua-cua-1', nowMs: phone.nowMs() };
  const shown = await judge((await presentationText(card, 'none', request))!, { nonce: 'so-cua-cua-1' });
  assert.deepEqual([shown.code, shown.means, shown.holderProven], ['V1', 'sd-jwt', true]);
  assert.deepEqual(Object.keys(shown.claims ?? {}).sort(), ['anh', 'chuc_vu', 'co_quan', 'ho_ten', 'moi_truong'].sort());
  const other = await judge((await presentationText(card, 'none', { ...request, nonce: null }))!, { nonce: 'so-cua-cua-2' });
  assert.equal(other.reason, 'wrong-nonce');
});

test('what is not chosen is not in the text', async () => {
  const phone = aPhone();
  const card = await holding(phone);
  assert.ok(!claimsToChoose(card, 'none').includes('ma_cua'));
  const text = (await presentationText(card, 'none', { names: ['co_quan'], audience: AUDIENCE, nonce: null, nowMs: phone.nowMs() }))!;
  const parts = text.split('~');
  assert.equal(parts.length, 3, 'the issued part, one disclosure, the proof');
  assert.ok(!Buffer.from(text.replaceAll('~', ''), 'base64url').includes('Đặng'));
});

test('each mistake gets the verdict that the panel promises', async (t) => {
  const phone = aPhone();
  const first = await holding(phone);
  const judge = judgeAt(phone);
  const honest = (await drawCode(first, 'none', phone.nowMs()))!.text;
  assert.equal((await judge(honest)).code, 'V1b');
  await t.test('replay', async () => assert.equal((await judge(honest)).reason, EXPECTED.replay));
  await t.test('replay after a minute', async () => assert.equal((await judge(honest, { laterMs: 61_000 })).reason, 'too-old'));
  for (const mistake of ['wrong-key', 'clock-fast', 'clock-slow'] as const satisfies readonly Mistake[])
    await t.test(mistake, async () => {
      assert.equal((await judge((await drawCode(first, mistake, phone.nowMs()))!.text)).reason, EXPECTED[mistake]);
      const request = { names: PRESETS.presetGate, audience: AUDIENCE, nonce: null, nowMs: phone.nowMs() };
      // Text lives five minutes, as long as the clock is wrong: looked at a moment later.
      assert.equal((await judge((await presentationText(first, mistake, request))!, { laterMs: 1_000 })).reason, EXPECTED[mistake]);
    });
  await t.test('old copy: taken while it lives, refused once its place in the list is set', async () => {
    assert.equal(await drawCode(first, 'old-copy', phone.nowMs()), null, 'there is none before a refresh');
    const next = await refreshCard(phone.wallet);
    assert.ok(next.ok);
    const old = (await drawCode(next.value, 'old-copy', phone.nowMs()))!.text;
    assert.equal((await judge(old)).code, 'V1b');
    phone.issuer.lists.get(`${ISSUER}/status/1`)!.bits[0] = 1 << 5;
    const later = (await drawCode(next.value, 'old-copy', phone.nowMs()))!.text;
    assert.equal((await judge(later)).code, 'V3');
  });
  assert.ok(CLOCK_WRONG_MS > 90_000);
});

test('what a door asks is read as it was typed or scanned; what is none is not signed', () => {
  const phrase = { nonce: 'sen-lua-mua-dao-cau', audience: `${AUDIENCE}/sen-lua-mua-dao-cau` };
  for (const typed of ['sen-lua-mua-dao-cau', ' Sen lúa mùa đào cau ', 'SEN, LÚA, MÙA, ĐÀO, CAU', `${AUDIENCE}/sen-lua-mua-dao-cau`])
    assert.deepEqual(readQuestion(typed, AUDIENCE), phrase, typed);
  const elsewhere = 'https://cua.example/kiem-tra';
  assert.deepEqual(readQuestion(`${elsewhere}/sen-lua-mua-dao-cau`, AUDIENCE), { ...phrase, audience: `${elsewhere}/sen-lua-mua-dao-cau` });
  assert.deepEqual(readQuestion('so-cua-noi-khac-01', AUDIENCE), { nonce: 'so-cua-noi-khac-01', audience: AUDIENCE });
  for (const typed of ['', 'sen lúa', 'sen lúa mùa đào', 'một hai ba bốn năm sáu'])
    assert.equal(readQuestion(typed, AUDIENCE), null, typed);
});

test('the door’s number has a form', () => {
  assert.equal(isNonce('abcdefgh'), true);
  assert.equal(isNonce('abc'), false);
  assert.equal(isNonce('abc defgh'), false);
  assert.equal(isNonce('a'.repeat(257)), false);
});
