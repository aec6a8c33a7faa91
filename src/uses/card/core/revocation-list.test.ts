/** What was revoked, for those who read certificates alone: read by OpenSSL, which refuses a chain by it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { systemChance } from '#base/chance.ts';
import { stoppedClock } from '#base/clock.ts';
import { keysOf } from '#base/sealing.ts';
import { makeAnchor, listRevoked } from '#uses/card/anchor-apart.ts';
import { sampleIssuer } from './card-for-tests.ts';
import { certificateOf, maySignRevocations, pemOf } from './certificate.ts';
import { readBook, writeBook, revocationsName } from './key-book.ts';
import type { KeyBook } from './key-book.ts';
import { distrustKey, takeRevocations } from './key-ceremony.ts';
import { sealedStore } from './key-store.ts';
import { readRevocations, revocationsPem, revocationsToSign } from './revocation-list.ts';

const AT = '2026-11-27T02:10:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'congvu-crl-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const OPENSSL = 'openssl';
const hasOpenssl = spawnSync(OPENSSL, ['version']).status === 0;
function openssl(...given: string[]): string {
  const { stdout, stderr } = spawnSync(OPENSSL, given, { encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

test(
  'a key that is distrusted is refused by OpenSSL with the list of its authority; the next one is good',
  { skip: hasOpenssl ? false : 'no openssl here' },
  async () => {
    const issuer = sampleIssuer(AT);
    const keys = await issuer.signer.keys();
    const of = (use: string) => keys.find((key) => key.use === use)!;
    const anchor = file('anchor.pem', pemOf(of('anchor').certDer));
    const listed = async (number: number): Promise<string> => {
      const [one, ...more] = await issuer.signer.revocations(number);
      assert.deepEqual([one!.name, more.length], [revocationsName(of('anchor').certDer), 0]);
      return file('all.crl', one!.list);
    };
    // By the clock of the certificates, whatever this machine's says.
    const at = ['-attime', String(Date.parse(AT) / 1000), '-x509_strict', '-crl_check', '-CAfile', anchor, '-CRLfile'];
    const verifies = (list: string, leaf: string): string => openssl('verify', ...at, list, leaf);
    const card = file('card.pem', pemOf(of('card').certDer));
    const empty = await listed(7);
    assert.match(
      openssl('crl', '-inform', 'DER', '-in', empty, '-noout', '-text'),
      /Signature Algorithm: ecdsa-with-SHA256[\s\S]*X509v3 CRL Number: *\n *(7|0x07)[\s\S]*No Revoked Certificates/,
    );
    assert.match(openssl('crl', '-inform', 'DER', '-in', empty, '-noout', '-CAfile', anchor), /verify OK/);
    assert.match(verifies(empty, card), /OK/);
    // Where it stands is said by each certificate under this authority.
    for (const use of ['card', 'status', 'door'])
      assert.match(
        openssl('x509', '-inform', 'DER', '-in', file('one.der', of(use).certDer), '-noout', '-ext', 'crlDistributionPoints'),
        new RegExp(`URI:https://the\\.example/card/crl/${revocationsName(of('anchor').certDer)}\\.crl`),
      );
    assert.equal(
      new X509Certificate(of('anchor').certDer).fingerprint256.replaceAll(':', '').slice(0, 16).toLowerCase(),
      revocationsName(of('anchor').certDer),
    );

    const book = readBook(issuer.folder)!;
    const store = sealedStore({ keys: keysOf(systemChance.bytes(32)), chance: systemChance });
    // The next key stands in the book already: none has to be made, and no master key is needed.
    const withNext: KeyBook = {
      ...book,
      keys: book.keys.flatMap((one) =>
        one.use === 'card' ? [one, { ...one, label: 'next', state: 'next' as const, certificate: '' }] : [one],
      ),
    };
    const after = distrustKey(withNext, of('card').kid, 'thử', {
      store,
      clock: issuer.clock,
      chance: systemChance,
      organisation: 'Thử',
      issuerId: 'https://the.example/card',
    });
    assert.ok(after.ok);
    writeBook(issuer.folder, { ...book, distrusted: after.value.distrusted! }, book);
    const revoked = await listed(8);
    assert.match(verifies(revoked, card), /certificate revoked/);
    assert.match(verifies(revoked, file('status.pem', pemOf(of('status').certDer))), /OK/);
    assert.match(openssl('crl', '-inform', 'DER', '-in', revoked, '-noout', '-text'), /Key Compromise/);
  },
);

test('an anchor of before may sign no such list, and its certificates name none', () => {
  const issuer = sampleIssuer(AT);
  const { certificate } = readBook(issuer.folder)!.keys[0]!;
  const der = Buffer.from(certificate, 'base64');
  assert.equal(maySignRevocations(der), true);
  // As installations made it: digitalSignature and keyCertSign.
  const before = Buffer.from(der.toString('hex').replace('0603551d0f0101ff040403020186', '0603551d0f0101ff040403020284'), 'hex');
  assert.notDeepEqual(before, der);
  assert.equal(maySignRevocations(before), false);
});

const clockAt = (at: string) => stoppedClock(at);
const anchorOf = (): ReturnType<typeof makeAnchor> =>
  makeAnchor({ organisation: 'Cơ quan thử', passphrase: null, days: 7_300 }, { clock: clockAt(AT), chance: systemChance });
const bookWith = (certificate: string): KeyBook => ({
  keys: [],
  anchors: [{ certificate: new X509Certificate(certificate).raw.toString('base64'), state: 'active', since: AT }],
});

test('what an anchor kept apart has revoked is taken from its own hand alone, and never an older list', () => {
  const [anchor, stranger] = [anchorOf(), anchorOf()];
  const made = (by: typeof anchor, at: string, days = 400): string => {
    const listed = listRevoked({ key: by.key, anchor: by.certificate, passphrase: null, revoked: [], days }, { clock: clockAt(at) });
    assert.ok(listed.ok);
    return listed.value;
  };
  const take = (book: KeyBook, pem: string): string => {
    const taken = takeRevocations(book, pem, AT);
    return taken.ok ? 'taken' : taken.problems[0]!.title.en;
  };
  const book = bookWith(anchor.certificate);
  const first = made(anchor, AT);
  const taken = takeRevocations(book, first, AT);
  assert.ok(taken.ok);
  assert.equal(taken.value.anchors![0]!.revocations, first);
  for (const [what, pem, why] of [
    ['a stranger’s', made(stranger, AT), /no list of revoked/],
    ['no list', anchor.certificate, /no list of revoked/],
    ['nothing', '', /no list of revoked/],
    ['one of a clock that is a year ahead', made(anchor, '2027-11-27T02:10:00.000Z'), /does not hold yet, or no longer/],
    ['one that is over', made(anchor, '2026-11-01T00:00:00.000Z', 3), /does not hold yet, or no longer/],
    ['one that was changed', first.replace(/[A-Za-z](?=[^\n]*\n-----END)/, (sign) => (sign === 'A' ? 'B' : 'A')), /no list of revoked/],
  ] as const)
    assert.match(take(book, pem), why, what);
  assert.match(take(taken.value, first), /not newer/);
  assert.equal(take(taken.value, made(anchor, '2026-11-27T02:10:01.000Z')), 'taken');
  const other = listRevoked(
    { key: anchor.key, anchor: stranger.certificate, passphrase: null, revoked: [], days: 1 },
    { clock: clockAt(AT) },
  );
  assert.ok(!other.ok && /anchor\.pem/.test(other.problems[0]!.title.en));
  const foreign = listRevoked(
    {
      key: anchor.key,
      anchor: anchor.certificate,
      passphrase: null,
      revoked: [{ file: 'la.pem', certificate: stranger.certificate }],
      days: 1,
    },
    { clock: clockAt(AT) },
  );
  assert.ok(!foreign.ok && /la\.pem/.test(foreign.problems[0]!.title.en), 'it revokes nobody else’s certificate');
});

test('what is read is what was written, and nothing that is cut', () => {
  const { certificate, key: pem } = anchorOf();
  const listed = listRevoked({ key: pem, anchor: certificate, passphrase: null, revoked: [], days: 400 }, { clock: clockAt(AT) });
  assert.ok(listed.ok);
  const read = readRevocations(listed.value)!;
  assert.deepEqual([read.number, read.nextUpdate, read.serials], [Date.parse(AT) / 1000, '2028-01-01T02:10:00.000Z', []]);
  for (let at = 0; at < read.der.length; at += 3) assert.equal(readRevocations(revocationsPem(read.der.subarray(0, at))), null);
  for (let at = 0; at < read.der.length; at++) {
    const changed = Buffer.from(read.der);
    changed[at]! ^= 0xff;
    readRevocations(revocationsPem(changed)); // read or not, and never a throw
  }
  assert.equal(readRevocations(revocationsPem(Buffer.concat([read.der, Buffer.alloc(1)]))), null);
  const authority = new X509Certificate(certificate);
  const far = revocationsToSign({
    authority: authority.raw,
    authorityKey: authority.publicKey,
    number: 2 ** 40,
    thisUpdate: AT,
    nextUpdate: '2051-01-01T00:00:00.000Z',
    revoked: [],
  });
  const sealed = readRevocations(revocationsPem(certificateOf(far, new Uint8Array(64).fill(1))))!;
  assert.deepEqual([sealed.number, sealed.nextUpdate], [2 ** 40, '2051-01-01T00:00:00.000Z']);
});
