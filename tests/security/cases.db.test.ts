/** One person over time, over the API: going over to another body, coming back, a number made anew. Who may, what each side sees, and that nobody speaks for another. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Role } from '#authority/access/shapes.ts';
import { bodyByCode, bodyNames, bodyOn } from '#authority/organisations/store.ts';
import { onceSettled } from '#base/database/settled-for-tests.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { followClocks } from '#record/clocks/run.ts';
import { endCase, endDueCases } from '#record/cases/end-case.ts';
import type { CaseNeeds } from '#record/cases/needs.ts';
import { claimedNames } from '#record/intake/claimed-names.ts';
import { BODY, aCardOffice } from '#uses/card/card-for-tests.ts';
import type { CardOffice } from '#uses/card/card-for-tests.ts';
import { followRegister } from '#uses/card/follow.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const OTHER = 'H41.51';
let here: CardOffice;
let app: FastifyInstance;
let folder: string;
let needs: CaseNeeds;
let running = 0;
let today: string;

before(async () => {
  here = await aCardOffice();
  folder = await dataFolder();
  app = await aServer(here.office, folder);
  const { office } = here;
  today = office.clock.today();
  needs = {
    ...office,
    demo: true,
    jobSession: here.jobSession,
    sendJob: async () => undefined,
    onRegistered: followRegister(here.needs),
    bodyOn,
    bodyByCode,
    bodyNames: (tx, ids) => bodyNames(tx, ids, office.clock.today()),
    claimedNames,
  };
});
after(async () => {
  await app.close();
  await here.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answered {
  readonly code?: string;
  readonly caseId?: string;
  readonly kind?: string;
  readonly state?: string;
  readonly items?: readonly { readonly caseId: string }[];
  readonly from?: { readonly name: string | null };
  readonly person?: { readonly name: string; readonly personId: string | null } | null;
  readonly outcome?: string | null;
  readonly may?: Readonly<Record<string, boolean>>;
  readonly groups?: readonly unknown[];
}

/** Somebody of a body, with a browser. */
async function somebody(role: Role, body: string, number = `00019081${String(++running).padStart(4, '0')}`) {
  const { handle } = await here.office.signedIn(number, [[role, body]]);
  return asking(handle);
}
function asking(handle: string) {
  return async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${url}`,
      ...(payload ? { payload } : {}),
      headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `case-${++running}-${url.length}` },
    });
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Answered>() };
  };
}
type Browser = Awaited<ReturnType<typeof somebody>>;

let numbers = 0;
const newNumber = (): string => `00019082${String(++numbers).padStart(4, '0')}`;
const ground = () => ({ decisionNumber: '15/QĐ-SNV', decisionDate: addDays(today, -3), reason: 'Điều động' });
const asks = async (by: Browser, nationalId: string, body = OTHER, effectiveOn = addDays(today, -1)) =>
  by('POST', '/cases/asks', { bodyId: await here.office.body(body), nationalId, effectiveOn, ...ground() });
const answers = (by: Browser, caseId: string, answer: string) => by('POST', `/cases/${caseId}/answers`, { answer });
const owner = <Row extends object>(sql: string, values: readonly unknown[]) =>
  here.office.owner.transaction(null, (tx) => tx.query<Row>(sql, values));
const managing = async (personId: string) =>
  (await owner<{ body_id: string }>('select body_id from person where person_id = $1', [personId]))[0]!.body_id;
const matchedAs = async (caseId: string, level: string) =>
  here.office.as(await here.jobSession(null), (tx) =>
    tx.query(
      `insert into match_result (person_id, match_id, submission_id, body_id, at, level, fields, source, request_id) values ($1, $2, $1, $3, now(), $4, '{}', 'NDXP', 'x')`,
      [caseId, here.office.chance.uuid7(Date.parse(here.office.clock.now())), here.bodyId, level],
    ),
  );

/** A person of the school, whom the other body has taken over with everybody's consent. */
async function moved() {
  const number = newNumber();
  const personId = await here.hires({}, { number });
  const [giver, taker] = [await somebody('XAC_NHAN', BODY), await somebody('XAC_NHAN', OTHER)];
  const caseId = (await asks(taker, number)).body.caseId!;
  assert.equal((await answers(giver, caseId, 'consent')).body.state, 'agreed');
  await endCase(needs, { caseId });
  return { number, personId, giver, taker, caseId };
}

test('a transfer: asked by one body, agreed to by the other, and then the whole record is the new body’s', async () => {
  const { personId, giver, taker, caseId } = await moved();
  assert.equal(await managing(personId), await here.office.body(OTHER));
  const seen = await taker('GET', `/people/${personId}`);
  assert.equal(seen.status, 200);
  assert.ok(seen.body.groups!.length > 2, 'the record is not empty to the new body');
  assert.match(JSON.stringify(seen.body), /Đặng Thị Yến/);
  assert.equal((await taker('GET', `/people/${personId}/history?field=hoTenKhaiSinh`)).status, 200);
  const left = await giver('GET', `/people/${personId}`);
  assert.equal(left.status, 200, 'the old body opens what it let go, for a term');
  assert.doesNotMatch(JSON.stringify(left.body), /H41\.51|CHUA_XAC_DINH/, 'as it stood then');
  const versions = await here.office.as(await here.jobSession(here.bodyId), (tx) =>
    tx.query('select version from person_version where person_id = $1', [personId]),
  );
  assert.deepEqual(versions, [{ version: 1 }], 'the wall says so too');
  const shown = await taker('GET', `/cases/${caseId}`);
  assert.deepEqual([shown.body.state, shown.body.outcome, shown.body.person?.name], ['done', 'done', 'Đặng Thị Yến']);
  const acts = (
    await owner<{ act: string; body_id: string }>(
      `select act, body_id from audit_event where act like 'case.%' and (object_id = $1 or object_id = $2) and kind = 'act'`,
      [personId, caseId],
    )
  ).map((row) => row.act);
  for (const act of ['case.opened', 'case.consented', 'case.completed']) assert.ok(acts.includes(act), act);
});

test('what a person asked about their data goes over with the record: it is the new body that sees and answers it', async () => {
  const number = newNumber();
  const personId = await here.hires({}, { number });
  const me = await somebody('NHAP_LIEU', BODY, number);
  assert.equal(
    (await me('POST', '/me/data-requests', { kind: 'object', words: 'Phản đối dùng dữ liệu của tôi vào việc khác' })).status,
    201,
  );
  const desks = [await somebody('DOI_SOAT', BODY), await somebody('DOI_SOAT', OTHER)] as const;
  const onDesk = async (by: Browser) =>
    ((await by('GET', '/data-requests')).body.items as unknown as readonly { id: string; personId: string }[]).filter(
      (one) => one.personId === personId,
    );
  assert.deepEqual([(await onDesk(desks[0])).length, (await onDesk(desks[1])).length], [1, 0]);
  const [giver, taker] = [await somebody('XAC_NHAN', BODY), await somebody('XAC_NHAN', OTHER)];
  const caseId = (await asks(taker, number)).body.caseId!;
  assert.equal((await answers(giver, caseId, 'consent')).body.state, 'agreed');
  await endCase({ ...needs, onRegistered: followClocks(here.office) }, { caseId });
  const [asked] = await onDesk(desks[1]);
  assert.deepEqual([(await onDesk(desks[0])).length, asked?.personId], [0, personId]);
  const [clock] = await owner<{ body_id: string }>('select body_id from legal_clock where about = $1', [asked!.id]);
  assert.equal(clock?.body_id, await here.office.body(OTHER), 'its term goes along');
  const answered = await desks[1]('POST', `/data-requests/${asked!.id}/answer`, {
    outcome: 'granted',
    answer: 'Đã ngừng dùng vào việc khác',
  });
  assert.equal(answered.status, 204);
});

test('the card of the old body ends with the transfer, and the new body’s begins when that body has said where the person stands', async () => {
  const { personId } = await moved();
  const cards = await owner<{ state: string; end_reason: string | null }>('select state, end_reason from card where person_id = $1', [
    personId,
  ]);
  assert.deepEqual(cards, [{ state: 'THU_HOI', end_reason: 'DOI_CO_QUAN' }]);
  const [person] = await owner<{ document: { A: Record<string, unknown>; F: Record<string, unknown> } }>(
    'select document from person where person_id = $1',
    [personId],
  );
  assert.equal(person!.document.A['coQuanQuanLy'], OTHER);
  assert.deepEqual(
    person!.document.F['viTriViecLam.ten'],
    { vang: 'CHUA_XAC_DINH' },
    'the post of the old body is not claimed of the new one',
  );
});

test('nobody learns who manages a person by asking for them; who is asked answers, and is told then', async () => {
  const number = newNumber();
  const personId = await here.hires({}, { number });
  const taker = await somebody('XAC_NHAN', OTHER);
  const { caseId } = (await asks(taker, number)).body;
  const before = await taker('GET', `/cases/${caseId!}`);
  assert.deepEqual([before.body.from!.name, before.body.person], [null, null]);
  assert.doesNotMatch(JSON.stringify(before.body), new RegExp(`${personId}|Đặng|${here.bodyId}`));
  const giver = await somebody('XAC_NHAN', BODY);
  assert.equal((await answers(giver, caseId!, 'refuse')).body.state, 'refused');
  assert.notEqual((await taker('GET', `/cases/${caseId!}`)).body.from!.name, null, 'who refuses says so by name');
  assert.equal(await managing(personId), here.bodyId);
});

test('a third body sees nothing of a case, and a number of nobody opens none', async () => {
  const number = newNumber();
  await here.hires({}, { number });
  const { caseId } = (await asks(await somebody('XAC_NHAN', OTHER), number)).body;
  const stranger = await somebody('XAC_NHAN', 'H41.01');
  assert.equal((await stranger('GET', `/cases/${caseId!}`)).body.code, 'E-CASE-NOT-FOUND');
  assert.equal((await answers(stranger, caseId!, 'consent')).body.code, 'E-CASE-NOT-FOUND');
  assert.ok(!(await stranger('GET', '/cases')).body.items!.some((one) => one.caseId === caseId));
  assert.equal((await asks(stranger, newNumber(), 'H41.01')).body.code, 'E-CASE-NOBODY');
  assert.equal((await asks(stranger, number, OTHER)).body.code, 'E-NOT-WITHIN-REACH', 'nobody asks for a body that is not theirs');
});

test('a clerk prepares, the own officer asks, the other side agrees: three people, and one who is both is refused', async () => {
  const number = newNumber();
  await here.hires({}, { number });
  const clerk = await somebody('NHAP_LIEU', OTHER);
  const prepared = (await asks(clerk, number)).body;
  const giver = await somebody('XAC_NHAN', BODY);
  assert.equal(
    (await giver('GET', `/cases/${prepared.caseId!}`)).body.code,
    'E-CASE-NOT-FOUND',
    'what a clerk prepares is nobody else’s matter',
  );
  assert.equal((await answers(clerk, prepared.caseId!, 'consent')).body.code, 'E-NOT-ALLOWED');
  const taker = await somebody('XAC_NHAN', OTHER);
  assert.equal((await answers(taker, prepared.caseId!, 'consent')).body.state, 'asked');
  assert.equal((await answers(taker, prepared.caseId!, 'consent')).body.code, 'E-NOT-WITHIN-REACH');
  assert.equal((await answers(giver, prepared.caseId!, 'consent')).body.state, 'agreed');
});

test('one human with rights in both bodies does not agree with themselves', async () => {
  const number = newNumber();
  await here.hires({}, { number });
  const me = '000190839999';
  const { handle } = await here.office.signedIn(me, [
    ['XAC_NHAN', BODY],
    ['XAC_NHAN', OTHER],
  ]);
  const both = asking(handle);
  const { caseId } = (await asks(both, number)).body;
  assert.equal((await answers(both, caseId!, 'consent')).body.code, 'E-CONFIRM-SAME-PERSON');
});

test('nobody releases themselves', async () => {
  const number = newNumber();
  await here.hires({}, { number });
  const { caseId } = (await asks(await somebody('XAC_NHAN', OTHER), number)).body;
  const self = await somebody('XAC_NHAN', BODY, number);
  assert.equal((await answers(self, caseId!, 'consent')).body.code, 'E-CONFIRM-OWN-RECORD');
});

test('two bodies ask for one person: one of them gets the person, the other is told', async () => {
  const number = newNumber();
  const personId = await here.hires({}, { number });
  const [one, two] = [await somebody('XAC_NHAN', OTHER), await somebody('XAC_NHAN', 'H41.01')];
  const first = (await asks(one, number)).body.caseId!;
  const second = (await asks(two, number, 'H41.01')).body.caseId!;
  assert.equal((await asks(two, number, 'H41.01')).body.code, 'E-CASE-OPEN');
  const giver = await somebody('XAC_NHAN', BODY);
  assert.equal((await answers(giver, second, 'consent')).body.state, 'agreed');
  assert.equal((await answers(giver, first, 'consent')).body.code, 'E-CASE-OTHER-AGREED');
  await endDueCases(needs);
  assert.equal(await managing(personId), await here.office.body('H41.01'));
  const told = await one('GET', `/cases/${first}`);
  assert.deepEqual([told.body.state, told.body.outcome, told.body.person], ['lapsed', 'overtaken', null]);
});

test('silence ends a case, and the body may ask again', async () => {
  const number = newNumber();
  const personId = await here.hires({}, { number });
  const taker = await somebody('XAC_NHAN', OTHER);
  const caseId = (await asks(taker, number)).body.caseId!;
  const later = { ...needs, clock: { ...here.office.clock, today: () => addDays(today, 31) } };
  await endCase(needs, { caseId });
  assert.equal((await taker('GET', `/cases/${caseId}`)).body.state, 'asked', 'within the term it waits');
  await endDueCases(later);
  const told = await taker('GET', `/cases/${caseId}`);
  assert.deepEqual([told.body.state, told.body.outcome], ['lapsed', 'no-answer']);
  assert.equal(await managing(personId), here.bodyId);
  assert.equal((await asks(taker, number)).status, 200);
});

test('who has left is taken over by two people of the new body; who is still managed is not', async () => {
  const number = newNumber();
  const personId = await here.hires({}, { number });
  await here.registers(personId, { A: { trangThaiCongTac: 'CHUYEN_DI' } });
  const [clerk, taker] = [await somebody('NHAP_LIEU', OTHER), await somebody('XAC_NHAN', OTHER)];
  const asked = (await asks(clerk, number)).body;
  assert.equal(asked.kind, 're_entry');
  assert.equal((await answers(taker, asked.caseId!, 'consent')).body.state, 'agreed');
  await endDueCases(needs);
  assert.equal(await managing(personId), await here.office.body(OTHER));
  const [person] = await owner<{ work_status: string | null }>('select work_status from person where person_id = $1', [personId]);
  assert.equal(person!.work_status, null, 'nobody has said yet in which state they work there');
});

test('who asks to take back somebody who left does not decide it alone', async () => {
  const number = newNumber();
  const personId = await here.hires({}, { number });
  await here.registers(personId, { A: { trangThaiCongTac: 'THOI_VIEC' } });
  const taker = await somebody('XAC_NHAN', OTHER);
  const asked = (await asks(taker, number)).body;
  assert.deepEqual([asked.kind, (await answers(taker, asked.caseId!, 'consent')).body.code], ['re_entry', 'E-CONFIRM-SAME-PERSON']);
  await endDueCases(needs);
  assert.equal(await managing(personId), here.bodyId);
});

test('an offer is taken or not; what nobody built on is given back, and stands as before', async () => {
  const personId = await here.hires();
  const [giver, taker] = [await somebody('XAC_NHAN', BODY), await somebody('XAC_NHAN', OTHER)];
  const offer = { personId, receiving: OTHER, effectiveOn: today, ...ground() };
  assert.equal((await giver('POST', '/cases/offers', { ...offer, receiving: 'X99' })).body.code, 'E-CASE-RECEIVER');
  assert.equal((await taker('POST', '/cases/offers', offer)).body.code, 'E-PERSON-NOT-FOUND', 'nobody offers another body’s people');
  const caseId = (await giver('POST', '/cases/offers', offer)).body.caseId!;
  assert.equal((await answers(taker, caseId, 'consent')).body.state, 'agreed');
  await endDueCases(needs);
  const document = async () =>
    (await owner<{ document: { A: object; F: object } }>('select document from person where person_id = $1', [personId]))[0]!.document;
  const there = await document();
  assert.equal((await answers(giver, caseId, 'undo')).body.code, 'E-NOT-WITHIN-REACH', 'who received gives back, nobody else');
  assert.equal((await answers(taker, caseId, 'undo')).body.state, 'undone');
  await endDueCases(needs);
  assert.equal(await managing(personId), here.bodyId);
  assert.notDeepEqual(await document(), there);
  assert.equal(((await document()).F as Record<string, unknown>)['viTriViecLam.ten'], 'Giáo viên');
  assert.equal((await giver('GET', `/people/${personId}`)).status, 200);
  assert.equal((await taker('GET', `/people/${personId}`)).status, 404);
  assert.equal((await here.held(personId))?.bodyId, here.bodyId, 'the card of the body that has the person again');
});

test('a number made anew: one asks, the population database knows it, another agrees; one person, both numbers, a new card', async () => {
  const [old, anew] = [newNumber(), newNumber()];
  const personId = await here.hires({}, { number: old });
  const card = (await here.held(personId))!.number;
  const [clerk, officer] = [await somebody('NHAP_LIEU', BODY), await somebody('XAC_NHAN', BODY)];
  const request = { personId, newNationalId: anew, ...ground() };
  const asked = (await clerk('POST', '/cases/numbers', request)).body;
  assert.equal((await answers(officer, asked.caseId!, 'consent')).body.code, 'E-CASE-NOT-MATCHED');
  await matchedAs(asked.caseId!, 'KHOP');
  assert.equal((await answers(officer, asked.caseId!, 'consent')).body.state, 'agreed');
  await endDueCases(needs);
  for (const number of [old, anew]) {
    const found = await officer('POST', '/people/search', { nationalId: number });
    assert.deepEqual(
      found.body.items?.map((one) => (one as unknown as { personId: string }).personId),
      [personId],
      number,
    );
  }
  // The code of the record is the number, and followed it; what it was stands beside.
  const page = (await officer('GET', `/people/${personId}`)).body as unknown as {
    groups: { fields: { key: string; masked: boolean; display: { vi: string } }[] }[];
  };
  const code = page.groups.flatMap(({ fields }) => fields).find(({ key }) => key === 'maDinhDanhHoSoQG');
  const masked = (number: string) => `${number.slice(0, 3)}•••••${number.slice(-4)}`;
  assert.deepEqual([code?.masked, code?.display.vi], [true, `${masked(anew)} (trước đây: ${masked(old)})`]);
  const [point] = await owner<{ before: number }>(`select max(tx) - 1 as before from national_id where person_id = $1`, [personId]);
  const thenPage = (
    await onceSettled(
      () => officer('GET', `/people/${personId}?knownAt=${point!.before}`),
      ({ body }) => body.code,
    )
  ).body as unknown as typeof page;
  const then = thenPage.groups.flatMap(({ fields }) => fields).find(({ key }) => key === 'maDinhDanhHoSoQG');
  assert.equal(then?.display.vi, masked(old), 'as known before, the code was the number of before');
  const states = await owner<{ state: string }>('select state from national_id where person_id = $1 order by state', [personId]);
  assert.deepEqual(
    states.map((row) => row.state),
    ['former', 'registered'],
  );
  const held = await here.held(personId);
  assert.ok(held && held.number !== card, 'a new card under the new number');
  const taken = await clerk('POST', '/cases/numbers', { ...request, personId: await here.hires(), newNationalId: old });
  assert.equal(taken.body.code, 'E-CASE-NUMBER-TAKEN', 'a number that somebody had is nobody else’s');
});

test('a new number that the population database does not know as this person’s is not taken', async () => {
  const personId = await here.hires();
  const [clerk, officer] = [await somebody('NHAP_LIEU', BODY), await somebody('XAC_NHAN', BODY)];
  const { caseId } = (await clerk('POST', '/cases/numbers', { personId, newNationalId: newNumber(), ...ground() })).body;
  await matchedAs(caseId!, 'LECH');
  assert.equal((await answers(officer, caseId!, 'consent')).body.code, 'E-CASE-NOT-MATCHED');
  assert.equal((await answers(clerk, caseId!, 'withdraw')).body.state, 'withdrawn');
});

test('bad input is told and changes nothing', async () => {
  const number = newNumber();
  await here.hires({}, { number });
  const taker = await somebody('XAC_NHAN', OTHER);
  const bodyId = await here.office.body(OTHER);
  const request = { bodyId, nationalId: number, effectiveOn: today, ...ground() };
  const code = async (wrong: object) => (await taker('POST', '/cases/asks', { ...request, ...wrong })).body.code;
  assert.equal(await code({ nationalId: '12' }), 'E-CASE-NUMBER');
  assert.equal(await code({ decisionNumber: ' ' }), 'E-CASE-GROUND');
  assert.equal(await code({ decisionDate: addDays(today, 1) }), 'E-CASE-GROUND');
  assert.equal(await code({ effectiveOn: '2026-02-30' }), 'E-CASE-DAY');
  assert.equal(await code({ effectiveOn: addDays(today, 400) }), 'E-CASE-DAY');
  assert.equal((await taker('GET', '/cases')).body.items!.filter((one) => one.caseId === '').length, 0);
  assert.equal(
    (await answers(taker, here.office.chance.uuid7(Date.parse(here.office.clock.now())), 'consent')).body.code,
    'E-CASE-NOT-FOUND',
  );
});

/** The school lends a person; the other body has not answered. */
async function lent(untilOn = addDays(today, 100), effectiveOn = today) {
  const personId = await here.hires();
  const [giver, user] = [await somebody('XAC_NHAN', BODY), await somebody('XAC_NHAN', OTHER)];
  const request = { personId, receiving: OTHER, effectiveOn, untilOn, ...ground() };
  const caseId = (await giver('POST', '/cases/secondments', request)).body.caseId!;
  return { personId, giver, user, caseId, request };
}
const bodiesOf = async (personId: string) =>
  (
    await owner<{ body_id: string; managing_body_id: string | null; using_body_id: string | null }>(
      'select body_id, managing_body_id, using_body_id from person where person_id = $1',
      [personId],
    )
  )[0]!;

test('a secondment: the managing body stays, the using one is named once it has agreed, and no longer than both request', async () => {
  const other = await here.office.body(OTHER);
  const { personId, giver, user, caseId, request } = await lent();
  const own = { body_id: here.bodyId, managing_body_id: here.bodyId, using_body_id: here.bodyId };
  await endDueCases(needs);
  assert.deepEqual(await bodiesOf(personId), own, 'nobody is used by a body that has not agreed');
  const seen = await user('GET', `/cases/${caseId}`);
  assert.deepEqual([seen.body.kind, seen.body.person], ['secondment', { name: 'Đặng Thị Yến', personId: null, submissionId: null }]);
  assert.equal((await answers(giver, caseId, 'consent')).body.code, 'E-NOT-WITHIN-REACH', 'who lends does not accept');
  assert.equal((await giver('POST', '/cases/secondments', request)).body.code, 'E-CASE-OPEN');
  assert.equal((await answers(user, caseId, 'consent')).body.state, 'agreed');
  await endDueCases(needs);
  assert.deepEqual(await bodiesOf(personId), { ...own, using_body_id: other });
  assert.equal((await giver('GET', `/people/${personId}`)).status, 200, 'the body that manages reads the record');
  assert.equal((await user('GET', `/people/${personId}`)).status, 200, 'who uses the person reads it too');
  const change = { personId, receiving: 'H41.01', effectiveOn: today, ...ground() };
  assert.equal((await user('POST', '/cases/offers', change)).body.code, 'E-NOT-WITHIN-REACH', 'and gives them to nobody');
  assert.equal((await user('POST', `/people/${personId}/card/end`, { reason: 'MAT' })).body.code, 'E-NOT-WITHIN-REACH');
  assert.equal(await here.held(personId), null, 'a post of the school is on no card of the other body');
  assert.equal((await giver('POST', '/cases/secondments', request)).body.code, 'E-CASE-OPEN', 'one at a time');
  // What the managing body sends of the person stands beside it, and a card names the body that uses them.
  await here.registers(personId, {
    A: { coQuanSuDung: OTHER },
    F: { 'viTriViecLam.ma': 'VTVL-07', 'viTriViecLam.ten': 'Cán bộ địa chính' },
  });
  assert.deepEqual(await bodiesOf(personId), { ...own, using_body_id: other });
  assert.equal((await here.held(personId, `secondment:${other}`))?.says.co_quan.ma, OTHER);
  await here.registers(personId, { A: { loaiDoiTuong: 'CC' } });
  assert.deepEqual(await bodiesOf(personId), { ...own, using_body_id: other }, 'what is not said again stays known');
  assert.equal((await answers(user, caseId, 'undo')).body.state, 'undone');
  await endDueCases(needs);
  assert.equal((await user('GET', `/people/${personId}`)).status, 404, 'and no longer than it uses them');
  assert.deepEqual(await bodiesOf(personId), own);
  const [person] = await owner<{ document: { A: Record<string, unknown>; F: Record<string, unknown> } }>(
    'select document from person where person_id = $1',
    [personId],
  );
  assert.deepEqual(
    [person!.document.A['coQuanSuDung'], person!.document.A['loaiDoiTuong'], person!.document.F['viTriViecLam.ten']],
    [BODY, 'CC', 'Giáo viên'],
    'what was said meanwhile stands; what the case had said, and the post at the body that used them, does not',
  );
  const applied = await here.registers(personId, { A: { coQuanSuDung: OTHER } });
  assert.equal(applied.outcome, 'refused', 'after its end the sender’s word is not enough');
});

test('a secondment ends with its last day, and the person stands as before it', async () => {
  const { personId, user, caseId } = await lent(addDays(today, 5));
  assert.equal((await answers(user, caseId, 'consent')).body.state, 'agreed');
  await endDueCases(needs);
  const on = (days: number) => endDueCases({ ...needs, clock: { ...here.office.clock, today: () => addDays(today, days) } });
  await on(5);
  assert.equal((await bodiesOf(personId)).using_body_id, await here.office.body(OTHER));
  await on(6);
  assert.equal((await bodiesOf(personId)).using_body_id, here.bodyId);
  assert.deepEqual((({ state, outcome }) => [state, outcome])((await user('GET', `/cases/${caseId}`)).body), ['undone', 'ended']);
  const [person] = await owner<{ document: { F: Record<string, unknown> } }>('select document from person where person_id = $1', [
    personId,
  ]);
  assert.equal(person!.document.F['viTriViecLam.ten'], 'Giáo viên');
});

test('a secondment that is refused, or is of no day, changes nothing; nobody lends another body’s people', async () => {
  const { personId, user, caseId, request } = await lent();
  assert.equal((await answers(user, caseId, 'refuse')).body.state, 'refused');
  await endDueCases(needs);
  assert.equal((await bodiesOf(personId)).using_body_id, here.bodyId);
  const giver = await somebody('XAC_NHAN', BODY);
  const code = async (wrong: object) => (await giver('POST', '/cases/secondments', { ...request, ...wrong })).body.code;
  assert.equal(await code({ untilOn: addDays(today, -1) }), 'E-CASE-UNTIL');
  assert.equal(await code({ untilOn: '2026-02-30' }), 'E-CASE-UNTIL');
  assert.equal(await code({ untilOn: addDays(today, 9_000) }), 'E-CASE-UNTIL');
  assert.equal(await code({ receiving: BODY }), 'E-CASE-RECEIVER');
  assert.equal((await user('POST', '/cases/secondments', request)).body.code, 'E-PERSON-NOT-FOUND');
});

test('a person who is lent and goes over to a third body is that body’s alone', async () => {
  const { personId, giver, user, caseId } = await lent();
  await answers(user, caseId, 'consent');
  await endDueCases(needs);
  const taker = await somebody('XAC_NHAN', 'H41.01');
  const offer = { personId, receiving: 'H41.01', effectiveOn: today, ...ground() };
  const moving = (await giver('POST', '/cases/offers', offer)).body.caseId!;
  assert.equal((await answers(taker, moving, 'consent')).body.state, 'agreed');
  await endDueCases(needs);
  const third = await here.office.body('H41.01');
  assert.deepEqual(await bodiesOf(personId), { body_id: third, managing_body_id: third, using_body_id: third });
  assert.equal((await answers(user, caseId, 'undo')).body.state, 'undone');
  await endDueCases(needs);
  assert.deepEqual(await bodiesOf(personId), { body_id: third, managing_body_id: third, using_body_id: third });
  assert.equal((await answers(taker, moving, 'undo')).body.state, 'undone');
  await endDueCases(needs);
  assert.equal(
    (await bodiesOf(personId)).using_body_id,
    null,
    'the secondment that stood before has ended: nobody says who uses the person',
  );
});

test('nobody is given to a body for a day on which it had no code: refused before, and nothing is left undone', async () => {
  const young = await here.office.body('H41.01');
  const codes = (from: string) => owner('update body_code set valid_from = $2 where body_id = $1', [young, from]);
  const personId = await here.hires();
  const giver = await somebody('XAC_NHAN', BODY);
  const offer = { personId, receiving: 'H41.01', effectiveOn: addDays(today, -1), ...ground() };
  await codes(today);
  try {
    assert.equal((await giver('POST', '/cases/offers', offer)).body.code, 'E-CASE-BODY-DAY');
    assert.equal((await giver('POST', '/cases/secondments', { ...offer, untilOn: addDays(today, 9) })).body.code, 'E-CASE-BODY-DAY');
    const taker = await somebody('XAC_NHAN', 'H41.01');
    const number = newNumber();
    await here.hires({}, { number });
    assert.equal((await asks(taker, number, 'H41.01')).body.code, 'E-CASE-BODY-DAY');
    // The code was corrected between the asking and the answer, or between the answer and its day.
    await codes('1900-01-01');
    const caseId = (await giver('POST', '/cases/offers', offer)).body.caseId!;
    await codes(today);
    assert.equal((await answers(taker, caseId, 'consent')).body.code, 'E-CASE-BODY-DAY');
    await codes('1900-01-01');
    assert.equal((await answers(taker, caseId, 'consent')).body.state, 'agreed');
    await codes(addDays(today, 1));
    await endDueCases(needs);
    assert.deepEqual([(await taker('GET', `/cases/${caseId}`)).body.outcome, await managing(personId)], ['overtaken', here.bodyId]);
  } finally {
    await codes('1900-01-01');
  }
});

test('the database takes a using body only when both sides have agreed by their people, whatever the state of the case says', async () => {
  const { personId, caseId } = await lent();
  const other = await here.office.body(OTHER);
  const { handle } = await here.office.signedIn('000190839998', [['XAC_NHAN', BODY]]);
  await here.office.as(handle, (tx) => tx.query(`update person_case set state = 'done', ended_at = now() where case_id = $1`, [caseId]));
  for (const session of [handle, here.handle])
    await assert.rejects(
      here.office.as(session, (tx) => tx.query('update person set using_body_id = $2 where person_id = $1', [personId, other])),
      /row-level security/,
    );
  assert.equal((await here.registers(personId, { A: { coQuanSuDung: OTHER } })).outcome, 'refused');
});
