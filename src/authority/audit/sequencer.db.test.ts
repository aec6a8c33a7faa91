/** The sequencer: every committed event gets exactly one place, whoever dies when. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLog } from './log-for-tests.ts';

test('acts get dense places and a signed head, and the verifier agrees', async () => {
  const log = await aLog();
  try {
    await log.acts(3);
    await log.acts(300);
    assert.equal(await log.sequence(), 303);
    await log.acts(10);
    assert.equal(await log.sequence(), 10);
    assert.equal(await log.sequence(), 0);
    const report = await log.verify();
    assert.deepEqual(report.findings, []);
    assert.equal(report.size, 313);
    assert.equal(report.signedSize, 313);
    assert.equal(report.checkpoints, 2);
    assert.equal(report.waiting, 0);
  } finally {
    await log.close();
  }
});
