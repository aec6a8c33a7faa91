/** The wallet against the product's own issuer over HTTP: it gets a card, follows a promotion by refresh, and hears when the card has ended. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anIssuer } from '#uses/card/issuer-for-tests.ts';
import type { TestIssuer } from '#uses/card/issuer-for-tests.ts';
import { publishRound } from '#uses/card/publish.ts';
import { claimsOf, parseCopy } from './credential.ts';
import { openDoor } from './door-for-tests.ts';
import { acceptOffer, deleteCard, refreshCard, reviewOffer } from './holding.ts';
import type { Wallet } from './holding.ts';
import { PRESETS, drawCode, presentationText, readQuestion } from './showing.ts';
import { storeInMemory } from './memory-store.ts';
import type { HeldCard } from './store.ts';
import { openTrust } from './trust.ts';

let product: TestIssuer;
before(async () => {
  product = await anIssuer();
  await publishRound(product.issuer, { keeping: true });
});
after(() => product?.close());

const nowMs = (): number => Date.parse(product.office.clock.now());

function aWallet(): { readonly wallet: Wallet; readonly standingOf: ReturnType<typeof openTrust>['standingOf'] } {
  const origins = [product.url];
  const fetchHere = (url: string, init?: RequestInit): Promise<Response> => fetch(url, init);
  const { trustedKeys, standingOf } = openTrust(fetchHere, origins, product.office.clock);
  const alone: Wallet['alone'] = (work) => work();
  return { wallet: { store: storeInMemory(), clock: product.office.clock, fetch: fetchHere, origins, trustedKeys, alone }, standingOf };
}

async function takes(wallet: Wallet, personId: string): Promise<HeldCard> {
  const { uri, txCode } = await product.offers(personId);
  const review = await reviewOffer(wallet, uri);
  assert.ok(review.ok, JSON.stringify(review));
  const card = await acceptOffer(wallet, review.value, txCode);
  assert.ok(card.ok, JSON.stringify(card));
  return card.value;
}

const positionOf = ({ current }: HeldCard): string | undefined => {
  const copy = parseCopy(current.credential);
  const claims = copy.ok ? claimsOf(copy.value) : {};
  return claims.chuc_vu?.ten ?? claims.chuc_danh?.ten;
};

test('a card by a client that shares no code with the issuer; the door takes both ways of showing it', async () => {
  const { wallet, standingOf } = aWallet();
  const card = await takes(wallet, await product.hires());
  await publishRound(product.issuer, { keeping: false });
  const copy = parseCopy(card.current.credential);
  assert.equal(copy.ok && (await standingOf(card.issuer, copy.value)), 'good');
  const door = await openDoor(product.url, nowMs);
  const qr = await door((await drawCode(card, 'none', nowMs()))!.text);
  assert.deepEqual([qr.code, qr.reason], ['V1b', 'no-portrait']);
  const question = readQuestion('Sen, lúa  mùa bạc cau', `${product.url}/kiem-tra`)!;
  const request = { names: PRESETS.presetPublic, ...question, nowMs: nowMs() };
  const text = (await presentationText(card, 'none', request))!;
  assert.equal((await door(text)).reason, 'wrong-audience', 'a door that asked nothing');
  assert.equal((await door(text, 'tre-mai-cam-dua-nho')).reason, 'wrong-audience', 'a door that asked something else');
  assert.equal((await door(text, 'sen-lua-mua-bac-cau')).code, 'V1');
  const unasked = { ...request, audience: `${product.url}/kiem-tra`, nonce: null };
  assert.equal((await door((await presentationText(card, 'none', unasked))!, 'sen-lua-mua-bac-cau')).reason, 'not-asked');
  const named = await drawCode(card, 'none', nowMs(), question.nonce);
  assert.equal((await door(named!.text, 'tre-mai-cam-dua-nho')).reason, 'wrong-nonce');
  assert.equal((await door(named!.text, question.nonce)).code, 'V1b');
});

test('a wrong transaction code leaves the offer for its owner', async () => {
  const { wallet } = aWallet();
  const { uri, txCode } = await product.offers(await product.hires());
  const review = await reviewOffer(wallet, uri);
  assert.ok(review.ok);
  const wrong = await acceptOffer(wallet, review.value, txCode === '000000' ? '000001' : '000000');
  assert.equal(wrong.ok ? 'ok' : wrong.fault.code, 'offer-refused');
  assert.ok((await acceptOffer(wallet, review.value, txCode)).ok);
  const again = await reviewOffer(wallet, uri);
  assert.equal(again.ok ? 'ok' : again.fault.code, 'offer-gone');
});

test('a new post comes with the next refresh; with another kind of employment the copy of before is red at once', async () => {
  const { wallet, standingOf } = aWallet();
  const personId = await product.hires();
  const first = await takes(wallet, personId);
  await product.registers(personId, {
    A: { loaiDoiTuong: 'CC' },
    F: { 'viTriViecLam.ma': 'VTVL-07', 'viTriViecLam.ten': 'Tổ trưởng chuyên môn' },
  });
  await publishRound(product.issuer, { keeping: false });
  const old = parseCopy(first.current.credential);
  assert.equal(old.ok && (await standingOf(first.issuer, old.value)), 'ended');
  const next = await refreshCard(wallet);
  assert.ok(next.ok, JSON.stringify(next));
  assert.notEqual(positionOf(next.value), positionOf(first));
  assert.equal(positionOf(next.value), 'Tổ trưởng chuyên môn');
  await publishRound(product.issuer, { keeping: false });
  const door = await openDoor(product.url, nowMs);
  assert.equal((await door((await drawCode(next.value, 'none', nowMs()))!.text)).code, 'V1b');
  assert.equal((await door((await drawCode(next.value, 'old-copy', nowMs()))!.text)).code, 'V3');
});

test('who has left gets no new copy, and the wallet says so', async () => {
  const { wallet } = aWallet();
  const personId = await product.hires();
  await takes(wallet, personId);
  await product.registers(personId, { A: { trangThaiCongTac: 'THOI_VIEC' } });
  const refused = await refreshCard(wallet);
  assert.equal(refused.ok ? 'ok' : refused.fault.code, 'refresh-refused');
  assert.equal((await wallet.store.card())?.refreshFault?.code, 'refresh-refused');
});

test('deleting is told to the issuer, and a new phone is a new offer', async () => {
  const { wallet } = aWallet();
  const personId = await product.hires();
  await takes(wallet, personId);
  await deleteCard(wallet);
  assert.equal(await wallet.store.card(), null);
  const { wallet: other } = aWallet();
  await takes(other, personId);
  assert.equal(await product.copies(personId), 2);
});
