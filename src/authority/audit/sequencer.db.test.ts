/** The sequencer: every committed event gets exactly one place, whoever dies when. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTasks } from '#base/jobs/worker.ts';
import { openLog } from '#base/log.ts';
import { verifierKey } from './checkpoint.ts';
import { aLog, BODY, ORIGIN, PERSON } from './log-for-tests.ts';
import type { LogForTests } from './log-for-tests.ts';
import { publishHead } from './publish.ts';
import type { KillPoint } from './publish.ts';
import { recordAct } from './record.ts';
import { sequenceOnce, sequencerTask, takeTerm } from './sequencer.ts';
import { moveState, readState } from './store.ts';
import { append, leafHash } from './merkle-tree.ts';
import { LOG } from './shapes.ts';

async function withLog(work: (log: LogForTests) => Promise<void>): Promise<void> {
  const log = await aLog();
  try {
    await work(log);
  } finally {
    await log.close();
  }
}

const untilAllTaken = async (log: LogForTests, events: number): Promise<void> => {
  for (let tries = 0; tries < 300; tries++) {
    const [row] = await log.rows<{ n: number }>('select count(*)::int as n from audit_leaf');
    const [head] = await log.rows<{ size: number }>('select coalesce(max(size), 0) as size from audit_checkpoint');
    if (row!.n === events && head!.size === events) return;
    await sleep(100);
  }
  throw new Error('the sequencer did not take everything within 30 seconds');
};

test('acts get dense places and a signed head, and the verifier agrees', () =>
  withLog(async (log) => {
    await log.acts(3);
    await log.acts(300);
    assert.equal(await log.sequence(), 303);
    await log.acts(10);
    assert.equal(await log.sequence(), 10);
    assert.equal(await log.sequence(), 0);
    const report = await log.verify();
    assert.deepEqual(report.findings, []);
    assert.deepEqual([report.size, report.signedSize, report.waiting], [313, 313, 0]);
  }));

test('an empty log verifies', () =>
  withLog(async (log) => {
    assert.equal(await log.sequence(), 0);
    const report = await log.verify();
    assert.deepEqual([report.ok, report.size, report.checkpoints], [true, 0, 0]);
  }));

test('an act that began early and committed late is not skipped', () =>
  withLog(async (log) => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    let began = (): void => undefined;
    const hasBegun = new Promise<void>((done) => {
      began = done;
    });
    const late = log.db.transaction(log.system, async (tx) => {
      await recordAct(tx, log.needs, { act: 'item.confirmed', purpose: 'CONFIRM', bodyId: BODY, objectId: PERSON, revision: 777 });
      began();
      await held;
    });
    await hasBegun;
    await log.acts(5); // committed, with a greater number
    const term = await takeTerm(log.publish, log.system);
    assert.equal(await sequenceOnce(log.publish, log.system, term), 0); // nothing is settled above the one that still runs
    letGo();
    await late;
    assert.equal(await log.sequence(), 6);
    const [first] = await log.rows<{ revision: number }>(
      'select e.revision from audit_leaf l join audit_event e using (event_id, at) where leaf_index = 0',
    );
    assert.equal(first!.revision, 777);
    assert.deepEqual((await log.verify()).findings, []);
  }));

test('an act that was rolled back leaves no gap', () =>
  withLog(async (log) => {
    await log.acts(2);
    await assert.rejects(
      log.db.transaction(log.system, async (tx) => {
        await recordAct(tx, log.needs, { act: 'item.confirmed', purpose: 'CONFIRM', bodyId: BODY, objectId: PERSON });
        throw new Error('no');
      }),
    );
    await log.acts(2);
    assert.equal(await log.sequence(), 4);
    assert.deepEqual((await log.verify()).findings, []);
  }));

test('who works under an older term writes nothing more', () =>
  withLog(async (log) => {
    await log.acts(5);
    const older = await takeTerm(log.publish, log.system);
    const newer = await takeTerm(log.publish, log.system);
    assert.equal(await sequenceOnce(log.publish, log.system, older), null);
    assert.equal((await log.rows('select 1 from audit_leaf')).length, 0);
    assert.ok((await sequenceOnce(log.publish, log.system, newer))! >= 0);
    const published = await publishHead(log.publish, log.system, older);
    assert.equal(published.ok ? '' : published.problems[0]!.code, 'E-AUDIT-FENCED');
    assert.equal((await log.rows('select 1 from audit_checkpoint')).length, 0);
  }));

test('a term that is taken between the look at the state and its move leaves the state where it was', () =>
  withLog(async (log) => {
    await log.acts(5);
    const seen = await log.db.transaction(log.system, (tx) => readState(tx, LOG));
    await takeTerm(log.publish, log.system);
    const to = { frontier: append(seen.frontier, leafHash(new Uint8Array(1))), lastTx: seen.lastTx + 1, lastEvent: seen.lastEvent };
    assert.equal(await log.db.transaction(log.system, (tx) => moveState(tx, LOG, seen, to)), false);
    const now = await log.db.transaction(log.system, (tx) => readState(tx, LOG));
    assert.deepEqual([now.frontier.size, now.lastTx], [seen.frontier.size, seen.lastTx]);
  }));

test('two that fight for the term on every step still make one log', () =>
  withLog(async (log) => {
    await log.acts(400);
    const fight = async (): Promise<void> => {
      for (let round = 0; round < 40; round++) {
        const term = await takeTerm(log.publish, log.system);
        await sequenceOnce(log.publish, log.system, term, 17);
      }
    };
    await Promise.all([fight(), fight()]);
    await log.sequence();
    const report = await log.verify();
    assert.deepEqual(report.findings, []);
    assert.equal(report.size, 400);
  }));

test('of two running sequencers one leads; when it ends the other goes on', () =>
  withLog(async (log) => {
    const troubles: unknown[] = [];
    const start = (): { readonly leads: () => boolean; readonly stop: () => Promise<void> } => {
      const task = sequencerTask({
        ...log.publish,
        session: async () => log.system,
        onTrouble: (trouble) => {
          if (trouble) troubles.push(trouble);
        },
      });
      const { stop } = startTasks([task], { log: openLog('error'), onDatabaseBack: async () => undefined });
      return { leads: () => task.leads(), stop };
    };
    const [one, two] = [start(), start()];
    try {
      await log.acts(50);
      await untilAllTaken(log, 50);
      assert.equal(Number(one.leads()) + Number(two.leads()), 1);
      await (one.leads() ? one : two).stop();
      await log.acts(50);
      await untilAllTaken(log, 100);
    } finally {
      await Promise.all([one.stop(), two.stop()]);
    }
    assert.deepEqual(troubles, []);
    assert.deepEqual((await log.verify()).findings, []);
  }));

/** A process of its own that sequences once and is killed (SIGKILL) at the point. */
const killedAt = (log: LogForTests, point: KillPoint): Promise<void> =>
  new Promise((done, failed) => {
    const program = `
    import { systemClock } from '#base/clock.ts';
    import { openDatabase } from '#base/database/transaction.ts';
    import { filesIn } from '#base/files/folder.ts';
    import { keysOf } from '#base/sealing.ts';
    import { checkpointSigner } from '#authority/audit/checkpoint.ts';
    import { sequenceAll, takeTerm } from '#authority/audit/sequencer.ts';
    const [, url, folder, handle, point] = process.argv;
    const db = openDatabase({ connectionString: url });
    const signer = checkpointSigner(${JSON.stringify(ORIGIN)}, keysOf(new Uint8Array(32).fill(9)).signingKey('audit').privateKey);
    const needs = { db, clock: systemClock, files: filesIn(folder), signer, log: 'act' };
    const term = await takeTerm(needs, handle);
    for (;;) await sequenceAll(needs, handle, term, (at) => { if (at === point) process.kill(process.pid, 'SIGKILL'); });`;
    execFile(
      process.execPath,
      ['--input-type=module', '--eval', program, '--', log.appUrl, log.folder, log.system, point],
      { cwd: join(import.meta.dirname, '../../..'), timeout: 30_000 },
      (error, _out, words) => {
        if (error?.signal === 'SIGKILL' && !error.killed) done();
        else failed(new Error(`not killed at ${point}: ${words}`));
      },
    );
  });

for (const point of ['before-leaves', 'leaves-written', 'tiles-written', 'checkpoint-kept', 'published'] as const)
  test(`killed at "${point}", the next one finishes the work`, () =>
    withLog(async (log) => {
      await log.acts(260);
      await log.sequence();
      await log.acts(300);
      await killedAt(log, point);
      await log.acts(1);
      await log.sequence();
      const report = await log.verify();
      assert.deepEqual(report.findings, []);
      assert.deepEqual([report.size, report.signedSize, report.waiting], [561, 561, 0]);
      assert.match(verifierKey(log.publish.signer.key), /^audit\.test\.example\/act\/1\+/);
    }));

test('the lag is told without a session: seconds that the oldest act waits for a signed head', () =>
  withLog(async (log) => {
    const lag = async (): Promise<number> =>
      (await log.db.transaction(null, (tx) => tx.query<{ s: number }>('select audit_lag_seconds() as s')))[0]!.s;
    assert.equal(await lag(), 0);
    await log.acts(3);
    const [age] = await log.rows<{ s: number }>('select extract(epoch from now() - min(at))::float8 as s from audit_event');
    assert.ok(Math.abs((await lag()) - Math.max(age!.s, 0)) < 5);
    await log.sequence();
    assert.equal(await lag(), 0);
  }));
