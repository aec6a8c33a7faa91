/** A first load on a real database: what comes in, what does not, who may do what, and what stands afterwards. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { composeLoad } from './compose.ts';
import { reopenLoad, sendLoadBack, takePartOut, withdrawLoad } from './gather.ts';
import { judgeRow, openRow } from './judge.ts';
import { aFirstLoad, codesOf, must } from './load-for-tests.ts';
import type { FirstLoad } from './load-for-tests.ts';
import { lockMatched } from './lock-matched.ts';
import { registerLoad } from './register.ts';
import { commitmentOf, drawSample, sampleSize } from './sample.ts';
import { roundOf, signaturesOf } from './store.ts';
import { endFirstLoad } from './window.ts';

let one: FirstLoad;
before(async () => {
  one = await aFirstLoad();
});
after(() => one.agency.close());

interface Registered {
  source: string;
  attestation_id: string | null;
  submission_id: string;
  identity_locked: boolean;
}
const registered = (loadId: string): Promise<Registered[]> =>
  one.asOwner(
    `select v.source, v.attestation_id, v.submission_id, p.identity_locked from person_version v join person p using (person_id)
       join first_load_part q on q.submission_id = v.submission_id where q.load_id = $1 order by v.person_id, v.version`,
    [loadId],
  );
const problemsIn = async (loadId: string): Promise<string[]> =>
  (
    await one.asOwner<{ code: string }>(
      'select distinct s.code from submission_problem s join first_load_part q using (submission_id) where q.load_id = $1 order by 1',
      [loadId],
    )
  ).map(({ code }) => code);
const partCounts = (loadId: string) =>
  one.asOwner<{ received: number; accepted: number; rejected: number; waiting: number; stage: string }>(
    `select f.received, f.accepted, f.rejected, f.waiting, f.stage from first_load_part q join submission_file f using (submission_id)
      where q.load_id = $1 and q.removed_at is null order by q.part_no`,
    [loadId],
  );

test('without an opening of the ministry there is no first load, and outside of its days none either', async () => {
  assert.deepEqual(codesOf(await one.begins()), ['E-FIRST-LOAD-NOT-OPEN']);
  assert.deepEqual(codesOf(await one.opens({ opensOn: '2026-01-01', lastDay: '2026-01-31' })), ['E-FIRST-LOAD-DAYS']);
  const { id } = must(await one.opens({ opensOn: '2099-01-01', lastDay: '2099-02-01' }));
  assert.deepEqual(codesOf(await one.begins()), ['E-FIRST-LOAD-NOT-OPEN']);
  assert.deepEqual(codesOf(await one.opens()), ['E-FIRST-LOAD-OPEN-ALREADY']);
  must(await one.agency.office.as(one.ministry.handle, (tx) => endFirstLoad(tx, one.agency.needs, one.ministry, id, 'mở nhầm ngày')));
});

test('three parts come in: marked for ever, without attestation, matched afterwards; the counts add up', async () => {
  const [same] = one.people(1);
  const id = await one.brings([
    [...one.people(5), same!, { ...one.people(1)[0]!, hasError: true }],
    [...one.people(3), same!],
    one.people(2),
  ]);
  assert.equal((await one.load(id)).state, 'registered');
  const versions = await registered(id);
  assert.equal(versions.length, 11);
  assert.ok(
    versions.every(
      ({ source, attestation_id, identity_locked }) => source === 'NAP_LAN_DAU' && attestation_id === null && !identity_locked,
    ),
  );
  assert.deepEqual(await problemsIn(id), ['E-CELL-ERROR', 'E-FIRST-LOAD-TWICE']);
  assert.deepEqual(await partCounts(id), [
    { received: 7, accepted: 6, rejected: 1, waiting: 0, stage: 'loaded' },
    { received: 4, accepted: 3, rejected: 0, waiting: 1, stage: 'loaded' },
    { received: 2, accepted: 2, rejected: 0, waiting: 0, stage: 'loaded' },
  ]);
  const [tasks] = await one.asOwner<{ n: number }>(
    'select count(*)::int as n from match_task t join first_load_part q using (submission_id) where q.load_id = $1',
    [id],
  );
  assert.equal(tasks!.n, 11);
  const receipts = await one.asOwner<{ kind: string; content: string }>(
    'select r.kind, r.content from receipt r join first_load_part q using (submission_id) where q.load_id = $1 order by q.part_no, r.at, r.kind',
    [id],
  );
  assert.deepEqual(
    receipts.map(({ kind }) => kind),
    ['R1', 'R2', 'R1', 'R2', 'R1', 'R2'],
  );
  assert.equal((JSON.parse(receipts[1]!.content) as { firstLoad: { signers: number } }).firstLoad.signers, 2);
});

test('the sample follows from the seed whose hash was told, and from the rows that were signed', async () => {
  const id = await one.brings([one.people(40)]);
  await one.agency.office.as(one.first.handle, async (tx) => {
    const load = await one.load(id);
    const drawing = await roundOf(tx, load);
    assert.deepEqual(commitmentOf(drawing.seed!), drawing.commitment);
    const rows = drawSample(drawing.seed!, drawing.root!.toString('hex'), 40, sampleSize(40, one.agency.office.clock.today()));
    assert.deepEqual(await one.sample(id), rows);
    const [first, second] = await signaturesOf(tx, load);
    assert.deepEqual(first!.head, second!.head);
    assert.deepEqual(first!.head.sample, {
      commitment: drawing.commitment.toString('hex'),
      seed: drawing.seed!.toString('hex'),
      rows: 30,
      right: 30,
    });
    assert.match(first!.head.says.vi, /không xem từng dòng còn lại/);
  });
});

test('sent twice, nobody is doubled: the same file is the same part, and who is registered is no more taken', async () => {
  const people = one.people(4);
  const { id } = must(await one.begins());
  const part = must(await one.adds(id, people));
  assert.equal(must(await one.adds(id, people)).no, part.no);
  await one.works();
  assert.deepEqual(codesOf(await one.signs(id, one.first)), ['E-FIRST-LOAD-STATE']);
  must(await one.closes(id));
  await one.works();
  await one.finds(id);
  must(await one.signs(id, one.first));
  must(await one.signs(id, one.second));
  await one.works();
  assert.equal((await registered(id)).length, 4);
  // The same people in another file, one of them changed.
  const again = must(await one.begins());
  must(await one.adds(again.id, [...people.slice(0, 3), { ...people[3]!, phone: '0987000111' }, ...one.people(1)]));
  await one.works();
  must(await one.closes(again.id));
  await one.works();
  assert.equal((await one.load(again.id)).people, 1);
  assert.deepEqual(await problemsIn(again.id), ['E-FIRST-LOAD-KNOWN']);
  must(await one.agency.office.as(one.agency.clerk.handle, (tx) => withdrawLoad(tx, one.agency.needs, one.agency.clerk, again.id)));
  assert.equal((await registered(again.id)).length, 0);
  assert.equal((await partCounts(again.id))[0]!.stage, 'withdrawn');
});

test('a wrong row stops the load; mended it comes again, and the row that was wrong stays in the next sample', async () => {
  const people = one.people(50);
  const { id } = must(await one.begins());
  must(await one.adds(id, people.slice(0, 45)));
  must(await one.adds(id, people.slice(45)));
  await one.works();
  must(await one.closes(id));
  await one.works();
  const [wrong, ...rest] = await one.sample(id);
  assert.deepEqual(codesOf(await one.judges(id, wrong!, { right: false })), ['E-FIRST-LOAD-WRONG-HOW']);
  must(await one.judges(id, wrong!, { right: false, note: 'Ngày sinh khác hồ sơ gốc' }));
  assert.deepEqual(codesOf(await one.judges(id, wrong!)), ['E-FIRST-LOAD-ROW-NOT-FOUND'], 'a verdict is given once');
  for (const no of rest) must(await one.judges(id, no));
  assert.equal((await one.load(id)).state, 'failed');
  assert.deepEqual(codesOf(await one.signs(id, one.first)), ['E-FIRST-LOAD-STATE']);
  const [held] = await one.asOwner<{ id_hash: Buffer }>(`select id_hash from first_load_sample where load_id = $1 and verdict = 'wrong'`, [
    id,
  ]);
  must(await one.agency.office.as(one.agency.clerk.handle, (tx) => reopenLoad(tx, one.agency.needs, one.agency.clerk, id)));
  await one.works();
  must(await one.closes(id));
  await one.works();
  const load = await one.load(id);
  assert.deepEqual([load.state, load.round], ['sampling', 2]);
  const [again] = await one.asOwner<{ n: number }>(
    'select count(*)::int as n from first_load_sample where load_id = $1 and round = 2 and id_hash = $2',
    [id, held!.id_hash],
  );
  assert.equal(again!.n, 1);
  must(await one.agency.office.as(one.first.handle, (tx) => sendLoadBack(tx, one.agency.needs, one.first, id, 'còn sai')));
  must(await one.agency.office.as(one.agency.clerk.handle, (tx) => takePartOut(tx, one.agency.needs, one.agency.clerk, id, 1)));
  await one.works();
  must(await one.closes(id));
  await one.works();
  assert.equal((await one.load(id)).people, 5);
  must(await one.agency.office.as(one.agency.clerk.handle, (tx) => withdrawLoad(tx, one.agency.needs, one.agency.clerk, id)));
});

test('two different people sign, over what they were shown; warnings are read; the record of a signer is left out', async () => {
  const { id } = must(await one.begins());
  const own = { number: '000070900002', name: 'Người xác nhận thứ hai' };
  must(await one.adds(id, [...one.people(2), { ...one.people(1)[0]!, isUnusual: true }, own]));
  await one.works();
  must(await one.closes(id));
  await one.works();
  // Who a row is about neither opens it, nor is noted as who did, nor judges it, whoever opened it.
  const about: { readonly no: number; readonly codes: readonly string[] }[] = [];
  for (const no of await one.sample(id)) {
    const tried = await one.agency.office.as(one.second.handle, (tx) => openRow(tx, one.agency.needs, one.second, id, no));
    if (!tried.ok) about.push({ no, codes: codesOf(tried) });
  }
  assert.deepEqual(
    about.map(({ codes }) => codes),
    [['E-CONFIRM-OWN-RECORD']],
  );
  const openers = await one.asOwner<{ no: number }>('select no from first_load_sample where load_id = $1 and opened_by is null', [id]);
  assert.deepEqual(
    openers.map(({ no }) => no),
    about.map(({ no }) => no),
  );
  await one.asOwner('update first_load_sample set opened_by = $2, opened_at = now() where load_id = $1', [id, one.second.accountId]);
  const judged = one.agency.office.as(one.second.handle, (tx) =>
    judgeRow(tx, one.agency.needs, one.second, id, about[0]!.no, { right: true }),
  );
  assert.deepEqual(codesOf(await judged), ['E-CONFIRM-OWN-RECORD']);
  await one.finds(id);
  assert.deepEqual(codesOf(await one.signs(id, one.first)), ['E-FIRST-LOAD-WARNINGS']);
  const read = { acknowledgedCodes: ['E-ID-SEX'] };
  assert.deepEqual(codesOf(await one.signs(id, one.first, { ...read, root: '0'.repeat(64) })), ['E-FIRST-LOAD-SIGNED-ROOT']);
  must(await one.signs(id, one.first, read));
  assert.deepEqual(codesOf(await one.signs(id, one.first, read)), ['E-FIRST-LOAD-SAME-SIGNER']);
  assert.equal((await registered(id)).length, 0, 'one signature registers nobody');
  must(await one.signs(id, one.second, read));
  await one.works();
  assert.equal((await registered(id)).length, 3);
  assert.ok((await problemsIn(id)).includes('E-FIRST-LOAD-OWN'));
  const [counts] = await partCounts(id);
  assert.deepEqual([counts!.accepted, counts!.waiting], [3, 1]);
});

test('killed in the middle of a part it goes on, and nobody comes twice', async () => {
  const { id } = must(await one.begins());
  must(await one.adds(id, one.people(1_500)));
  await one.works();
  must(await one.closes(id));
  await one.works();
  await one.finds(id);
  must(await one.signs(id, one.first));
  must(await one.signs(id, one.second));
  const { needs, queued } = one.agency;
  const job = queued.shift()!.payload as unknown as { loadId: string; bodyId: string };
  let transactions = 0;
  const dies: typeof needs = {
    ...needs,
    db: {
      ...needs.db,
      transaction: (handle, work) => {
        if (++transactions === 2) return Promise.reject(new Error('the process is gone'));
        return needs.db.transaction(handle, work);
      },
    },
  };
  await assert.rejects(registerLoad(dies, job), /gone/);
  const midway = await one.load(id);
  assert.deepEqual([midway.state, midway.done], ['registering', 1_000]);
  // Two that go on at once: each thousand is registered by one of them.
  await Promise.all([registerLoad(needs, job), registerLoad(needs, job)]);
  await composeLoad(needs, job);
  assert.deepEqual([(await one.load(id)).state, (await registered(id)).length], ['registered', 1_500]);
});

test('somebody whom another body registered meanwhile waits, and is told so; a match that says KHOP locks, any other does not', async () => {
  const people = one.people(3);
  const { id } = must(await one.begins());
  must(await one.adds(id, people));
  await one.works();
  must(await one.closes(id));
  await one.works();
  await one.finds(id);
  must(await one.signs(id, one.first));
  must(await one.signs(id, one.second));
  // The other body confirms them before the work comes to them.
  const other = await one.agency.office.body('H41.51');
  await one.asOwner(
    `insert into national_id (id_hash, person_id, body_id, sealed, claimed_by, state) values ($1, gen_random_uuid(), $2, '\\x01', gen_random_uuid(), 'registered')`,
    [one.agency.office.keys.nationalIdHash(people[0]!.number), other],
  );
  await one.works();
  assert.equal((await registered(id)).length, 2);
  assert.ok((await problemsIn(id)).includes('E-PERSON-ELSEWHERE'));
  const versions = await one.asOwner<{ person_id: string; submission_id: string }>(
    'select v.person_id, v.submission_id from person_version v join first_load_part q using (submission_id) where q.load_id = $1 order by 1',
    [id],
  );
  const handle = await one.agency.needs.jobSession(one.agency.bodyId);
  for (const [index, level] of (['KHOP', 'LECH'] as const).entries())
    await one.agency.office.as(handle, (tx) =>
      lockMatched(tx, one.agency.needs, {
        submissionId: versions[index]!.submission_id,
        personId: versions[index]!.person_id,
        bodyId: one.agency.bodyId,
        level,
      }),
    );
  const locked = await one.asOwner<{ person_id: string; identity_locked: boolean }>(
    'select person_id, identity_locked from person where person_id = any ($1::uuid[]) order by 1',
    [versions.map(({ person_id }) => person_id)],
  );
  assert.deepEqual(
    locked.map(({ identity_locked }) => identity_locked),
    [true, false],
  );
});
