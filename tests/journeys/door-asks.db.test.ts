/**
 * A door asks a phone over real HTTP: by the door's own code as it runs in the guard's browser, by the simulated wallet and by one of Python that nobody here wrote from
 * anything but the specifications. And what strangers try: answers twice, late, for another question, to another key, too large, guessed.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { X509Certificate, createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Fastify from 'fastify';
import { CompactEncrypt, importJWK } from 'jose';
import { readEcJwk } from '#standard/card/compact-jws.ts';
import { judgeCard, rememberCodes } from '#standard/card/judge.ts';
import type { Asked } from '#standard/card/judge.ts';
import { readStatusList } from '#standard/card/status-list.ts';
import { readTrustList } from '#standard/card/trust-list.ts';
import type { StatusList, Verdict } from '#standard/card/shapes.ts';
import { askPhone } from '#portal/door/ask.ts';
import type { AskEnd, Question } from '#portal/door/ask.ts';
import { askRoutes } from '#uses/card/ask-routes.ts';
import { present, sampleClaims, sampleHolder, sampleIssuer } from '#uses/card/core/card-for-tests.ts';
import { pemOf } from '#uses/card/core/certificate.ts';
import { issueCopy } from '#uses/card/core/issue-copy.ts';
import { nodeCrypto } from '#uses/card/core/node-crypto.ts';
import { activeKey } from '#uses/card/core/signer.ts';
import { writeFormerSite } from '#uses/card/former-sites.ts';
import { aKey, aLibraryWallet, anIssuer } from '#uses/card/issuer-for-tests.ts';
import type { TestIssuer, WalletKey } from '#uses/card/issuer-for-tests.ts';
import { publishRound } from '#uses/card/publish.ts';
import { secondsAfter } from '#uses/card/secrets.ts';
import { ANSWER_CHARS_MAX, ANSWER_SECONDS, ASK_BURST, ASK_SECONDS } from '#uses/card/ask/limits.ts';
import { sweepAsks } from '#uses/card/ask/store.ts';
import { holds } from './browser-test.ts';

let here: TestIssuer;
before(async () => {
  here = await anIssuer();
  await publishRound(here.issuer, { keeping: true });
});
after(() => here.close());

const DOOR = 'Cổng chính UBND phường Mẫu';
const nowMs = (): number => Date.parse(here.office.clock.now());
const toServer = (path: string, how?: RequestInit): Promise<Response> => fetch(`${here.url}${path}`, how);

/** What the page of the door brings along; nobody waits here, for a test waits for what becomes of a thing. */
const page = (fetch = toServer) => ({ crypto: globalThis.crypto, fetch, pause: async () => {}, monotonicMs: () => performance.now() });

/** A question as the page of the door puts it. */
async function asks(door = DOOR): Promise<Question> {
  const question = await askPhone(door, page());
  assert.ok('link' in question, JSON.stringify(question));
  return question;
}

interface RequestObject {
  readonly header: { readonly typ: string; readonly x5c: readonly string[] };
  readonly payload: {
    readonly client_id: string;
    readonly nonce: string;
    readonly state: string;
    readonly response_uri: string;
    readonly exp: number;
    readonly iat: number;
    readonly dcql_query: { readonly credentials: readonly { readonly meta: { readonly vct_values: readonly string[] } }[] };
    readonly client_metadata: { readonly client_name: string; readonly jwks: { readonly keys: readonly Record<string, string>[] } };
  };
}
const requestUriOf = ({ link }: Pick<Question, 'link'>): string => new URL(link).searchParams.get('request_uri')!;
async function requestOf(question: Pick<Question, 'link'>): Promise<RequestObject> {
  const answer = await fetch(requestUriOf(question));
  assert.equal(answer.headers.get('content-type'), 'application/oauth-authz-req+jwt');
  const [header, payload] = (await answer.text())
    .split('.', 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as never);
  return { header: header!, payload: payload! };
}

/** A card in a wallet, and what it posts. */
async function aHolder(): Promise<{ readonly copy: string; readonly holderKey: WalletKey }> {
  const personId = await here.hires();
  const wallet = aLibraryWallet();
  const offer = await here.offers(personId);
  const { copy } = await wallet.fetchesCopy(await wallet.begins(offer.uri, offer.txCode));
  await publishRound(here.issuer, { keeping: true });
  return { copy, holderKey: wallet.holderKey };
}

const post = (url: string, form: Readonly<Record<string, string>>): Promise<number> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form) }).then(async (answer) => {
    await answer.arrayBuffer();
    return answer.status;
  });

async function encrypted(said: unknown, key: Readonly<Record<string, string>>, enc = 'A256GCM'): Promise<string> {
  return new CompactEncrypt(Buffer.from(JSON.stringify(said)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc, kid: key['kid']! })
    .encrypt(await importJWK({ ...key }, 'ECDH-ES'));
}

/** An honest answer, or one that is wrong in what is given. */
async function answers(
  question: Pick<Question, 'link'>,
  { copy, holderKey }: Awaited<ReturnType<typeof aHolder>>,
  wrong: {
    readonly aud?: string;
    readonly nonce?: string;
    readonly state?: string;
    readonly enc?: string;
    readonly without?: readonly string[];
  } = {},
): Promise<number> {
  const { payload } = await requestOf(question);
  const shown = present(copy, holderKey, nowMs(), {
    payload: { aud: wrong.aud ?? payload.client_id, nonce: wrong.nonce ?? payload.nonce },
    without: wrong.without ?? ['ma_cua'],
  });
  const said = { vp_token: { the: [shown] }, state: wrong.state ?? payload.state };
  return post(payload.response_uri, { response: await encrypted(said, payload.client_metadata.jwks.keys[0]!, wrong.enc) });
}

async function lists() {
  const text = async (url: string): Promise<string> => (await fetch(url)).text();
  const anchor = readEcJwk(JSON.parse(await text(`${here.url}/card/trust-anchor`)))!;
  const trust = await readTrustList(await text(`${here.url}/card/trust-list`), {
    crypto: nodeCrypto,
    anchors: [anchor],
    nowMs: nowMs(),
    seenVersion: 0,
  });
  assert.ok(trust.ok);
  const found = new Map<string, StatusList>();
  for (const uri of trust.value.statusLists) {
    const list = await readStatusList(await text(uri), { crypto: nodeCrypto, trust: trust.value, uri, nowMs: nowMs() });
    assert.ok(list.ok);
    found.set(uri, list.value);
  }
  return { trust: trust.value, lists: found };
}

const judged = async (text: string, asked: readonly Asked[]): Promise<Verdict> =>
  judgeCard(text, {
    crypto: nodeCrypto,
    nowMs: nowMs(),
    clockOffsetMs: 0,
    ...(await lists()),
    environment: 'THU_NGHIEM',
    asked,
    unasked: [],
    nonceSeen: rememberCodes(nowMs),
  });

const endOf = (question: Question): Promise<AskEnd | null> => question.end(new AbortController().signal);
async function verdictAfter(question: Question): Promise<Verdict> {
  const end = await endOf(question);
  assert.equal(end?.kind, 'presented', JSON.stringify(end));
  return judged(end.text, [end.asked]);
}

test('the request is signed by a key for questions, whose certificate stands under the anchor and names it; it asks for a person, a face and a body alone', async () => {
  const question = await asks();
  const { header, payload } = await requestOf(question);
  assert.deepEqual([header.typ, header.x5c.length], ['oauth-authz-req+jwt', 1]);
  const der = Buffer.from(header.x5c[0]!, 'base64');
  const leaf = new X509Certificate(der);
  const anchor = new X509Certificate(await (await fetch(`${here.url}/card/trust-anchor.pem`)).text());
  assert.ok(leaf.checkIssued(anchor) && leaf.verify(anchor.publicKey) && !leaf.ca);
  assert.match(leaf.subject, /CN=Hỏi xem thẻ CBCCVC|CN=H\\1ECFi/);
  assert.equal(payload.client_id, `x509_hash:${createHash('sha256').update(der).digest('base64url')}`);
  assert.equal(new URL(question.link).searchParams.get('client_id'), payload.client_id);
  assert.equal(payload.client_metadata.client_name, DOOR);
  assert.equal(payload.exp - payload.iat, ASK_SECONDS);
  assert.deepEqual((payload as unknown as { dcql_query: unknown }).dcql_query, {
    credentials: [
      {
        id: 'the',
        format: 'dc+sd-jwt',
        meta: { vct_values: [here.issuer.vct] },
        claims: ['ho_ten', 'anh', 'co_quan', 'chuc_vu', 'chuc_danh'].map((name) => ({ id: name, path: [name] })),
        claim_sets: [
          ['ho_ten', 'anh', 'co_quan', 'chuc_vu'],
          ['ho_ten', 'anh', 'co_quan', 'chuc_danh'],
        ],
      },
    ],
  });
  // The key that asks vouches for no card, at no door.
  const { trust } = await lists();
  const keys = await here.issuer.signer.keys();
  const own = keys.find(({ use }) => use === 'door')!;
  assert.ok(trust.keys.every(({ kid, use }) => kid !== own.kid && (use === 'card' || use === 'status')));
});

test('a phone is green: portrait, name, body; by both ways of encrypting; the server held ciphertext, and holds it no more', async () => {
  const holder = await aHolder();
  for (const enc of ['A128GCM', 'A256GCM']) {
    const question = await asks();
    const wait = verdictAfter(question);
    assert.equal(await answers(question, holder, { enc }), 200);
    const verdict = await wait;
    assert.deepEqual([verdict.code, verdict.reason, verdict.means], ['V1', 'valid', 'sd-jwt']);
    assert.deepEqual([verdict.claims?.ho_ten, verdict.claims?.co_quan?.ma], ['Đặng Thị Yến', 'H26.03.01']);
    assert.match(verdict.claims!.anh!, /^data:image\/jpeg/);
    assert.equal((await endOf(question))?.kind, 'over', 'given out once');
  }
  const question = await asks();
  assert.equal(await answers(question, holder), 200);
  const [row] = await here.office.owner.transaction(null, (tx) =>
    tx.query<{ kept: string }>('select to_jsonb(a)::text as kept from card_ask a where answer is not null'),
  );
  assert.doesNotMatch(row!.kept, /Yến|ho_ten|jpeg|vp_token|dc\+sd-jwt/);
  const name = requestUriOf(question).split('/').at(-2)!;
  assert.ok(!row!.kept.includes(name), 'who can read the table can take nothing');
});

test('the answer is the first one, and it is given out once, to whoever asked', async () => {
  const holder = await aHolder();
  const question = await asks();
  const { payload } = await requestOf(question);
  assert.equal(await answers(question, holder), 200);
  assert.equal((await fetch(requestUriOf(question))).status, 404, 'a question that was answered is not asked again');
  const again = await encrypted({ vp_token: { the: ['x'] }, state: payload.state }, payload.client_metadata.jwks.keys[0]!);
  assert.equal(await post(payload.response_uri, { response: again }), 400);
  assert.equal(await post(payload.response_uri, { error: 'access_denied', state: payload.state }), 400);
  for (const authorization of ['', 'Bearer', `Bearer ${payload.state}`, `Bearer ${'A'.repeat(43)}`]) {
    const stranger = await fetch(payload.response_uri, { headers: { authorization } });
    assert.equal(stranger.status, 404);
  }
  assert.equal((await verdictAfter(question)).code, 'V1');
});

test('an answer to another question, for another audience, with another number or state is none', async () => {
  const holder = await aHolder();
  const other = await requestOf(await asks());
  for (const [wrong, reason] of [
    [{ nonce: other.payload.nonce }, 'wrong-nonce'],
    [{ aud: `${here.url}/kiem-tra` }, 'wrong-audience'],
    [{ aud: 'x509_hash:Uvo3HtuIxuhC92rShpgqcT3YXwrqRxWEviRiA0OZszk' }, 'wrong-audience'],
  ] as const) {
    const question = await asks();
    assert.equal(await answers(question, holder, wrong), 200);
    const verdict = await verdictAfter(question);
    assert.deepEqual([verdict.code, verdict.reason], ['V9', reason]);
  }
  for (const state of [other.payload.state, 'doan', '']) {
    const question = await asks();
    assert.equal(await answers(question, holder, { state }), 200);
    assert.equal((await endOf(question))?.kind, 'unreadable');
  }
  const short = await asks();
  assert.equal(await answers(short, holder, { without: ['ma_cua', 'ho_ten'] }), 200);
  assert.equal((await verdictAfter(short)).reason, 'says-too-little');
});

test('encrypted to another key, of another shape, two credentials, not encrypted, too large: unreadable, or refused and kept nowhere', async () => {
  const holder = await aHolder();
  const [question, other] = [await asks(), await asks()];
  const [mine, theirs] = [await requestOf(question), await requestOf(other)];
  const shown = present(holder.copy, holder.holderKey, nowMs(), { payload: { aud: mine.payload.client_id, nonce: mine.payload.nonce } });
  const [key, wrongKey] = [mine, theirs].map(({ payload }) => payload.client_metadata.jwks.keys[0]!);
  const { state, response_uri: to } = mine.payload;
  assert.equal(await post(to, { response: await encrypted({ vp_token: { the: [shown] }, state }, wrongKey!) }), 200);
  assert.equal((await endOf(question))?.kind, 'unreadable');
  for (const said of [
    { vp_token: { the: [shown, shown] } },
    { vp_token: { the: shown } },
    { vp_token: { khac: [shown] } },
    { vp_token: [shown] },
    {},
  ]) {
    const one = await asks();
    const { payload } = await requestOf(one);
    const response = await encrypted({ ...said, state: payload.state }, payload.client_metadata.jwks.keys[0]!);
    assert.equal(await post(payload.response_uri, { response }), 200);
    assert.equal((await endOf(one))?.kind, 'unreadable', JSON.stringify(said).slice(0, 40));
  }
  const open = await asks();
  const { payload } = await requestOf(open);
  for (const form of [
    { vp_token: JSON.stringify({ the: [shown] }), state: payload.state },
    { response: shown },
    { response: '' },
    { response: 'a.b.c' },
    { response: `${'A'.repeat(ANSWER_CHARS_MAX)}.a.a.a.a` },
    { error: 'access_denied' },
    { error: 'access_denied', state: 'doan-mo' },
    { error: 'Access denied!', state: payload.state },
    { error: 'access_denied', state: payload.state, response: await encrypted({}, key!) },
  ])
    assert.match(String(await post(payload.response_uri, form as never)), /^(400|413)$/, Object.keys(form).join());
  assert.equal(await answers(open, holder), 200, 'none of them used the question up');
  assert.equal((await verdictAfter(open)).code, 'V1');
});

test('a wallet that says no is told as that; only by whoever read the question', async () => {
  for (const error of ['access_denied', 'vp_formats_not_supported']) {
    const question = await asks();
    const { payload } = await requestOf(question);
    assert.equal(await post(payload.response_uri, { error, state: payload.state }), 200);
    assert.deepEqual(await endOf(question), { kind: 'refused', error });
  }
});

test('two minutes for a question, less than one for its answer; what is over is swept, and what was guessed is not there', async () => {
  const holder = await aHolder();
  const clock = here.office.clock as typeof here.office.clock & { moveTo?: (at: string) => void };
  const late = await asks();
  const { payload } = await requestOf(late);
  const response = await encrypted({}, payload.client_metadata.jwks.keys[0]!);
  const owner = <T extends Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
    here.office.owner.transaction(null, (tx) => tx.query<T>(text, [...values]));
  const now = clock.now();
  // A question of two minutes ago: time is moved in the table, whatever clock the machine has.
  await owner(`update card_ask set made_at = $1, ends_at = $2`, [secondsAfter(now, -ASK_SECONDS - 1), secondsAfter(now, -1)]);
  assert.equal((await fetch(requestUriOf(late))).status, 404);
  assert.equal(await post(payload.response_uri, { response }), 400);
  assert.equal((await endOf(late))?.kind, 'over');
  const kept = await asks();
  assert.equal(await answers(kept, holder), 200);
  const [row] = await owner<{ left: string }>(
    `select extract(epoch from ends_at - $1::timestamptz)::text as left from card_ask where answer is not null`,
    [clock.now()],
  );
  assert.ok(Number(row!.left) <= ANSWER_SECONDS && ANSWER_SECONDS < 60, row!.left);
  await owner(`update card_ask set made_at = $1, ends_at = $2 where answer is not null`, [secondsAfter(now, -100), secondsAfter(now, -1)]);
  assert.equal((await endOf(kept))?.kind, 'over', 'nobody came for it in time');
  await here.office.db.transaction(await here.issuer.jobSession(null), (tx) => sweepAsks(tx, clock.now()));
  assert.deepEqual(await owner('select 1 from card_ask where ends_at <= $1', [clock.now()]), []);
  const guessed = `${here.url}/card/ask/${'A'.repeat(43)}`;
  assert.equal((await fetch(`${guessed}/request`)).status, 404);
  assert.equal(await post(`${guessed}/answer`, { response }), 400);
  const [{ relpersistence }] = (await owner<{ relpersistence: string }>(
    `select relpersistence::text from pg_class where relname = 'card_ask'`,
  )) as [{ relpersistence: string }];
  assert.equal(relpersistence, 'u', 'neither journal nor backup holds an answer');
});

test('what is no question is refused; a guard who turns away takes it along; without a server the page says so', async () => {
  const key = {
    kty: 'EC',
    crv: 'P-256',
    ...(await crypto.subtle.exportKey(
      'jwk',
      (await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])).publicKey,
    )),
  };
  const good = { nonce: 'A'.repeat(32), key: { kty: key.kty, crv: key.crv, x: key.x, y: key.y }, door: DOOR };
  for (const bad of [
    { ...good, nonce: 'ngan' },
    { ...good, nonce: `${'A'.repeat(30)} b` },
    { ...good, key: { ...good.key, crv: 'P-384' } },
    { ...good, key: { ...good.key, d: 'A'.repeat(43) } },
    { ...good, door: ' \u202e ' },
    { ...good, door: 'x'.repeat(81) },
    { ...good, door: 5 },
    [],
    'xin chào',
  ])
    assert.equal(
      (await toServer('/card/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(bad) })).status,
      400,
    );
  const tooLong = JSON.stringify({ ...good, more: 'x'.repeat(5_000) });
  assert.equal(
    (await toServer('/card/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body: tooLong })).status,
    413,
  );
  const question = await asks();
  const leaving = new AbortController();
  const end = question.end(leaving.signal);
  leaving.abort();
  assert.equal(await end, null);
  await holds(async () => assert.equal((await fetch(requestUriOf(question))).status, 404));
  const away = await askPhone(
    DOOR,
    page(() => Promise.reject(new TypeError('fetch failed'))),
  );
  assert.equal('kind' in away && away.kind, 'away');
  let isCut = false;
  const cut = await askPhone(
    DOOR,
    page((path, how) => (isCut ? Promise.reject(new TypeError('fetch failed')) : toServer(path, how))),
  );
  isCut = true;
  assert.ok('link' in cut);
  assert.equal((await endOf(cut))?.kind, 'away');
});

test('an answer without a body is refused as any other that is none', async () => {
  const question = await asks();
  const { payload } = await requestOf(question);
  assert.equal((await fetch(payload.response_uri, { method: 'POST' })).status, 400);
});

test('while the clock is doubted and nothing is signed, what is over is swept all the same', async () => {
  const late = await asks();
  const past = (seconds: number): string => secondsAfter(here.office.clock.now(), -seconds);
  const rows = (): Promise<unknown[]> =>
    here.office.owner.transaction(null, (tx) => tx.query('select 1 from card_ask where ends_at <= $1', [here.office.clock.now()]));
  await here.office.owner.transaction(null, (tx) =>
    tx.query('update card_ask set made_at = $1, ends_at = $2', [past(ASK_SECONDS + 1), past(1)]),
  );
  assert.equal((await rows()).length > 0, true);
  const tomorrow = {
    ...here.issuer,
    clockAheadHours: 1,
    clock: { ...here.issuer.clock, now: () => secondsAfter(here.office.clock.now(), 86_400 * 40) },
  };
  assert.ok((await publishRound(tomorrow, { keeping: true })).refused);
  assert.deepEqual(await rows(), []);
  assert.equal((await fetch(requestUriOf(late))).status, 404);
});

test('one address does not take all the questions there are', async () => {
  const app = Fastify();
  // No time passes for it.
  await app.register(askRoutes({ ...here.issuer, clock: { ...here.issuer.clock, monotonicMs: () => 0 }, addressPerSecond: 1_000 }));
  const { x, y } = aKey().jwk;
  const ask = (remoteAddress: string) =>
    app.inject({
      method: 'POST',
      url: '/card/ask',
      remoteAddress,
      payload: { nonce: 'A'.repeat(32), key: { kty: 'EC', crv: 'P-256', x, y }, door: DOOR },
    });
  for (let asked = 0; asked < ASK_BURST; asked += 1) assert.equal((await ask('10.0.0.1')).statusCode, 200);
  const refused = await ask('10.0.0.1');
  assert.equal(refused.statusCode, 429);
  assert.equal(refused.headers['retry-after'], '1');
  assert.equal((await ask('10.0.0.2')).statusCode, 200);
  await app.close();
});

const WALLET = join(import.meta.dirname, '..', 'fixtures', 'card', 'wallet.py');
const [PYTHON, OPENSSL] = ['python3', 'openssl'] as const;
const hasPython = [PYTHON, OPENSSL].every((one) => spawnSync(one, [one === OPENSSL ? 'version' : '--version']).status === 0);

test(
  'a wallet of Python, from the specifications alone, reads who asks, believes the anchor alone, and answers: green',
  { skip: hasPython ? (false as const) : 'no python3 or openssl here' },
  async () => {
    const anchor = join(here.folder, 'anchor-of-doors.pem');
    writeFileSync(anchor, await (await fetch(`${here.url}/card/trust-anchor.pem`)).text());
    const offer = await here.offers(await here.hires());
    const question = await asks();
    const child = spawn(PYTHON, [WALLET, offer.uri, offer.txCode, '--answer', question.link, anchor], {
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part) => (out += String(part)));
    child.stderr.on('data', (part) => (err += String(part)));
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(code, 0, err);
    const said = JSON.parse(out) as { asked: string; given: readonly string[] };
    assert.equal(said.asked, DOOR);
    assert.deepEqual(said.given.slice(0, 3), ['ho_ten', 'anh', 'co_quan']);
    await publishRound(here.issuer, { keeping: true });
    const verdict = await verdictAfter(question);
    assert.deepEqual([verdict.code, verdict.claims?.ho_ten], ['V1', 'Đặng Thị Yến'], verdict.reason);
    // Another anchor is another world.
    const other = await asks();
    const foreign = join(here.folder, 'another.pem');
    writeFileSync(foreign, pemOf((await activeKey(sampleIssuer().signer, 'anchor')).certDer));
    const again = await here.offers(await here.hires());
    const refused = spawn(PYTHON, [WALLET, again.uri, again.txCode, '--answer', other.link, foreign], {
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    });
    assert.notEqual(await new Promise((resolve) => refused.on('close', resolve)), 0);
  },
);

test('cards of a type of before are asked for as long as they are good, and are green', async () => {
  const formerly = 'https://cu.example';
  const vct = `${formerly}/vct/the-cbccvc/1`;
  const site = { issuerId: `${formerly}/card`, vct, until: secondsAfter(here.office.clock.now(), 3_600), because: 'đổi tên miền' };
  const write = (until: string): Promise<void> =>
    here.office.owner.transaction(null, (tx) => writeFormerSite(tx, here.issuer, { ...site, until }));
  const valuesOf = async (question: Question): Promise<readonly string[]> =>
    (await requestOf(question)).payload.dcql_query.credentials[0]!.meta.vct_values;
  await write(site.until);
  await publishRound(here.issuer, { keeping: true });
  const { privateKey, jwk } = sampleHolder();
  const day = Math.floor(nowMs() / 86_400_000) * 86_400;
  const list = `${site.issuerId}/status/0`;
  const { issuerName: issuer, environment, signer, chance } = here.issuer;
  const trust = { version: 1, environment, vcts: [vct], statusLists: [list], iss: site.issuerId, issuer };
  const copy = await issueCopy(
    { signer, chance, trust, vct, nowMs: nowMs() },
    {
      claims: sampleClaims({ het_han: '2036-01-01' }),
      holderKey: jwk,
      status: { uri: list, index: 1_048_000 },
      notBeforeSeconds: day,
      expiresSeconds: day + 7 * 86_400,
      nationalId: '000199812345',
    },
  );
  const question = await asks();
  assert.deepEqual(await valuesOf(question), [here.issuer.vct, vct]);
  const wait = verdictAfter(question);
  assert.equal(await answers(question, { copy, holderKey: { privateKey, jwk } }), 200);
  assert.deepEqual([(await wait).code, (await wait).reason], ['V1', 'valid']);
  await write(secondsAfter(here.office.clock.now(), -1));
  assert.deepEqual(await valuesOf(await asks()), [here.issuer.vct], 'its day is over');
});
