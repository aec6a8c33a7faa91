/** Reports: a value that is kept with its hash, run again the same as it was known then, or told as a difference; by whom, of which bodies, and what is refused. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { listsOf } from '#authority/code-lists/editions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { onceSettled, settledSince } from '#base/database/settled-for-tests.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import type { PersonOfFile } from '#record/intake/file-for-tests.ts';
import { factRows, keyFacts } from '#record/register/facts.ts';
import { readVersions } from '#record/register/store.ts';
import type { RoleCode } from '#standard/generated/role-codes.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const BODY = 'H26.03.01';
let school: Agency;
let folder: string;
let app: FastifyInstance;
const who = {} as Record<'administrator' | 'ministry' | 'elsewhere' | 'clerk', SessionHandle>;
let above = '';
let asked = 0;

const settled = () =>
  settledSince((work) => school.office.owner.transaction(null, work), 'select max(tx) from person_version where tx < record_tx()');
async function registered(person: PersonOfFile): Promise<string> {
  const submissionId = await school.sends([person]);
  const [id] = await school.waiting(submissionId);
  const done = await school.confirms(submissionId, id!);
  assert.ok(done.ok, JSON.stringify(done));
  await settled();
  return id!;
}
const more = (kind: string): RecordDocument => ({ A: { loaiDoiTuong: kind } }) as unknown as RecordDocument;

before(async () => {
  school = await anAgency(BODY);
  folder = await dataFolder();
  app = await aServer(school.office, folder);
  const signed = async (number: string, role: RoleCode, body: string) => (await school.office.signedIn(number, [[role, body]])).handle;
  who.administrator = await signed('000190990141', 'QT_BNDP', 'H26.03');
  who.ministry = await signed('000190990142', 'VU_CCVC', 'VN');
  who.elsewhere = await signed('000190990143', 'QT_BNDP', 'H41');
  who.clerk = await signed('000190990144', 'NHAP_LIEU', 'H26.03');
  above = await school.office.body('H26.03');
  await registered({ number: '000190990151', name: 'Lò Thị Một', more: more('VC') });
  await registered({
    number: '000090990152',
    name: 'Lò Văn Hai',
    more: { ...more('CC'), B: { gioiTinh: '1' } } as unknown as RecordDocument,
  });
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

interface Value {
  readonly knownAt: number;
  readonly rows: readonly { readonly body: { readonly code: string }; readonly place: string; readonly counts: readonly number[] }[];
  readonly total: readonly number[];
}
interface Answer {
  readonly code?: string;
  readonly number: string;
  readonly sha256: string;
  readonly jws: string;
  readonly value: Value;
  readonly same?: boolean;
  readonly differences?: readonly { readonly column: { readonly en: string }; readonly was: number; readonly is: number }[];
  readonly causes?: Readonly<Record<string, number | boolean>> | null;
  readonly items?: readonly { readonly number: string }[];
}
async function ask(handle: SessionHandle, url: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({
    method: payload === undefined ? 'GET' : 'POST',
    url: `/api/v1${url}`,
    headers: {
      cookie: `congvu=${handle}`,
      origin: ORIGIN,
      ...(payload === undefined ? {} : { 'idempotency-key': `bao-cao-so-${++asked}` }),
    },
    ...(payload === undefined ? {} : { payload }),
  });
  return answer.json<Answer>();
}
const makes = (handle: SessionHandle, more: object = {}): Promise<Answer> =>
  ask(handle, '/reports', { definition: 'R1', bodyId: above, ...more });

test('a report counts who is there, is signed and kept, and is shown again as it was', async () => {
  const made = await makes(who.administrator);
  assert.equal(made.code, undefined, JSON.stringify(made));
  assert.deepEqual(made.value.total, [2, 1, 0, 1, 1, 0, 0]);
  assert.deepEqual(
    made.value.rows.map(({ body, place, counts }) => [body.code, place, counts[0]]),
    [[BODY, 'below', 2]],
  );
  assert.match(made.number, /^BC-/);
  assert.deepEqual(await ask(who.ministry, `/reports/${made.number}`), made, 'who reaches the agency sees it');
  assert.ok((await ask(who.administrator, '/reports')).items?.some(({ number }) => number === made.number));
  assert.equal((await ask(who.elsewhere, `/reports/${made.number}`)).code, 'E-REPORT-UNKNOWN');
  const acts = await school.office.owner.transaction(null, (tx) =>
    tx.query<{ act: string }>(`select act from audit_event where act = 'report.made' and body_id = $1`, [above]),
  );
  assert.equal(acts.length, 1);
});

test('run again as it was known then it has the same hash, though what is known since is another; as known now it tells what differs and by what', async () => {
  const made = await makes(who.administrator);
  const same = await ask(who.administrator, `/reports/${made.number}/again`, { as: 'then' });
  assert.deepEqual([same.sha256, same.same, same.differences], [made.sha256, true, []]);
  await registered({ number: '000190990151', name: 'Lò Thị Một', more: more('CB') });
  await registered({ number: '000190990153', name: 'Lò Thị Ba', more: more('VC') });
  const then = await ask(who.administrator, `/reports/${made.number}/again`, { as: 'then' });
  assert.deepEqual([then.sha256, then.same], [made.sha256, true]);
  const now = await ask(who.administrator, `/reports/${made.number}/again`, { as: 'now' });
  assert.equal(now.same, false);
  assert.deepEqual(
    now.differences?.map(({ column, was, is }) => [column.en, was, is]),
    [
      ['All', 2, 3],
      ['Women', 1, 2],
      ['Cadres', 0, 1],
    ],
  );
  assert.equal(now.causes?.['facts'], 2);
  assert.equal(now.causes?.['erased'], 0);
});

test('who left is not counted, and is counted on a day before they did', async () => {
  const made = await makes(who.administrator);
  await registered({
    number: '000190990153',
    name: 'Lò Thị Ba',
    more: { A: { loaiDoiTuong: 'VC', trangThaiCongTac: 'NGHI_HUU' } } as unknown as RecordDocument,
  });
  assert.equal((await makes(who.administrator)).value.total[0], made.value.total[0]! - 1);
});

test('what cannot be counted is refused by name, and nothing is kept', async () => {
  const counted = async () =>
    (await school.office.owner.transaction(null, (tx) => tx.query<{ n: number }>('select count(*)::int as n from report_run')))[0]!.n;
  const before = await counted();
  const wrong: readonly (readonly [object, string])[] = [
    [{ definition: 'R99' }, 'E-REPORT-DEFINITION-UNKNOWN'],
    [{ validOn: '2099-01-01' }, 'E-REPORT-FUTURE-DAY'],
    [{ treeOn: '2099-01-01' }, 'E-REPORT-FUTURE-DAY'],
    [{ knownAt: 9_000_000_000_000 }, 'E-KNOWN-AT-NOT-SETTLED'],
    [{ treeOn: '1800-01-01' }, 'E-REPORT-BODY-GONE'],
    [{ where: [{ of: 'education', in: ['TSKH'] }] }, 'E-REPORT-NOBODY'],
    [{ where: [{ of: 'age', in: ['35'] }] }, 'E-REPORT-CONDITION'],
    [{ where: [{ of: 'sex', from: 2 }] }, 'E-REPORT-CONDITION'],
    [{ where: [{ of: 'sex' }] }, 'E-REPORT-CONDITION'],
    [{ where: [{ of: 'age', from: 40, to: 30 }] }, 'E-REPORT-CONDITION'],
    [{ where: [{ of: 'fullName', in: ['x'] }] }, 'E-REQUEST'],
    [{ bodyId: 'no-id' }, 'E-REQUEST'],
  ];
  for (const [more, code] of wrong) assert.equal((await makes(who.administrator, more)).code, code, JSON.stringify(more));
  assert.equal((await makes(who.clerk)).code, 'E-NOT-ALLOWED');
  assert.equal((await makes(who.elsewhere)).code, 'E-NOT-WITHIN-REACH');
  assert.equal(await counted(), before);
});

test('a point that is not settled yet is none, and the same question is answered once it is', async () => {
  const [row] = await school.office.owner.transaction(null, (tx) => tx.query<{ tx: number }>('select record_tx() as tx'));
  const made = await onceSettled(
    () => makes(who.administrator, { knownAt: Number(row!.tx) }),
    ({ code }) => code,
  );
  assert.equal(made.value.knownAt, Number(row!.tx));
});

test('words that are no code are values, never a statement', async () => {
  const made = await makes(who.administrator, { where: [{ of: 'education', in: ["x') or true --", 'DH'] }] });
  assert.equal(made.code, 'E-REPORT-NOBODY');
});

test('a figure opens its people under the walls of who asks, with a row of the reading that lists them; a field that the role does not see opens nobody', async () => {
  const head = (await school.office.signedIn('000190990145', [['LD_DON_VI', 'H26.03']])).handle;
  const made = await makes(head);
  const row = made.value.rows[0]! as unknown as { body: { id: string }; place: string; counts: number[] };
  const cell = { bodyId: row.body.id, place: row.place, column: 'women' };
  const opened = (await ask(head, `/reports/${made.number}/people`, cell)) as unknown as Opened;
  assert.deepEqual([opened.total, opened.seen, opened.items.length], [row.counts[1], row.counts[1], row.counts[1]]);
  assert.ok(opened.may.includes('record.read'));
  const [read] = await school.office.owner.transaction(null, (tx) =>
    tx.query<{ n: number }>(`select cardinality(listed)::int as n from audit_event where act = 'report.opened' order by tx desc limit 1`),
  );
  assert.equal(read!.n, row.counts[1]);
  const ofAdministrator = await ask(who.administrator, `/reports/${made.number}/people`, cell);
  assert.equal(ofAdministrator.code, 'E-SEARCH-FIELD-NOT-SEEN', 'an administrator sees no field of a record');
  assert.equal((await ask(head, `/reports/${made.number}/people`, { ...cell, column: 'none' })).code, 'E-REPORT-CELL-UNKNOWN');
  assert.equal((await ask(who.elsewhere, `/reports/${made.number}/people`, cell)).code, 'E-REPORT-UNKNOWN');
});
interface Opened {
  readonly total: number;
  readonly seen: number;
  readonly items: readonly { readonly name: string }[];
  readonly may: readonly string[];
}

test('a report is published by a second person, with few told as few, and never so near to one before that the difference tells of somebody', async () => {
  const made = await makes(who.administrator);
  assert.equal((await ask(who.administrator, `/reports/${made.number}/publication`, {})).code, 'E-REPORT-PUBLISH-OWN');
  const published = (await ask(who.ministry, `/reports/${made.number}/publication`, {})) as unknown as Published;
  assert.deepEqual(published.value.total[0], { as: 'few', n: 0 });
  assert.equal((await ask(who.ministry, `/reports/${made.number}/publication`, {})).code, 'E-REPORT-PUBLISHED');
  const anybody = await app.inject({ url: `/api/v1/public/reports/${made.number}` });
  assert.deepEqual(anybody.json<Published>().value.total, published.value.total);
  await registered({ number: '000190990158', name: 'Lò Thị Tám', more: more('VC') });
  const next = await makes(who.administrator);
  assert.equal((await ask(who.ministry, `/reports/${next.number}/publication`, {})).code, 'E-REPORT-TOO-NEAR');
  const asked_ = await makes(who.administrator, { where: [{ of: 'sex', in: ['2'] }] });
  assert.equal((await ask(who.ministry, `/reports/${asked_.number}/publication`, {})).code, 'E-REPORT-NOT-OF-CATALOGUE');
});
interface Published {
  readonly value: { readonly total: readonly { readonly as: string; readonly n: number }[] };
}

test('facts that were written one by one are those of all versions at once, for every day and every point', async () => {
  const { office } = school;
  await office.owner.transaction(null, async (tx) => {
    const all = await readVersions(
      tx,
      office.keys,
      (await tx.query<{ id: string }>('select person_id as id from person')).map(({ id }) => id),
    );
    const listsBy = new Map<number | null, Awaited<ReturnType<typeof listsOf>>>();
    for (const { listEdition } of all) listsBy.set(listEdition ?? null, await listsOf(tx, listEdition ?? null));
    let compared = 0;
    for (const [personId, versions] of Map.groupBy(all, (version) => version.personId))
      for (const { tx: known } of versions)
        for (const { validFrom: day } of versions) {
          const said = factRows(versions, (edition) => listsBy.get(edition ?? null)!).find(
            (row) => row.validFrom <= day && row.validTo > day && row.txFrom <= known && (row.txTo ?? Infinity) > known,
          );
          const [kept] = await tx.query<Record<string, unknown>>(
            `select f.* from person_fact f where person_id = $1 and valid_from <= $2 and valid_to > $2 and tx_from <= $3 and tx_to > $3`,
            [personId, day, known],
          );
          assert.deepEqual(
            kept && Object.fromEntries(Object.keys(said!.facts).map((key) => [key, kept[key] === null ? null : String(kept[key])])),
            said && Object.fromEntries(Object.entries(said.facts).map(([key, value]) => [key, value === null ? null : String(value)])),
          );
          compared++;
        }
    assert.ok(compared > 5);
    // Rebuilt from the versions, they count the same.
    const counted = () => tx.query<{ n: number }>('select count(*)::int as n from person_fact where tx_to = 9223372036854775807');
    const before = await counted();
    await tx.query('delete from person_fact');
    await keyFacts(tx, office.keys);
    assert.deepEqual(await counted(), before);
  });
});
