/**
 * An entry that no list has: a file is kept as typed and says so, an administrator asks, who keeps the lists grants, and the next file knows it. What was
 * judged before says by which lists, and is shown by them.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { currentLists, listsOf } from '#authority/code-lists/editions.ts';
import { loadLists } from '#authority/code-lists/load.ts';
import { onceSettled } from '#base/database/settled-for-tests.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import type { Result } from '#base/problem.ts';
import { jsonDoor } from '#doors/json/door.ts';
import { AS_OF, anAgency, brings } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { readProblems } from '#record/intake/problem-store.ts';
import { readVersions } from '#record/register/store.ts';
import { resolveCode } from '#standard/code-lists.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { SAMPLE_ROW } from '#standard/sample-person.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly id?: string;
  readonly edition?: number | null;
  readonly items?: readonly { readonly id: string; readonly state: string; readonly mayDecide: boolean; readonly reason: string | null }[];
}

let agency: Agency;
let folder: string;
let app: FastifyInstance;
let administrator: SessionHandle;
let ministry: SessionHandle;
before(async () => {
  agency = await anAgency('H26.03.01', undefined, [jsonDoor]);
  await agency.office.owner.transaction(null, (tx) => loadLists(tx, agency.office));
  folder = await dataFolder();
  app = await aServer(agency.office, folder);
  administrator = (await agency.office.signedIn('000083000001', [['QT_BNDP', 'H26']])).handle;
  ministry = (await agency.office.signedIn('000178000001', [['VU_CCVC', 'VN']])).handle;
});
after(async () => {
  await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

let key = 0;
async function ask(who: SessionHandle, method: 'GET' | 'POST', path: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${who}`, origin: ORIGIN, ...(method === 'POST' ? { 'idempotency-key': `bo-sung-danh-muc-${++key}` } : {}) },
    ...(payload ? { payload } : {}),
  });
  return { ...answer.json<object>(), status: answer.statusCode };
}
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};
const rows = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));

const POST = 'Giám đốc Trung tâm Chuyển đổi số cấp xã';
const ASKED = {
  list: 'chuc_vu',
  code: 'GD_CDS_XA',
  name: POST,
  nameEn: 'Head of a digital centre',
  validFrom: '2026-07-01',
  source: 'QĐ 12/2026/QĐ-UBND',
};

let last = 0;
async function sends(post: string): Promise<string> {
  const person = {
    ...SAMPLE_ROW,
    soDinhDanh: `000085${String(++last).padStart(6, '0')}`,
    coQuanQuanLy: 'H26.03.01',
    coQuanSuDung: 'H26.03.01',
    chucVuHienTai: post,
  };
  const bytes = Buffer.from(JSON.stringify(person));
  const { submissionId } = must(await brings(agency.needs, agency.clerk, { bodyId: agency.bodyId, fileName: '', bytes, asOf: AS_OF }));
  await agency.works();
  return submissionId;
}
const unlistedIn = async (submissionId: string): Promise<readonly (string | null)[]> =>
  (await agency.office.as(agency.clerk.handle, (tx) => readProblems(tx, agency.office.keys, submissionId, 1, { limit: 50 })))
    .filter(({ code }) => code === 'E-CODE-UNLISTED')
    .map(({ value }) => value);
async function registers(submissionId: string): Promise<string> {
  const warnings = await agency.office.as(agency.clerk.handle, (tx) =>
    readProblems(tx, agency.office.keys, submissionId, 1, { limit: 50 }),
  );
  const acknowledgedCodes = [...new Set(warnings.filter(({ severity }) => severity === 'warning').map(({ code }) => code))];
  must(await agency.submits(submissionId, { acknowledgedCodes }));
  await agency.works();
  await agency.matched(submissionId);
  const [personId] = await agency.waiting(submissionId);
  must(await agency.confirms(submissionId, personId!));
  return personId!;
}
const postOf = async (personId: string) => {
  const versions = await agency.office.as(agency.officer.handle, (tx) => readVersions(tx, agency.office.keys, [personId]));
  return { post: versions.at(-1)?.document.F?.['chucVuHienTai'], listEdition: versions.at(-1)?.listEdition, tx: versions.at(-1)!.tx };
};

/** Registered before the entry was: one by its words, one by the code that no list had. */
let byWords: string;
let byCode: string;

test('a post that no list has is kept as typed, with the proposal to add it; the file pins the lists that said so', async () => {
  const submissionId = await sends(POST);
  assert.deepEqual(await unlistedIn(submissionId), [POST]);
  assert.equal((await agency.file(submissionId)).listEdition, 1);
  byWords = await registers(submissionId);
  byCode = await registers(await sends(ASKED.code));
  for (const [personId, said] of [
    [byWords, POST],
    [byCode, ASKED.code],
  ] as const) {
    const { post, listEdition } = await postOf(personId);
    assert.deepEqual([post, listEdition], [said, 1]);
  }
});

test('what cannot be added is refused by name: a closed list, a code or a name that is there, days that are none', async () => {
  for (const [changed, code] of [
    [{ list: 'dan_toc' }, 'E-LIST-NOT-OPEN'],
    [{ list: 'khong_co' }, 'E-LIST-NOT-OPEN'],
    [{ list: 'ngach_cong_chuc', code: '01.003' }, 'E-LIST-CODE-TAKEN'],
    [{ name: 'Trưởng phòng' }, 'E-LIST-NAME-KNOWN'],
    [{ lastDay: '2026-06-30' }, 'E-LIST-DAYS'],
    [{ validFrom: '2026-02-30' }, 'E-LIST-DAYS'],
  ] as const) {
    const answer = await ask(administrator, 'POST', '/list-additions', { ...ASKED, ...changed });
    assert.ok(answer.code === code || answer.status === 400, `${JSON.stringify(changed)} ${answer.code}`);
  }
  assert.deepEqual(await rows('select 1 from list_addition'), []);
});

test('an administrator asks; neither they nor another body decides, the ministry does, and a refusal says why', async () => {
  const clerk = agency.clerk.handle;
  assert.equal((await ask(clerk, 'GET', '/list-additions')).code, 'E-NOT-ALLOWED');
  assert.equal((await ask(clerk, 'POST', '/list-additions', ASKED)).code, 'E-NOT-ALLOWED');
  assert.equal((await ask(ministry, 'POST', '/list-additions', ASKED)).code, 'E-NOT-ALLOWED');
  const asked = await ask(administrator, 'POST', '/list-additions', { ...ASKED, code: 'SAI' });
  assert.equal(asked.status, 201);
  assert.equal((await ask(administrator, 'POST', '/list-additions', { ...ASKED, code: 'SAI' })).code, 'E-LIST-ASKED');
  const path = `/list-additions/${asked.id}/decision`;
  assert.equal((await ask(administrator, 'POST', path, { granted: true })).code, 'E-NOT-ALLOWED');
  const province = (await agency.office.signedIn('000178000002', [['VU_CCVC', 'H26']])).handle;
  assert.equal((await ask(province, 'POST', path, { granted: true })).code, 'E-NOT-WITHIN-REACH');
  assert.equal((await ask(ministry, 'POST', path, { granted: false })).code, 'E-LIST-REASON');
  assert.deepEqual(await ask(ministry, 'POST', path, { granted: false, reason: 'Mã không theo quy tắc' }), { status: 200, edition: null });
  assert.equal((await ask(ministry, 'POST', path, { granted: true })).code, 'E-LIST-DECIDED');
  const listed = (await ask(administrator, 'GET', '/list-additions')).items!;
  assert.deepEqual(
    listed.map(({ state, reason, mayDecide }) => [state, reason, mayDecide]),
    [['refused', 'Mã không theo quy tắc', false]],
  );
});

test('one human does not grant what they asked for, whatever roles they hold; the database says so too', async () => {
  const both = await agency.office.signedIn('000083000009', [
    ['QT_BNDP', 'H26'],
    ['VU_CCVC', 'VN'],
  ]);
  const { id } = await ask(both.handle, 'POST', '/list-additions', { ...ASKED, code: 'TU_DUYET', name: 'Chức vụ tự duyệt thử' });
  assert.equal((await ask(both.handle, 'POST', `/list-additions/${id}/decision`, { granted: true })).code, 'E-LIST-DECIDED');
  await assert.rejects(
    agency.office.as(both.handle, (tx) =>
      tx.query(`update list_addition set state = 'granted', decided_by = session_person(), decided_at = now() where addition_id = $1`, [
        id,
      ]),
    ),
    /row-level security/,
  );
  for (const sql of [
    `insert into code_list_entry (list, digest, code, name, valid_from, confidence, entry, addition_id) values ('chuc_vu', 'x', 'TU_DUYET', 'Chức vụ tự duyệt thử', '2026-07-01', 'known', '{"code":"TU_DUYET","name":"Chức vụ tự duyệt thử","aliases":[]}', $1)`,
    `insert into list_edition (edition, hash, files_hash, release, cause, addition_id, at) values (77, 'x', 'x', 'x', 'addition', $1, now())`,
  ])
    await assert.rejects(
      agency.office.as(both.handle, (tx) => tx.query(sql, [id])),
      /row-level security/,
    );
  assert.equal((await ask(ministry, 'POST', `/list-additions/${id}/decision`, { granted: false, reason: 'thử' })).status, 200);
});

test('once it is granted the next file knows it, the file of before stays as it was judged', async () => {
  const request = (await ask(administrator, 'POST', '/list-additions', ASKED)).id!;
  const listed = (await ask(ministry, 'GET', '/list-additions')).items!;
  assert.equal(listed.find(({ id }) => id === request)?.mayDecide, true);
  // A file that was checked before is judged to its end by its own lists, also when it is decided after.
  const between = await sends(POST);
  assert.deepEqual(await ask(ministry, 'POST', `/list-additions/${request}/decision`, { granted: true }), { status: 200, edition: 2 });
  const now = await sends(POST);
  assert.deepEqual(await unlistedIn(now), []);
  assert.equal((await agency.file(now)).listEdition, 2);
  const pinned = async (submissionId: string) => {
    const { post, listEdition } = await postOf(await registers(submissionId));
    return [post, listEdition];
  };
  assert.deepEqual(
    [await pinned(now), await pinned(between)],
    [
      ['GD_CDS_XA', 2],
      [POST, 1],
    ],
  );
  const acts = await rows<{ act: string; n: number }>(
    `select act, count(*)::int as n from audit_event where act in ('lists.asked', 'lists.added', 'lists.refused') group by act order by act`,
  );
  assert.deepEqual(acts, [
    { act: 'lists.added', n: 1 },
    { act: 'lists.asked', n: 3 },
    { act: 'lists.refused', n: 2 },
  ]);
});

test('the day of the fact counts as before: a day before the entry begins does not know it', async () => {
  await agency.office.as(administrator, async (tx) => {
    const [now, then] = [await currentLists(tx), await listsOf(tx, 1)];
    const means = (on: string, lists = now): string => judgedBy(lists, () => resolveCode('chuc_vu', POST, on).kind);
    assert.deepEqual([means('2026-07-01'), means('2026-06-30'), means('2026-07-01', then)], ['found', 'not-yet', 'unknown']);
  });
});

test('a record as known at a point is named by the lists of that point', async () => {
  const shown = async (query: string): Promise<string> => {
    const answer = await onceSettled(
      () => app.inject({ url: `/api/v1/people/${byCode}${query}`, headers: { cookie: `congvu=${agency.officer.handle}` } }),
      (one) => one.json<Answer>().code,
    );
    const { groups } = answer.json<{ groups: { fields: { key: string; display: { en: string } }[] }[] }>();
    return groups.flatMap(({ fields }) => fields).find((field) => field.key === 'chucVuHienTai')?.display.en ?? '';
  };
  assert.deepEqual([await shown(''), await shown(`?knownAt=${(await postOf(byCode)).tx}`)], [ASKED.nameEn, ASKED.code]);
  assert.equal((await postOf(byWords)).post, POST, 'words stay words: nobody rewrites what was registered');
});

test('two servers on one database judge alike from the commit on; nothing is read again while nothing changes', async () => {
  const other = openDatabase({ connectionString: agency.office.appUrl, poolSize: 1 });
  try {
    const { id } = await ask(administrator, 'POST', '/list-additions', {
      ...ASKED,
      code: 'HAI_MAY',
      name: 'Chức vụ của hai máy chủ',
      nameEn: undefined,
    });
    const knows = (): Promise<string> =>
      other.transaction(administrator, async (tx) => judgedBy(await currentLists(tx), () => resolveCode('chuc_vu', 'HAI_MAY', AS_OF).kind));
    assert.equal(await knows(), 'unknown');
    assert.equal((await ask(ministry, 'POST', `/list-additions/${id}/decision`, { granted: true })).edition, 3);
    assert.equal(await knows(), 'found');
    let asked = 0;
    await other.transaction(administrator, async (tx) => {
      const counted: typeof tx = { client: tx.client, query: (text, values) => (asked++, tx.query(text, values)) };
      assert.equal(await currentLists(counted), await currentLists(counted));
    });
    assert.equal(asked, 1);
  } finally {
    await other.close();
  }
});

test('a request is judged again when it is granted: the same words under two codes are granted once', async () => {
  const asked = { ...ASKED, name: 'Chức vụ hai nơi cùng xin', nameEn: undefined };
  const [one, two] = [
    await ask(administrator, 'POST', '/list-additions', { ...asked, code: 'XIN_1' }),
    await ask(administrator, 'POST', '/list-additions', { ...asked, code: 'XIN_2' }),
  ];
  assert.equal((await ask(ministry, 'POST', `/list-additions/${one.id}/decision`, { granted: true })).edition, 4);
  assert.equal((await ask(ministry, 'POST', `/list-additions/${two.id}/decision`, { granted: true })).code, 'E-LIST-NAME-KNOWN');
});

test('two decisions of one second make two editions, each with all that was granted before', async () => {
  const names = ['Chức vụ thứ nhất cùng lúc', 'Chức vụ thứ hai cùng lúc'];
  const ids = await Promise.all(
    names.map((name, at) => ask(administrator, 'POST', '/list-additions', { ...ASKED, name, nameEn: undefined, code: `CUNG_LUC_${at}` })),
  );
  const done = await Promise.all(ids.map(({ id }) => ask(ministry, 'POST', `/list-additions/${id}/decision`, { granted: true })));
  assert.deepEqual(done.map(({ edition }) => edition).sort(), [5, 6]);
  await agency.office.as(administrator, async (tx) => {
    const lists = await currentLists(tx);
    assert.equal(lists.number, 6);
    for (const name of names)
      assert.equal(
        judgedBy(lists, () => resolveCode('chuc_vu', name, AS_OF).kind),
        'found',
        name,
      );
  });
});
