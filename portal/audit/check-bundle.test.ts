/** The check in the browser says what the command says: the same file, with the browser's hash and signature. */
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { checkBundle, sizeOfHead } from './check-bundle.ts';

const sha256 = (...parts: Uint8Array[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const ORIGIN = 'log.example/act/1';
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
const tagged = Buffer.concat([Buffer.from([1]), raw]);
const keyId = sha256(Buffer.from(`${ORIGIN}\n`), tagged).subarray(0, 4);
const KEY = `${ORIGIN}+${keyId.toString('hex')}+${tagged.toString('base64')}`;

const text = JSON.stringify({ note: 'một việc' });
const salt = Buffer.alloc(32, 7);
const leaf = JSON.stringify({
  act: 'item.confirmed',
  actor: null,
  at: '2026-11-24T03:00:00.000Z',
  event: 'e',
  log: 'act',
  obj: null,
  org: null,
  payload_commit: sha256(salt, Buffer.from(text)).toString('hex'),
  purpose: 'CONFIRM',
  rev: 0,
  role: 'XAC_NHAN',
  v: 1,
});

/** A log of two rows, of which ours is the first. */
function bundle(): Record<string, unknown> {
  const ours = sha256(Buffer.from([0]), Buffer.from(leaf));
  const other = sha256(Buffer.from([0]), Buffer.from('{}'));
  const head = `${ORIGIN}\n2\n${sha256(Buffer.from([1]), ours, other).toString('base64')}\n`;
  const signature = Buffer.concat([keyId, sign(null, Buffer.from(head), privateKey)]).toString('base64');
  return {
    format: 'congvu-audit-bundle/1',
    origin: ORIGIN,
    keyId: keyId.toString('hex'),
    index: 0,
    leaf,
    inclusion: [other.toString('base64')],
    checkpoint: `${head}\n— ${ORIGIN} ${signature}\n`,
    older: null,
    payload: { salt: salt.toString('base64'), text },
  };
}
const outcome = (changed: object, key = KEY): string => checkBundle(JSON.stringify({ ...bundle(), ...changed }), key, '').outcome;

test('a proof is proven, and says what by', () => {
  const { outcome: is, lines } = checkBundle(JSON.stringify(bundle()), KEY, '');
  assert.equal(is, 'proven');
  assert.equal(lines.length, 3, 'signature, place, content');
  assert.equal(sizeOfHead(JSON.stringify(bundle())), 2);
});

test('one changed letter is forged; another key, another place and another content too', () => {
  assert.equal(outcome({ leaf: leaf.replace('confirmed', 'returned') }), 'forged');
  assert.equal(outcome({ index: 1 }), 'forged');
  assert.equal(outcome({ payload: { salt: salt.toString('base64'), text: '{}' } }), 'forged');
  const note = bundle()['checkpoint'] as string;
  assert.equal(outcome({ checkpoint: note.replace('\n2\n', '\n3\n') }), 'forged');
  const unsigned = Buffer.concat([keyId, Buffer.alloc(64, 1)]).toString('base64');
  assert.equal(outcome({ checkpoint: note.replace(/ [A-Za-z0-9+/=]+\n$/, ` ${unsigned}\n`) }), 'forged', 'nobody’s signature');
});

test('what is missing or no bundle is called incomplete', () => {
  assert.equal(checkBundle('{"format":', KEY, '').outcome, 'incomplete');
  assert.equal(outcome({ payload: 1 }), 'incomplete');
  assert.equal(outcome({}, 'no key'), 'incomplete');
  assert.equal(checkBundle(JSON.stringify(bundle()), KEY, bundle()['checkpoint'] as string).outcome, 'incomplete');
});
