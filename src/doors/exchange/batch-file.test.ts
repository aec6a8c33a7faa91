import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { batchOfFile, fileOfBatch } from './batch-file.ts';
import { AT, MEANS, aBatch, aChange } from './protocol/changes-for-tests.ts';
import { centreStep, enrolledSource } from './protocol/centre-step.ts';

const { privateKey, publicKey } = generateKeyPairSync('x25519');
const SENT = aBatch([aChange(1), aChange(2)]);

test('a batch travels as a file: the very manifest, signature and lines, and the same receipt as over the line', async () => {
  const file = await fileOfBatch(SENT, publicKey, 'tep-1');
  assert.ok(!file.includes('Lan'), 'nobody on the way reads it');
  const read = await batchOfFile(`${file}\n`, privateKey);
  assert.ok(read.ok);
  assert.deepEqual(read.value, SENT);
  const receipt = (batch: typeof SENT) =>
    centreStep(enrolledSource('H26'), { kind: 'offered', batch, held: null, queued: 0, at: AT }, MEANS).effects.at(-1);
  assert.deepEqual(receipt(read.value), receipt(SENT));
});

test('another key, a byte that was changed, another content or no file at all is refused by its code', async () => {
  const file = await fileOfBatch(SENT, publicKey, 'tep-1');
  const parts = file.split('.');
  const changed = parts.with(3, `${parts[3]!.startsWith('A') ? 'B' : 'A'}${parts[3]!.slice(1)}`).join('.');
  const otherKey = await fileOfBatch(SENT, generateKeyPairSync('x25519').publicKey, 'tep-1');
  const notABatch = await fileOfBatch({ ...SENT, lines: 7 as never }, publicKey, 'tep-1');
  for (const wrong of [changed, otherKey, notABatch, '', 'x', 'a.b.c.d.e']) {
    const read = await batchOfFile(wrong, privateKey);
    assert.deepEqual(read.ok ? 'ok' : read.problems.map(({ code }) => code), ['E-EXCHANGE-FILE']);
  }
});
