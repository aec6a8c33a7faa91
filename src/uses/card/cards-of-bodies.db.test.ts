/**
 * No sequence of acts gives a card, or a row in a body's list, for a body that did not confirm it: random acts of several bodies about the
 * same few people, through the real rooms, held against who confirmed what.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { PORTRAIT } from './card-for-tests.ts';
import { followRegister } from './follow.ts';
import { actorOfSession, jobSessions } from '#authority/access/sessions.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { bodyByCode, bodyNames, bodyOn } from '#authority/organisations/store.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { answerCase } from '#record/cases/answer.ts';
import { endDueCases } from '#record/cases/end-case.ts';
import type { CaseActor, CaseNeeds } from '#record/cases/needs.ts';
import { readCase } from '#record/cases/store.ts';
import { compareRecords } from '#record/cases/two-records.ts';
import { openAsking, openConcurrent, openNumberChange, openOffer, openSameHuman, openSecondment } from '#record/cases/open-case.ts';
import { latestMatch, writeResult } from '#record/matching/store.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { claimedNames } from '#record/intake/claimed-names.ts';
import { withdraw } from '#record/intake/receive.ts';
import type { CardSays } from './eligible.ts';

/** Bodies that act, each with the codes for which it may speak. */
const SPEAKS_FOR: Readonly<Record<string, readonly string[]>> = {
  'H26.03.01': ['H26.03.01'],
  'H26.03.02': ['H26.03.02'],
  'H26.03': ['H26.03', 'H26.03.01', 'H26.03.02'],
  'H41.51': ['H41.51'],
};
const BODIES = Object.keys(SPEAKS_FOR);
/** What is written into the cells: the actors, bodies above and far away, another form of a code, one that has ended, one of nobody. */
const CODES = [...BODIES, 'H26', 'G01', 'VN', '000.01.03.H26', 'H22', 'H99'];

const agencies: Agency[] = [];
/** Each body's officer as the case room knows them. */
const officers: { readonly actor: Actor; readonly by: CaseActor; readonly handle: SessionHandle }[] = [];
let cases: CaseNeeds;
before(async () => {
  for (const code of BODIES) {
    const agency: Agency = await anAgency(code, agencies[0]?.office);
    Object.assign(agency.needs, { onRegistered: followRegister({ ...agency.office, cardValidMonths: 60, cardOverlapHours: 72 }) });
    agencies.push(agency);
    const actor = (await agency.office.as(agency.officer.handle, actorOfSession))!;
    const by = { accountId: actor.accountId, identity: actor.identity, name: actor.name };
    officers.push({ actor, by, handle: agency.officer.handle });
  }
  const { office } = agencies[0]!;
  cases = {
    ...office,
    demo: true,
    jobSession: jobSessions(office, 'test'),
    sendJob: async () => undefined,
    onRegistered: followRegister({ ...office, cardValidMonths: 60, cardOverlapHours: 72 }),
    bodyOn,
    bodyByCode,
    bodyNames: (tx, ids) => bodyNames(tx, ids, office.clock.today()),
    claimedNames,
  };
});
after(() => agencies[0]?.close());

const act = fc.record({
  body: fc.nat(BODIES.length - 1),
  person: fc.nat(1),
  /** mostly what the body may say, so that people get as far as a card; else anything */
  managing: fc.option(fc.constantFrom(...CODES), { freq: 3 }),
  using: fc.option(fc.constantFrom(...CODES), { freq: 3 }),
  /** a portrait without the rest of the group, as the door of portraits states it */
  pictureAlone: fc.boolean(),
  end: fc.constantFrom('confirm', 'confirm', 'return', 'withdraw', 'leave'),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/**
 * What is done between bodies, and by days: a person asked for, offered, lent, or said to have a new number; two records said to be of one human;
 * answers of any side; the round of the worker.
 */
const deal = fc.record({
  deal: fc.constantFrom(
    'ask',
    'offer',
    'lend',
    'beside',
    'number',
    'merge',
    'agree',
    'agree',
    'agree',
    'refuse',
    'undo',
    'separate',
    'days',
    'late',
  ),
  body: fc.nat(BODIES.length - 1),
  other: fc.nat(BODIES.length - 1),
  person: fc.nat(1),
});
type Deal = typeof deal extends fc.Arbitrary<infer T> ? T : never;

/** What chance would hardly put in a row: something is asked for, everybody who may agrees, and its day comes; or what was done is undone by all who must. */
const settled = fc
  .record({
    deal: fc.constantFrom('ask', 'offer', 'lend', 'beside', 'beside', 'number', 'merge', 'merge', 'undo', 'separate'),
    body: fc.nat(BODIES.length - 1),
    other: fc.nat(BODIES.length - 1),
    person: fc.nat(1),
  })
  .map((one): readonly Deal[] => {
    const by = (kind: Deal['deal'], body: number): Deal => ({ ...one, deal: kind, body, other: 1 });
    const everybody = BODIES.map((_, body) => body);
    if (one.deal === 'undo' || one.deal === 'separate')
      return [...everybody.map((body) => by(one.deal as Deal['deal'], body)), by('days', 0)];
    // Two records are said to be one by who has one of them.
    const body = one.deal === 'merge' ? [0, 3][one.body % 2]! : one.body;
    return [{ ...one, deal: one.deal as Deal['deal'], body }, ...everybody.map((body) => by('agree', body)), by('days', 0)];
  });

/** A run of acts: its people, and the cases that were opened about them. */
interface Run {
  readonly numbers: readonly string[];
  readonly confirmed: Map<string, Set<string>>;
  readonly opened: string[];
}

const rows = <Row extends object>(sql: string, values: readonly unknown[]): Promise<Row[]> =>
  agencies[0]!.office.owner.transaction(null, (tx) => tx.query<Row>(sql, values));

async function deals(one: Deal, run: Run, n: number): Promise<void> {
  const today = cases.clock.today();
  const { by, handle } = officers[one.body]!;
  const number = run.numbers[one.person]!;
  const [known] = await rows<{ person_id: string }>(`select person_id from national_id where id_hash = $1 and state = 'registered'`, [
    cases.keys.nationalIdHash(number),
  ]);
  const asked = {
    bodyId: agencies[one.body]!.bodyId,
    confirms: true,
    decisionNumber: '1/QĐ',
    decisionDate: addDays(today, -9),
    effectiveOn: today,
    untilOn: addDays(today, 9),
    post: 'PHT',
    reason: '',
    nationalId: number,
    newNationalId: `000191${String(++people).padStart(6, '0')}`,
    personId: known?.person_id ?? cases.chance.uuid7(n),
    receiving: BODIES[one.other]!,
  };
  // The record of the one number goes into the record of the other.
  if (one.deal === 'merge') {
    const result = await cases.db.transaction(handle, (tx) =>
      openSameHuman(tx, cases, by, { ...asked, nationalId: run.numbers[1 - one.person]! }),
    );
    if (result.ok) run.opened.push(result.value.caseId);
    return;
  }
  const opened = { ask: openAsking, offer: openOffer, lend: openSecondment, beside: openConcurrent, number: openNumberChange } as const;
  if (one.deal in opened) {
    const result = await cases.db.transaction(handle, (tx) =>
      opened[one.deal as keyof typeof opened](tx, cases, by, { ...asked, confirms: one.deal !== 'number' }),
    );
    if (result.ok) run.opened.push(result.value.caseId);
    if (result.ok && one.deal === 'number') await knowsNumber(result.value.caseId, one.body);
    return;
  }
  const far = addDays(today, one.deal === 'late' ? 12 : 0);
  if (one.deal === 'days' || one.deal === 'late') {
    await endDueCases({ ...cases, clock: { ...cases.clock, today: () => far } });
    return noteConsents(run);
  }
  // That a side answers for another is refused by the room. Half of the answers are tried by everybody, so that cases get anywhere.
  const answer = ({ agree: 'consent', refuse: 'refuse', undo: 'undo', separate: 'undo' } as const)[one.deal as 'agree'];
  for (const officer of one.other % 2 === 0 ? officers : [officers[one.body]!])
    for (const caseId of run.opened)
      await cases.db.transaction(officer.handle, async (tx) => {
        const found = await readCase(tx, cases.keys, caseId);
        const both = found?.kind === 'same_human' ? await compareRecords(tx, cases, found) : null;
        const merge = both?.ok ? { ...both.value, take: [], both: [] } : undefined;
        await answerCase(tx, cases, officer.actor, caseId, answer, merge);
      });
}

/** A new number is the person's: the population database says so. */
async function knowsNumber(caseId: string, body: number): Promise<void> {
  const { office, bodyId, needs } = agencies[body]!;
  const at = office.clock.now();
  const id = office.chance.uuid7(Date.parse(at));
  const about = { personId: caseId, submissionId: caseId, bodyId, matchId: id, requestId: id, at, source: 'DAN_CU_NDXP' };
  await office.as(await needs.jobSession(bodyId), (tx) => writeResult(tx, { ...about, level: 'KHOP', fields: {}, marks: {} }));
}

/** Who takes a person over, or uses them, has confirmed them by the acts of its own people: read from the acts, never from the row of the person. */
async function noteConsents(run: Run): Promise<void> {
  const agreed = await rows<{ person_id: string; code: string }>(
    `select distinct c.person_id, k.code from person_case c join person_case_act a on a.case_id = c.case_id and a.body_id = c.to_body and a.act = 'consented'
       join body_code k on k.body_id = c.to_body where c.case_id = any ($1::uuid[]) and k.code = any ($2)`,
    [run.opened, BODIES],
  );
  for (const { person_id, code } of agreed) run.confirmed.set(person_id, (run.confirmed.get(person_id) ?? new Set()).add(code));
}

let people = 0;

/** Does one act as far as the rooms let it; tells who confirmed whom. */
async function does(one: Act, numbers: readonly string[], n: number, confirmed: Map<string, Set<string>>): Promise<void> {
  const agency = agencies[one.body]!;
  const own = BODIES[one.body]!;
  const employment = {
    coQuanQuanLy: one.managing ?? own,
    coQuanSuDung: one.using ?? own,
    loaiDoiTuong: 'VC',
    trangThaiCongTac: 'DANG_LAM',
  };
  const person = {
    number: numbers[one.person]!,
    name: 'Lê Thị Lan',
    phone: `09${String(10_000_000 + n)}`,
    more: {
      A: { ...(one.pictureAlone ? {} : employment), anh4x6: PORTRAIT },
      F: { 'viTriViecLam.ma': 'VTVL-07', 'viTriViecLam.ten': `Giáo viên ${n % 3}` },
    },
  };
  const sent = await agency.uploads([person]);
  if (!sent.ok) return;
  const { submissionId } = sent.value;
  await agency.works();
  if (!(await agency.submits(submissionId, { partial: true })).ok) return;
  await agency.works();
  await agency.matched(submissionId);
  if (one.end === 'withdraw') return void (await agency.office.as(agency.clerk.handle, (tx) => withdraw(tx, agency.needs, submissionId)));
  if (one.end === 'leave') return;
  for (const personId of await agency.waiting(submissionId)) {
    await matches(agency, submissionId, personId);
    const decided = await agency.confirms(submissionId, personId, one.end === 'return' ? { returns: 'F' } : {});
    if (decided.ok) confirmed.set(personId, (confirmed.get(personId) ?? new Set()).add(own));
  }
}

/** The population database knows them as they are. */
async function matches(agency: Agency, submissionId: string, personId: string): Promise<void> {
  const { office, bodyId } = agency;
  const at = office.clock.now();
  await office.as(await agency.needs.jobSession(bodyId), async (tx) => {
    if (await latestMatch(tx, personId)) return;
    const id = office.chance.uuid7(Date.parse(at));
    const about = { personId, submissionId, bodyId, matchId: id, requestId: id, at, source: 'DAN_CU_NDXP' };
    await writeResult(tx, { ...about, level: 'KHOP', fields: { hoTenKhaiSinh: 'KHOP' }, marks: {} });
  });
}

/** Cards and rows that name, or stand with, a body which none of those who confirmed the person may speak for. */
async function foreign(confirmed: ReadonlyMap<string, ReadonlySet<string>>): Promise<{ wrong: string[]; cards: number }> {
  const { office } = agencies[0]!;
  const ids = [...confirmed.keys()];
  const may = (personId: string): Set<string> => new Set([...(confirmed.get(personId) ?? [])].flatMap((body) => SPEAKS_FOR[body]!));
  const rows = await office.owner.transaction(null, async (tx) => ({
    cards: await tx.query<{ person_id: string; claims: string }>('select person_id, claims from card where person_id = any ($1::uuid[])', [
      ids,
    ]),
    people: await tx.query<{ person_id: string; code: string | null }>(
      `select p.person_id, (select c.code from body_code c where c.body_id = x.id and c.scheme <> 'dvhc' order by length(c.code), c.code limit 1) as code
         from person p cross join lateral (values (p.body_id), (p.using_body_id), (p.managing_body_id)) as x (id) where p.person_id = any ($1::uuid[]) and x.id is not null`,
      [ids],
    ),
    strangers: await tx.query<{ person_id: string }>(
      `select person_id from person where full_name = 'Lê Thị Lan' and person_id <> all ($1::uuid[]) and person_id <> all ($2::uuid[])`,
      [ids, seen],
    ),
  }));
  seen.push(...ids);
  const cards = rows.cards.flatMap(({ person_id, claims }) => {
    const says = JSON.parse(claims) as CardSays;
    return [says.co_quan.ma, says.co_quan_quan_ly.ma].map((code) => ({ person_id, code }));
  });
  return {
    cards: rows.cards.length,
    wrong: [
      ...[...cards, ...rows.people]
        .filter(({ person_id, code }) => code === null || !may(person_id).has(code))
        .map(({ code }) => `for ${code}`),
      ...rows.strangers.map(() => 'registered, confirmed by nobody'),
    ],
  };
}
const seen: string[] = [];

const DONE_AS: Readonly<Record<string, 'lent' | 'beside' | 'renumbered' | 'merged'>> = {
  secondment: 'lent',
  concurrent: 'beside',
  number_change: 'renumbered',
  same_human: 'merged',
};

test('no sequence of acts gives a card, or a row, for a body that did not confirm it', async () => {
  let cards = 0;
  const done = { moved: 0, lent: 0, beside: 0, renumbered: 0, merged: 0, undone: 0 };
  // Each run begins with two whom bodies have, so that there is somebody to deal about.
  const first: Act = { body: 0, person: 0, managing: null, using: null, pictureAlone: false, end: 'confirm' };
  const second: Act = { ...first, body: 3, person: 1 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          { weight: 2, arbitrary: act.map((one) => [one]) },
          { weight: 2, arbitrary: deal.map((one) => [one]) },
          { weight: 2, arbitrary: settled },
        ),
        { minLength: 3, maxLength: 8 },
      ),
      async (acts) => {
        const run: Run = {
          numbers: [0, 1].map(() => `000190${String(++people).padStart(6, '0')}`),
          confirmed: new Map(),
          opened: [],
        };
        for (const [n, one] of [first, second, ...acts.flat()].entries()) {
          if ('deal' in one) await deals(one, run, n);
          else await does(one, run.numbers, n, run.confirmed);
        }
        await deals({ deal: 'days', body: 0, other: 0, person: 0 }, run, 0);
        const found = await foreign(run.confirmed);
        cards += found.cards;
        assert.deepEqual(found.wrong, []);
        for (const { kind, state } of await rows<{ kind: string; state: string }>(
          `select kind, state from person_case where case_id = any ($1::uuid[])`,
          [run.opened],
        )) {
          if (state === 'undone') done.undone++;
          else if (state === 'done') done[DONE_AS[kind] ?? 'moved']++;
        }
      },
    ),
    { numRuns: 16, seed: 20_261_128, endOnFailure: true },
  );
  assert.ok(cards > 0, 'the acts get as far as cards');
  assert.ok(
    done.moved + done.lent + done.beside + done.renumbered + done.merged + done.undone > 0,
    `the acts get as far as cases: ${JSON.stringify(done)}`,
  );
});

test('what bodies agree on is done: a person asked for, lent, given back, renumbered, and nobody is named who did not agree', async () => {
  const seller: Act = { body: 0, person: 0, managing: null, using: null, pictureAlone: false, end: 'confirm' };
  const one = (kind: Deal['deal'], body: number, other = 3): Deal => ({ deal: kind, body, other, person: 0 });
  const run: Run = { numbers: [`000190${String(++people).padStart(6, '0')}`], confirmed: new Map(), opened: [] };
  const names = async () => {
    const { wrong } = await foreign(run.confirmed);
    assert.deepEqual(wrong, []);
    const [person] = await rows<{ managing: string; using: string | null }>(
      `select p.body_id as managing, p.using_body_id as using from person p join national_id n on n.person_id = p.person_id where n.id_hash = $1`,
      [cases.keys.nationalIdHash(run.numbers[0]!)],
    );
    return [person!.managing, person!.using].map((id) => BODIES[agencies.findIndex((agency) => agency.bodyId === id)]);
  };
  const all = async (...acts: readonly (Act | Deal)[]) => {
    for (const [n, each] of acts.entries()) await ('deal' in each ? deals(each, run, n) : does(each, run.numbers, n, run.confirmed));
    return names();
  };
  const [school, commune] = ['H26.03.01', 'H41.51'];
  assert.deepEqual(await all(seller, one('lend', 0), one('days', 0)), [school, school], 'not agreed yet');
  assert.deepEqual(await all(one('agree', 0), one('days', 0)), [school, school], 'not by who lends');
  assert.deepEqual(await all(one('agree', 3), one('days', 0)), [school, commune]);
  assert.deepEqual(await all(one('late', 0)), [school, school], 'its last day is over');
  assert.deepEqual(await all(one('ask', 3), one('agree', 3), one('days', 0)), [school, school], 'who asks does not answer');
  assert.deepEqual(await all(one('agree', 0), one('days', 0)), [commune, commune]);
  assert.deepEqual(await all(one('undo', 3), one('days', 0)), [school, school], 'given back');
  assert.deepEqual(await all(one('number', 0), one('agree', 0), one('days', 0)), [school, school]);
});

test('a post at another body has a card once that body agrees, until its last day, and the employment stays', async () => {
  const run: Run = { numbers: [`000190${String(++people).padStart(6, '0')}`], confirmed: new Map(), opened: [] };
  const one = (kind: Deal['deal'], body: number): Deal => ({ deal: kind, body, other: 3, person: 0 });
  const cardsAfter = async (...acts: readonly Deal[]) => {
    for (const [n, each] of acts.entries()) await deals(each, run, n);
    assert.deepEqual((await foreign(run.confirmed)).wrong, []);
    const held = await rows<{ kind: string }>(
      `select split_part(employment, ':', 1) as kind from card where state = 'HIEU_LUC' and person_id = any ($1::uuid[]) order by 1 desc`,
      [[...run.confirmed.keys()]],
    );
    return held.map(({ kind }) => kind);
  };
  await does({ body: 0, person: 0, managing: null, using: null, pictureAlone: false, end: 'confirm' }, run.numbers, 0, run.confirmed);
  assert.deepEqual(
    await cardsAfter(one('beside', 0), one('agree', 0), one('days', 0)),
    ['main'],
    'who offers does not agree for the other body',
  );
  assert.deepEqual(await cardsAfter(one('agree', 3), one('days', 0)), ['main', 'concurrent']);
  assert.deepEqual(await cardsAfter(one('late', 0)), ['main'], 'its last day is over');
});

test('two records of two bodies become one and two again: a card holds for the one that stays, and for both at the end', async () => {
  const first: Act = { body: 0, person: 0, managing: null, using: null, pictureAlone: false, end: 'confirm' };
  const one = (kind: Deal['deal'], body: number, other = 1): Deal => ({ deal: kind, body, other, person: 0 });
  const run: Run = {
    numbers: [0, 1].map(() => `000190${String(++people).padStart(6, '0')}`),
    confirmed: new Map(),
    opened: [],
  };
  await does(first, run.numbers, 0, run.confirmed);
  await does({ ...first, body: 3, person: 1 }, run.numbers, 1, run.confirmed);
  const holding = async (): Promise<number> => {
    assert.deepEqual((await foreign(run.confirmed)).wrong, []);
    const [row] = await rows<{ n: number }>(
      `select count(*)::int as n from card where state = 'HIEU_LUC' and person_id = any ($1::uuid[])`,
      [[...run.confirmed.keys()]],
    );
    return row!.n;
  };
  assert.equal(await holding(), 2);
  await deals(one('merge', 0), run, 2);
  await deals(one('agree', 0), run, 3);
  await deals(one('days', 0), run, 4);
  assert.equal(await holding(), 2, 'the body that proposed does not agree for the other');
  await deals(one('agree', 3), run, 5);
  await deals(one('days', 0), run, 6);
  assert.equal(await holding(), 1, 'one human, one card');
  await deals(one('separate', 0), run, 7);
  await deals(one('days', 0), run, 8);
  assert.equal(await holding(), 1, 'one side alone separates nobody');
  await deals(one('separate', 3), run, 9);
  await deals(one('days', 0), run, 10);
  assert.equal(await holding(), 2);
});
