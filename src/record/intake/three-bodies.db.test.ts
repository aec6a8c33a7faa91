/**
 * Three bodies do what they like with a few numbers: send, withdraw, confirm, ask for people, agree, refuse, let terms end. Whatever the order, a number is one person's,
 * a person has one managing body that confirmed or took them over, every case ends, and no body is kept out for ever.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { actorOfSession, jobSessions } from '#authority/access/sessions.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { bodyByCode, bodyNames, bodyOn } from '#authority/organisations/store.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { answerCase } from '#record/cases/answer.ts';
import { endDueCases } from '#record/cases/end-case.ts';
import type { CaseActor, CaseNeeds } from '#record/cases/needs.ts';
import { openAsking } from '#record/cases/open-case.ts';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import { claimedNames } from './claimed-names.ts';
import { withdraw } from './receive.ts';

const CODES = ['H26.03.01', 'H41.51', 'H26.03.02'] as const;
const NUMBERS_A_RUN = 2;
/** A database act takes tens of milliseconds: few runs, and long enough to get anywhere. */
const RUNS = 8;
const ACTS_MAX = 14;

let bodies: readonly { readonly agency: Agency; readonly actor: Actor; readonly by: CaseActor }[];
let needs: CaseNeeds;
before(async () => {
  const first = await anAgency(CODES[0]);
  const agencies = [first, await anAgency(CODES[1], first.office), await anAgency(CODES[2], first.office)];
  bodies = await Promise.all(
    agencies.map(async (agency) => {
      const actor = await first.office.as(agency.officer.handle, actorOfSession);
      assert.ok(actor);
      return {
        agency,
        actor,
        by: { accountId: actor.accountId, identity: actor.identity, name: actor.name },
      };
    }),
  );
  needs = {
    ...first.office,
    demo: true,
    jobSession: jobSessions(first.office, 'test'),
    sendJob: async () => undefined,
    bodyOn,
    bodyByCode,
    bodyNames: (tx, ids) => bodyNames(tx, ids, first.office.clock.today()),
    claimedNames,
  };
});
after(() => bodies[0]!.agency.close());

const all = async <Row extends object>(sql: string, values: readonly unknown[]): Promise<Row[]> =>
  needs.db.transaction(await needs.jobSession(null), (tx) => tx.query<Row>(sql, values));

const body = fc.integer({ min: 0, max: CODES.length - 1 });
const which = fc.integer({ min: 0, max: NUMBERS_A_RUN - 1 });
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('send' as const), body, which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), body }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('confirm' as const), body }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('ask' as const), body, which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('consent' as const, 'refuse' as const, 'withdraw-case' as const), body }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('days' as const) }) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

let made = 0;
/** What a run keeps beside the database: who sent what, and who lawfully has whom. */
interface Run {
  readonly numbers: readonly string[];
  readonly sent: { readonly body: number; readonly submissionId: string }[];
  readonly later: { days: number };
  /** every body that ever confirmed a number, or took its person over with everybody's consent */
  readonly lawful: Map<string, Set<string>>;
}
const today = (run: Run): string => addDays(needs.clock.today(), run.later.days);
const at = (run: Run): CaseNeeds => ({ ...needs, clock: { ...needs.clock, today: () => today(run) } });
const hashOf = (number: string): Buffer => needs.keys.nationalIdHash(number);

const ask = (run: Run, from: number, number: string) =>
  needs.db.transaction(bodies[from]!.agency.officer.handle, (tx) =>
    openAsking(tx, at(run), bodies[from]!.by, {
      bodyId: bodies[from]!.agency.bodyId,
      confirms: true,
      nationalId: number,
      decisionNumber: '1/QĐ',
      decisionDate: addDays(needs.clock.today(), -2),
      effectiveOn: needs.clock.today(),
      reason: '',
    }),
  );

async function openCases(run: Run): Promise<{ case_id: string }[]> {
  return all(`select case_id from person_case where number_hash = any ($1::bytea[]) and ended_at is null order by created_at`, [
    run.numbers.map(hashOf),
  ]);
}

async function endDays(run: Run): Promise<void> {
  await endDueCases(at(run));
  const moved = await all<{ id_hash: Buffer; to_body: string }>(
    `select c.number_hash as id_hash, c.to_body from person_case c where c.number_hash = any ($1::bytea[]) and c.state = 'done'`,
    [run.numbers.map(hashOf)],
  );
  for (const row of moved) lawfully(run, row.id_hash.toString('hex'), row.to_body);
}
const lawfully = (run: Run, hash: string, bodyId: string): void => {
  run.lawful.set(hash, (run.lawful.get(hash) ?? new Set()).add(bodyId));
};

async function perform(run: Run, request: Act): Promise<void> {
  if (request.kind === 'days') {
    run.later.days += 20;
    return endDays(run);
  }
  const { agency, actor } = bodies[request.body]!;
  const own = run.sent.filter((one) => one.body === request.body);
  switch (request.kind) {
    case 'send': {
      const { submissionId } = await agency
        .uploads([{ number: run.numbers[request.which]!, name: 'Trần Thị Hoa', phone: `09${String(++made).padStart(8, '0')}` }])
        .then((result) => (result.ok ? result.value : assert.fail('an upload was refused')));
      await agency.works();
      if ((await agency.file(submissionId)).counts.accepted === 0) return;
      await agency.submits(submissionId, { partial: true });
      await agency.works();
      await agency.matched(submissionId);
      run.sent.push({ body: request.body, submissionId });
      return;
    }
    case 'withdraw':
      for (const { submissionId } of own.slice(0, 1))
        await agency.office.as(agency.clerk.handle, (tx) => withdraw(tx, agency.needs, submissionId));
      return;
    case 'confirm': {
      for (const { submissionId } of own)
        for (const personId of await agency.waiting(submissionId)) {
          const confirmed = await agency.confirms(submissionId, personId);
          if (!confirmed.ok) {
            assert.deepEqual(
              confirmed.problems.map((one) => one.code),
              ['E-CONFIRM-ELSEWHERE'],
            );
            continue;
          }
          const [row] = await all<{ id_hash: Buffer }>(`select id_hash from national_id where person_id = $1`, [personId]);
          lawfully(run, row!.id_hash.toString('hex'), agency.bodyId);
        }
      return;
    }
    case 'ask':
      await ask(run, request.body, run.numbers[request.which]!);
      return;
    case 'consent':
    case 'refuse':
    case 'withdraw-case':
      for (const { case_id: caseId } of await openCases(run))
        await needs.db.transaction(agency.officer.handle, (tx) =>
          answerCase(tx, at(run), actor, caseId, request.kind === 'withdraw-case' ? 'withdraw' : request.kind),
        );
      return endDays(run);
  }
}

async function hold(run: Run): Promise<void> {
  const rows = await all<{
    id_hash: Buffer;
    person_id: string;
    state: string;
    body_id: string | null;
    managing: string[];
  }>(
    `select n.id_hash, n.person_id, n.state, p.body_id,
            array(select r.body_id from person_reach r where r.person_id = n.person_id and r.why = 'managing' and r.tx_to = 9223372036854775807 and r.valid_to = '9999-12-31') as managing
       from national_id n left join person p using (person_id) where n.id_hash = any ($1::bytea[])`,
    [run.numbers.map(hashOf)],
  );
  for (const [hash, ofNumber] of Map.groupBy(rows, (row) => row.id_hash.toString('hex'))) {
    const registered = ofNumber.filter((row) => row.body_id !== null);
    assert.ok(registered.length <= 1, 'a number is one person’s at most');
    for (const row of registered) {
      assert.equal(row.state, 'registered');
      assert.deepEqual(row.managing, [row.body_id], 'one body manages a person, and its row says which');
      assert.ok(run.lawful.get(hash)?.has(row.body_id!), 'nobody has a person whom they neither confirmed nor took over');
    }
  }
}

/** Whom a session sees, in the tables that hold a person. */
const SEES = `select 'person' as what, person_id from person where person_id = any ($1::uuid[])
  union select 'versions', person_id from person_version where person_id = any ($1::uuid[])
  union select 'attestations', person_id from attestation where person_id = any ($1::uuid[])`;

/** Who is registered is seen by the body that manages them, whole; versions by one that let them go, for its term; and by nobody else. */
async function reached(run: Run): Promise<void> {
  const people = await all<{ person_id: string; body_id: string }>(
    `select p.person_id, p.body_id from person p join national_id n using (person_id) where n.id_hash = any ($1::bytea[]) and n.state = 'registered'`,
    [run.numbers.map(hashOf)],
  );
  const ids = people.map((row) => row.person_id);
  const former = await all<{ person_id: string; body_id: string }>(
    `select person_id, body_id from person_reach where person_id = any ($1::uuid[]) and why = 'former' and tx_to = 9223372036854775807`,
    [ids],
  );
  for (const { agency } of bodies) {
    const rows = await agency.office.as(agency.officer.handle, (tx) => tx.query<{ what: string; person_id: string }>(SEES, [ids]));
    const seen = (what: string) => rows.filter((row) => row.what === what).map((row) => row.person_id);
    const of = (all: typeof people) => all.filter((row) => row.body_id === agency.bodyId).map((row) => row.person_id);
    assert.deepEqual(seen('person').sort(), of(people).sort(), 'who manages a person sees them, and nobody else does');
    for (const what of ['versions', 'attestations'])
      assert.deepEqual(
        seen(what).filter((id) => !of(people).includes(id) && !of(former).includes(id)),
        [],
        `${what} of somebody whom the body neither manages nor let go`,
      );
    assert.deepEqual(
      of(people).filter((id) => !seen('versions').includes(id)),
      [],
      'the whole record is the managing body’s',
    );
  }
}

/** At the end everybody lets go and terms end: then each body can send the number, or ask for its person. */
async function nobodyIsKeptOut(run: Run): Promise<void> {
  run.later.days += 400;
  await endDays(run);
  assert.deepEqual(await openCases(run), [], 'every case ends');
  for (const number of run.numbers)
    for (const [index, { agency }] of bodies.entries()) {
      const { submissionId } = await agency
        .uploads([{ number, name: 'Trần Thị Hoa', phone: `09${String(++made).padStart(8, '0')}` }])
        .then((result) => (result.ok ? result.value : assert.fail('an upload was refused')));
      await agency.works();
      if ((await agency.file(submissionId)).counts.accepted === 1) continue;
      const asked = await ask(run, index, number);
      assert.ok(asked.ok, 'who cannot send a person can ask for them');
    }
}

test('whatever three bodies do, a number is one person’s, a person one body’s, every case ends and nobody is kept out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: ACTS_MAX }), async (acts) => {
      const run: Run = {
        numbers: Array.from({ length: NUMBERS_A_RUN }, () => `000190${String(800000 + ++made)}`),
        sent: [],
        later: { days: 0 },
        lawful: new Map(),
      };
      for (const request of acts) {
        await perform(run, request);
        await hold(run);
        await reached(run);
      }
      await nobodyIsKeptOut(run);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});
