/** What accounts are told of their work, on a real database: made from the log once, following what stands, seen by nobody else, mailed once a day. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { giveGrant, openJobSession, openPersonSession, takeGrant } from '#authority/access/sessions.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import type { PersonOfFile } from '#record/intake/file-for-tests.ts';
import { isWorkingDay } from '#standard/calendar/working-days.ts';
import { collectAll } from './collected-for-tests.ts';
import { collectOnce } from './collect.ts';
import { ADDRESS_PURPOSE, mailNext } from './mail.ts';
import { textOf } from './matters.ts';
import type { NoticeNeeds } from './needs.ts';
import { countOverdue } from './overdue.ts';
import type { MailMessage, MailOutcome } from './mailer.ts';
import { addressOf, countUnseen, keepAddress, markSeen, noticesOf } from './store.ts';

let school: Agency;
let system: SessionHandle;
let needs: NoticeNeeds;
const letters: MailMessage[] = [];
/** what the mail server says to the next letters */
let answers: (MailOutcome | Error)[] = [];
before(async () => {
  school = await anAgency('H26.03.01');
  system = await openJobSession(school.office, { bodyId: null, purpose: 'notices' });
  needs = {
    ...school.office,
    jobSession: async () => system,
    mailer: async (letter) => {
      letters.push(letter);
      const answer = answers.shift() ?? { state: 'accepted', detail: null };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    publicUrl: 'https://congvu.example',
    demo: true,
  };
});
after(() => school.close());
beforeEach(() => {
  letters.length = 0;
  answers = [];
});

let last = 0;
const someone = (more: Partial<PersonOfFile> = {}): PersonOfFile => ({
  number: `000190${String(700000 + ++last)}`,
  name: `Vũ Thị Mai ${last}`,
  ...more,
});
const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};
const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));

const collect = () => collectAll(needs, system, school.office.owner);
const clerkSees = () => school.office.as(school.clerk.handle, (tx) => noticesOf(tx, school.clerk.accountId, { limit: 50, after: null }));
const open = async () =>
  (await clerkSees()).filter((one) => one.seenAt === null).map(({ matter, facts }) => [matter, facts['people'] ?? null]);
const seeAll = () => school.office.as(school.clerk.handle, (tx) => markSeen(tx, school.clerk.accountId, null, needs.clock.now()));

test('who sent is told what was returned and confirmed: one notice whose figure follows, closed when nothing is left of it', async () => {
  const people = [someone(), someone(), someone()];
  const id = await school.sends(people);
  await collect();
  assert.deepEqual(await open(), [], 'sending is no news to who sent');
  const [first, second, third] = await school.waiting(id);
  must(await school.confirms(id, first!, { returns: 'C' }));
  await collect();
  assert.deepEqual(await open(), [['returned', 1]]);
  must(await school.confirms(id, second!, { returns: 'C' }));
  must(await school.confirms(id, third!));
  await collect();
  assert.deepEqual((await open()).toSorted(), [
    ['confirmed', 1],
    ['returned', 2],
  ]);
  const [number] = await owner<{ upload_number: string }>('select upload_number from submission where submission_id = $1', [id]);
  assert.ok((await clerkSees()).every(({ facts, subjectId }) => facts['number'] === number!.upload_number && subjectId === id));
  // Both are sent again: nothing is returned any more.
  const names = await owner<{ name: string }>('select distinct name from item where submission_id = $1 and person_id = any ($2)', [
    id,
    [first, second],
  ]);
  const again = people.filter(({ name }) => names.some((row) => row.name === name)).map((one) => ({ ...one, phone: '0987654321' }));
  must(await school.uploads(again, { corrects: id }));
  await school.works();
  must(await school.submits(id, { partial: true }));
  await school.works();
  await collect();
  assert.deepEqual(await open(), [['confirmed', 1]]);
});

test('what was seen is told anew when it goes on; rounds that find nothing new tell nothing', async () => {
  await seeAll();
  const id = await school.sends([someone(), someone()]);
  const [first, second] = await school.waiting(id);
  must(await school.confirms(id, first!));
  await collect();
  await collect();
  assert.deepEqual(await open(), [['confirmed', 1]]);
  await seeAll();
  must(await school.confirms(id, second!));
  await collect();
  assert.deepEqual(await open(), [['confirmed', 2]]);
  await seeAll();
});

test('two workers at once tell everything once', async () => {
  const id = await school.sends([someone()]);
  must(await school.confirms(id, (await school.waiting(id))[0]!));
  await Promise.all([collectOnce(needs, system), collectOnce(needs, system)]);
  await collect();
  const rows = await owner<{ n: number }>('select count(*)::int as n from notice where subject_id = $1 group by account_id, matter', [id]);
  assert.deepEqual(
    rows.map(({ n }) => n),
    [1],
  );
  await seeAll();
});

test('a notice is its account’s alone, and only the background makes one', async () => {
  const all = await owner<{ n: number }>('select count(*)::int as n from notice');
  assert.ok(all[0]!.n > 0);
  assert.deepEqual(
    await school.office.as(school.officer.handle, (tx) => tx.query('select * from notice where account_id = $1', [school.clerk.accountId])),
    [],
  );
  assert.equal(
    await school.office.as(school.officer.handle, (tx) => markSeen(tx, school.clerk.accountId, null, needs.clock.now())),
    0,
    'nobody marks another’s',
  );
  await assert.rejects(
    school.office.as(school.clerk.handle, (tx) =>
      tx.query(
        `insert into notice (account_id, notice_id, matter, subject_id, facts, made_at, changed_at) values ($1, gen_random_uuid(), 'returned', gen_random_uuid(), '{}', now(), now())`,
        [school.clerk.accountId],
      ),
    ),
    /row-level security/,
  );
});

/** Days of counting lie behind today, so that only what is put before them has waited. */
const SENT_ON = '2026-01-05';
let countingDay = '2026-03-02';
const nextCountingDay = (): string => {
  do countingDay = addDays(countingDay, 1);
  while (!isWorkingDay(countingDay));
  return countingDay;
};

test('work that waits too long is told once a working day to who can do it, and again only after a week', async () => {
  const id = await school.sends([someone(), someone(), someone()]);
  const [first] = await school.waiting(id);
  must(await school.confirms(id, first!, { returns: 'C' }));
  await collect();
  await seeAll();
  await owner(
    'update item set created_at = $2::date, decided_at = case when decided_at is not null then $2::date end where submission_id = $1',
    [id, SENT_ON],
  );
  const sunday = '2026-03-01';
  assert.equal(await countOverdue(needs, system, sunday), 0, 'not on a Sunday');
  const day = nextCountingDay();
  assert.equal(await countOverdue(needs, system, day), 2);
  assert.equal(await countOverdue(needs, system, day), 0, 'once a day');
  assert.deepEqual(await open(), [['overdue-returned', 1]]);
  const officers = await school.office.as(school.officer.handle, (tx) =>
    noticesOf(tx, school.officer.accountId, { limit: 9, after: null }),
  );
  assert.deepEqual(
    officers.map(({ matter, facts }) => [matter, facts]),
    [['overdue-confirm', { people: 2, days: 3 }]],
  );
  await seeAll();
  assert.equal(await countOverdue(needs, system, nextCountingDay()), 0, 'seen this week');
  await owner(`update notice set made_at = made_at - interval '3000 days'`);
  assert.equal(await countOverdue(needs, system, nextCountingDay()), 1, 'a week later');
  for (const personId of (await school.waiting(id)).slice(0, 2)) must(await school.confirms(id, personId));
  await countOverdue(needs, system, nextCountingDay());
  const left = await school.office.as(school.officer.handle, (tx) => noticesOf(tx, school.officer.accountId, { limit: 9, after: null }));
  assert.deepEqual(
    left.map(({ seenAt }) => seenAt === null),
    [false],
    'done is no task any more',
  );
  await seeAll();
});

const setAddress = (address: string): Promise<unknown> => {
  const salt = needs.chance.bytes(32);
  return school.office.as(school.clerk.handle, (tx) =>
    keepAddress(
      tx,
      school.clerk.accountId,
      { salt, sealed: needs.keys.seal(salt, ADDRESS_PURPOSE, Buffer.from(address)), wantsMail: true },
      needs.clock.now(),
    ),
  );
};
/** Something new to tell. */
async function happens(): Promise<void> {
  const id = await school.sends([someone()]);
  must(await school.confirms(id, (await school.waiting(id))[0]!));
  await collect();
}
const mails = () => owner<{ state: string; detail: string | null }>('select state, detail from notice_mail order by day');
const yesterday = () => owner('update notice_mail set day = day - 1');
const mailAll = async (): Promise<number> => {
  let sent = 0;
  while ((await mailNext(needs, system)) === 'more') sent += 1;
  return sent;
};

test('one mail a day, with counts and pages and nothing of people', async () => {
  await happens();
  assert.equal(await mailAll(), 0, 'who set no address gets none');
  await setAddress('clerk@school.example');
  assert.equal(await mailAll(), 1);
  const [letter] = letters;
  assert.equal(letter!.to, 'clerk@school.example');
  assert.match(letter!.text, /1 người đã được xác nhận/);
  assert.match(letter!.text, /https:\/\/congvu\.example\/ho-so-gui\//);
  assert.doesNotMatch(`${letter!.subject} ${letter!.text}`, /Vũ Thị Mai|000190/);
  await happens();
  assert.equal(await mailAll(), 0, 'the next tomorrow');
  await yesterday();
  assert.equal(await mailAll(), 1);
  assert.deepEqual(await mails(), [
    { state: 'accepted', detail: null },
    { state: 'accepted', detail: null },
  ]);
  await yesterday();
  assert.equal(await mailAll(), 0, 'nothing new, no mail');
});

test('a mail that was not taken gives its notices to the next day; one that was cut off is never sent again', async () => {
  await owner('delete from notice_mail');
  await happens();
  answers = [{ state: 'failed', detail: '451' }];
  assert.equal(await mailAll(), 1);
  assert.deepEqual(await mails(), [{ state: 'failed', detail: '451' }]);
  await yesterday();
  answers = [new Error('the process was killed here')];
  await assert.rejects(mailAll(), /killed here/);
  assert.equal(letters.length, 2, 'the notice of the failed mail went into the next');
  assert.equal(await mailAll(), 0, 'nobody knows whether it went: not again');
  await happens();
  assert.equal(await mailAll(), 0, 'and no second one on that day');
  const [, cutOff] = letters;
  await yesterday();
  assert.equal(await mailAll(), 1);
  assert.notEqual(letters.at(-1)!.text, cutOff!.text, 'only what is new');
  assert.deepEqual((await mails()).map(({ state }) => state).toSorted(), ['accepted', 'failed', 'sending']);
});

test('of a declaration its person is told where they repair it: returned too long ago, or refused before anybody looked', async () => {
  await owner('delete from notice');
  const ofPerson = (id: string): Promise<object[]> =>
    owner(`update submission set source = 'person' where submission_id = $1 returning 1`, [id]);
  const returned = await school.sends([someone()]);
  await ofPerson(returned);
  must(await school.confirms(returned, (await school.waiting(returned))[0]!, { returns: 'C' }));
  await owner('update item set decided_at = $2::date where submission_id = $1', [returned, SENT_ON]);
  await collect();
  await countOverdue(needs, system, nextCountingDay());
  const wrong = someone({ hasError: true });
  const refused = must(await school.uploads([wrong])).submissionId;
  await ofPerson(refused);
  await school.works();
  await collect();
  const told = (await clerkSees()).filter(({ seenAt, subjectId }) => seenAt === null && [returned, refused].includes(subjectId));
  assert.deepEqual(told.map(({ matter }) => matter).toSorted(), ['declaration-overdue', 'declaration-refused', 'declaration-returned']);
  for (const { matter, subjectId, facts } of told) assert.equal(textOf(matter, subjectId, facts, '2026-11-24').address, '/toi/ke-khai');
  // Declared once more, by whatever submission, it waits no longer.
  const [item] = await owner<{ person_id: string; round: number; body_id: string; account: string }>(
    'select i.person_id, i.round, i.body_id, f.sender_id as account from item i join submission_file f using (submission_id, round) where i.submission_id = $1 limit 1',
    [returned],
  );
  const declares = (sentAt: string, submission: string | null) =>
    owner(
      `insert into declaration (person_id, declaration_id, body_id, by_account, kind, opened_at, sent_at, sent_tx, as_of_version, truth, right_groups, changed_groups, content_sealed, submission_id, round)
       values ($1, gen_random_uuid(), $2, $3, 'update', $4, $4, 1, 1, 'X', '{}', '{C}', 'x', $5, case when $5::uuid is null then null else $6::int end)`,
      [item!.person_id, item!.body_id, item!.account, sentAt, submission, item!.round],
    );
  const overdue = async () => (await clerkSees()).find((one) => one.matter === 'declaration-overdue' && one.subjectId === returned)!.seenAt;
  await declares('2020-01-01T00:00:00Z', returned);
  await countOverdue(needs, system, nextCountingDay());
  assert.equal(await overdue(), null, 'the declaration that came back is itself no answer');
  await declares(needs.clock.now(), null);
  await countOverdue(needs, system, nextCountingDay());
  assert.notEqual(await overdue(), null);
  // Sent once more it is on its way, and nobody is told of it.
  must(await school.uploads([{ ...wrong, hasError: false }], { corrects: refused }));
  await school.works();
  await collect();
  assert.equal((await clerkSees()).find(({ matter }) => matter === 'declaration-refused')!.seenAt === null, false);
  await owner('delete from notice');
});

test('an address that is refused for good twice is not written to until it is set again', async () => {
  await owner('delete from notice_mail');
  for (const _ of [1, 2]) {
    await happens();
    answers = [{ state: 'refused', detail: '550' }];
    assert.equal(await mailAll(), 1);
    await yesterday();
  }
  await happens();
  assert.equal(await mailAll(), 0);
  assert.equal((await school.office.as(school.clerk.handle, (tx) => addressOf(tx, school.clerk.accountId)))!.refusals, 2);
  await setAddress('other@school.example');
  assert.equal(await mailAll(), 1);
  assert.equal(letters.at(-1)!.to, 'other@school.example');
});

test('a notice of a matter that a newer program made is left to it: nothing breaks, nothing is counted, mailed or marked', async () => {
  await owner('delete from notice');
  await owner('delete from notice_mail');
  const [made] = await owner<{ notice_id: string }>(
    `insert into notice (account_id, notice_id, matter, subject_id, facts, made_at, changed_at)
     values ($1, gen_random_uuid(), 'of-a-newer-program', gen_random_uuid(), '{}', now(), now()) returning notice_id`,
    [school.clerk.accountId],
  );
  assert.deepEqual(await clerkSees(), []);
  assert.equal(await school.office.as(school.clerk.handle, (tx) => countUnseen(tx, school.clerk.accountId)), 0);
  assert.equal(await mailAll(), 0, 'nothing to tell, no mail');
  await happens();
  assert.deepEqual(await open(), [['confirmed', 1]]);
  assert.equal(await mailAll(), 1);
  assert.doesNotMatch(letters.at(-1)!.text, /of-a-newer-program/);
  await seeAll();
  const left = await owner('select seen_at, mail_day from notice where notice_id = $1', [made!.notice_id]);
  assert.deepEqual(left, [{ seen_at: null, mail_day: null }], 'the newer program tells it yet');
  await owner('delete from notice where notice_id = $1', [made!.notice_id]);
});

test('each act of it has its row in the log, and an address stands nowhere in clear', async () => {
  const acts = await owner<{ act: string }>(`select distinct act from audit_event where act like 'notice.%' order by 1`);
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['notice.made', 'notice.mailed'],
  );
  const rows = await owner<{ row: string }>(
    'select row_to_json(a)::text as row from notice_address a union all select row_to_json(m)::text from notice_mail m',
  );
  assert.ok(rows.length > 0 && rows.every(({ row }) => !row.includes('school.example')));
});

test('both sides are told of a right that was lent, and that it was ended; what was told of it before is closed', async () => {
  const { office } = school;
  const head = await office.signedIn('000074720001', [['LD_DON_VI', 'H26.03.01']]);
  const deputy = await office.signedIn('000074720002', [['CA_NHAN', 'H26.03.01']]);
  const today = needs.clock.today();
  const [own] = await owner<{ grant_id: string }>('select grant_id from role_grant where account_id = $1', [head.accountId]);
  const id = office.chance.uuid7(Date.parse(needs.clock.now()));
  await office.as(head.handle, async (tx) => {
    const lent = {
      fromGrantId: own!.grant_id,
      byAccountId: head.accountId,
      acts: ['submission.submit' as const],
      basis: { reason: 'Nghỉ phép năm của trưởng đơn vị' },
    };
    const grant = {
      id,
      accountId: deputy.accountId,
      role: 'LD_DON_VI' as const,
      bodyId: school.bodyId,
      from: today,
      to: addDays(today, 5),
    };
    await giveGrant(tx, { ...grant, lent });
    await recordAct(tx, needs, { act: 'grant.changed', purpose: 'ADMINISTER', bodyId: school.bodyId, objectId: deputy.accountId });
  });
  const told = (who: typeof head) =>
    office.as(who.handle, async (tx) =>
      (await noticesOf(tx, who.accountId, { limit: 9, after: null })).map((one) => [one.matter, one.seenAt === null]).toSorted(),
    );
  await collect();
  for (const who of [head, deputy]) assert.deepEqual(await told(who), [['lent', true]]);
  await office.as(deputy.handle, async (tx) => {
    assert.ok(await takeGrant(tx, id));
    await recordAct(tx, needs, { act: 'grant.changed', purpose: 'ADMINISTER', bodyId: school.bodyId, objectId: deputy.accountId });
  });
  await collect();
  for (const who of [head, deputy])
    assert.deepEqual(await told(who), [
      ['lending-ended', true],
      ['lent', false],
    ]);
});

test('who administers is told of roles that ended with a service, and of a record that was corrected; of no roles nobody is', async () => {
  const { office } = school;
  const administrator = await office.signedIn('000190760001', [['QT_BNDP', 'H26']]);
  const told = () =>
    office.as(administrator.handle, async (tx) =>
      (await noticesOf(tx, administrator.accountId, { limit: 9, after: null })).map(({ matter, facts }) => [matter, facts]),
    );
  const end = async (roles: number): Promise<string> => {
    const endId = office.chance.uuid7(Date.parse(office.clock.now()));
    await owner(
      `insert into service_end (end_id, person_id, body_id, on_day, reason, whole, version, made_at, state, settled_at, roles)
       values ('${endId}', gen_random_uuid(), '${school.bodyId}', '2026-11-20', 'NGHI_HUU', true, 2, now(), 'done', now(), ${roles})`,
    );
    await act('service.ended', endId);
    return endId;
  };
  const act = (name: 'service.ended' | 'service.taken-back', endId: string) =>
    office.as(system, (tx) => recordAct(tx, needs, { act: name, purpose: 'REGISTER', bodyId: school.bodyId, objectId: endId }));
  await end(0);
  const endId = await end(2);
  await collect();
  const facts = { day: '20/11/2026', roles: 2 };
  assert.deepEqual(await told(), [['service-ended', facts]]);
  await act('service.taken-back', endId);
  await collect();
  assert.deepEqual((await told()).toSorted(), [
    ['service-ended', facts],
    ['service-taken-back', facts],
  ]);
});

test('a sign-in by a browser never used before is told to its person, and whatever happens to their passkeys', async () => {
  const { office } = school;
  const accountId = await office.account('000190770010', [['NHAP_LIEU', 'H26.03.01']]);
  const signIn = async (agent: string): Promise<SessionHandle> => {
    const opened = await openPersonSession(office, { accountId, agent, level: 2 });
    await office.as(opened.handle, (tx) =>
      recordAct(tx, needs, { act: 'session.opened', purpose: 'SIGN_IN', bodyId: null, objectId: opened.sessionId }),
    );
    return opened.handle;
  };
  const handle = await signIn('Chrome · Windows');
  const told = async () =>
    office.as(handle, async (tx) =>
      (await noticesOf(tx, accountId, { limit: 20, after: null })).map(({ matter, facts }) => [matter, facts['agent'] ?? null]).toSorted(),
    );
  await signIn('Chrome · Windows');
  await collect();
  assert.deepEqual(await told(), [], 'the first one, and the same again, are no news');
  const elsewhere = await signIn('Firefox · Linux');
  await collect();
  assert.deepEqual(await told(), [['signed-in-anew', 'Firefox · Linux']]);

  const passkeyId = office.chance.uuid7(Date.parse(office.clock.now()));
  await owner(
    `insert into passkey (passkey_id, account_id, credential_id, public_key, counter, transports, model, is_synced, name, added_at)
     values ($1, $2, '\\x0102', '\\x02', 0, '{}', gen_random_uuid(), false, 'Khóa thử', now())`,
    [passkeyId, accountId],
  );
  const note = (who: SessionHandle, act: 'passkey.added' | 'passkey.ended' | 'session.stepped-up', objectId: string) =>
    office.as(who, (tx) => recordAct(tx, needs, { act, purpose: 'SIGN_IN', bodyId: null, objectId }));
  const stepUp = async (agent: string, who: SessionHandle): Promise<void> => {
    await owner('update session set stepped_up_at = now(), stepped_up_by = $1 where account_id = $2 and agent = $3', [
      passkeyId,
      accountId,
      agent,
    ]);
    await note(who, 'session.stepped-up', passkeyId);
    await collect();
  };
  await note(handle, 'passkey.added', passkeyId);
  await stepUp('Chrome · Windows', handle);
  assert.deepEqual(
    (await told()).map(([matter]) => matter),
    ['passkey-added', 'signed-in-anew'],
    'where it is used first is no news',
  );
  await stepUp('Firefox · Linux', elsewhere);
  await note(handle, 'passkey.ended', passkeyId);
  await office.as(system, (tx) => recordAct(tx, needs, { act: 'passkey.released', purpose: 'OPERATE', bodyId: null, objectId: accountId }));
  await collect();
  assert.deepEqual(await told(), [
    ['passkey-added', null],
    ['passkey-elsewhere', 'Firefox · Linux'],
    ['passkey-ended', null],
    ['passkey-released', null],
    ['signed-in-anew', 'Firefox · Linux'],
  ]);
});

test('who confirms for a body is told of terms that a notice of holidays moved, once; and no more when none of them runs', async () => {
  const { office } = school;
  const { handle, accountId } = await office.signedIn('000190730071', [['XAC_NHAN', 'H26.03']]);
  const [clock] = await owner<{ clock_id: string; person_id: string }>(
    `insert into legal_clock (person_id, clock_id, term, about, body_id, start_on, last_day, due_at, forecast, started_at, moved_at)
     values (gen_random_uuid(), gen_random_uuid(), 'ND27_19_NGOAI', 'O', $1, '2027-02-02', '2027-02-15', '2027-02-15T17:00:00Z', false, now(), now())
     returning clock_id, person_id`,
    [school.bodyId],
  );
  const told = async () =>
    (await office.as(handle, (tx) => noticesOf(tx, accountId, { limit: 50, after: null })))
      .filter(({ matter }) => matter === 'terms-moved')
      .map(({ facts, seenAt }) => [facts['terms'], seenAt !== null]);
  const note = (act: 'clock.moved' | 'clock.done') =>
    office.as(system, (tx) => recordAct(tx, needs, { act, purpose: 'OPERATE', bodyId: null, objectId: clock!.person_id }));
  await note('clock.moved');
  await collect();
  assert.deepEqual(await told(), [[1, false]]);
  await owner('update legal_clock set done_at = now() where clock_id = $1', [clock!.clock_id]);
  await note('clock.done');
  await collect();
  assert.deepEqual(await told(), [[1, true]]);
});
