/** The issuer over real HTTP: a wallet code base that is not ours gets the card; whatever a wallet must not do gets it nothing. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { judgeCard, rememberCodes } from '#standard/card/judge.ts';
import { readStatusList } from '#standard/card/status-list.ts';
import { readTrustList } from '#standard/card/trust-list.ts';
import type { EcPublicJwk, StatusList, Verdict } from '#standard/card/shapes.ts';
import { SAMPLE_ASKED, present } from './core/card-for-tests.ts';
import { nodeCrypto } from './core/node-crypto.ts';
import { answerCredential } from './credential.ts';
import type { Tx } from '#base/database/transaction.ts';
import { endByOfficer, endOneWallet } from './end-card.ts';
import { ownWallets } from './offer-store.ts';
import { aDpop, aHolderProof, aKey, aLibraryWallet, anIssuer } from './issuer-for-tests.ts';
import type { TestIssuer, WalletKey } from './issuer-for-tests.ts';
import { CONFIGURATION, PRE_AUTHORIZED } from './protocol.ts';
import { keptPictures } from './picture.ts';
import { publishRound } from './publish.ts';
import { revocationClocks } from './store.ts';

let here: TestIssuer;
before(async () => {
  here = await anIssuer();
  await publishRound(here.issuer, { keeping: true });
});
after(() => here.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${here.url}${path}`, { headers });
const nowMs = (): number => Date.parse(here.office.clock.now());

/** What a door that has fetched everything says of a copy, shown by its holder. */
async function atTheDoor(copy: string, holder: WalletKey): Promise<Verdict> {
  const anchor = (await (await get('/card/trust-anchor')).json()) as EcPublicJwk;
  const trust = await readTrustList(await (await get('/card/trust-list')).text(), {
    crypto: nodeCrypto,
    anchors: [anchor],
    nowMs: nowMs(),
    seenVersion: 0,
  });
  assert.ok(trust.ok);
  const lists = new Map<string, StatusList>();
  for (const uri of trust.value.statusLists) {
    const list = await readStatusList(await (await fetch(uri)).text(), { crypto: nodeCrypto, trust: trust.value, uri, nowMs: nowMs() });
    assert.ok(list.ok);
    lists.set(uri, list.value);
  }
  return judgeCard(present(copy, holder, nowMs()), {
    crypto: nodeCrypto,
    nowMs: nowMs(),
    clockOffsetMs: null,
    trust: trust.value,
    lists,
    environment: 'THU_NGHIEM',
    asked: [SAMPLE_ASKED],
    unasked: [],
    nonceSeen: rememberCodes(nowMs),
  });
}

/** A wallet with a copy of somebody's card. */
async function aHolder() {
  const personId = await here.hires();
  const wallet = aLibraryWallet();
  const offer = await here.offers(personId);
  const begun = await wallet.begins(offer.uri, offer.txCode);
  const { copy, notificationId } = await wallet.fetchesCopy(begun);
  return { personId, wallet, begun, copy, notificationId };
}

interface Answer {
  readonly status: number;
  readonly body: { readonly error?: string; readonly error_description?: string; readonly access_token?: string };
  readonly headers: Headers;
}
async function post(path: string, body: string, headers: Record<string, string>): Promise<Answer> {
  const answer = await fetch(`${here.url}${path}`, { method: 'POST', body, headers });
  return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Answer['body'], headers: answer.headers };
}
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** The code of an offer, as a wallet reads it out of the link. */
const codeOf = (uriByValue: string): string => {
  const offer = JSON.parse(new URL(uriByValue).searchParams.get('credential_offer')!) as {
    grants: Record<string, { 'pre-authorized_code': string }>;
  };
  return offer.grants[PRE_AUTHORIZED]!['pre-authorized_code'];
};

const token = (parameters: Record<string, string>, dpop: string | null, headers: Record<string, string> = {}): Promise<Answer> =>
  post('/card/token', new URLSearchParams(parameters).toString(), {
    'content-type': FORM,
    ...(dpop === null ? {} : { dpop }),
    ...headers,
  });
const redeem = (code: string, txCode: string, dpop: string | null): Promise<Answer> =>
  token({ grant_type: PRE_AUTHORIZED, 'pre-authorized_code': code, tx_code: txCode }, dpop);
const tokenDpop = (key = aKey(), more: Parameters<typeof aDpop>[2] = {}): string => aDpop(key, `${here.url}/card/token`, more);

const nonce = async (): Promise<string> =>
  ((await (await fetch(`${here.url}/card/nonce`, { method: 'POST' })).json()) as { c_nonce: string }).c_nonce;

/** A wallet of our own making, to send what the library would not. */
async function aToken(personId: string) {
  const dpopKey = aKey();
  const offer = await here.offers(personId);
  const answer = await redeem(codeOf(offer.uriByValue), offer.txCode, tokenDpop(dpopKey));
  assert.equal(answer.status, 200);
  const { access_token: access, refresh_token: refresh } = answer.body as { access_token: string; refresh_token: string };
  const url = `${here.url}/card/credential`;
  return {
    access,
    refresh,
    dpopKey,
    asks: (proofs: unknown, more: { dpop?: string; authorization?: string; body?: object } = {}): Promise<Answer> =>
      post('/card/credential', JSON.stringify({ credential_configuration_id: CONFIGURATION, proofs, ...more.body }), {
        'content-type': JSON_TYPE,
        authorization: more.authorization ?? `DPoP ${access}`,
        dpop: more.dpop ?? aDpop(dpopKey, url, { token: access }),
      }),
  };
}

test('a wallet of another code base gets the card, by reference and by value, and a door finds it good', async () => {
  const { personId, wallet, begun, copy, notificationId } = await aHolder();
  const verdict = await atTheDoor(copy, wallet.holderKey);
  assert.deepEqual([verdict.code, verdict.claims?.ho_ten, verdict.holderProven], ['V1', 'Đặng Thị Yến', true]);
  assert.match(verdict.claims?.anh ?? '', /^data:image\/jpeg;base64,/);
  await wallet.notifies(begun, notificationId);
  assert.deepEqual(await here.acts(personId), ['record.registered', 'card.created', 'card.offered', 'card.issued']);

  const other = await here.hires();
  const offer = await here.offers(other);
  const second = aLibraryWallet();
  const { copy: secondCopy } = await second.fetchesCopy(await second.begins(offer.uriByValue, offer.txCode));
  assert.equal((await atTheDoor(secondCopy, second.holderKey)).code, 'V1');
});

test('who ends service is red at the door at the next fetch, the clock is stamped, and the wallet gets nothing more', async () => {
  const { personId, wallet, begun, copy } = await aHolder();
  const card = (await here.held(personId))!;
  await here.registers(personId, { A: { trangThaiCongTac: 'THOI_VIEC' } });
  assert.equal((await atTheDoor(copy, wallet.holderKey)).code, 'V1', 'nothing is published yet');
  const round = await publishRound(here.issuer, { keeping: false });
  assert.deepEqual(round.lists, [0]);
  assert.equal((await atTheDoor(copy, wallet.holderKey)).code, 'V3');
  const clock = (await here.office.as(here.handle, (tx) => revocationClocks(tx, personId))).get(card.cardId)!;
  assert.ok(clock.listedAt !== null && clock.bitAt !== null && clock.listedAt >= clock.bitAt);
  await assert.rejects(wallet.fetchesCopy(begun));
  await assert.rejects(wallet.refreshes(begun));
  assert.deepEqual((await publishRound(here.issuer, { keeping: false })).lists, [], 'nothing new, nothing signed');
});

test('a card that ends while copies of it are being issued leaves none of them good', async () => {
  const personId = await here.hires();
  const wallet = await aToken(personId);
  const proofs = await Promise.all(
    Array.from({ length: 12 }, async () => ({ jwt: [aHolderProof(aKey(), `${here.url}/card`, await nonce())] })),
  );
  const [answers] = await Promise.all([
    Promise.all(proofs.map((one) => wallet.asks(one))),
    here.registers(personId, { A: { trangThaiCongTac: 'BUOC_TV' } }),
  ]);
  const issued = answers.filter((one) => one.status === 200).length;
  assert.equal(await here.copies(personId), issued);
  const [row] = await here.office.owner.transaction(null, (tx) =>
    tx.query<{ good: number }>(
      'select count(*)::int as good from card_copy c join status_slot s using (list, idx) where c.person_id = $1 and s.ended_at is null',
      [personId],
    ),
  );
  assert.equal(row?.good, 0);
});

test('after a promotion the wallet refreshes by itself to the new card; the old copy is good at a door meanwhile, and ends with a loss', async () => {
  const { personId, wallet, begun, copy } = await aHolder();
  await here.registers(personId, { F: { 'viTriViecLam.ten': 'Hiệu trưởng' } });
  const accessToken = await wallet.refreshes(begun);
  const { copy: next } = await wallet.fetchesCopy({ ...begun, accessToken });
  await publishRound(here.issuer, { keeping: true });
  assert.equal((await atTheDoor(copy, wallet.holderKey)).code, 'V1');
  const verdict = await atTheDoor(next, wallet.holderKey);
  assert.deepEqual([verdict.code, verdict.claims?.chuc_danh?.ten], ['V1', 'Hiệu trưởng']);
  await here.registers(personId, { A: { trangThaiCongTac: 'DINH_CHI' } });
  await publishRound(here.issuer, { keeping: false });
  for (const one of [copy, next]) assert.equal((await atTheDoor(one, wallet.holderKey)).code, 'V3');
});

test('a lost phone gets nothing more, the next one gets the new card', async () => {
  const { personId, wallet, begun, copy } = await aHolder();
  await here.office.as(here.handle, (tx) => endByOfficer(tx, here.needs, personId, 'MAT_DIEN_THOAI'));
  await publishRound(here.issuer, { keeping: false });
  assert.equal((await atTheDoor(copy, wallet.holderKey)).code, 'V3');
  await assert.rejects(wallet.refreshes(begun));
  await assert.rejects(wallet.fetchesCopy(begun));
  const next = aLibraryWallet();
  const offer = await here.offers(personId);
  const { copy: fresh } = await next.fetchesCopy(await next.begins(offer.uri, offer.txCode));
  assert.equal((await atTheDoor(fresh, next.holderKey)).code, 'V1');
});

/** A person who holds the card on several phones, and their own session. */
async function onPhones(count: number) {
  const number = `0001909${String(++last).padStart(5, '0')}`;
  const personId = await here.hires({}, { number });
  const { handle, accountId } = await here.office.signedIn(number, []);
  const phones = [];
  for (let n = 0; n < count; n++) {
    const wallet = aLibraryWallet();
    const offer = await here.offers(personId);
    const begun = await wallet.begins(offer.uri, offer.txCode);
    phones.push({ wallet, begun, copy: (await wallet.fetchesCopy(begun)).copy });
  }
  const asOwner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    here.office.as(handle, async (tx) => {
      await tx.query("select set_config('congvu.own_record', 'on', true)");
      return work(tx);
    });
  return {
    personId,
    phones,
    /** the wallets as the own page shows them, in the order in which they took the card */
    wallets: async () => (await asOwner(ownWallets)).toSorted((one, other) => (one.takenAt < other.takenAt ? -1 : 1)),
    ends: (walletId: string) => endOneWallet(here.issuer, { personId, bodyId: here.bodyId, accountId, walletId }),
  };
}
let last = 0;

test('of two phones one is ended: red at the door once the list is out, the other stays green and goes on', async () => {
  const her = await onPhones(2);
  const [lost, kept] = her.phones as [(typeof her.phones)[number], (typeof her.phones)[number]];
  const [first, second, ...more] = await her.wallets();
  assert.deepEqual([more.length, first!.kind], [0, 'unknown']);
  assert.ok(first!.goodUntil !== null && second!.goodUntil !== null);
  // The lost one has renewed its copy: both of its bits are set.
  const accessToken = await lost.wallet.refreshes(lost.begun);
  const { copy: renewed } = await lost.wallet.fetchesCopy({ ...lost.begun, accessToken });
  const card = (await here.held(her.personId))!;
  const ended = await her.ends(first!.id);
  assert.deepEqual(ended.ok && ended.value, { copies: 2 });
  assert.equal((await atTheDoor(lost.copy, lost.wallet.holderKey)).code, 'V1', 'nothing is published yet');
  await publishRound(here.issuer, { keeping: false });
  for (const copy of [lost.copy, renewed]) assert.equal((await atTheDoor(copy, lost.wallet.holderKey)).code, 'V3');
  assert.equal((await atTheDoor(kept.copy, kept.wallet.holderKey)).code, 'V1');
  await assert.rejects(lost.wallet.refreshes(lost.begun));
  await assert.rejects(lost.wallet.fetchesCopy({ ...lost.begun, accessToken }));
  const next = await kept.wallet.refreshes(kept.begun);
  const { copy: goesOn } = await kept.wallet.fetchesCopy({ ...kept.begun, accessToken: next });
  assert.equal((await atTheDoor(goesOn, kept.wallet.holderKey)).code, 'V1');
  assert.equal((await here.held(her.personId))?.cardId, card.cardId, 'the card itself holds on');
  assert.deepEqual(
    (await her.wallets()).map(({ id }) => id),
    [second!.id],
  );
  assert.deepEqual(
    (await here.acts(her.personId)).filter((act) => act === 'card.copy-ended'),
    ['card.copy-ended'],
  );
  const again = await her.ends(first!.id);
  assert.equal(again.ok ? 'ok' : again.problems[0]?.code, 'E-CARD-WALLET-NONE');
});

test('somebody else’s phone is ended by nobody, and seen by nobody', async () => {
  const [her, other] = [await onPhones(1), await onPhones(1)];
  const [theirs] = await other.wallets();
  const tried = await her.ends(theirs!.id);
  assert.equal(tried.ok ? 'ok' : tried.problems[0]?.code, 'E-CARD-WALLET-NONE');
  assert.ok((await her.wallets()).every(({ id }) => id !== theirs!.id));
  await publishRound(here.issuer, { keeping: false });
  assert.equal((await atTheDoor(other.phones[0]!.copy, other.phones[0]!.wallet.holderKey)).code, 'V1');
});

test('a phone that is ended while it fetches copies has none of them good', async () => {
  const number = `0001909${String(++last).padStart(5, '0')}`;
  const personId = await here.hires({}, { number });
  const { handle, accountId } = await here.office.signedIn(number, []);
  const wallet = await aToken(personId);
  const [own] = await here.office.as(handle, async (tx) => {
    await tx.query("select set_config('congvu.own_record', 'on', true)");
    return ownWallets(tx);
  });
  const proofs = await Promise.all(
    Array.from({ length: 12 }, async () => ({ jwt: [aHolderProof(aKey(), `${here.url}/card`, await nonce())] })),
  );
  const [answers] = await Promise.all([
    Promise.all(proofs.map((one) => wallet.asks(one))),
    endOneWallet(here.issuer, { personId, bodyId: here.bodyId, accountId, walletId: own!.id }),
  ]);
  assert.equal(await here.copies(personId), answers.filter((one) => one.status === 200).length);
  const [row] = await here.office.owner.transaction(null, (tx) =>
    tx.query<{ good: number }>(
      'select count(*)::int as good from card_copy c join status_slot s using (list, idx) where c.person_id = $1 and s.ended_at is null',
      [personId],
    ),
  );
  assert.equal(row?.good, 0);
});

test('a copy of before wallets were kept is ended with every wallet that may hold it; one that has fetched since goes on', async () => {
  const her = await onPhones(2);
  const [before, since] = her.phones as [(typeof her.phones)[number], (typeof her.phones)[number]];
  const [first] = await her.wallets();
  await here.office.owner.transaction(null, (tx) => tx.query('update card_copy set grant_id = null where grant_id = $1', [first!.id]));
  const copies = await here.office.owner.transaction(null, (tx) =>
    tx.query<{ copy_id: string }>('select copy_id from card_copy where person_id = $1 and grant_id is null', [her.personId]),
  );
  assert.equal(copies.length, 1);
  assert.ok(
    (await her.wallets()).some(({ id }) => id === copies[0]!.copy_id),
    'it stands by itself',
  );
  const ended = await her.ends(copies[0]!.copy_id);
  assert.deepEqual(ended.ok && ended.value, { copies: 1 });
  await publishRound(here.issuer, { keeping: false });
  assert.equal((await atTheDoor(before.copy, before.wallet.holderKey)).code, 'V3');
  assert.equal((await atTheDoor(since.copy, since.wallet.holderKey)).code, 'V1');
  await assert.rejects(before.wallet.refreshes(before.begun));
  await since.wallet.refreshes(since.begun);
});

test('an offer is redeemed once; the five minutes over, or followed by another offer, not at all', async () => {
  const personId = await here.hires();
  const first = await here.offers(personId);
  assert.equal((await redeem(codeOf(first.uriByValue), first.txCode, tokenDpop())).status, 200);
  const used = await redeem(codeOf(first.uriByValue), first.txCode, tokenDpop());
  assert.deepEqual([used.status, used.body.error], [400, 'invalid_grant']);
  const reference = new URL(first.uri).searchParams.get('credential_offer_uri')!;
  assert.equal((await fetch(reference)).status, 404);

  const replaced = await here.offers(personId);
  const late = await here.offers(personId);
  assert.equal((await redeem(codeOf(replaced.uriByValue), replaced.txCode, tokenDpop())).body.error, 'invalid_grant');
  await here.office.owner.transaction(null, (tx) =>
    tx.query(`update card_offer set expires_at = now() - interval '1 second' where person_id = $1 and used_at is null`, [personId]),
  );
  assert.equal((await redeem(codeOf(late.uriByValue), late.txCode, tokenDpop())).body.error, 'invalid_grant');
  assert.equal(await here.copies(personId), 0);
});

test('of fifty wallets that redeem an offer at once, one wins', async () => {
  const personId = await here.hires();
  const offer = await here.offers(personId);
  const code = codeOf(offer.uriByValue);
  const answers = await Promise.all(Array.from({ length: 50 }, () => redeem(code, offer.txCode, tokenDpop())));
  assert.deepEqual(
    [answers.filter((one) => one.status === 200).length, answers.filter((one) => one.body.error === 'invalid_grant').length],
    [1, 49],
  );
});

test('five wrong transaction codes are the last, also at once; a right one before that is taken, and a malformed request counts for nothing', async () => {
  const personId = await here.hires();
  const wrong = (txCode: string): string => (txCode === '000000' ? '000001' : '000000');
  const dead = await here.offers(personId);
  const code = codeOf(dead.uriByValue);
  const tries = await Promise.all(Array.from({ length: 10 }, () => redeem(code, wrong(dead.txCode), tokenDpop())));
  assert.ok(tries.every((one) => one.body.error === 'invalid_grant'));
  const [row] = await here.office.owner.transaction(null, (tx) =>
    tx.query<{ tries: number }>('select tries from card_offer where person_id = $1', [personId]),
  );
  assert.equal(row?.tries, 5);
  assert.equal((await redeem(code, dead.txCode, tokenDpop())).body.error, 'invalid_grant', 'the right one, too late');

  const alive = await here.offers(personId);
  const other = codeOf(alive.uriByValue);
  for (let i = 0; i < 4; i++) await redeem(other, wrong(alive.txCode), tokenDpop());
  for (let i = 0; i < 3; i++) assert.equal((await redeem(other, alive.txCode, null)).body.error, 'invalid_dpop_proof');
  assert.equal((await token({ grant_type: PRE_AUTHORIZED, 'pre-authorized_code': other }, tokenDpop())).body.error, 'invalid_request');
  assert.equal((await redeem(other, alive.txCode, tokenDpop())).status, 200);
});

test('the token endpoint refuses by the code of the protocol, in words that are its own', async () => {
  const personId = await here.hires();
  const offer = await here.offers(personId);
  const code = codeOf(offer.uriByValue);
  const good = { grant_type: PRE_AUTHORIZED, 'pre-authorized_code': code, tx_code: offer.txCode };
  const replayed = tokenDpop();
  assert.equal((await redeem('unknown', '123456', replayed)).body.error, 'invalid_grant');
  const key = aKey();
  const rows: [what: string, parameters: Record<string, string>, dpop: string | null, error: string][] = [
    ['no grant type', { 'pre-authorized_code': code }, tokenDpop(), 'invalid_request'],
    ['another grant', { grant_type: 'password', username: 'a' }, tokenDpop(), 'unsupported_grant_type'],
    ['an authorization code', { grant_type: 'authorization_code', code: 'x' }, tokenDpop(), 'unsupported_grant_type'],
    ['no code', { grant_type: PRE_AUTHORIZED, tx_code: '123456' }, tokenDpop(), 'invalid_request'],
    ['an unknown refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }, tokenDpop(), 'invalid_grant'],
    ['no DPoP proof', good, null, 'invalid_dpop_proof'],
    ['a proof with a line break of a library in mind', good, 'a.b.c', 'invalid_dpop_proof'],
    ['a proof that was seen', good, replayed, 'invalid_dpop_proof'],
    ['a proof for another address', good, aDpop(key, `${here.url}/card/credential`), 'invalid_dpop_proof'],
    ['a proof for another method', good, tokenDpop(key, { payload: { htm: 'GET' } }), 'invalid_dpop_proof'],
    ['an old proof', good, tokenDpop(key, { payload: { iat: nowMs() / 1000 - 400 } }), 'invalid_dpop_proof'],
    ['a proof of tomorrow', good, tokenDpop(key, { payload: { iat: Math.floor(nowMs() / 1000) + 86_400 } }), 'invalid_dpop_proof'],
    ['a proof without time', good, tokenDpop(key, { payload: { iat: undefined } }), 'invalid_dpop_proof'],
    ['a proof without number', good, tokenDpop(key, { payload: { jti: undefined } }), 'invalid_dpop_proof'],
    ['another kind of JWT', good, tokenDpop(key, { header: { typ: 'JWT' } }), 'invalid_dpop_proof'],
    ['no algorithm', good, tokenDpop(key, { header: { alg: 'none' } }), 'invalid_dpop_proof'],
    ['another algorithm', good, tokenDpop(key, { header: { alg: 'ES384' } }), 'invalid_dpop_proof'],
    ['signed by another key', good, tokenDpop(key, { signedBy: aKey() }), 'invalid_dpop_proof'],
    ['a private key in the header', good, tokenDpop(key, { header: { jwk: { ...key.jwk, d: 'AAAA' } } }), 'invalid_dpop_proof'],
    ['two keys in the header', good, tokenDpop(key, { header: { kid: 'did:key:z' } }), 'invalid_dpop_proof'],
    ['something critical', good, tokenDpop(key, { header: { crit: ['exp'] } }), 'invalid_dpop_proof'],
    ['a proof of 40,000 signs', good, tokenDpop(key, { payload: { pad: 'x'.repeat(7_000) } }), 'invalid_dpop_proof'],
  ];
  for (const [what, parameters, dpop, error] of rows) {
    const answer = await token(parameters, dpop);
    assert.deepEqual([answer.status, answer.body.error], [400, error], what);
    assert.doesNotMatch(JSON.stringify(answer.body), /zod|Validation|thumbprint|jwk|htu|Expected|\\n/i, what);
  }
  assert.equal((await token(good, tokenDpop())).status, 200, 'after all that the offer is its owner’s still');
});

test('a refresh token is of no use without its own key', async () => {
  const { refresh, dpopKey } = await aToken(await here.hires());
  const request = { grant_type: 'refresh_token', refresh_token: refresh };
  assert.equal((await token(request, tokenDpop(aKey()))).body.error, 'invalid_grant');
  assert.equal((await token(request, tokenDpop(dpopKey))).status, 200);
});

test('the credential endpoint refuses by the code of the protocol, and nothing is issued', async () => {
  const personId = await here.hires();
  const wallet = await aToken(personId);
  const key = aKey();
  const issuer = `${here.url}/card`;
  const url = `${issuer}/credential`;
  const proof = async (more: Parameters<typeof aHolderProof>[3] = {}, from = issuer) => ({
    jwt: [aHolderProof(key, from, await nonce(), more)],
  });
  const now = Math.floor(nowMs() / 1000);
  const expired = async (): Promise<string> => {
    const bytes = Buffer.from(await nonce(), 'base64url');
    bytes.writeUInt32BE(now - 1);
    return bytes.toString('base64url');
  };
  const rows: [what: string, proofs: unknown, error: string][] = [
    ['no proof', undefined, 'invalid_proof'],
    ['an empty proof', { jwt: [] }, 'invalid_proof'],
    ['two proofs', { jwt: [...(await proof()).jwt, ...(await proof()).jwt] }, 'invalid_proof'],
    ['another kind of proof', { di_vp: [{}] }, 'invalid_proof'],
    ['text', 'x', 'invalid_credential_request'],
    ['for another issuer', await proof({}, 'https://issuer.example'), 'invalid_proof'],
    ['for nobody', await proof({ payload: { aud: undefined } }), 'invalid_proof'],
    ['for two', await proof({ payload: { aud: [issuer, 'https://issuer.example'] } }), 'invalid_proof'],
    ['without nonce', await proof({ payload: { nonce: undefined } }), 'invalid_proof'],
    ['with a nonce of its own', { jwt: [aHolderProof(key, issuer, randomBytes(36).toString('base64url'))] }, 'invalid_nonce'],
    ['with a nonce of later times', { jwt: [aHolderProof(key, issuer, await expired())] }, 'invalid_nonce'],
    ['of ten minutes ago', await proof({ payload: { iat: now - 600 } }), 'invalid_proof'],
    ['of ten years ahead', await proof({ payload: { iat: now + 315_360_000 } }), 'invalid_proof'],
    ['a holder’s presentation', await proof({ header: { typ: 'kb+jwt' } }), 'invalid_proof'],
    ['HS256 with the public key', await proof({ header: { alg: 'HS256' } }), 'invalid_proof'],
    ['no algorithm', await proof({ header: { alg: 'none' } }), 'invalid_proof'],
    ['a key by name', await proof({ header: { jwk: undefined, kid: 'did:key:z6Mk' } }), 'invalid_proof'],
    ['a key and a name', await proof({ header: { kid: 'a' } }), 'invalid_proof'],
    ['a certificate', await proof({ header: { x5c: ['AAAA'] } }), 'invalid_proof'],
    ['a point that is not on the curve', await proof({ header: { jwk: { ...key.jwk, y: key.jwk.x } } }), 'invalid_proof'],
    ['another curve', await proof({ header: { jwk: { ...key.jwk, crv: 'secp256k1' } } }), 'invalid_proof'],
    ['signed by another', await proof({ signedBy: aKey() }), 'invalid_proof'],
    ['cut short', { jwt: [(await proof()).jwt[0]!.slice(0, -20)] }, 'invalid_proof'],
  ];
  for (const [what, proofs, error] of rows) {
    const answer = await wallet.asks(proofs);
    assert.deepEqual([answer.status, answer.body.error], [400, error], what);
  }
  const bodies: [what: string, body: object, error: string][] = [
    ['another configuration', { credential_configuration_id: 'bang_lai_xe' }, 'unknown_credential_configuration'],
    ['an identifier', { credential_configuration_id: undefined, credential_identifier: 'x' }, 'unknown_credential_identifier'],
    ['a format of an older draft', { credential_configuration_id: undefined, format: 'vc+sd-jwt', vct: 'x' }, 'invalid_credential_request'],
    ['encrypted', { credential_response_encryption: { jwk: key.jwk, alg: 'ECDH-ES', enc: 'A128GCM' } }, 'invalid_encryption_parameters'],
  ];
  for (const [what, body, error] of bodies) {
    const answer = await wallet.asks(await proof(), { body });
    assert.deepEqual([answer.status, answer.body.error], [400, error], what);
  }
  const access: [what: string, more: Parameters<typeof wallet.asks>[1], error: string][] = [
    ['no scheme', { authorization: wallet.access }, 'invalid_token'],
    ['as a bearer token', { authorization: `Bearer ${wallet.access}` }, 'invalid_token'],
    ['an unknown token', { authorization: `DPoP ${'a'.repeat(43)}` }, 'invalid_token'],
    ['another key', { dpop: aDpop(aKey(), url, { token: wallet.access }) }, 'invalid_dpop_proof'],
    ['a proof of no token', { dpop: aDpop(wallet.dpopKey, url) }, 'invalid_dpop_proof'],
    ['a proof of another token', { dpop: aDpop(wallet.dpopKey, url, { token: 'x' }) }, 'invalid_dpop_proof'],
  ];
  for (const [what, more, error] of access) {
    const answer = await wallet.asks(await proof(), more);
    assert.deepEqual([answer.status, answer.body.error], [401, error], what);
    assert.equal(answer.headers.get('www-authenticate'), `DPoP error="${error}", algs="ES256"`, what);
  }
  assert.equal(await here.copies(personId), 0);
  assert.ok(!(await here.acts(personId)).includes('card.issued'));
});

test('a token that has run out is none: not the next day, and not a second later', async () => {
  const personId = await here.hires();
  const wallet = await aToken(personId);
  const proofs = async () => ({ jwt: [aHolderProof(aKey(), `${here.url}/card`, await nonce())] });
  assert.equal((await wallet.asks(await proofs())).status, 200);
  for (const late of ['1 second', '1 day']) {
    await here.office.owner.transaction(null, (tx) =>
      tx.query(`update card_wallet_grant set access_expires_at = now() - interval '${late}' where person_id = $1`, [personId]),
    );
    const answer = await wallet.asks(await proofs());
    assert.deepEqual([answer.status, answer.body.error], [401, 'invalid_token'], late);
  }
  assert.equal(await here.copies(personId), 1);
});

test('a proof of the holder key is used once, and so is a DPoP proof; of fifty at once, one is issued', async () => {
  const personId = await here.hires();
  const wallet = await aToken(personId);
  const proofs = { jwt: [aHolderProof(aKey(), `${here.url}/card`, await nonce())] };
  const dpop = aDpop(wallet.dpopKey, `${here.url}/card/credential`, { token: wallet.access });
  const answers = await Promise.all(Array.from({ length: 20 }, () => wallet.asks(proofs)));
  assert.deepEqual(
    [answers.filter((one) => one.status === 200).length, answers.filter((one) => one.body.error === 'invalid_nonce').length],
    [1, 19],
  );
  const fresh = async () => ({ jwt: [aHolderProof(aKey(), `${here.url}/card`, await nonce())] });
  assert.equal((await wallet.asks(await fresh(), { dpop })).status, 200);
  const again = await wallet.asks(await fresh(), { dpop });
  assert.deepEqual([again.status, again.body.error], [401, 'invalid_dpop_proof']);
  assert.equal(await here.copies(personId), 2);
});

test('bodies that are too large, broken or of another kind are refused before anything is looked at', async () => {
  const big = 'x'.repeat(20_000);
  const rows: [path: string, body: string, type: string, status: number][] = [
    ['/card/token', `grant_type=${big}`, FORM, 413],
    ['/card/credential', JSON.stringify({ big }), JSON_TYPE, 413],
    ['/card/credential', '{"a":', JSON_TYPE, 400],
    ['/card/credential', 'a=b', FORM, 415],
    ['/card/token', '{}', JSON_TYPE, 415],
    ['/card/token', 'x', 'text/plain', 415],
    ['/card/credential', '<x/>', 'application/xml', 415],
    ['/card/token', 'grant_type=a&grant_type=b', FORM, 400],
    ['/card/notification', '[]', JSON_TYPE, 401],
  ];
  for (const [path, body, type, status] of rows) {
    const answer = await post(path, body, { 'content-type': type });
    assert.equal(answer.status, status, `${path} ${type} ${body.slice(0, 20)}`);
    assert.ok(answer.body.error, path);
  }
});

test('a notification is of the wallet’s own copy', async () => {
  const mine = await aHolder();
  const other = await aToken(await here.hires());
  const url = `${here.url}/card/notification`;
  const notify = (body: object): Promise<Answer> =>
    post('/card/notification', JSON.stringify(body), {
      'content-type': JSON_TYPE,
      authorization: `DPoP ${other.access}`,
      dpop: aDpop(other.dpopKey, url, { token: other.access }),
    });
  const foreign = await notify({ notification_id: mine.notificationId, event: 'credential_deleted' });
  assert.deepEqual([foreign.status, foreign.body.error], [400, 'invalid_notification_id']);
  assert.equal((await notify({ notification_id: 'x', event: 'stolen' })).body.error, 'invalid_notification_request');
  assert.equal((await notify({})).body.error, 'invalid_notification_request');
});

test('a copy that cannot be made leaves nothing behind: no place, no row, no act, no used nonce', async () => {
  const places = async (): Promise<number> =>
    (await here.office.as(null, (tx) => tx.query<{ n: number }>('select count(*)::int as n from status_slot')))[0]!.n;
  const before = await places();
  const faceless = await here.hires({ A: { anh4x6: 'ef'.repeat(32) } });
  const answer = await (await aToken(faceless)).asks({ jwt: [aHolderProof(aKey(), `${here.url}/card`, await nonce())] });
  assert.deepEqual([answer.status, answer.body.error], [500, 'server_error']);
  assert.doesNotMatch(JSON.stringify(answer.body), /portrait|no such/);

  const personId = await here.hires();
  const wallet = await aToken(personId);
  const proofs = { jwt: [aHolderProof(aKey(), `${here.url}/card`, await nonce())] };
  // A signer that signs something else than it was given: the independent check finds it, before the copy leaves.
  const wrong = { ...here.issuer.signer, sign: (kid: string, bytes: Uint8Array) => here.issuer.signer.sign(kid, bytes.subarray(1)) };
  await assert.rejects(
    answerCredential(
      { ...here.issuer, signer: wrong, pictureOf: keptPictures(here.issuer.portraitOf) },
      { credential_configuration_id: CONFIGURATION, proofs },
      { authorization: `DPoP ${wallet.access}`, dpop: aDpop(wallet.dpopKey, `${here.url}/card/credential`, { token: wallet.access }) },
    ),
    /refused by the independent check/,
  );
  assert.deepEqual([await places(), await here.copies(personId)], [before, 0]);
  assert.ok(!(await here.acts(personId)).includes('card.issued'));
  assert.equal((await wallet.asks(proofs)).status, 200);
});

test('metadata name every endpoint, from both places; any page may read them', async () => {
  const [issuer, legacy] = await Promise.all(
    ['/.well-known/openid-credential-issuer/card', '/card/.well-known/openid-credential-issuer'].map(async (path) =>
      (await get(path)).json(),
    ),
  );
  assert.deepEqual(issuer, legacy);
  const { credential_issuer: name, credential_configurations_supported: configurations } = issuer as {
    credential_issuer: string;
    credential_configurations_supported: Record<string, { vct: string; credential_metadata: { claims: unknown[] } }>;
  };
  assert.equal(name, `${here.url}/card`);
  assert.ok(configurations[CONFIGURATION]!.credential_metadata.claims.length >= 15);
  assert.equal(((await (await fetch(configurations[CONFIGURATION]!.vct)).json()) as { vct: string }).vct, `${here.url}/vct/the-cbccvc/1`);
  const server = await (await get('/.well-known/oauth-authorization-server/card')).json();
  assert.deepEqual((server as { issuer: string }).issuer, name);
  for (const path of [
    '/card/trust-list',
    '/card/trust-anchor',
    '/card/status/0',
    '/vct/the-cbccvc/1',
    '/.well-known/openid-credential-issuer/card',
  ])
    assert.equal((await get(path)).headers.get('access-control-allow-origin'), '*', path);
  const preflight = await fetch(`${here.url}/card/credential`, { method: 'OPTIONS' });
  assert.equal(preflight.status, 204);
  assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /authorization.*dpop/);
});

test('lists are served as they were signed, again only when they changed; what is no list is not there', async () => {
  const first = await get('/card/status/0');
  assert.deepEqual(
    [first.status, first.headers.get('content-type'), first.headers.get('cache-control')],
    [200, 'application/statuslist+jwt', 'public, max-age=10'],
  );
  const etag = first.headers.get('etag')!;
  assert.equal((await get('/card/status/0', { 'if-none-match': etag })).status, 304);
  await here.registers((await aHolder()).personId, { A: { trangThaiCongTac: 'NGHI_HUU' } });
  await publishRound(here.issuer, { keeping: false });
  assert.equal((await get('/card/status/0', { 'if-none-match': etag })).status, 200);
  for (const path of ['7', '-1', '00', '1e3', '..%2Ftrust-list', '%2e%2e%2ftrust-list', '9'.repeat(30)])
    assert.equal((await get(`/card/status/${path}`)).status, 404, path);
});
