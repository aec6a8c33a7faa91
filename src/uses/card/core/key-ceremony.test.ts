/** What is done to the book of keys, and what is refused. The whole ceremony: tests/journeys/card-ceremony.db.test.ts. */
import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemChance } from '#base/chance.ts';
import { stoppedClock } from '#base/clock.ts';
import { createClosedFile } from '#base/closed-file.ts';
import { keysOf } from '#base/sealing.ts';
import { ANCHORS_MAX } from '#standard/card/limits.ts';
import type { Result } from '#base/problem.ts';
import { certificateOf, certificateToSign, pemOf } from './certificate.ts';
import {
  adoptListKey,
  announceAnchor,
  askListKey,
  distrustKey,
  endFormerAnchor,
  listedKeys,
  rotateKey,
  withdrawAnchor,
} from './key-ceremony.ts';
import { bookFile, bookText, derOf, firstBook, kidIn, makeKey, nameOf, readBook, sealedOf, writeBook } from './key-book.ts';
import type { KeyBook } from './key-book.ts';
import { SIGNING_USES } from './key-rotation.ts';
import { sealedStore, signEs256 } from './key-store.ts';
import { publicJwkOf } from './node-crypto.ts';

const AT = '2026-11-30T02:00:00.000Z';
const clock = stoppedClock(AT);
const keys = keysOf(systemChance.bytes(32));
const needs = {
  store: sealedStore({ keys, chance: systemChance }),
  clock,
  chance: systemChance,
  organisation: 'Thử',
  issuerId: 'https://the.example/card',
};
const instant = (hours: number): string => new Date(Date.parse(AT) + hours * 3_600_000).toISOString();

interface Root {
  readonly key: KeyObject;
  readonly pem: string;
}
function aRoot(use: 'root' | 'list' = 'root'): Root {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    key: privateKey,
    pem: signed(use, createPublicKey(privateKey), privateKey, { organisation: 'Neo', common: systemChance.uuid7(0) }),
  };
}
function signed(
  use: 'root' | 'list' | 'card',
  publicKey: KeyObject,
  by: KeyObject,
  issuer: { organisation: string; common: string } | Buffer,
  from = -1,
): string {
  const subject = 'organisation' in issuer ? issuer : nameOf('list', 'Thử');
  const serial = systemChance.bytes(16);
  const times = { notBefore: instant(from), notAfter: instant(10_000) };
  const toBeSigned = certificateToSign({
    use,
    issuerId: needs.issuerId,
    subject,
    issuer,
    publicKey,
    issuerKey: createPublicKey(by),
    serial,
    ...times,
  });
  return pemOf(certificateOf(toBeSigned, signEs256(by, toBeSigned)));
}
/** The anchor's answer to what the book asks. */
function answered(
  book: KeyBook,
  root: Root,
  { from = -1, use = 'list' as 'list' | 'card', key = undefined as KeyObject | undefined } = {},
): string {
  const asked = needs.store.open(book.asked!.label, sealedOf(book.asked!)).publicKey;
  return signed(use, key ?? asked, root.key, new X509Certificate(root.pem).raw, from);
}
const published = (...roots: readonly Root[]): string => {
  const anchors = roots.map(({ pem }) => publicJwkOf(new X509Certificate(pem).publicKey));
  return `${Buffer.from('{}').toString('base64url')}.${Buffer.from(JSON.stringify({ next_anchors: anchors })).toString('base64url')}.${'A'.repeat(86)}`;
};
function done(result: Result<KeyBook>): KeyBook {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problems));
  return result.value;
}
const refusal = (result: Result<KeyBook>): string => (result.ok ? 'done' : `${result.problems[0]!.code} ${result.problems[0]!.title.en}`);
const states = (book: KeyBook): string[] =>
  listedKeys(book).map(({ use, state, chain }) => `${use} ${state}${chain.length > 0 ? ' under' : ''}`);

test('from the anchor of an installation to one that is kept apart: states, and the private keys that go', () => {
  const first = firstBook(needs);
  assert.deepEqual(states(first), ['anchor active', 'card active', 'status active', 'door active']);
  const root = aRoot();
  let book = done(announceAnchor(first, root.pem, AT));
  assert.equal(done(announceAnchor(book, root.pem, AT)), book, 'twice is once');
  book = askListKey(book, needs).book;
  book = done(adoptListKey(book, answered(book, root), published(root), needs));
  assert.deepEqual(states(book), ['anchor active', 'anchor retired', 'card active', 'status active', 'door active', 'list active']);
  assert.equal(book.asked, undefined);
  book = done(endFormerAnchor(book));
  assert.deepEqual(states(book), ['anchor active', 'card active', 'status active', 'door active', 'list active']);
  assert.equal(book.handover, undefined);
  assert.match(refusal(endFormerAnchor(book)), /E-CARD-KEY-UNKNOWN/);
  // Keys of then stand under the anchor of then; those made from now on stand under the key for the trust list.
  const turned = done(distrustKey(book, kidIn(book.keys[0]!), 'thử', needs));
  assert.deepEqual(states(turned), [
    'anchor active',
    'status active',
    'door active',
    'list active',
    'card active under',
    'card distrusted',
  ]);
  const leaf = new X509Certificate(derOf(turned.keys.at(-1)!.certificate));
  const above = new X509Certificate(derOf(turned.keys.find(({ use }) => use === 'list')!.certificate));
  assert.ok(leaf.checkIssued(above) && leaf.verify(above.publicKey) && above.verify(new X509Certificate(root.pem).publicKey));
  assert.ok(leaf.validToDate <= above.validToDate);
});

test('a certificate that is not what was asked for changes nothing', () => {
  const [root, other] = [aRoot(), aRoot()];
  const first = done(announceAnchor(firstBook(needs), root.pem, AT));
  assert.match(refusal(adoptListKey(first, root.pem, published(root), needs)), /E-CARD-LIST-KEY-UNASKED/);
  const book = askListKey(first, needs).book;
  const stolen = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
  for (const [pem, why] of [
    ['nothing', /no X\.509 certificate/],
    [answered(book, root, { key: stolen }), /not for the key that was asked for/],
    [answered(book, other), /no anchor that is used or announced here/],
    [answered(book, root, { use: 'card' }), /may not sign certificates/],
    [answered(book, root, { from: 1 }), /does not hold yet/],
  ] as const)
    assert.match(refusal(adoptListKey(book, pem, published(root), needs)), why);
  for (const list of [null, published(), published(other), 'nothing'])
    assert.match(refusal(adoptListKey(book, answered(book, root), list, needs)), /E-CARD-ANCHOR-UNANNOUNCED/);
  const adopted = done(adoptListKey(book, answered(book, root), published(root), needs));
  const again = askListKey(adopted, needs).book;
  assert.match(refusal(adoptListKey(again, answered(again, root), null, needs)), /does not begin later/);
  const followed = done(adoptListKey(again, answered(again, root, { from: -0.5 }), null, needs));
  const former = followed.keys.find(({ use, state }) => use === 'list' && state === 'retired')!;
  assert.equal(sealedOf(former), null, 'its private key is gone, its certificate stands');
});

test('who is no anchor is announced to nobody', () => {
  const book = firstBook(needs);
  const leaf = aRoot();
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  for (const [pem, why] of [
    ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', /no X\.509 certificate/],
    [signed('card', publicKey, leaf.key, new X509Certificate(leaf.pem).raw), /may not sign certificates/],
    [signed('list', publicKey, leaf.key, new X509Certificate(leaf.pem).raw), /signs its own certificate/],
  ] as const)
    assert.match(refusal(announceAnchor(book, pem, AT)), why);
});

test('a distrusted key that signed is followed at once, by the next where there is one; one that did not leaves the others alone', () => {
  const book = firstBook(needs);
  const [, card] = book.keys;
  const gone = done(distrustKey(book, kidIn(card!), 'bị lộ', needs));
  const now = gone.keys.filter(({ use }) => use === 'card');
  assert.deepEqual(
    now.map(({ state }) => state),
    ['active'],
  );
  assert.notEqual(kidIn(now[0]!), kidIn(card!));
  assert.deepEqual(
    gone.distrusted!.map(({ kid, because }) => [kid, because]),
    [[kidIn(card!), 'bị lộ']],
  );
  const next = { ...now[0]!, state: 'next' as const, label: 'next' };
  const withNext = { ...book, keys: [...book.keys, next] };
  assert.deepEqual(
    done(distrustKey(withNext, kidIn(card!), 'x', needs))
      .keys.filter(({ use }) => use === 'card')
      .map(kidIn),
    [kidIn(next)],
  );
  assert.match(refusal(distrustKey(book, kidIn(book.keys[0]!), 'x', needs)), /E-CARD-KEY-BY-CEREMONY/);
  assert.match(refusal(distrustKey(book, 'AAAAAAAAAAA', 'x', needs)), /E-CARD-KEY-UNKNOWN/);
  for (const use of SIGNING_USES)
    assert.deepEqual(
      done(rotateKey(book, use))
        .keys.filter(({ turnOver }) => turnOver)
        .map((one) => [one.use, one.state]),
      [[use, 'active']],
    );
  for (const use of ['list', 'anchor'] as const) assert.match(refusal(rotateKey(book, use)), /E-CARD-KEY-BY-CEREMONY/);
});

test('no private key stands in the book', () => {
  const { book } = askListKey(firstBook(needs), needs);
  assert.doesNotMatch(bookText(book), /PRIVATE|"d"/);
  assert.throws(() => createPrivateKey({ key: derOf(book.asked!.sealed!), format: 'der', type: 'pkcs8' }));
});

test('the key for questions stands under whoever signs certificates, with its chain', () => {
  const root = aRoot();
  let book = askListKey(done(announceAnchor(firstBook(needs), root.pem, AT)), needs).book;
  book = done(adoptListKey(book, answered(book, root), published(root), needs));
  book = { ...book, keys: [...book.keys, makeKey('door', 'next', book, needs)] };
  assert.deepEqual(
    states(book).filter((one) => one.startsWith('door')),
    ['door active', 'door next under'],
  );
});

test('keys for questions stand apart in the file, for a server of the release before reads the others alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'congvu-key-book-'));
  const book = firstBook(needs);
  createClosedFile(bookFile(folder), bookText(book));
  const written = JSON.parse(readFileSync(bookFile(folder), 'utf8')) as { keys: { use: string }[]; asking: { use: string }[] };
  assert.deepEqual(
    [written.keys, written.asking].map((keys) => keys.map(({ use }) => use)),
    [['anchor', 'card', 'status'], ['door']],
  );
  assert.deepEqual(readBook(folder), book);
  // One who made a book of what is no longer there would take back what another process did.
  const turned = done(rotateKey(book, 'card'));
  writeBook(folder, turned, book);
  assert.throws(() => writeBook(folder, done(rotateKey(book, 'status')), book), /changed meanwhile/);
  assert.deepEqual(readBook(folder), turned);
  rmSync(folder, { recursive: true });
});

test('as many anchors are announced as doors read, and no more', () => {
  let book = firstBook(needs);
  for (let n = 0; n < ANCHORS_MAX; n += 1) book = done(announceAnchor(book, aRoot().pem, AT));
  assert.match(refusal(announceAnchor(book, aRoot().pem, AT)), /E-CARD-CERTIFICATE-UNFIT/);
  const [one] = book.anchors!;
  assert.ok(announceAnchor(done(withdrawAnchor(book, kidIn(one!))), aRoot().pem, AT).ok);
});
