/**
 * Lists of one request are held against each other and against what they are about: the same twice, both yes and no, what is not there, what is
 * another's. Each is a clear refusal in both languages, and nothing is written. Which routes take lists is read from their schemas.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { SessionHandle } from '#base/database/transaction.ts';
import { certain, guess } from '#base/problem.ts';
import { aFirstLoad, must } from '#record/first-load/load-for-tests.ts';
import { roundOf } from '#record/first-load/store.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { settledSince } from '#base/database/settled-for-tests.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import type { PersonOfFile } from '#record/intake/file-for-tests.ts';
import { MEASURED } from './measured-network.ts';
import { ORIGIN, aServer, apiRoutesOf, dataFolder } from './server-for-tests.ts';

let agency: Agency;
let folder: string;
let app: FastifyInstance;
before(async () => {
  agency = await anAgency();
  folder = await dataFolder();
  app = await aServer(agency.office, folder);
});
after(async () => {
  await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

let last = 7000;
const someone = (phone?: string, meant?: PersonOfFile['meant']): PersonOfFile => ({
  number: `000190${String(++last).padStart(6, '0')}`,
  name: 'Trần Thị Hoa',
  ...(phone ? { phone } : {}),
  ...(meant ? { meant } : {}),
});
const NOBODY = '0199a000-0000-7000-8000-00000000abcd';

/** A request that is right, and requests whose lists are not, each with the code that says so. */
interface Case {
  readonly by: SessionHandle;
  readonly url: string;
  readonly right: object;
  readonly wrong: readonly (readonly [how: string, body: object, code: string])[];
  /** puts back what was set up for it */
  readonly after?: () => Promise<unknown>;
}

async function checked(people: readonly PersonOfFile[]): Promise<string> {
  const received = await agency.uploads(people);
  assert.ok(received.ok);
  await agency.works();
  return received.value.submissionId;
}
const problemsOf = async (submissionId: string): Promise<{ id: number; code: string; severity: string }[]> => {
  const { handle } = agency.clerk;
  const answer = await app.inject({ url: `/api/v1/submissions/${submissionId}/problems`, headers: { cookie: `congvu=${handle}` } });
  return answer.json<{ items: { id: number; code: string; severity: string }[] }>().items;
};

async function ofDecisions(): Promise<Case> {
  const waits = async () => {
    const submissionId = await agency.sends([someone()]);
    const [personId] = await agency.waiting(submissionId);
    const shown = await agency.shows(submissionId, personId!);
    assert.ok(shown.ok);
    const itemOf = (group: string): string => shown.value.shown.groups.find((one) => one.group === group)!.itemId;
    return { submissionId, personId, shownHash: shown.value.hash, B: itemOf('B'), C: itemOf('C') };
  };
  const [{ B, C, ...mine }, other] = [await waits(), await waits()];
  const cell = (field: string, reason = 'KHAC') => ({ field, reason, note: null });
  const back = (itemId: string, ...cells: object[]) => ({ itemId, cells });
  const PHONE = 'dienThoaiDiDong';
  const body = (accept: string[], ...returned: object[]) => ({ ...mine, accept, return: returned });
  return {
    by: agency.officer.handle,
    url: '/api/v1/confirmation/decisions',
    right: body([B], back(C, cell(PHONE))),
    wrong: [
      ['accepted twice', body([B, B]), 'E-CONFIRM-TWO-VERDICTS'],
      ['returned twice', body([B], back(C, cell(PHONE)), back(C, cell(PHONE))), 'E-CONFIRM-TWO-VERDICTS'],
      ['accepted and returned', body([B, C], back(C, cell(PHONE))), 'E-CONFIRM-TWO-VERDICTS'],
      ['nothing at all', body([]), 'E-CONFIRM-NOTHING-OPEN'],
      ['an item that is not there', body([B, NOBODY]), 'E-CONFIRM-NOTHING-OPEN'],
      ['an item of another person', body([B, other.C]), 'E-CONFIRM-NOTHING-OPEN'],
      ['another person’s item returned', body([B], back(other.C, cell(PHONE))), 'E-CONFIRM-NOTHING-OPEN'],
      ['a cell twice', body([B], back(C, cell(PHONE), cell(PHONE))), 'E-RETURN-CELL-ELSEWHERE'],
      ['a cell of another group', body([B], back(C, cell('ngaySinh'))), 'E-RETURN-CELL-ELSEWHERE'],
      ['a cell that is not there', body([B], back(C, cell('khongCo'))), 'E-RETURN-CELL-ELSEWHERE'],
      ['no cell', body([B], back(C)), 'E-RETURN-NEEDS-CELL'],
    ],
  };
}

async function ofChoosing(): Promise<Case> {
  const submissionId = await agency.sends([someone(), someone()]);
  await agency.answered(submissionId, 'KHOP');
  const [one, two] = await agency.waiting(submissionId);
  const [elsewhere] = await agency.waiting(await agency.sends([someone()]));
  const body = (...people: (string | undefined)[]) => ({ submissionId, people });
  return {
    by: agency.officer.handle,
    url: '/api/v1/confirmation/lists',
    right: body(one),
    wrong: [
      ['somebody twice', body(one, two, one), 'E-LIST-CHOSEN'],
      ['somebody of another submission', body(one, elsewhere), 'E-LIST-CHOSEN'],
      ['nobody that is there', body(NOBODY), 'E-LIST-CHOSEN'],
    ],
  };
}

async function ofAccepting(): Promise<Case> {
  const submissionId = await checked([
    someone('913000001', { suggestion: certain('0913000001', 'lost-zero') }),
    someone('913000002', { suggestion: certain('0913000002', 'lost-zero') }),
    someone('913000003', { suggestion: guess('0913000003', 'look-alike') }),
    someone('913000004', { suggestion: null }),
    {
      ...someone('913000005', { suggestion: certain('0913000005', 'lost-zero') }),
      meantToo: { suggestion: certain('0913000006', 'lost-zero') },
    },
  ]);
  const [one, two, guessed, none, ...both] = (await problemsOf(submissionId)).map(({ id }) => id);
  const ids = (...problemIds: (number | undefined)[]) => ({ problemIds });
  const group = { code: 'E-PHONE-FORM', field: 'dienThoaiDiDong', value: '913000001', suggested: '0913000001' };
  return {
    by: agency.clerk.handle,
    url: `/api/v1/submissions/${submissionId}/accept-suggestions`,
    right: ids(one, two),
    wrong: [
      ['a cell twice', ids(one, one), 'E-SUGGESTION-TWICE'],
      ['a cell that is not there', ids(one, 999_999), 'E-SUGGESTION-GONE'],
      ['a cell without a suggestion', ids(one, none), 'E-SUGGESTION-GONE'],
      ['two values for one cell', ids(...both), 'E-SUGGESTION-TWICE'],
      ['a guess among others', ids(one, guessed), 'E-SUGGESTION-GUESSES'],
      ['a candidate for two cells', { ...ids(one, two), candidate: '0913000001' }, 'E-SUGGESTION-GUESSES'],
      ['cells and a group', { ...ids(one), group }, 'E-SUGGESTION-NOT-NAMED'],
      ['cells and a whole kind', { ...ids(one), code: 'E-PHONE-FORM' }, 'E-SUGGESTION-NOT-NAMED'],
      ['neither', {}, 'E-SUGGESTION-NOT-NAMED'],
    ],
  };
}

async function ofSending(): Promise<Case> {
  const submissionId = await checked([{ ...someone(), isUnusual: true }]);
  const warnings = (await problemsOf(submissionId)).filter(({ severity }) => severity === 'warning').map(({ code }) => code);
  assert.deepEqual(warnings, ['E-ID-SEX']);
  const body = (...acknowledgedCodes: string[]) => ({ asOf: '2026-11-01', acknowledgedCodes, partial: false });
  return {
    by: agency.clerk.handle,
    url: `/api/v1/submissions/${submissionId}/submit`,
    right: body(...warnings),
    wrong: [
      ['none of what is to be read', body(), 'E-SUBMIT-WARNINGS'],
      ['a code twice', body(...warnings, ...warnings), 'E-SUBMIT-ACKNOWLEDGED'],
      ['a code that the file does not have', body(...warnings, 'E-AGE-UNUSUAL'), 'E-SUBMIT-ACKNOWLEDGED'],
      ['a code that is none', body(...warnings, 'e-id-sex'), 'E-SUBMIT-ACKNOWLEDGED'],
    ],
  };
}

/** The same answers, asked of a head: the body approves before it sends while this is asked. */
async function ofAsking(): Promise<Case> {
  const sending = await ofSending();
  const { bodyId, officer } = agency;
  await agency.office.owner.transaction(null, (tx) =>
    tx.query(
      `insert into sending_rule (body_id, rule_no, approval, valid_from, reason, set_by, set_identity, set_name, set_at) values ($1, 1, true, '2026-01-01', 'thử', $2, $3, '', '2026-01-01')`,
      [bodyId, officer.accountId, Buffer.from(officer.identity, 'hex')],
    ),
  );
  return {
    ...sending,
    url: sending.url.replace(/submit$/, 'approval-request'),
    after: () => agency.office.owner.transaction(null, (tx) => tx.query('delete from sending_rule where body_id = $1', [bodyId])),
  };
}

async function ofMerging(): Promise<Case> {
  const [goes, stays] = [someone('0913000011'), someone('0913000012')];
  const submissionId = await agency.sends([goes, stays]);
  for (const personId of await agency.waiting(submissionId)) assert.ok((await agency.confirms(submissionId, personId)).ok);
  const [gone] = await agency.office.owner.transaction(null, (tx) =>
    tx.query<{ id: string }>('select person_id as id from national_id where id_hash = $1', [
      agency.office.keys.nationalIdHash(goes.number),
    ]),
  );
  const proposed = await app.inject({
    method: 'POST',
    url: '/api/v1/cases/merges',
    payload: {
      personId: gone!.id,
      nationalId: stays.number,
      decisionNumber: '15/BB-ĐC',
      decisionDate: '2026-11-01',
      reason: 'Một người, hai hồ sơ',
    },
    headers: { cookie: `congvu=${agency.clerk.handle}`, origin: ORIGIN, 'idempotency-key': 'danh-sach-hop-nhat' },
  });
  assert.ok(proposed.statusCode < 300, proposed.body);
  const url = `/api/v1/cases/${proposed.json<{ caseId: string }>().caseId}`;
  const shown = await app.inject({ url: `${url}/records`, headers: { cookie: `congvu=${agency.officer.handle}` } });
  assert.equal(shown.statusCode, 200, shown.body);
  const { goneVersion, staysVersion, rows } = shown.json<{
    goneVersion: number;
    staysVersion: number;
    rows: { path: string; choices: string[] }[];
  }>();
  const PHONE = 'dienThoaiDiDong';
  const NAME = 'hoTenKhaiSinh';
  assert.deepEqual(
    [PHONE, NAME].map((path) => rows.find((row) => row.path === path)?.choices.includes('goes')),
    [true, false],
    'one differs, the other is the same',
  );
  const body = (take: readonly string[], both: readonly string[] = []) => ({
    answer: 'consent',
    merge: { goneVersion, staysVersion, take, both },
  });
  return {
    by: agency.officer.handle,
    url: `${url}/answers`,
    right: body([PHONE]),
    wrong: [
      ['a value twice', body([PHONE, PHONE]), 'E-CASE-CHOICE'],
      ['this and both', body([PHONE], [PHONE]), 'E-CASE-CHOICE'],
      ['both of what is one value', body([], [PHONE]), 'E-CASE-CHOICE'],
      ['what both say', body([NAME]), 'E-CASE-CHOICE'],
      ['what is not there', body([PHONE, 'khongCo']), 'E-CASE-CHOICE'],
    ],
  };
}

async function ofAdding(): Promise<Case> {
  const { handle } = await agency.office.signedIn('000083000901', [['QT_BNDP', 'H26']]);
  const NAME = 'Giám đốc Trung tâm thử danh sách';
  const body = (...aliases: string[]) => ({
    list: 'chuc_vu',
    code: 'GD_THU',
    name: NAME,
    aliases,
    validFrom: '2026-01-01',
    source: 'Quyết định thử danh sách',
  });
  const feast = { day: '2031-04-30', kind: 'nghi', name: 'Ngày Chiến thắng' };
  const year = (...days: object[]) => ({
    list: 'luat_ngay_nghi',
    code: '2031',
    name: '2031',
    validFrom: '2031-01-01',
    lastDay: '2031-12-31',
    source: 'Thông báo thử danh sách',
    days,
  });
  return {
    by: handle,
    url: '/api/v1/list-additions',
    right: body('GĐ TT thử danh sách'),
    wrong: [
      ['a name twice', body('GĐ thử', 'gđ thử'), 'E-LIST-NAME-TWICE'],
      ['its own name again', body(NAME), 'E-LIST-NAME-TWICE'],
      ['the name of another', body('Trưởng phòng'), 'E-LIST-NAME-KNOWN'],
      ['a day twice', year(feast, feast), 'E-YEAR-DAY-TWICE'],
      ['a day of another year', year({ ...feast, day: '2030-04-30' }), 'E-YEAR-DAY'],
      ['days where none belong', { ...body('GĐ TT thử'), days: [feast] }, 'E-YEAR-DAYS-WHERE'],
    ],
  };
}

/** Of an entry that an administrator added and that stands. */
async function ofCorrecting(): Promise<Case> {
  const { handle, accountId } = await agency.office.signedIn('000083000902', [['QT_BNDP', 'H26']]);
  const ministry = await agency.office.account('000178000902', [['VU_CCVC', 'VN']]);
  const NAME = 'Giám đốc Trung tâm thử đính chính';
  const id = '0199a000-0000-7000-8000-00000000c0de';
  await agency.office.owner.transaction(null, async (tx) => {
    await tx.query(
      `insert into list_addition (addition_id, list, code, name, valid_from, source, body_id, asked_by, asked_at, ends_at, state, decided_by, decided_at)
       values ($1, 'chuc_vu', 'GD_SAI', $2, '2026-01-01', 'Quyết định thử', $3, $4, now(), now() + interval '60 days', 'granted', $5, now())`,
      [id, NAME, await agency.office.body('H26'), accountId, ministry],
    );
    await tx.query(
      `insert into code_list_entry (list, digest, code, name, valid_from, confidence, entry, addition_id)
       values ('chuc_vu', 'x', 'GD_SAI', $2, '2026-01-01', 'known', '{}', $1)`,
      [id, NAME],
    );
  });
  const body = (...aliases: string[]) => ({ name: NAME, aliases, validFrom: '2026-01-01', source: 'Quyết định thử danh sách' });
  return {
    by: handle,
    url: `/api/v1/list-additions/${id}/correction`,
    right: body('GĐ TT thử đính chính'),
    wrong: [
      ['a name twice', body('GĐ sai', 'gđ sai'), 'E-LIST-NAME-TWICE'],
      ['its own name again', body(NAME), 'E-LIST-NAME-TWICE'],
      ['the name of another', body('Trưởng phòng'), 'E-LIST-NAME-KNOWN'],
      [
        'days where none belong',
        { ...body('GĐ TT thử'), days: [{ day: '2031-04-30', kind: 'nghi', name: 'Ngày Chiến thắng' }] },
        'E-YEAR-DAYS-WHERE',
      ],
    ],
  };
}

async function ofChangingBodies(): Promise<Case> {
  const { handle } = await agency.office.signedIn('000083000907', [['QT_BNDP', 'H26']]);
  await agency.office.account('000083000908', [['QT_BNDP', 'H26']]);
  const bodyId = await agency.office.body('H26.03.02');
  const rename = (name: string) => ({ kind: 'rename', bodyId, name });
  const body = (...operations: object[]) => ({
    on: '2026-11-01',
    operations,
    decision: { number: '1/QĐ', day: '2026-10-01', signer: 'Nguyễn Văn An', issuedBy: 'Cơ quan thử' },
    send: true,
  });
  return {
    by: handle,
    url: '/api/v1/body-changes',
    right: body(rename('Trường THCS Đồng Mẫu Mới')),
    wrong: [
      ['the same act twice', body(rename('Trường THCS Mẫu'), rename('Trường THCS Mẫu')), 'E-ORG-UNCHANGED'],
      [
        'what it has not',
        body(rename('Trường THCS Mẫu'), { kind: 'take-code', bodyId, scheme: 'dvhc', code: '01' }),
        'E-ORG-CODE-NOT-HELD',
      ],
    ],
  };
}

async function ofCallingToDeclare(): Promise<Case> {
  const sent = await agency.sends([someone()]);
  const [person] = await agency.waiting(sent);
  assert.ok((await agency.confirms(sent, person!)).ok);
  const body = (...people: string[]) => ({
    bodyId: agency.bodyId,
    below: false,
    people,
    lastDay: addDays(agency.needs.clock.today(), 30),
    ground: 'Kế hoạch 12/KH-THPT ngày 20/11/2026',
  });
  return {
    by: agency.officer.handle,
    url: '/api/v1/declaration-calls',
    right: body(person!),
    wrong: [
      ['a person twice', body(person!, person!), 'E-DECLARATION-CALL-PEOPLE'],
      ['somebody of elsewhere', body(person!, agency.bodyId), 'E-DECLARATION-CALL-PEOPLE'],
    ],
  };
}

async function ofExporting(): Promise<Case> {
  await agency.sends([someone()]).then(async (submissionId) => {
    for (const personId of await agency.waiting(submissionId)) assert.ok((await agency.confirms(submissionId, personId)).ok);
  });
  const body = (...columns: string[]) => ({
    wanted: { bodyId: agency.bodyId },
    columns,
    purpose: 'STATISTICS',
    reason: 'Rà soát danh sách cuối năm',
  });
  return {
    by: agency.officer.handle,
    url: '/api/v1/exports',
    right: body('name', 'birth'),
    wrong: [
      ['a column twice', body('name', 'name'), 'E-EXPORT-COLUMNS'],
      [
        'a field of an extract twice',
        { ...body(), form: 'cross-extract', fields: ['ngaySinh', 'ngaySinh'], ground: 'Công văn 45/SNV-CCVC' },
        'E-EXPORT-FIELDS',
      ],
    ],
  };
}

async function ofLending(): Promise<Case> {
  const { handle } = await agency.office.signedIn('000074000903', [['LD_DON_VI', 'H26.03']]);
  const accountId = await agency.office.account('000074000904', [['CA_NHAN', 'H26.03']]);
  const bodyId = await agency.office.body('H26.03.01');
  const body = (...kinds: string[]) => ({
    role: 'LD_DON_VI',
    bodyId,
    kinds,
    accountId,
    from: agency.office.clock.today(),
    until: agency.office.clock.today(),
    reason: 'Nghỉ một ngày vì việc riêng',
  });
  return {
    by: handle,
    url: '/api/v1/my/delegations',
    right: body('SEND'),
    wrong: [
      ['a kind twice', body('SEND', 'SEND'), 'E-DELEGATION-KIND'],
      ['a kind of another role', body('CASES'), 'E-DELEGATION-KIND'],
      ['what is not there', body('KHONG_CO'), 'E-DELEGATION-KIND'],
    ],
  };
}

async function ofSigningALoad(): Promise<Case> {
  const one = await aFirstLoad(undefined, [], agency);
  must(await one.opens());
  const { id } = must(await one.begins());
  must(await one.adds(id, [{ ...one.people(1)[0]!, isUnusual: true }]));
  await one.works();
  must(await one.closes(id));
  await one.works();
  await one.finds(id);
  const { root } = await agency.office.as(one.first.handle, async (tx) => roundOf(tx, await one.load(id)));
  const body = (...acknowledgedCodes: string[]) => ({ root: root!.toString('hex'), acknowledgedCodes });
  return {
    by: one.first.handle,
    url: `/api/v1/first-loads/${id}/signatures`,
    right: body('E-ID-SEX'),
    wrong: [
      ['the same twice', body('E-ID-SEX', 'E-ID-SEX'), 'E-SUBMIT-ACKNOWLEDGED'],
      ['what is not there', body('E-ID-SEX', 'E-PHONE-FORM'), 'E-SUBMIT-ACKNOWLEDGED'],
      ['not all', body(), 'E-FIRST-LOAD-WARNINGS'],
    ],
  };
}

const DAY = (): string => agency.office.clock.today();
const asks = (code: string, body: string, groups: string[], fields: string[]) => ({
  code,
  body,
  purpose: 'DAO_TAO',
  reason: 'Xét nhận vào lớp bồi dưỡng K12',
  groups,
  fields,
  until: DAY(),
});
/** Somebody registered who has made a code, and a body outside their personnel work that asks. */
async function aConsentToAsk() {
  const { office } = agency;
  const person = someone();
  const submissionId = await agency.sends([person]);
  for (const personId of await agency.waiting(submissionId)) must(await agency.confirms(submissionId, personId));
  const [me, trainer] = [await office.signedIn(person.number, []), await office.signedIn(someone().number, [['XAC_NHAN', 'H41']])];
  const post = (by: SessionHandle, url: string, payload: object) =>
    app.inject({
      method: 'POST',
      url,
      payload,
      headers: { cookie: `congvu=${by}`, origin: ORIGIN, 'idempotency-key': `dong-y-${++key}` },
    });
  const made = await post(me.handle, '/api/v1/me/consent-codes', {});
  return { me: me.handle, trainer: trainer.handle, body: await office.body('H41'), post, code: made.json<{ code: string }>().code };
}

async function ofAskingConsent(): Promise<Case> {
  const { trainer, body, code } = await aConsentToAsk();
  const wrong = (...[groups, fields]: [string[], string[]]) => asks(code, body, groups, fields);
  return {
    by: trainer,
    url: '/api/v1/consents',
    right: asks(code, body, ['B', 'I'], ['tonGiao']),
    wrong: [
      ['a group twice', wrong(['B', 'B'], []), 'E-CONSENT-PARTS'],
      ['a field twice', wrong([], ['tonGiao', 'tonGiao']), 'E-CONSENT-PARTS'],
      ['a group that is not asked for', wrong(['Y'], []), 'E-CONSENT-PARTS'],
      ['a field that is not sensitive', wrong([], ['hoTenKhaiSinh']), 'E-CONSENT-PARTS'],
      ['nothing', wrong([], []), 'E-CONSENT-PARTS'],
    ],
  };
}

async function ofGivingConsent(): Promise<Case> {
  const { me, trainer, body, code, post } = await aConsentToAsk();
  const made = await post(trainer, '/api/v1/consents', asks(code, body, ['B', 'I'], ['tonGiao']));
  const give = (groups: string[], fields: string[]) => ({ act: 'give', groups, fields });
  return {
    by: me,
    url: `/api/v1/me/consents/${made.json<{ id: string }>().id}/answer`,
    right: give(['B'], ['tonGiao']),
    wrong: [
      ['a group twice', give(['B', 'B'], []), 'E-CONSENT-PARTS'],
      ['a field twice', give([], ['tonGiao', 'tonGiao']), 'E-CONSENT-PARTS'],
      ['a group that was not asked for', give(['C'], []), 'E-CONSENT-PARTS'],
      ['a field that was not asked for', give([], ['danToc']), 'E-CONSENT-PARTS'],
      ['nothing', give([], []), 'E-CONSENT-PARTS'],
    ],
  };
}

async function ofNetwork(url: string, beside: (bodyId: string) => Promise<object>): Promise<Case> {
  const more = await beside(await agency.office.body('H26.03.01'));
  const size = MEASURED.sizes[0]!;
  const body = (change: object) => ({ ...more, measured: { ...MEASURED, ...change } });
  return {
    by: agency.clerk.handle,
    url,
    right: body({}),
    wrong: [
      ['a size twice', body({ sizes: [size, size] }), 'E-NET-MEASURED-WRONG'],
      ['more arrived than was sent', body({ sizes: [{ ...size, arrived: size.tries + 1 }] }), 'E-NET-MEASURED-WRONG'],
      ['answers of a server that did not answer', body({ answer: 'silent' }), 'E-NET-MEASURED-WRONG'],
    ],
  };
}
async function ofCounting(): Promise<Case> {
  const submissionId = await agency.sends([someone()]);
  const [personId] = await agency.waiting(submissionId);
  assert.ok((await agency.confirms(submissionId, personId!)).ok);
  const { office } = agency;
  await settledSince((work) => office.owner.transaction(null, work), 'select max(tx_from) from person_fact where tx_from < record_tx()');
  const { handle } = await office.signedIn('000190777101', [['QT_BNDP', 'H26.03.01']]);
  const bodyId = await office.body('H26.03.01');
  const body = (...where: object[]) => ({ definition: 'R1', bodyId, where });
  const women = { of: 'sex', in: ['2'] };
  return {
    by: handle,
    url: '/api/v1/reports',
    right: body(women),
    wrong: [
      ['a code twice', body({ of: 'sex', in: ['2', '2'] }), 'E-REPORT-CONDITION'],
      ['among these and not among these', body({ of: 'sex', in: ['2'], notIn: ['1'] }), 'E-REPORT-CONDITION'],
      ['a condition twice', body(women, women), 'E-REPORT-CONDITION'],
      ['a number as a code', body({ of: 'age', in: ['35'] }), 'E-REPORT-CONDITION'],
      ['nobody is both', body(women, { of: 'sex', in: ['1'] }), 'E-REPORT-NOBODY'],
    ],
  };
}
const ofSentNetwork = () => ofNetwork('/api/v1/network-check/results', async (bodyId) => ({ bodyId }));
const ofReportedNetwork = () =>
  ofNetwork('/api/v1/network-check/reports', async (bodyId) => {
    const made = await app.inject({
      method: 'POST',
      url: '/api/v1/network-check/tokens',
      payload: { bodyId },
      headers: { cookie: `congvu=${agency.clerk.handle}`, origin: ORIGIN, 'idempotency-key': 'danh-sach-mang' },
    });
    const { token, code } = made.json<{ token: string; code: string }>();
    return { token, code };
  });

const CASES: Readonly<Record<string, () => Promise<Case>>> = {
  'POST /api/v1/cases/:id/answers: merge.take, merge.both': ofMerging,
  'POST /api/v1/confirmation/decisions: accept, return, return.cells': ofDecisions,
  'POST /api/v1/confirmation/lists: people': ofChoosing,
  'POST /api/v1/body-changes: operations': ofChangingBodies,
  'POST /api/v1/consents: groups, fields': ofAskingConsent,
  'POST /api/v1/declaration-calls: people': ofCallingToDeclare,
  'POST /api/v1/exports: columns, fields': ofExporting,
  'POST /api/v1/first-loads/:id/signatures: acknowledgedCodes': ofSigningALoad,
  'POST /api/v1/list-additions/:id/correction: aliases, days': ofCorrecting,
  'POST /api/v1/list-additions: aliases, days': ofAdding,
  'POST /api/v1/me/consents/:id/answer: groups, fields': ofGivingConsent,
  'POST /api/v1/my/delegations: kinds': ofLending,
  'POST /api/v1/network-check/reports: measured.pings, measured.sizes': ofReportedNetwork,
  'POST /api/v1/network-check/results: measured.pings, measured.sizes': ofSentNetwork,
  'POST /api/v1/reports: where, where.in, where.notIn': ofCounting,
  'POST /api/v1/submissions/:id/accept-suggestions: problemIds': ofAccepting,
  'POST /api/v1/submissions/:id/approval-request: acknowledgedCodes': ofAsking,
  'POST /api/v1/submissions/:id/submit: acknowledgedCodes': ofSending,
};

/** Names of the lists in a schema, one within the other by a dot. */
function listsIn(schema: unknown, at = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const {
    type,
    items,
    properties = {},
    anyOf = [],
  } = schema as Readonly<Record<string, unknown>> & { properties?: object; anyOf?: unknown[] };
  return [
    ...(type === 'array' ? [at, ...listsIn(items, at)] : []),
    ...anyOf.flatMap((one) => listsIn(one, at)),
    ...Object.entries(properties).flatMap(([name, one]) => listsIn(one, at === '' ? name : `${at}.${name}`)),
  ];
}

test('every route whose body holds a list stands here', () => {
  const found = apiRoutesOf(app).flatMap(({ method, path, body }) => {
    const lists = [...new Set(listsIn(JSON.parse(JSON.stringify(body ?? {}))))];
    return lists.length > 0 ? [`${method} ${path}: ${lists.join(', ')}`] : [];
  });
  assert.deepEqual(found.sort(), Object.keys(CASES).sort());
});

/** Tables of records, of what is sent, and of the log; a refusal may only add rows of what was refused and of keys that were claimed. */
const TABLES = [
  'first_load',
  'first_load_signature',
  'people_export',
  'role_grant',
  'grant_request',
  'submission',
  'submission_file',
  'submission_line',
  'submission_fix',
  'item',
  'confirmation_list',
  'attestation',
  'receipt',
  'person',
  'person_version',
  'report_run',
];

async function stands(): Promise<string> {
  return agency.office.owner.transaction(null, async (tx) => {
    const there = await tx.query<{ name: string }>(`select table_name as name from information_schema.tables where table_name = any ($1)`, [
      TABLES,
    ]);
    assert.equal(there.length, TABLES.length, there.map(({ name }) => name).join());
    const rows = [];
    for (const table of TABLES) rows.push(await tx.query(`select md5(string_agg(t::text, '|' order by t::text)) from ${table} t`));
    rows.push(await tx.query(`select count(*) from audit_event where kind = 'act' and act <> 'access.refused'`));
    return JSON.stringify(rows);
  });
}

let key = 0;
for (const [route, made] of Object.entries(CASES))
  test(`${route}: lists that contradict are refused, and nothing is written; right ones are taken`, async () => {
    const { by, url, right, wrong, after: putBack } = await made();
    const send = (payload: object) =>
      app.inject({
        method: 'POST',
        url,
        payload,
        headers: { cookie: `congvu=${by}`, origin: ORIGIN, 'idempotency-key': `danh-sach-${++key}` },
      });
    const before = await stands();
    for (const [how, body, code] of wrong) {
      const answer = await send(body);
      const said = answer.json<{ code: string; detail: { vi: string; en: string }; next: { vi: string; en: string } }>();
      assert.ok([400, 409, 422].includes(answer.statusCode), `${how}: ${answer.statusCode} ${answer.body.slice(0, 300)}`);
      assert.equal(said.code, code, how);
      assert.ok(said.detail.vi && said.detail.en && said.next.vi && said.next.en, how);
      assert.equal(await stands(), before, how);
    }
    const taken = await send(right);
    assert.ok([200, 201, 204].includes(taken.statusCode), taken.body);
    assert.notEqual(await stands(), before);
    await putBack?.();
  });
