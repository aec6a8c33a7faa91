/** A log that stands still stops what binds somebody; and no event can be taken out before it has its place. Decision 0068. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tx } from '#base/database/transaction.ts';
import { BODY, PERSON, aLog } from './log-for-tests.ts';
import type { LogForTests } from './log-for-tests.ts';
import { recordAct, recordRead } from './record.ts';
import { sequenceAll, takeTerm } from './sequencer.ts';
import type { ActEntry } from './shapes.ts';
import { LogStandsStill, binds } from './standstill.ts';

async function withLog(work: (log: LogForTests) => Promise<void>): Promise<void> {
  const log = await aLog();
  try {
    await work(log);
  } finally {
    await log.close();
  }
}

const entry: ActEntry = { act: 'item.confirmed', purpose: 'CONFIRM', bodyId: BODY, objectId: PERSON };
const act = (log: LogForTests, more: Partial<ActEntry> = {}): Promise<void> =>
  log.db.transaction(log.system, (tx) => recordAct(tx, log.needs, { ...entry, ...more }));
const read = (log: LogForTests): Promise<void> =>
  log.db.transaction(log.system, (tx) =>
    recordRead(tx, log.needs, { act: 'record.read', purpose: 'CONSULT', bodyId: BODY, objectId: PERSON }),
  );
const events = async (log: LogForTests): Promise<number> => (await log.rows('select 1 from audit_event')).length;
/** The sequencer has said nothing for so long. */
const stoppedFor = (log: LogForTests, minutes: number): Promise<void> =>
  log.tamper('update audit_state set complete_until = now() - make_interval(mins => $1)', [minutes]);

test('beyond the limit what binds is refused with nothing written, all else goes on, and so do legal acts once the log is signed again', () =>
  withLog(async (log) => {
    await log.acts(1);
    await log.sequence();
    await read(log); // an event waits now
    await stoppedFor(log, 9);
    await act(log);

    await stoppedFor(log, 11);
    const before = await events(log);
    for (const bound of [
      {},
      { act: 'grant.changed' },
      { act: 'card.issued' },
      { act: 'export.asked' },
      { act: 'submission.submitted' },
    ] as const)
      await assert.rejects(
        act(log, bound),
        (error) => error instanceof LogStandsStill && error.problem.code === 'E-LOG-STANDS-STILL' && /11 phút/.test(error.problem.title.vi),
      );
    assert.equal(await events(log), before);

    await read(log);
    await act(log, { act: 'submission.received' });
    await act(log, { act: 'grant.changed', protects: true });
    await act(log, { act: 'grant.changed', purpose: 'OPERATE' });
    await act(log, { act: 'backup.restored', purpose: 'OPERATE' });
    assert.equal(await events(log), before + 5);

    await log.sequence();
    await act(log);
    assert.deepEqual((await log.verify()).findings, []);
  }));

test('a log in which nothing waits does not stand still, however long nobody did anything', () =>
  withLog(async (log) => {
    await log.acts(1);
    await log.sequence();
    await stoppedFor(log, 600);
    await act(log);
  }));

test('an event that an open transaction holds back keeps the log from being called whole', () =>
  withLog(async (log) => {
    await log.acts(1);
    await log.sequence();
    const whole = async (): Promise<boolean> =>
      (await log.rows(`select 1 from audit_state where complete_until > now() - interval '1 minute'`)).length === 1;
    assert.ok(await whole());
    await stoppedFor(log, 5);
    await log.db.transaction(log.system, async (open) => {
      await recordAct(open, log.needs, entry);
      await act(log);
      await sequenceAll(log.publish, log.system, await takeTerm(log.publish, log.system));
      assert.ok(!(await whole()));
    });
    await log.sequence();
    assert.ok(await whole());
  }));

test('of what is read only a list taken along binds, and not one’s own record', () => {
  const reading = { kind: 'read', bodyId: null, objectId: null } as const;
  assert.equal(binds({ ...reading, act: 'export.made', purpose: 'STATISTICS' }), true);
  assert.equal(binds({ ...reading, act: 'export.made', purpose: 'OWN_RECORD' }), false);
  assert.equal(binds({ ...reading, act: 'record.read', purpose: 'CONSULT' }), false);
});

/** Five acts that follow each other, nothing sequenced. */
async function fiveActs(log: LogForTests): Promise<string[]> {
  for (let n = 0; n < 5; n++) await log.acts(1);
  return (await log.rows<{ event_id: string }>('select event_id from audit_event order by tx, event_id')).map((row) => row.event_id);
}
async function takeOut(log: LogForTests, ids: readonly string[]): Promise<void> {
  await log.tamper('delete from audit_event where event_id = any ($1::uuid[])', [ids]);
  await log.tamper('delete from audit_payload where event_id = any ($1::uuid[])', [ids]);
}
const found = async (log: LogForTests): Promise<string[]> =>
  (await log.verify()).findings.map(({ kind, eventId, what }) => `${kind} ${eventId} ${what.en}`);

test('an event that the owner takes out before it is sequenced is named, before and after the others have their places', () =>
  withLog(async (log) => {
    const ids = await fiveActs(log);
    assert.deepEqual(await found(log), []);
    await takeOut(log, [ids[2]!]);
    const named = await found(log);
    assert.ok(
      named.some((one) => one.startsWith(`removed ${ids[2]} Event ${ids[3]} was written to follow`)),
      named.join('\n'),
    );
    await log.sequence();
    assert.deepEqual((await found(log)).toSorted(), named.toSorted());
  }));

test('the last one is named too, by the one that it followed; and one whose name is struck out of who followed it', () =>
  withLog(async (log) => {
    const ids = await fiveActs(log);
    await takeOut(log, [ids[4]!]);
    assert.match((await found(log)).join('\n'), new RegExp(`removed ${ids[4]}`));
    // The intruder takes the name out of the list of last ones too: then nothing follows the one before.
    await log.tamper('update audit_tip set event_id = null');
    assert.match((await found(log)).join('\n'), new RegExp(`removed ${ids[3]} What was written to follow`));
    await takeOut(log, [ids[1]!]);
    await log.tamper('update audit_event set follows = array[$2::uuid] where event_id = $1', [ids[2], ids[0]]);
    assert.match((await found(log)).join('\n'), new RegExp(`columns-changed ${ids[2]} .*follows`));
  }));

test('an event that is altered, or emptied, before it is sequenced is named', () =>
  withLog(async (log) => {
    const ids = await fiveActs(log);
    await log.tamper(`update audit_event set object_id = $2 where event_id = $1`, [ids[1], BODY]);
    await log.tamper('delete from audit_payload where event_id = $1', [ids[2]]);
    const named = (await found(log)).join('\n');
    assert.match(named, new RegExp(`columns-changed ${ids[1]}`));
    assert.match(named, new RegExp(`payload-removed ${ids[2]}`));
  }));

test('two acts at one time do not wait for each other, and each is followed', () =>
  withLog(async (log) => {
    await log.acts(1);
    const order: string[] = [];
    const recorded = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const slow = log.db.transaction(log.system, async (tx: Tx) => {
      await recordAct(tx, log.needs, entry);
      recorded.resolve();
      await release.promise;
      order.push('slow');
    });
    await recorded.promise;
    for (let n = 0; n < 3; n++) await act(log); // each commits while the first is open
    order.push('quick');
    release.resolve();
    await slow;
    assert.deepEqual(order, ['quick', 'slow']);
    await act(log);
    assert.equal((await log.rows('select 1 from audit_tip where event_id is not null')).length, 1);
    assert.deepEqual(await found(log), []);
    await log.sequence();
    const report = await log.verify();
    assert.deepEqual([report.findings, report.size, report.unlinked], [[], 6, 0]);
  }));

test('an act that is rolled back leaves the list of last ones as it was; events of an earlier release are counted, and no fault', () =>
  withLog(async (log) => {
    await log.acts(1);
    await assert.rejects(
      log.db.transaction(log.system, async (tx) => {
        await recordAct(tx, log.needs, entry);
        throw new Error('no');
      }),
    );
    await log.acts(1);
    assert.deepEqual(await found(log), []);
    // As a server of before 0561 writes it, beside ours.
    await log.tamper(`insert into audit_event (event_id, at, kind, log, role, purpose, act, revision, payload_commit, actor_id)
      select '01930000-0000-7000-8000-00000000ffff', at, kind, log, role, purpose, act, revision, payload_commit, null from audit_event limit 1`);
    await log.tamper(
      `insert into audit_payload select '01930000-0000-7000-8000-00000000ffff', at, body_id, null, salt, sealed from audit_payload limit 1`,
    );
    assert.equal((await log.verify()).unlinked, 1);
  }));
