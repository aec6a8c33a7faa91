/** A post at another body, beside the main one, over the API: both bodies' words, a card of its own, and its end without the main one. Decision 0092. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Role } from '#authority/access/shapes.ts';
import { bodyByCode, bodyNames, bodyOn } from '#authority/organisations/store.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { endDueCases } from '#record/cases/end-case.ts';
import type { CaseNeeds } from '#record/cases/needs.ts';
import { claimedNames } from '#record/intake/claimed-names.ts';
import { BODY, aCardOffice } from '#uses/card/card-for-tests.ts';
import type { CardOffice } from '#uses/card/card-for-tests.ts';
import { expireCards } from '#uses/card/end-card.ts';
import { followRegister } from '#uses/card/follow.ts';
import { cardsOf } from '#uses/card/store.ts';
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
  readonly state?: string;
  readonly outcome?: string;
  readonly post?: { readonly vi: string };
  readonly items?: readonly { readonly caseId: string; readonly state: string }[];
  readonly held?: { readonly cardId: string; readonly employment: string } | null;
  readonly beside?: readonly {
    readonly cardId: string;
    readonly employment: string;
    readonly says: { readonly co_quan: { readonly ma: string } };
  }[];
  readonly replaced?: boolean;
  readonly begun?: boolean;
}

/** Somebody of a body, with a browser. */
async function somebody(role: Role, body: string) {
  const { handle } = await here.office.signedIn(`00019071${String(++running).padStart(4, '0')}`, [[role, body]]);
  return async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${url}`,
      ...(payload ? { payload } : {}),
      headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `beside-${++running}-${url.length}` },
    });
    return { status: answer.statusCode, body: answer.json<Answered>() };
  };
}
type Browser = Awaited<ReturnType<typeof somebody>>;
const answers = (by: Browser, caseId: string, answer: string) => by('POST', `/cases/${caseId}/answers`, { answer });
const owner = <Row extends object>(sql: string, values: readonly unknown[]) =>
  here.office.owner.transaction(null, (tx) => tx.query<Row>(sql, values));

/** The living cards of a person: employment, agency, post, last day; the main one first. */
async function living(personId: string) {
  const cards = await here.office.as(here.handle, (tx) => cardsOf(tx, personId));
  return cards
    .filter(({ state }) => state === 'HIEU_LUC')
    .map(({ employment, says, validUntil }) => ({
      kind: employment.split(':')[0]!,
      at: says.co_quan.ma,
      post: says.chuc_vu?.ten ?? says.chuc_danh?.ten,
      unit: says.don_vi,
      validUntil,
    }))
    .sort((one, other) => other.kind.localeCompare(one.kind));
}
const kinds = async (personId: string) => (await living(personId)).map(({ kind }) => kind);
const ended = async (personId: string) =>
  (await here.office.as(here.handle, (tx) => cardsOf(tx, personId))).find(({ state }) => state !== 'HIEU_LUC')?.endReason;

/** The school offers its teacher for a post at the other body, which has not answered. */
async function offered(more: object = {}) {
  const personId = await here.hires({ A: { donViTrucThuoc: 'Tổ Toán' } });
  const [giver, taker] = [await somebody('XAC_NHAN', BODY), await somebody('XAC_NHAN', OTHER)];
  const request = {
    personId,
    receiving: OTHER,
    post: 'Phó Hiệu trưởng',
    effectiveOn: today,
    decisionNumber: '15/QĐ-SNV',
    decisionDate: addDays(today, -3),
    reason: '',
    ...more,
  };
  const caseId = (await giver('POST', '/cases/concurrents', request)).body.caseId!;
  return { personId, giver, taker, caseId, request };
}
async function held(more: object = {}) {
  const one = await offered(more);
  assert.equal((await answers(one.taker, one.caseId, 'consent')).body.state, 'agreed');
  await endDueCases(needs);
  return one;
}

test('a concurrent post: nothing before its body agrees; then a second card names it, and the main one stays as it was', async () => {
  const { personId, giver, taker, caseId, request } = await offered();
  const [main] = await living(personId);
  await endDueCases(needs);
  assert.deepEqual(await kinds(personId), ['main']);
  assert.equal((await answers(giver, caseId, 'consent')).body.code, 'E-NOT-WITHIN-REACH', 'who offers does not agree');
  const seen = await taker('GET', `/cases/${caseId}`);
  assert.deepEqual([seen.body.post?.vi, seen.body.state], ['Phó Hiệu trưởng', 'asked'], 'the very post that is agreed to');
  assert.equal((await giver('POST', '/cases/concurrents', request)).body.code, 'E-CASE-OPEN');
  assert.equal((await answers(taker, caseId, 'consent')).body.state, 'agreed');
  await endDueCases(needs);
  const [first, beside] = await living(personId);
  assert.deepEqual(first, main);
  assert.deepEqual([beside?.kind, beside?.at, beside?.post, beside?.unit], ['concurrent', OTHER, 'Phó Hiệu trưởng', undefined]);
  const [person] = await owner<{ document: { F: { chucVuKiemNhiem: readonly Record<string, string>[] } } }>(
    'select document from person where person_id = $1',
    [personId],
  );
  assert.deepEqual(
    person!.document.F.chucVuKiemNhiem.map(({ chucVu, coQuan, tuNgay }) => [chucVu, coQuan, tuNgay]),
    [['PHT', OTHER, today]],
  );
  assert.deepEqual(
    (await giver('GET', `/people/${personId}/cases`)).body.items!.map((one) => [one.caseId, one.state]),
    [[caseId, 'done']],
    'the record tells what is in force, and where it is ended',
  );
  const page = (await giver('GET', `/people/${personId}/card`)).body;
  assert.deepEqual(
    [page.held?.employment, page.beside!.map((one) => [one.employment, one.says.co_quan.ma])],
    ['main', [['concurrent', OTHER]]],
  );
  assert.equal((await taker('GET', `/people/${personId}`)).status, 404, 'the body of the post does not read the record');
});

test('either body ends it: its card ends at once, the main one holds', async () => {
  for (const who of ['giver', 'taker'] as const) {
    const one = await held();
    const [main] = await living(one.personId);
    assert.equal((await answers(one[who], one.caseId, 'undo')).body.state, 'undone');
    await endDueCases(needs);
    assert.deepEqual(await living(one.personId), [main], who);
    assert.equal(await ended(one.personId), 'THOI_KIEM_NHIEM');
    assert.equal((await one.giver('GET', `/cases/${one.caseId}`)).body.outcome, 'ended');
  }
});

test('it ends with its last day, which the card says; from then on nothing names the post', async () => {
  const { personId, caseId, giver } = await held({ untilOn: addDays(today, 5) });
  assert.equal((await living(personId))[1]?.validUntil, addDays(today, 5));
  const on = (days: number) => ({ ...needs, clock: { ...here.office.clock, today: () => addDays(today, days) } });
  await endDueCases(on(5));
  assert.deepEqual(await kinds(personId), ['main', 'concurrent']);
  await expireCards({ ...here.needs, ...here.office, clock: on(6).clock, jobSession: here.jobSession });
  assert.deepEqual(await kinds(personId), ['main'], 'by the day alone, before the case is looked at');
  await endDueCases(on(6));
  assert.equal((await giver('GET', `/cases/${caseId}`)).body.state, 'undone');
  await here.registers(personId, { C: { dienThoaiDiDong: '0912345678' } });
  assert.deepEqual(await kinds(personId), ['main']);
});

test('both words are needed at every moment: another post than the agreed one, or a record that names it no more, has no card', async () => {
  const { personId } = await held();
  const line = { chucVu: 'PHT', coQuan: OTHER, tuNgay: today };
  await here.registers(personId, { F: { chucVuKiemNhiem: [{ ...line, chucVu: 'HT' }] } });
  assert.deepEqual(await kinds(personId), ['main'], 'the other body agreed to a deputy');
  await here.registers(personId, { F: { chucVuKiemNhiem: [line] } });
  assert.deepEqual(await kinds(personId), ['main', 'concurrent']);
  await here.registers(personId, { F: { chucVuKiemNhiem: [] } });
  assert.deepEqual(await kinds(personId), ['main']);
  const stated = await here.hires({ F: { chucVuKiemNhiem: [line] } });
  assert.deepEqual(await kinds(stated), ['main'], 'the managing body’s word alone gives none');
});

test('a post that the record names already has its card once its body agrees', async () => {
  const { personId, taker, caseId } = await offered();
  await here.registers(personId, { F: { chucVuKiemNhiem: [{ chucVu: 'PHT', coQuan: OTHER, tuNgay: today }] } });
  await answers(taker, caseId, 'consent');
  await endDueCases(needs);
  assert.deepEqual(await kinds(personId), ['main', 'concurrent']);
});

test('without a post of their own people hold a concurrent one; who leaves or goes over holds none', async () => {
  const { personId } = await held();
  await here.registers(personId, { F: { 'viTriViecLam.ma': { vang: 'CHUA_XAC_DINH' }, 'viTriViecLam.ten': { vang: 'CHUA_XAC_DINH' } } });
  assert.deepEqual(await kinds(personId), ['concurrent']);
  await here.registers(personId, { A: { trangThaiCongTac: 'THOI_VIEC' } });
  assert.deepEqual(await kinds(personId), []);
  const moved = await held();
  const taker = await somebody('XAC_NHAN', 'H41.01');
  const { post: _post, ...offer } = { ...moved.request, receiving: 'H41.01' };
  const moving = (await moved.giver('POST', '/cases/offers', offer)).body.caseId!;
  assert.equal((await answers(taker, moving, 'consent')).body.state, 'agreed');
  await endDueCases(needs);
  assert.deepEqual(await kinds(moved.personId), []);
  await endDueCases(needs);
  assert.equal((await moved.giver('GET', `/cases/${moved.caseId}`)).body.state, 'undone', 'the case goes with the employment');
});

test('an officer ends one of several cards by its own; for mistrust all of them, and a release brings all back', async () => {
  const { personId, giver } = await held();
  const besideOf = async () => (await giver('GET', `/people/${personId}/card`)).body.beside![0]!;
  const [, before] = await living(personId);
  const lost = await giver('POST', `/people/${personId}/card/end`, { reason: 'MAT_DIEN_THOAI', cardId: (await besideOf()).cardId });
  assert.deepEqual([lost.status, lost.body.replaced], [200, true]);
  assert.deepEqual((await living(personId))[1], before);
  assert.equal((await here.held(personId))?.endReason, null, 'the main one goes on');
  await giver('POST', `/people/${personId}/card/end`, { reason: 'SU_CO', cardId: (await besideOf()).cardId });
  assert.deepEqual(await kinds(personId), []);
  const holds = await owner<{ n: number }>('select count(*)::int as n from card_hold where person_id = $1', [personId]);
  assert.deepEqual(holds, [{ n: 1 }], 'a person is held back once');
  const second = await somebody('XAC_NHAN', BODY);
  const released = await second('POST', `/people/${personId}/card/release`, { reason: 'DA_KHAC_PHUC', paper: '9/BB' });
  assert.deepEqual([released.status, released.body.begun], [200, true]);
  assert.deepEqual(await kinds(personId), ['main', 'concurrent']);
  assert.equal((await giver('POST', `/people/${personId}/card/end`, { reason: 'SU_CO', cardId: here.bodyId })).body.code, 'E-CARD-NONE');
});

test('a secondment has a card of its own in place of the main one, and gives it back', async () => {
  const { personId, giver, request } = await offered();
  const { post: _post, ...ask } = { ...request, untilOn: addDays(today, 90) };
  const taker = await somebody('XAC_NHAN', OTHER);
  const caseId = (await giver('POST', '/cases/secondments', ask)).body.caseId!;
  await answers(taker, caseId, 'consent');
  await endDueCases(needs);
  assert.deepEqual(await kinds(personId), []);
  assert.equal(await ended(personId), 'DOI_CO_QUAN');
  // The post of a leader is said for the first time: it is one at the other body, too.
  await here.registers(personId, { F: { chucVuHienTai: 'PTP', 'viTriViecLam.ma': 'VTVL-09', 'viTriViecLam.ten': 'Cán bộ địa chính' } });
  const [lent] = await living(personId);
  assert.deepEqual(
    [lent?.kind, lent?.at, lent?.post, lent?.validUntil],
    ['secondment', OTHER, 'Phó Trưởng phòng và tương đương', addDays(today, 90)],
  );
  assert.equal((await giver('GET', `/people/${personId}/card`)).body.held?.employment, 'secondment');
  await answers(giver, caseId, 'undo');
  await endDueCases(needs);
  const [main] = await living(personId);
  assert.deepEqual([main?.kind, main?.at, main?.post], ['main', BODY, 'Giáo viên'], 'the post at the other body is not one at the school');
  assert.equal(await ended(personId), 'HET_BIET_PHAI');
});

test('bad input is told and changes nothing', async () => {
  const { personId, giver, taker, caseId, request } = await offered();
  await answers(taker, caseId, 'refuse');
  const code = async (wrong: object) => (await giver('POST', '/cases/concurrents', { ...request, ...wrong })).body.code;
  assert.equal(await code({ post: '  ' }), 'E-CASE-POST');
  assert.equal(await code({ post: 'Phó ban 001190123456' }), 'E-CASE-POST', 'no number gets onto a card');
  assert.equal(await code({ untilOn: addDays(today, -1) }), 'E-CASE-UNTIL');
  assert.equal(await code({ untilOn: '2026-02-30' }), 'E-CASE-UNTIL');
  assert.equal(await code({ receiving: BODY }), 'E-CASE-RECEIVER');
  assert.equal(await code({ decisionNumber: ' ' }), 'E-CASE-GROUND');
  assert.equal(await code({ effectiveOn: addDays(today, 400) }), 'E-CASE-DAY');
  assert.equal((await taker('POST', '/cases/concurrents', request)).body.code, 'E-PERSON-NOT-FOUND');
  assert.deepEqual(await kinds(personId), ['main']);
});

test('the database takes no card of an employment, or of a post, that its body did not agree to', async () => {
  const { personId, caseId } = await held();
  const other = await here.office.body(OTHER);
  let numbers = 0;
  const insert = (employment: string, post: string, body = other) =>
    here.office.as(here.handle, async (tx) => {
      const [number] = await tx.query<{ number: string }>(`insert into card_number (number) values ($1) returning number`, [
        `AAAAA-AAAA${'ABCDEFGH'[numbers++]}-1`,
      ]);
      return tx.query(
        `insert into card (person_id, card_id, body_id, employment, number, state, version, claims, using_body_id, managing_body_id, portrait, issued_on, valid_until, created_at)
         select person_id, gen_random_uuid(), body_id, $2, $3, 'HIEU_LUC', version, jsonb_set(claims::jsonb, '{chuc_vu}', jsonb_build_object('ma', $4::text, 'ten', 'x'))::text, $5,
                managing_body_id, portrait, issued_on, valid_until, created_at from card where person_id = $1 and employment like 'concurrent:%' limit 1`,
        [personId, employment, number!.number, post, body],
      );
    });
  await owner(
    `update card set state = 'THU_HOI', ended_at = now(), end_reason = 'THOI_KIEM_NHIEM' where person_id = $1 and employment <> 'main'`,
    [personId],
  );
  await assert.rejects(insert(`concurrent:${other}`, 'HT'), /row-level security/, 'another post');
  await assert.rejects(insert(`concurrent:${here.bodyId}`, 'PHT'), /row-level security/, 'another body');
  await assert.rejects(insert(`secondment:${other}`, 'PHT'), /row-level security/, 'another kind');
  await insert(`concurrent:${other}`, 'PHT');
  await owner(
    `update card set state = 'THU_HOI', ended_at = now(), end_reason = 'THOI_KIEM_NHIEM' where person_id = $1 and employment <> 'main'`,
    [personId],
  );
  await owner(`delete from person_case_act where case_id = $1 and act = 'consented' and body_id = $2`, [caseId, other]);
  await assert.rejects(insert(`concurrent:${other}`, 'PHT'), /row-level security/, 'whatever the state of the case says');
});
