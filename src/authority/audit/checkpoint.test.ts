/** Checkpoints: C2SP tlog-checkpoint in a signed note. */
import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkpointSigner, keyIdText, openCheckpoint, signCheckpoint, verifierKey } from './checkpoint.ts';
import { leafHash } from './merkle-tree.ts';

const privateKey = (byte: number) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)]),
    format: 'der',
    type: 'pkcs8',
  });
const ORIGIN = 'audit.example.vn/act/1';
const signer = checkpointSigner(ORIGIN, privateKey(7));
const root = leafHash(Buffer.from('a'));
const note = signCheckpoint({ origin: ORIGIN, size: 70_000, root }, signer);

test('a checkpoint is three lines, a blank line and a signature', () => {
  const lines = note.split('\n');
  assert.deepEqual(lines.slice(0, 4), [ORIGIN, '70000', Buffer.from(root).toString('base64'), '']);
  assert.match(lines[4]!, new RegExp(`^— ${ORIGIN} [A-Za-z0-9+/]{90,91}=?=?$`));
  assert.equal(lines[5], '');
  assert.equal(Buffer.from(lines[4]!.split(' ')[2]!, 'base64').length, 4 + 64);
});

test('the key id is that of the standard', () => {
  // The example of the Go checksum database: name, public key and id as published in its documentation of package note.
  const bytes = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64');
  assert.equal(bytes[0], 1);
  assert.equal(
    verifierKey({ name: 'PeterNeumann', publicKey: bytes.subarray(1) }),
    'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  );
});

test('what was signed opens with its key, and with no other', () => {
  const head = openCheckpoint(note, signer.key);
  assert.equal(head?.size, 70_000);
  assert.deepEqual(Buffer.from(head!.root), Buffer.from(root));
  const other = checkpointSigner(ORIGIN, privateKey(8));
  assert.equal(openCheckpoint(note, other.key), null);
  assert.notEqual(keyIdText(other.key), keyIdText(signer.key));
  assert.equal(openCheckpoint(note, { ...signer.key, name: 'audit.example.vn/act/2' }), null);
});

test('lines of others are passed over; a wrong line of ours refuses the note', () => {
  const [text, line] = [note.slice(0, note.lastIndexOf('\n\n') + 2), note.slice(note.lastIndexOf('\n\n') + 2)];
  const witness = `— witness.example ${Buffer.alloc(76, 3).toString('base64')}\n`;
  assert.ok(openCheckpoint(text + witness + line, signer.key));
  const broken = Buffer.from(line.trim().split(' ')[2]!, 'base64');
  broken[10]! ^= 1;
  assert.equal(openCheckpoint(`${text}${line}— ${ORIGIN} ${broken.toString('base64')}\n`, signer.key), null);
});

test('no changed letter is accepted', () => {
  fc.assert(
    fc.property(fc.nat({ max: note.length - 1 }), fc.constantFrom('A', '1', ' ', '\n', 'x', '—'), (at, letter) => {
      fc.pre(note[at] !== letter);
      assert.equal(openCheckpoint(note.slice(0, at) + letter + note.slice(at + 1), signer.key), null);
    }),
    { numRuns: 2_000, seed: 6962 },
  );
});

test('an origin with a space or a plus is refused before anything is signed', () => {
  for (const origin of ['a b', 'a+b', '', 'a\nb']) assert.throws(() => checkpointSigner(origin, privateKey(7)));
});
