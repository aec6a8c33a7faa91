/** An attestation covers exactly what was shown, by exactly that body's key, and says what it is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { keysOf } from '#base/sealing.ts';
import { bodyKeySigner, verifyAttestation } from './attest.ts';
import type { PresentedContent } from './shapes.ts';

const keys = keysOf(new Uint8Array(32).fill(7));
const at = '2026-11-24T03:00:00.000Z' as Instant;
const attester = { signer: 'p-1', stepUp: { method: 'vneid', level: '2', at }, at };
/** The body's first key is in use. */
const tx = {
  query: async (_text: string, [, bodyId]: readonly string[]) => [{ epoch: 1, kid: keys.signingKey(`body:${bodyId}`).kid }],
} as unknown as Tx;
const publicKey = (body: string) => keys.signingKey(`body:${body}`).publicJwk;
const shown: PresentedContent = {
  v: 1,
  personId: 'n-1',
  submissionId: 's-1',
  bodyId: 'b-1',
  groups: [
    {
      itemId: 'i-1',
      group: 'C',
      compared: 2,
      validFrom: '2026-11-01',
      before: null,
      after: { dienThoaiDiDong: '0912345678' },
      changes: [],
    },
  ],
  match: null,
  problems: [],
  salt: 'c2FsdA',
};

const signed = async (): Promise<string> => (await bodyKeySigner(keys).sign(tx, 'H26', [shown], attester))[0]!;

test('what was shown verifies with the key of the body, whatever the order of its keys', async () => {
  const jws = await signed();
  assert.match(jws, /^[\w-]+\.\.[\w-]+$/, 'detached: nothing of the record stands in it');
  assert.equal(await verifyAttestation(jws, shown, publicKey('H26')), true);
  const otherOrder = Object.fromEntries(Object.entries(shown).reverse()) as unknown as PresentedContent;
  assert.equal(await verifyAttestation(jws, otherOrder, publicKey('H26')), true);
});

test('one letter more, the key of another body, or a cut signature does not', async () => {
  const jws = await signed();
  const changed = { ...shown, groups: [{ ...shown.groups[0]!, after: { dienThoaiDiDong: '0912345679' } }] };
  assert.equal(await verifyAttestation(jws, changed, publicKey('H26')), false);
  assert.equal(await verifyAttestation(jws, shown, publicKey('H27')), false);
  assert.equal(await verifyAttestation(jws.slice(0, -3), shown, publicKey('H26')), false);
});

test('the header names officer, step-up and time, and says that it is not a personal signature', async () => {
  const [head] = (await signed()).split('.');
  const header = JSON.parse(Buffer.from(head!, 'base64url').toString('utf8')) as Record<string, unknown>;
  assert.deepEqual(header['stepUp'], attester.stepUp);
  assert.equal(header['signer'], 'p-1');
  assert.equal(header['alg'], 'EdDSA');
  assert.match(String(header['note']), /not a personal signature/);
});
