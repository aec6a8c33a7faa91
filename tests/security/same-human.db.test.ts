/**
 * Two records of one human, over the API: one body proposes, the other decides what the record that stays takes over, the old id leads to it, and two people make them two again
 * exactly, while nothing stands on it.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { filesIn } from '#base/files/folder.ts';
import type { Role } from '#authority/access/shapes.ts';
import { checkpointSigner } from '#authority/audit/checkpoint.ts';
import { verifyAuditLog } from '#authority/audit/verify.ts';
import { bodyByCode, bodyNames, bodyOn } from '#authority/organisations/store.ts';
import { onceSettled } from '#base/database/settled-for-tests.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { endCase, endDueCases } from '#record/cases/end-case.ts';
import type { CaseNeeds } from '#record/cases/needs.ts';
import { claimedNames } from '#record/intake/claimed-names.ts';
import { witnessedMerges } from '#record/register/merge-witness.ts';
import { derivedReach } from '#record/register/reach-witness.ts';
import { derivedPeople, witnessedVersions } from '#record/register/witness.ts';
import { BODY, aCardOffice } from '#uses/card/card-for-tests.ts';
import type { CardOffice } from '#uses/card/card-for-tests.ts';
import { takePlace, writeCopy } from '#uses/card/copy-store.ts';
import { followRegister } from '#uses/card/follow.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const OTHER = 'H41.51';
let school: CardOffice;
let commune: CardOffice;
let app: FastifyInstance;
let folder: string;
let needs: CaseNeeds;
let running = 0;
let today: string;

before(async () => {
  school = await aCardOffice();
  commune = await aCardOffice('cd'.repeat(32), { office: school.office, bodyCode: OTHER });
  folder = await dataFolder();
  app = await aServer(school.office, folder);
  const { office } = school;
  today = office.clock.today();
  needs = {
    ...office,
    demo: true,
    jobSession: school.jobSession,
    sendJob: async () => undefined,
    onRegistered: followRegister(school.needs),
    bodyOn,
    bodyByCode,
    bodyNames: (tx, ids) => bodyNames(tx, ids, office.clock.today()),
    claimedNames,
  };
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

type Json = Readonly<Record<string, unknown>>;
interface Row {
  readonly path: string;
  readonly stays: readonly { readonly vi: string }[];
  readonly goes: readonly { readonly vi: string }[];
  readonly same: boolean;
  readonly suggested: string;
  readonly choices: readonly string[];
}
interface Answered {
  readonly code?: string;
  readonly detail?: string;
  readonly caseId?: string;
  readonly state?: string;
  readonly outcome?: string | null;
  readonly personId?: string;
  readonly version?: number;
  readonly knownAt?: number;
  readonly merged?: readonly { readonly personId: string; readonly knownFrom: number }[];
  readonly to?: { readonly name: string | null };
  readonly items?: readonly Json[];
  readonly rows?: readonly Row[];
  readonly goneVersion?: number;
  readonly staysVersion?: number;
  readonly standsOn?: readonly string[];
  readonly may?: Readonly<Record<string, boolean>>;
}

async function somebody(role: Role, body: string, number = `00019181${String(++running).padStart(4, '0')}`) {
  const { handle } = await school.office.signedIn(number, [[role, body]]);
  return async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${url}`,
      ...(payload ? { payload } : {}),
      headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `same-${++running}-${url.length}` },
    });
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Answered>() };
  };
}
type Browser = Awaited<ReturnType<typeof somebody>>;

let numbers = 0;
const newNumber = (): string => `00019182${String(++numbers).padStart(4, '0')}`;
const ground = () => ({ decisionNumber: '15/BB-ĐC', decisionDate: addDays(today, -3), reason: 'Một người, hai hồ sơ' });
const proposes = (by: Browser, personId: string, nationalId: string) => by('POST', '/cases/merges', { personId, nationalId, ...ground() });
const answers = (by: Browser, caseId: string, answer: string, merge?: object) =>
  by('POST', `/cases/${caseId}/answers`, { answer, ...(merge ? { merge } : {}) });
/** Asks until the point is settled: transactions of other databases of the cluster hold it back while they run. */
const settled = (ask: () => ReturnType<Browser>) => onceSettled(ask, ({ body }) => body.code);

const owner = <Found extends object>(sql: string, values: readonly unknown[]) =>
  school.office.owner.transaction(null, (tx) => tx.query<Found>(sql, values));
const must = (answer: Awaited<ReturnType<Browser>>): Answered => {
  assert.ok(answer.status < 300, JSON.stringify(answer.body));
  return answer.body;
};

interface Two {
  /** the record that goes, of the school, and the one that stays, of the commune */
  readonly gone: string;
  readonly stays: string;
  readonly goneNumber: string;
  readonly staysNumber: string;
  readonly giver: Browser;
  readonly taker: Browser;
}
async function two(staysIn: CardOffice = commune): Promise<Two> {
  const [goneNumber, staysNumber] = [newNumber(), newNumber()];
  const gone = await school.hires(
    {
      B: { noiSinh: { maTinh: '01' } },
      C: { dienThoaiDiDong: '0911111111' },
      E: { ngoaiNgu: [{ maNgonNgu: 'EN', 'chungChi.loai': 'B1' }] },
      T: { tinhTrangSucKhoe: 'Tốt' },
    } as never,
    { number: goneNumber },
  );
  const stays = await staysIn.hires({ C: { dienThoaiDiDong: '0922222222' } }, { number: staysNumber });
  return {
    gone,
    stays,
    goneNumber,
    staysNumber,
    giver: await somebody('XAC_NHAN', BODY),
    taker: await somebody('XAC_NHAN', staysIn === commune ? OTHER : BODY),
  };
}

/** Proposed, and decided as the one who decides sees it. */
async function merges(pair: Two, choose: (rows: readonly Row[]) => { take?: string[]; both?: string[] } = () => ({})): Promise<string> {
  const { caseId } = must(await proposes(pair.giver, pair.gone, pair.staysNumber));
  const { rows, goneVersion, staysVersion } = must(await pair.taker('GET', `/cases/${caseId!}/records`));
  assert.equal(
    must(await answers(pair.taker, caseId!, 'consent', { goneVersion, staysVersion, take: [], both: [], ...choose(rows!) })).state,
    'agreed',
  );
  await endCase(needs, { caseId: caseId! });
  return caseId!;
}

/** Everything that a read, a list, reach, a number and a card say of one record; counts of versions and points of knowledge go on, and are left out. */
async function told(personId: string, number: string, by: Browser) {
  const { version: _v, etag: _e, knownAt: _k, ...read } = must(await by('GET', `/people/${personId}`)) as Json & Answered;
  const { held, why } = must(await by('GET', `/people/${personId}/card`)) as Json & Answered;
  const history = must(await by('GET', `/people/${personId}/history?field=dienThoaiDiDong`)).items;
  return {
    read,
    history,
    card: { held: held !== null, says: (held as Json | null)?.['says'] ?? null, why },
    byName: must(await by('POST', '/people/search', { name: 'Đặng Thị Yến', limit: 100 })).items!.filter(
      (hit) => hit['personId'] === personId,
    ),
    byNumber: must(await by('POST', '/people/search', { nationalId: number })).items,
    reach: await owner(
      `select body_id, why, valid_from, valid_to, by_case from person_reach where person_id = $1 and tx_to = 9223372036854775807 order by why, body_id, valid_from`,
      [personId],
    ),
    numbers: await owner('select id_hash, body_id, sealed, state, claimed_by from national_id where person_id = $1 order by id_hash', [
      personId,
    ]),
    row: (await owner<{ row: Json }>(`select to_jsonb(p) - 'version' - 'tx' as row from person p where person_id = $1`, [personId]))[0]!
      .row,
  };
}

test('two bodies: the one proposes, the other sees both and chooses, the old id leads to the record that stays', async () => {
  const pair = await two();
  const { caseId } = must(await proposes(pair.giver, pair.gone, pair.staysNumber));
  const before = must(await pair.giver('GET', `/cases/${caseId!}`));
  assert.equal(before.to!.name, null, 'who has the other record tells it by answering');
  assert.equal(
    (await pair.giver('GET', `/cases/${caseId!}/records`)).body.code,
    'E-NOT-WITHIN-REACH',
    'and nobody else is shown the other record',
  );
  const { rows, goneVersion, staysVersion } = must(await pair.taker('GET', `/cases/${caseId!}/records`));
  const row = (path: string) => rows!.find((one) => one.path === path)!;
  assert.deepEqual([row('hoTenKhaiSinh').same, row('hoTenKhaiSinh').choices], [true, ['stays']], 'identical facts stand once');
  assert.deepEqual([row('dienThoaiDiDong').same, row('dienThoaiDiDong').suggested], [false, 'stays'], 'differing ones are asked');
  assert.deepEqual([row('coQuanQuanLy').choices, row('viTriViecLam.ten').choices], [['stays'], ['stays']]);
  assert.equal(row('noiSinh').suggested, 'goes', 'what one record alone says is suggested');
  const choice = { goneVersion, staysVersion, take: ['dienThoaiDiDong', 'noiSinh'], both: [] };
  assert.equal((await answers(pair.taker, caseId!, 'consent')).body.code, 'E-CASE-RECORDS-CHANGED', 'nobody decides without having looked');
  assert.equal((await answers(pair.taker, caseId!, 'consent', { ...choice, take: ['coQuanQuanLy'] })).body.code, 'E-CASE-CHOICE');
  assert.equal(must(await answers(pair.taker, caseId!, 'consent', choice)).state, 'agreed');
  await endCase(needs, { caseId: caseId! });
  assert.equal(must(await pair.taker('GET', `/cases/${caseId!}`)).state, 'done');

  const read = must(await pair.taker('GET', `/people/${pair.gone}`));
  assert.equal(read.personId, pair.stays, 'the old id is the other record');
  assert.match(JSON.stringify(read), /0911111111/);
  assert.deepEqual(
    read.merged!.map((one) => one.personId),
    [pair.gone],
  );
  for (const number of [pair.goneNumber, pair.staysNumber]) {
    const hits = must(await pair.taker('POST', '/people/search', { nationalId: number })).items!;
    assert.deepEqual(
      hits.map((hit) => hit['personId']),
      [pair.stays],
      'both numbers find it',
    );
  }
  const names = must(await pair.taker('POST', '/people/search', { name: 'Đặng Thị Yến', limit: 100 })).items!;
  assert.deepEqual(
    [names.some((hit) => hit['personId'] === pair.gone), names.some((hit) => hit['personId'] === pair.stays)],
    [false, true],
  );
  assert.deepEqual(
    must(await pair.giver('POST', '/people/search', { name: 'Đặng Thị Yến', limit: 100 })).items!.filter(
      (hit) => hit['personId'] === pair.gone,
    ),
    [],
  );

  const earlier = read.merged![0]!.knownFrom - 1;
  const asKnown = must(await settled(() => pair.taker('GET', `/people/${pair.gone}?knownAt=${earlier}`)));
  assert.deepEqual(
    [asKnown.personId, /0911111111/.test(JSON.stringify(asKnown))],
    [pair.gone, true],
    'before the merge the two are known as they were',
  );
  const left = must(await pair.giver('GET', `/people/${pair.gone}`));
  assert.equal(left.personId, pair.gone, 'who let it go sees it as it stood, for a term');
  assert.equal((await pair.giver('GET', `/people/${pair.stays}`)).status, 404, 'and nothing of the other one');
  const cards = await owner<{ state: string; end_reason: string | null }>('select state, end_reason from card where person_id = $1', [
    pair.gone,
  ]);
  assert.deepEqual(cards, [{ state: 'THU_HOI', end_reason: 'HO_SO_TRUNG' }]);
  const acts = await owner<{ act: string }>(
    `select act from audit_event where object_id = any ($1::uuid[]) and act like 'person.%' order by act`,
    [[pair.gone, pair.stays]],
  );
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['person.merged', 'person.merged'],
    'each body’s log says it of its own record',
  );
});

test('unmerge is exact: every read, list, reach, number and card stands as before the merge', async () => {
  const pair = await two();
  const records = [
    [pair.gone, pair.goneNumber, pair.giver],
    [pair.stays, pair.staysNumber, pair.taker],
  ] as const;
  const before = await Promise.all(records.map(([id, number, by]) => told(id, number, by)));
  const caseId = await merges(pair, (rows) => ({
    take: rows.filter((row) => row.choices.includes('goes')).map((row) => row.path),
  }));
  assert.notDeepEqual(await told(pair.stays, pair.staysNumber, pair.taker), before[1], 'the merge says something');
  const other = await somebody('XAC_NHAN', BODY);
  assert.equal(must(await answers(pair.taker, caseId, 'undo')).state, 'undo_asked');
  assert.equal((await answers(pair.taker, caseId, 'undo')).status >= 400, true, 'one person alone undoes nothing');
  assert.equal(must(await answers(other, caseId, 'undo')).state, 'undone');
  await endCase(needs, { caseId });
  await endCase(needs, { caseId });
  assert.deepEqual(await Promise.all(records.map(([id, number, by]) => told(id, number, by))), before);
  // And they go on as two: each takes its next change, and may be merged again.
  await school.registers(pair.gone, { C: { dienThoaiDiDong: '0933333333' } });
  await merges(pair);
});

test('what stands on a merge keeps it: a newer version, a card in a wallet, an open case; each is named', async () => {
  const undoOf = async (pair: Two, caseId: string) => {
    const shown = must(await pair.taker('GET', `/cases/${caseId}`)).standsOn;
    const { body } = await answers(pair.taker, caseId, 'undo');
    assert.equal(body.code, 'E-CASE-MERGE-STANDS-ON');
    return shown;
  };
  const one = await two();
  const first = await merges(one);
  await commune.registers(one.stays, { C: { dienThoaiDiDong: '0944444444' } });
  assert.deepEqual(await undoOf(one, first), ['version']);

  const carded = await two();
  const second = await merges(carded);
  const held = (await commune.held(carded.stays))!;
  const at = school.office.clock.now();
  await school.office.as(commune.handle, async (tx) => {
    const expiresAt = new Date(Date.parse(at) + 7 * 86_400_000).toISOString();
    const place = await takePlace(tx, school.office.chance, { at, expiresAt });
    const copyId = school.office.chance.uuid7(Date.parse(at));
    await writeCopy(tx, {
      ...held,
      copyId,
      place,
      holderKey: 'k',
      issuedAt: at,
      expiresAt,
      grantId: null,
      notificationHash: school.office.chance.bytes(32),
    });
  });
  assert.deepEqual(await undoOf(carded, second), ['card']);

  const moving = await two();
  const third = await merges(moving);
  must(
    await moving.taker('POST', '/cases/offers', { personId: moving.stays, receiving: BODY, effectiveOn: addDays(today, 9), ...ground() }),
  );
  assert.deepEqual(await undoOf(moving, third), ['case']);
  // What comes between the asking and the doing keeps it too.
  const late = await two();
  const fourth = await merges(late);
  must(await answers(late.giver, fourth, 'undo'));
  must(await answers(late.taker, fourth, 'undo'));
  await commune.registers(late.stays, { C: { dienThoaiDiDong: '0955555555' } });
  await endDueCases(needs);
  assert.equal(must(await late.taker('GET', `/cases/${fourth}`)).state, 'done');
  assert.equal(must(await late.taker('GET', `/people/${late.gone}`)).personId, late.stays);
});

test('nobody merges alone, nor themselves, nor out of another body’s reach', async () => {
  const pair = await two();
  const stranger = await somebody('XAC_NHAN', 'H41.01');
  assert.equal((await proposes(stranger, pair.gone, pair.staysNumber)).body.code, 'E-PERSON-NOT-FOUND');
  assert.equal((await proposes(pair.giver, pair.gone, pair.goneNumber)).body.code, 'E-CASE-SAME-RECORD');
  assert.equal((await proposes(pair.giver, pair.gone, newNumber())).body.code, 'E-CASE-NOBODY');
  const { caseId } = must(await proposes(pair.giver, pair.gone, pair.staysNumber));
  assert.equal((await proposes(pair.giver, pair.gone, pair.staysNumber)).body.code, 'E-CASE-OPEN');
  assert.equal((await stranger('GET', `/cases/${caseId!}/records`)).body.code, 'E-CASE-NOT-FOUND');
  assert.equal((await answers(stranger, caseId!, 'consent')).body.code, 'E-CASE-NOT-FOUND');
  const clerk = await somebody('NHAP_LIEU', OTHER);
  assert.notEqual((await clerk('GET', `/cases/${caseId!}/records`)).status, 200);
  const shown = must(await pair.taker('GET', `/cases/${caseId!}/records`));
  const choice = { goneVersion: shown.goneVersion, staysVersion: shown.staysVersion, take: [], both: [] };
  for (const number of [pair.goneNumber, pair.staysNumber]) {
    const self = await somebody('XAC_NHAN', OTHER, number);
    assert.equal((await answers(self, caseId!, 'consent', choice)).body.code, 'E-CONFIRM-OWN-RECORD', 'under either number');
  }
  assert.equal(must(await answers(pair.taker, caseId!, 'refuse')).state, 'refused');
  assert.equal(must(await pair.giver('GET', `/people/${pair.gone}`)).personId, pair.gone);
  await assert.rejects(
    school.office.as(await school.jobSession(null), (tx) =>
      tx.query(`select merge_people($1, '{}', '{}', 1, 1, now(), current_date)`, [caseId]),
    ),
    /E-CASE-NOT-AGREED/,
    'the database asks again',
  );
});

test('two records of one body: one proposes, another of the same body decides', async () => {
  const pair = await two(school);
  const { caseId } = must(await proposes(pair.giver, pair.gone, pair.staysNumber));
  const shown = must(await pair.taker('GET', `/cases/${caseId!}/records`));
  const choice = { goneVersion: shown.goneVersion, staysVersion: shown.staysVersion, take: [], both: [] };
  assert.equal((await answers(pair.giver, caseId!, 'consent', choice)).body.code, 'E-CONFIRM-SAME-PERSON');
  assert.equal(must(await answers(pair.taker, caseId!, 'consent', choice)).state, 'agreed');
  await endCase(needs, { caseId: caseId! });
  assert.equal(must(await pair.giver('GET', `/people/${pair.gone}`)).personId, pair.stays);
  assert.equal((await proposes(pair.giver, pair.stays, newNumber())).body.code, 'E-CASE-NOBODY');
  const third = newNumber();
  await school.hires({}, { number: third });
  assert.equal((await proposes(pair.giver, pair.stays, third)).body.code, 'E-CASE-SURVIVOR', 'a record that stands for another stays');
  assert.equal(must(await answers(pair.giver, caseId!, 'undo')).state, 'undo_asked');
  assert.equal((await answers(pair.giver, caseId!, 'undo')).body.code, 'E-CONFIRM-SAME-PERSON', 'who asked for the undoing does not do it');
  assert.equal(must(await answers(pair.taker, caseId!, 'undo')).state, 'undone');
  await endCase(needs, { caseId: caseId! });
  assert.equal(must(await pair.giver('GET', `/people/${pair.gone}`)).personId, pair.gone);
});

test('what is under way about a record comes to its end first', async () => {
  const pair = await two();
  must(await pair.giver('POST', '/cases/offers', { personId: pair.gone, receiving: OTHER, effectiveOn: addDays(today, 9), ...ground() }));
  assert.equal((await proposes(pair.giver, pair.gone, pair.staysNumber)).body.code, 'E-CASE-UNDER-WAY');
  const next = await two();
  const { caseId } = must(await proposes(next.giver, next.gone, next.staysNumber));
  const shown = must(await next.taker('GET', `/cases/${caseId!}/records`));
  must(await next.taker('POST', '/cases/offers', { personId: next.stays, receiving: BODY, effectiveOn: addDays(today, 9), ...ground() }));
  const choice = { goneVersion: shown.goneVersion, staysVersion: shown.staysVersion, take: [], both: [] };
  const { body } = await answers(next.taker, caseId!, 'consent', choice);
  assert.equal(body.code, 'E-CASE-UNDER-WAY');
});

test('what was decided of records that have changed since is not done', async () => {
  const pair = await two();
  const { caseId } = must(await proposes(pair.giver, pair.gone, pair.staysNumber));
  const looks = async () => {
    const { goneVersion, staysVersion } = must(await pair.taker('GET', `/cases/${caseId!}/records`));
    return { goneVersion, staysVersion, take: [], both: [] };
  };
  const seen = await looks();
  await commune.registers(pair.stays, { C: { dienThoaiDiDong: '0966666666' } });
  assert.equal((await answers(pair.taker, caseId!, 'consent', seen)).body.code, 'E-CASE-RECORDS-CHANGED');
  assert.equal(must(await answers(pair.taker, caseId!, 'consent', await looks())).state, 'agreed');
  await school.registers(pair.gone, { C: { dienThoaiDiDong: '0977777777' } });
  await endCase(needs, { caseId: caseId! });
  const ended = must(await pair.taker('GET', `/cases/${caseId!}`));
  assert.deepEqual([ended.state, ended.outcome], ['lapsed', 'overtaken']);
  assert.equal(must(await pair.giver('GET', `/people/${pair.gone}`)).personId, pair.gone);
});

test('what a person asked about their data, and had begun to declare, goes along with a merge', async () => {
  const pair = await two();
  const me = await somebody('NHAP_LIEU', BODY, pair.goneNumber);
  assert.equal((await me('POST', '/me/data-requests', { kind: 'restrict', words: 'Đề nghị hạn chế dùng dữ liệu sức khỏe' })).status, 201);
  const draft = { mark: 'changed', cells: { dienThoaiDiDong: '0933333333' }, sections: {} };
  const saved = await me('POST', '/me/declaration/groups/C', draft);
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  const [before, after] = [await somebody('DOI_SOAT', BODY), await somebody('DOI_SOAT', OTHER)];
  const onDesk = async (by: Browser) =>
    (must(await by('GET', '/data-requests')).items ?? []).filter(({ personId }) => [pair.gone, pair.stays].includes(personId as string));
  assert.deepEqual([(await onDesk(before)).length, (await onDesk(after)).length], [1, 0]);
  await merges(pair);
  const [asked] = await onDesk(after);
  assert.deepEqual(
    [(await onDesk(before)).length, asked?.['personId'], asked?.['words']],
    [0, pair.stays, 'Đề nghị hạn chế dùng dữ liệu sức khỏe'],
  );
  assert.equal(
    (await after('POST', `/data-requests/${asked!['id'] as string}/answer`, { outcome: 'granted', answer: 'Đã hạn chế từ hôm nay' }))
      .status,
    204,
  );
  // The person is the same human: what they asked is answered on their page, and what they declare is of the record that stays.
  const mine = must(await me('GET', '/me/data-requests')).items as { outcome: string }[];
  assert.deepEqual(
    mine.map(({ outcome }) => outcome),
    ['granted'],
  );
  const form = must(await me('GET', '/me/declaration/groups/C')) as Json & { readonly standing?: Readonly<Record<string, string>> };
  assert.equal(form.standing?.['dienThoaiDiDong'], '0922222222');
  assert.equal((await me('POST', '/me/declaration/groups/C', draft)).status, 200);
  const drafts = await owner<{ person_id: string }>(
    'select person_id from declaration where person_id = any ($1) and sent_at is null order by opened_at',
    [[pair.gone, pair.stays]],
  );
  assert.equal(drafts.at(-1)!.person_id, pair.stays);
});

test('silence merges nobody, and undoes nothing', async () => {
  const pair = await two();
  const { caseId } = must(await proposes(pair.giver, pair.gone, pair.staysNumber));
  const later = { ...needs, clock: { ...needs.clock, today: () => addDays(today, 31) } };
  await endCase(later, { caseId: caseId! });
  assert.equal(must(await pair.giver('GET', `/cases/${caseId!}`)).state, 'lapsed');
  const done = await merges(await two());
  const [row] = await owner<{ from_body: string }>('select from_body from person_case where case_id = $1', [done]);
  assert.ok(row);
  const asking = await somebody('XAC_NHAN', OTHER);
  assert.equal(must(await answers(asking, done, 'undo')).state, 'undo_asked');
  await endCase(later, { caseId: done });
  assert.equal(must(await asking('GET', `/cases/${done}`)).state, 'done');
  const again = await somebody('XAC_NHAN', BODY);
  assert.equal(must(await answers(asking, done, 'undo')).state, 'undo_asked');
  assert.equal(must(await answers(again, done, 'keep')).state, 'done', 'who is asked says no');
});

test('the register proves it: no finding after merge and after unmerge, and a planted change of the merge is found', async () => {
  const logs = mkdtempSync(join(tmpdir(), 'congvu-same-'));
  const { office } = school;
  const findings = async (): Promise<string[]> => {
    const report = await verifyAuditLog(office.db, await school.jobSession(null), {
      files: filesIn(logs),
      key: checkpointSigner('audit.test/act/1', office.keys.signingKey('audit').privateKey).key,
      keys: office.keys,
      state: { witnessed: [witnessedVersions, witnessedMerges], derived: [derivedPeople(office.keys), derivedReach] },
    });
    return report.findings.map(({ kind, what }) => `${kind} ${what.en}`);
  };
  try {
    const usual = await findings();
    const about = async (): Promise<string[]> => (await findings()).filter((one) => !usual.includes(one));
    assert.deepEqual(
      usual.filter((one) => /person/.test(one)),
      [],
      'what the tests above did has left nothing to find',
    );
    const pair = await two();
    const caseId = await merges(pair, () => ({ take: ['dienThoaiDiDong'] }));
    assert.deepEqual(await about(), []);
    const plant = (sql: string): Promise<unknown> => owner(sql, [caseId]);
    await plant('update person_merge set merged_version = merged_version + 1 where case_id = $1');
    assert.equal((await about()).length > 0, true, 'a changed merge');
    await plant('update person_merge set merged_version = merged_version - 1 where case_id = $1');
    await plant('update person p set merged_into = null from person_merge m where m.case_id = $1 and p.person_id = m.merged_person');
    assert.equal((await about()).length > 0, true, 'a record that was let go of by hand');
    await plant(
      'update person p set merged_into = m.into_person from person_merge m where m.case_id = $1 and p.person_id = m.merged_person',
    );
    assert.deepEqual(await about(), []);
    must(await answers(pair.giver, caseId, 'undo'));
    must(await answers(pair.taker, caseId, 'undo'));
    await endCase(needs, { caseId });
    assert.deepEqual(await about(), []);
    await plant('update person_merge set tx_to = 9223372036854775807 where case_id = $1');
    assert.equal((await about()).length > 0, true, 'an undoing that was wiped out');
  } finally {
    rmSync(logs, { recursive: true, force: true });
  }
});
