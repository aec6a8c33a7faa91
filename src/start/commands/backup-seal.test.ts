/** A backup's own key, in an envelope that only the offline half opens, and only where this installation made it. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compactDecrypt } from 'jose';
import { systemChance } from '#base/chance.ts';
import { keysOf } from '#base/sealing.ts';
import { envelopeTo, openedEnvelope, openerOf, recipientIn } from './backup-seal.ts';

const place = mkdtempSync(join(tmpdir(), 'congvu-seal-'));
after(() => rmSync(place, { recursive: true, force: true }));
const SALT = Buffer.alloc(32, 7);
const keys = keysOf(Buffer.alloc(32, 1));
const [ours, foreign] = [generateKeyPairSync('x25519'), generateKeyPairSync('x25519')];
const id = Buffer.alloc(16, 9);
const sealed = await envelopeTo(ours.publicKey, { keys, chance: systemChance, id });

test('the offline key opens what was sealed; its public half, another key and another backup do not', async () => {
  const opened = await openedEnvelope(sealed.envelope, ours.privateKey, { keys, id });
  assert.equal(Buffer.from(opened!.open(SALT, 'x', sealed.sealing.seal(SALT, 'x', Buffer.from('hồ sơ')))).toString(), 'hồ sơ');
  assert.equal(await openedEnvelope(sealed.envelope, foreign.privateKey, { keys, id }), null);
  assert.equal(await openedEnvelope(sealed.envelope, ours.privateKey, { keys, id: Buffer.alloc(16, 8) }), null);
  const changed = Buffer.from(sealed.envelope);
  changed[changed.length - 3]! ^= 1;
  assert.equal(await openedEnvelope(changed, ours.privateKey, { keys, id }), null);
});

test('the keys of the server alone do not open it, and a file that somebody else sealed to the same key is none of ours', async () => {
  assert.throws(() => keys.open(SALT, 'x', sealed.sealing.seal(SALT, 'x', Buffer.from('hồ sơ'))));
  const forged = await envelopeTo(ours.publicKey, { keys: keysOf(Buffer.alloc(32, 2)), chance: systemChance, id });
  assert.equal(await openedEnvelope(forged.envelope, ours.privateKey, { keys, id }), null);
});

test('the envelope is a JWE that any library opens', async () => {
  const { protectedHeader, plaintext } = await compactDecrypt(sealed.envelope.toString(), ours.privateKey);
  assert.deepEqual([protectedHeader.alg, protectedHeader.enc, plaintext.length], ['ECDH-ES+A256KW', 'A256GCM', 64]);
});

test('a key file of another kind is told', () => {
  const file = (name: string, pem: string | Buffer): string => {
    writeFileSync(join(place, name), pem);
    return join(place, name);
  };
  const pub = file('ours.pub', ours.publicKey.export({ type: 'spki', format: 'pem' }));
  const pem = file('ours.pem', ours.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  assert.ok(recipientIn({ backupPublicKeyFile: pub }).ok && openerOf(pem).ok);
  const signing = file('signing.pem', generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  for (const wrong of [signing, file('empty', ''), join(place, 'nowhere')]) {
    const read = openerOf(wrong);
    assert.equal(read.ok ? '' : read.problems[0]!.code, 'E-BACKUP-KEY');
  }
  assert.equal(openerOf(pub).ok, false, 'the public half opens nothing');
});
