/**
 * The ceremony of the trust anchor from beginning to end (docs/card/le-ky-neo.md): an anchor is made apart, announced, its certificate adopted; the key for the trust
 * list follows another; a second anchor follows the first; a key of cards is distrusted. By the real commands, at a real issuer; each step is looked at by the door's own
 * code and by readers that are not ours (OpenSSL, the thirty lines of Python).
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { askPhone } from '#portal/door/ask.ts';
import { cardCrypto } from '#portal/door/crypto.ts';
import { NO_LISTS, fetchLists } from '#portal/door/lists.ts';
import type { Fetched, ListNeeds } from '#portal/door/lists.ts';
import { judgeCard } from '#standard/card/judge.ts';
import { runAnchorCertify, runAnchorNew, runAnchorRevoke } from '#start/commands/anchor-command.ts';
import { runCardKeys } from '#start/commands/card-key-command.ts';
import type { CardKeyDeed } from '#start/commands/card-key-command.ts';
import { present, sampleIssuer } from '#uses/card/core/card-for-tests.ts';
import { activeKey } from '#uses/card/core/signer.ts';
import type { SignerTrust } from '#uses/card/core/signer.ts';
import { signTrustList } from '#uses/card/core/trust-list-issue.ts';
import { aLibraryWallet, anIssuer } from '#uses/card/issuer-for-tests.ts';
import type { TestIssuer } from '#uses/card/issuer-for-tests.ts';
import { publishRound } from '#uses/card/publish.ts';
import { trustListInput } from '#uses/card/trust.ts';
import { congvu } from './terminal.ts';

let here: TestIssuer;
let folder: string;
let env: Record<string, string>;
const crypto = await cardCrypto(globalThis.crypto.subtle);
const inFolder = (name: string): string => join(folder, name);
const MINUTE = 60_000;
const AUDIENCE = 'https://cong-vao.example';
const NONCE = 'so-dung-mot-lan';

before(async () => {
  here = await anIssuer();
  folder = mkdtempSync(join(tmpdir(), 'congvu-ceremony-'));
  symlinkSync(here.folder, inFolder('card'));
  // The master key of the office of tests.
  writeFileSync(join(here.folder, 'master.key'), new Uint8Array(32).fill(7), { mode: 0o600 });
  env = {
    DEMO: '1',
    DATA_FOLDER: folder,
    KEYS_FOLDER: here.folder,
    DATABASE_URL: here.office.appUrl,
    DATABASE_OWNER_URL: here.office.ownerUrl,
    PUBLIC_URL: here.url,
  };
  await publishes();
});
after(async () => {
  await here.close();
  rmSync(folder, { recursive: true, force: true });
});

const publishes = () => publishRound(here.issuer, { keeping: true });

interface Listed {
  readonly kid: string;
  readonly use: string;
  readonly state: string;
}
/** What the command says: its keys, or the codes of what it refuses. */
async function run(
  deed: CardKeyDeed | null,
): Promise<{ readonly exit: number; readonly keys: readonly Listed[]; readonly refused: readonly string[] }> {
  let keys: readonly Listed[] = [];
  const refused: string[] = [];
  const exit = await runCardKeys(
    env,
    { deed, json: true },
    {
      answer: (text) => void ({ keys } = JSON.parse(text) as { keys: readonly Listed[] }),
      print: () => undefined,
      sayProblems: (problems) => void refused.push(...problems.map(({ code }) => code)),
    },
  );
  return { exit, keys, refused };
}
async function does(deed: CardKeyDeed): Promise<readonly Listed[]> {
  const { exit, keys, refused } = await run(deed);
  assert.equal(exit, 0, refused.join(' '));
  return keys;
}
const silent = { print: () => undefined, sayProblems: () => undefined };

/** On the machine apart. @param minutesAgo  certificates follow each other in time, and a test waits for none */
const anAnchor = (name: string): void => {
  writeFileSync(inFolder('cau-mat-khau'), 'một câu dài chỉ người giữ neo biết\n');
  assert.equal(
    runAnchorNew({ out: inFolder(name), org: 'Cơ quan thử', passphrase: inFolder('cau-mat-khau'), days: 7_300 }, silent, ago(60)),
    0,
  );
};
const ago = (minutes: number) => ({ now: () => new Date(Date.parse(here.office.clock.now()) - minutes * MINUTE).toISOString() });
function certifies(anchor: string, request: string, minutesAgo: number): string {
  const out = inFolder(`${request}.pem`);
  const how = { request: inFolder(request), key: inFolder(`${anchor}/anchor.key`), anchor: inFolder(`${anchor}/anchor.pem`), out };
  assert.equal(runAnchorCertify({ ...how, passphrase: inFolder('cau-mat-khau'), days: 800, site: here.url }, silent, ago(minutesAgo)), 0);
  return out;
}

/** What an anchor has revoked. @param folder  of certificates; null: nothing */
function revokes(anchor: string, folder: string | null, minutesAgo: number): string {
  const out = inFolder(`${anchor}-${minutesAgo}.crl`);
  const how = {
    key: inFolder(`${anchor}/anchor.key`),
    anchor: inFolder(`${anchor}/anchor.pem`),
    out,
    passphrase: inFolder('cau-mat-khau'),
  };
  assert.equal(runAnchorRevoke({ ...how, revoked: folder && inFolder(folder), days: 400 }, silent, ago(minutesAgo)), 0);
  return out;
}
/** The list of who signed this certificate, from where the certificate says that it stands. */
async function revocationsFor(certificate: string): Promise<string> {
  const said = openssl('x509', '-in', certificate, '-noout', '-ext', 'crlDistributionPoints');
  const address = /URI:(\S+)/.exec(said)?.[1];
  assert.ok(address, said);
  const answer = await fetch(address);
  assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'application/pkix-crl'], address);
  const file = inFolder(`${new URL(address).pathname.split('/').at(-1)}.der`);
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  return file;
}

const doorNeeds = (): ListNeeds => ({
  crypto,
  site: here.url,
  environment: 'THU_NGHIEM',
  fetch: (path, how) => fetch(`${here.url}${path}`, how),
  nowMs: () => Date.parse(here.office.clock.now()),
  reading: () => ({ wallMs: 0, monotonicMs: 0 }),
  isServerClockWrong: () => false,
});
type Door = Pick<Fetched, 'lists' | 'kept'>;
const NEW_DOOR: Door = { lists: NO_LISTS, kept: null };
async function fetches(door: Door): Promise<Fetched> {
  const fetched = await fetchLists(door, doorNeeds());
  assert.equal(fetched.trouble, null);
  return fetched;
}

async function aCard() {
  const wallet = aLibraryWallet();
  const offer = await here.offers(await here.hires());
  const { copy } = await wallet.fetchesCopy(await wallet.begins(offer.uri, offer.txCode));
  return () => present(copy, wallet.holderKey, Date.parse(here.office.clock.now()), { payload: { aud: AUDIENCE, nonce: NONCE } });
}
async function verdict({ lists }: Door, shown: string): Promise<string> {
  const nowMs = Date.parse(here.office.clock.now());
  const status = new Map(lists.status.map((one) => [one.uri, one]));
  const { code, reason } = await judgeCard(shown, {
    crypto,
    nowMs,
    clockOffsetMs: 0,
    trust: lists.trust,
    lists: status,
    environment: 'THU_NGHIEM',
    asked: [{ audience: AUDIENCE, nonce: NONCE }],
    unasked: [],
    nonceSeen: () => false,
  });
  return `${code} ${reason}`;
}
const anchorOf = (door: Door): string => door.kept!.anchor.x;
const keyInPem = (file: string): string => {
  const der = spawnSync(OPENSSL, ['x509', '-in', file, '-noout', '-pubkey'], { encoding: 'utf8' }).stdout;
  return Buffer.from(der.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64')
    .subarray(-64, -32)
    .toString('base64url');
};

const OPENSSL = 'openssl';
const hasTools = ['python3', OPENSSL].every((one) => spawnSync(one, [one === OPENSSL ? 'version' : '--version']).status === 0);
function openssl(...given: string[]): string {
  const done = spawnSync(OPENSSL, given, { encoding: 'utf8' });
  return done.status === 0 ? done.stdout : `failed: ${done.stderr}`;
}
/** The thirty lines of the guide. @param anchor  file of the anchor's certificate */
const thirtyLines = (anchor: string, shown: string): Promise<{ readonly code: number | null; readonly err: string }> =>
  new Promise((resolve, reject) => {
    const program = join(import.meta.dirname, '../../docs/card/verify_card.py');
    const child = spawn('python3', [program, anchor, AUDIENCE, NONCE], {
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' },
    });
    let err = '';
    child.stderr.on('data', (part) => (err += String(part)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, err }));
    child.stdin.end(shown);
  });
async function publishedAnchor(): Promise<string> {
  const file = inFolder('published.pem');
  writeFileSync(file, await (await fetch(`${here.url}/card/trust-anchor.pem`)).text());
  return file;
}

test(
  'an anchor made apart follows the one of the installation, another follows it, keys follow keys; no door forgets anything',
  { skip: hasTools ? false : 'no python3 or openssl here' },
  async () => {
    const shown = await aCard();
    let door: Door = await fetches(NEW_DOOR);
    const away = door; // pinned the first anchor, and comes back when everything is done
    assert.equal(await verdict(door, shown()), 'V1 valid');
    assert.equal((await thirtyLines(await publishedAnchor(), shown())).code, 0);

    // 1. The anchor is made apart, and announced.
    anAnchor('neo-1');
    assert.match(
      openssl('x509', '-in', inFolder('neo-1/anchor.pem'), '-noout', '-ext', 'basicConstraints,keyUsage'),
      /CA:TRUE, pathlen:1[\s\S]*Certificate Sign, CRL Sign/,
    );
    assert.match(readFileSync(inFolder('neo-1/anchor.key'), 'utf8'), /ENCRYPTED PRIVATE KEY/);
    assert.deepEqual((await run({ deed: 'adopt', file: inFolder('neo-1/anchor.pem') })).refused, ['E-CARD-LIST-KEY-UNASKED']);
    await does({ deed: 'announce', file: inFolder('neo-1/anchor.pem') });

    // 2. The key for the trust list is asked for and certified.
    await does({ deed: 'request', out: inFolder('xin-1') });
    assert.match(openssl('req', '-in', inFolder('xin-1'), '-noout', '-verify', '-subject', '-nameopt', 'utf8'), /Ký danh sách tin cậy/);
    const first = certifies('neo-1', 'xin-1', 30);
    assert.match(openssl('verify', '-x509_strict', '-CAfile', inFolder('neo-1/anchor.pem'), first), /OK/);
    // No door was told yet.
    assert.deepEqual((await run({ deed: 'adopt', file: first })).refused, ['E-CARD-ANCHOR-UNANNOUNCED']);
    await publishes();
    door = await fetches(door);
    assert.deepEqual(
      [anchorOf(door) === anchorOf(away), door.kept!.nextAnchors?.map(({ x }) => x)],
      [true, [keyInPem(inFolder('neo-1/anchor.pem'))]],
    );
    assert.equal(await verdict(door, shown()), 'V1 valid');

    // 3. It is adopted: the door is under the new anchor, and cards of before are good.
    anAnchor('neo-la');
    const other = inFolder('la.pem');
    runAnchorCertify(
      {
        request: inFolder('xin-1'),
        key: inFolder('neo-la/anchor.key'),
        anchor: inFolder('neo-la/anchor.pem'),
        out: other,
        passphrase: inFolder('cau-mat-khau'),
        days: 800,
        site: null,
      },
      silent,
      ago(1),
    );
    assert.deepEqual((await run({ deed: 'adopt', file: other })).refused, ['E-CARD-CERTIFICATE-UNFIT']);
    await does({ deed: 'adopt', file: first });
    await publishes();
    door = await fetches(door);
    assert.deepEqual([anchorOf(door), door.kept!.nextAnchors], [keyInPem(inFolder('neo-1/anchor.pem')), undefined]);
    assert.equal(await verdict(door, shown()), 'V1 valid');
    assert.equal(keyInPem(await publishedAnchor()), keyInPem(inFolder('neo-1/anchor.pem')));
    // What a thief of the trust-list key could do now.
    const stolen = async () =>
      signTrustList(
        here.issuer.signer,
        trustListInput(here.issuer, { lists: [], version: 9_000_000_000 }),
        Date.parse(here.office.clock.now()),
      );
    const forged = await stolen();
    // And how a thief would lead doors away for good: to an anchor of their own, announced by the key that was stolen.
    const theirs = sampleIssuer().signer;
    const says = (more: Partial<SignerTrust>) => async (): Promise<SignerTrust> => ({
      nextAnchors: [],
      handover: null,
      distrusted: [],
      ...more,
    });
    const led = await signTrustList(
      { ...here.issuer.signer, trust: says({ nextAnchors: [(await activeKey(theirs, 'anchor')).publicJwk] }) },
      trustListInput(here.issuer, { lists: [], version: 9_000_000_001 }),
      Date.parse(here.office.clock.now()),
    );
    const leads = await signTrustList(
      { ...theirs, trust: says({ handover: led }) },
      trustListInput(here.issuer, { lists: [], version: 9_000_000_002 }),
      Date.parse(here.office.clock.now()),
    );

    // 4. Another key for the trust list: the former is refused by every door that saw the new one.
    await does({ deed: 'request', out: inFolder('xin-2') });
    await does({ deed: 'adopt', file: certifies('neo-1', 'xin-2', 20) });
    await publishes();
    const beforeRotation = door;
    door = await fetches(door);
    assert.ok(door.kept!.listKeySince! > beforeRotation.kept!.listKeySince!);
    const thief = (list: string): ListNeeds => ({
      ...doorNeeds(),
      fetch: async (path, how) => (path === '/card/trust-list' ? new Response(list) : fetch(`${here.url}${path}`, how)),
    });
    assert.equal((await fetchLists(door, thief(forged))).trouble, 'older-than-seen');
    // While the stolen key was the one at work nothing told the two apart; a door that has seen the next one follows nobody whom it announces.
    assert.equal((await fetchLists(beforeRotation, thief(leads))).trouble, null);
    assert.equal((await fetchLists(door, thief(leads))).trouble, 'bad-signature');

    // Who reads certificates alone is told by a list that the anchor signs, found where the certificate says.
    mkdirSync(inFolder('thu-hoi'));
    copyFileSync(first, inFolder('thu-hoi/xin-1.pem'));
    const [revoked, none, forgetful] = [revokes('neo-1', 'thu-hoi', 15), revokes('neo-1', null, 16), revokes('neo-1', null, 14)];
    await does({ deed: 'revocations', file: revoked });
    for (const file of [none, revoked, forgetful, inFolder('neo-1/anchor.pem')])
      assert.deepEqual((await run({ deed: 'revocations', file })).refused, ['E-CARD-CERTIFICATE-UNFIT']);
    await publishes();
    const checked1 = ['verify', '-x509_strict', '-crl_check', '-CAfile', inFolder('neo-1/anchor.pem'), '-CRLfile'];
    assert.match(openssl(...checked1, await revocationsFor(first), first), /certificate revoked/);
    const second = inFolder('xin-2.pem');
    assert.match(openssl(...checked1, await revocationsFor(second), second), /OK/);

    // 5. The next anchor follows, in the same order.
    anAnchor('neo-2');
    await does({ deed: 'announce', file: inFolder('neo-2/anchor.pem') });
    await publishes();
    await does({ deed: 'request', out: inFolder('xin-3') });
    await does({ deed: 'adopt', file: certifies('neo-2', 'xin-3', 10) });
    await publishes();
    // One door fetched while it was announced, the other did not; a third was away all the time.
    const late = await fetches(door);
    const latest = await fetches(away);
    for (const one of [late, latest]) assert.equal(anchorOf(one), keyInPem(inFolder('neo-2/anchor.pem')));
    assert.equal(await verdict(latest, shown()), 'V1 valid');
    door = late;

    // 6. The former anchors end: nobody comes over from them any more.
    await does({ deed: 'end', because: 'xong việc đổi neo' });
    await publishes();
    assert.equal((await fetchLists(away, doorNeeds())).trouble, 'anchor-changed');
    door = await fetches(door);

    // 7. A key of cards is distrusted: its cards are red with the next fetch; new ones are good, for everybody.
    const keys = (await run(null)).keys;
    const active = (use: string): string => keys.find((key) => key.use === use && key.state === 'active')!.kid;
    assert.deepEqual((await run({ deed: 'distrust', kid: active('list'), because: 'thử' })).refused, ['E-CARD-KEY-BY-CEREMONY']);
    assert.deepEqual((await run({ deed: 'distrust', kid: 'AAAAAAAAAAA', because: 'thử' })).refused, ['E-CARD-KEY-UNKNOWN']);
    await does({ deed: 'distrust', kid: active('card'), because: 'khóa bị lộ' });
    await does({ deed: 'distrust', kid: active('status'), because: 'khóa bị lộ' });
    const round = await publishRound(here.issuer, { keeping: false });
    assert.equal(round.trustList, true, 'within seconds, not minutes');
    door = await fetches(door);
    assert.equal(await verdict(door, shown()), 'V6 key-distrusted');
    const renewed = await aCard();
    await publishes();
    door = await fetches(door);
    assert.equal(await verdict(door, renewed()), 'V1 valid');
    const anchor = await publishedAnchor();
    const checked = await thirtyLines(anchor, renewed());
    assert.equal(checked.code, 0, checked.err);
    assert.notEqual((await thirtyLines(inFolder('neo-1/anchor.pem'), renewed())).code, 0);
    // The chain as OpenSSL walks it, from the header of the card.
    const { x5c } = JSON.parse(Buffer.from(renewed().split('.')[0]!, 'base64url').toString()) as { x5c: string[] };
    assert.equal(x5c.length, 2);
    for (const [at, der] of x5c.entries()) {
      writeFileSync(inFolder(`x5c-${at}.der`), Buffer.from(der, 'base64'));
      writeFileSync(inFolder(`x5c-${at}.pem`), openssl('x509', '-inform', 'DER', '-in', inFolder(`x5c-${at}.der`)));
    }
    const path = ['verify', '-x509_strict', '-CAfile', anchor, '-untrusted', inFolder('x5c-1.pem'), inFolder('x5c-0.pem')];
    assert.match(openssl(...path), /OK/);

    // A question of a door stands under the same chain; the key for questions turned over by itself.
    await publishes();
    const question = await askPhone('Cổng chính', {
      crypto: globalThis.crypto,
      fetch: (path, how) => fetch(`${here.url}${path}`, how),
      pause: async () => {},
      monotonicMs: () => 0,
    });
    assert.ok('link' in question);
    const asked = await (await fetch(new URL(question.link).searchParams.get('request_uri')!)).text();
    const chain = (JSON.parse(Buffer.from(asked.split('.')[0]!, 'base64url').toString()) as { x5c: string[] }).x5c;
    assert.deepEqual([chain.length, chain[1]], [2, x5c[1]]);

    // And with what was revoked: nothing yet; then the key of this card too, which readers of certificates hear of as doors do.
    await does({ deed: 'revocations', file: revokes('neo-2', null, 5) });
    await publishes();
    const [leaf, above] = [inFolder('x5c-0.pem'), inFolder('x5c-1.pem')];
    const walk = async (): Promise<string> => {
      const lists = [await revocationsFor(leaf), await revocationsFor(above)].flatMap((list) => ['-CRLfile', list]);
      return openssl('verify', '-x509_strict', '-crl_check_all', ...lists, '-CAfile', anchor, '-untrusted', above, leaf);
    };
    assert.match(await walk(), /OK/);
    const now = (await run(null)).keys.find((key) => key.use === 'card' && key.state === 'active')!.kid;
    await does({ deed: 'distrust', kid: now, because: 'thử' });
    await publishRound(here.issuer, { keeping: false });
    assert.match(await walk(), /certificate revoked/);
    for (const name of ['0123456789abcdef.crl', 'trust-list', '../trust-list', 'x'])
      assert.equal((await fetch(`${here.url}/card/crl/${encodeURIComponent(name)}`)).status, 404, name);

    // Each change stands in the log.
    const acts = await here.office.owner.transaction(null, (tx) =>
      tx.query<{ n: number }>(`select count(*)::int as n from audit_event where act = 'card.keys-changed'`),
    );
    assert.equal(acts[0]!.n, 14);
  },
);

test('a key is turned over before its year on request, and an announcement can be taken back', async () => {
  const use = (keys: readonly Listed[], of: string): string[] => keys.filter((key) => key.use === of).map((key) => key.state);
  await does({ deed: 'rotate', use: 'card' });
  await does({ deed: 'rotate', use: 'door' });
  const list = await run({ deed: 'rotate', use: 'list' });
  assert.equal(list.exit, 1);
  assert.match(list.refused.join(' '), /E-CARD-KEY-BY-CEREMONY/);
  assert.equal(await here.issuer.signer.tend(), true);
  assert.deepEqual(use((await run(null)).keys, 'card').slice(0, 2), ['active', 'next']);
  assert.deepEqual(
    use((await run(null)).keys, 'door').filter((state) => state !== 'retired'),
    ['active', 'next'],
  );
  anAnchor('neo-3');
  const listed = await does({ deed: 'announce', file: inFolder('neo-3/anchor.pem') });
  const next = listed.find((key) => key.use === 'anchor' && key.state === 'next')!;
  await publishes();
  const told = await fetches(NEW_DOOR);
  assert.equal(told.kept!.nextAnchors?.length, 1);
  await does({ deed: 'withdraw', kid: next.kid, because: 'neo chưa dùng đã mất' });
  await publishes();
  assert.equal((await fetches(told)).kept!.nextAnchors, undefined);
  writeFileSync(inFolder('khong-phai.pem'), 'không phải chứng thư');
  assert.deepEqual((await run({ deed: 'announce', file: inFolder('khong-phai.pem') })).refused, ['E-CARD-CERTIFICATE-UNFIT']);
});

test('what is wrong on the machine apart is told as a problem, and nothing is written over', async () => {
  const said = (
    work: (io: { print: () => void; sayProblems: (problems: readonly { readonly code: string }[]) => void }) => number,
  ): readonly string[] => {
    const codes: string[] = [];
    assert.equal(work({ print: () => undefined, sayProblems: (problems) => void codes.push(...problems.map(({ code }) => code)) }), 1);
    return codes;
  };
  writeFileSync(inFolder('rong'), '\n');
  writeFileSync(inFolder('cau-khac'), 'một câu khác\n');
  anAnchor('neo-4');
  const make = { org: 'Cơ quan thử', days: 7_300 };
  assert.deepEqual(
    said((io) => runAnchorNew({ ...make, out: inFolder('neo-5'), passphrase: inFolder('rong') }, io)),
    ['E-PASSPHRASE-EMPTY'],
  );
  await does({ deed: 'request', out: inFolder('xin-4') });
  const certify = {
    request: inFolder('xin-4'),
    key: inFolder('neo-4/anchor.key'),
    anchor: inFolder('neo-4/anchor.pem'),
    out: inFolder('xin-4.pem'),
    passphrase: inFolder('cau-mat-khau'),
    days: 800,
    site: null,
  };
  for (const wrong of [
    { passphrase: inFolder('cau-khac') },
    { passphrase: null },
    { key: inFolder('neo-4/anchor.pem') },
    { anchor: inFolder('neo-4/anchor.key') },
    { request: inFolder('rong') },
  ])
    assert.deepEqual(
      said((io) => runAnchorCertify({ ...certify, ...wrong }, io)),
      ['E-CARD-REQUEST-UNFIT'],
      Object.keys(wrong).join(),
    );
  assert.equal(runAnchorCertify(certify, silent, ago(1)), 0);
  assert.throws(() => runAnchorCertify(certify, silent, ago(1)), { code: 'EEXIST' });
  assert.throws(() => runAnchorNew({ ...make, out: inFolder('neo-4'), passphrase: null }, silent), { code: 'EEXIST' });
});

test('what the machine of the anchor makes, as it is typed', { skip: hasTools ? false : 'no python3 or openssl here' }, async () => {
  const typed = (...words: readonly string[]) => congvu(['card', 'anchor', ...words]);
  const made = await typed('new', '--org', 'Cơ quan thử', '--out', inFolder('neo-6'));
  assert.equal(made.exit, 0, made.err);
  const pair = ['--key', inFolder('neo-6/anchor.key'), '--anchor', inFolder('neo-6/anchor.pem')];
  const listed = await typed('revoke', ...pair, '--out', inFolder('neo-6.crl'), '--days', '30');
  assert.equal(listed.exit, 0, listed.err);
  assert.notEqual(openssl('crl', '-in', inFolder('neo-6.crl'), '-noout', '-CAfile', inFolder('neo-6/anchor.pem')).slice(0, 6), 'failed');
  assert.match(openssl('crl', '-in', inFolder('neo-6.crl'), '-noout', '-text'), /No Revoked Certificates/);
  for (const wrong of [
    ['revoke', ...pair],
    ['revoke', '--out', inFolder('x.crl')],
    ['revocations'],
    ['certify', 'xin-1', ...pair, '--out', 'x', '--site', 'congvu.example'],
  ])
    assert.equal((await typed(...wrong)).exit, 64, wrong.join(' '));
});
