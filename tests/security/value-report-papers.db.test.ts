/** The photo or PDF that shows a reported value: drawn anew, sealed, one a report, opened by its person and by the desk of the report, by nobody else, each opening in the log. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { SessionHandle } from '#base/database/transaction.ts';
import { printPaper } from '#base/paper.ts';
import { aJpeg } from '#doors/portraits/pictures-for-tests.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const [ME, HER] = ['000190780001', '000190780002'];
type Signed = { readonly handle: SessionHandle; readonly accountId: string };
let school: Agency;
let folder: string;
let app: FastifyInstance;
const who = {} as Record<'me' | 'her' | 'desk' | 'elsewhere' | 'confirmer', Signed>;
let me: string;

const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
async function registered(number: string): Promise<string> {
  const sent = await school.sends([{ number, name: 'Lò Thị Giấy' }]);
  const [waiting] = await school.waiting(sent);
  assert.ok((await school.confirms(sent, waiting!)).ok);
  return waiting!;
}

before(async () => {
  school = await anAgency('H26.03.01');
  folder = await dataFolder();
  app = await aServer(school.office, folder);
  me = await registered(ME);
  await registered(HER);
  who.me = await school.office.signedIn(ME, []);
  who.her = await school.office.signedIn(HER, []);
  who.desk = await school.office.signedIn('000190780011', [['DOI_SOAT', 'H26']]);
  who.elsewhere = await school.office.signedIn('000190780012', [['DOI_SOAT', 'H41']]);
  who.confirmer = await school.office.signedIn('000190780013', [['XAC_NHAN', 'H26.03']]);
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
  readonly body: Readonly<Record<string, unknown>>;
}
let asked = 0;
async function ask({ handle }: Signed, method: 'GET' | 'POST', path: string, body?: object, type?: string): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      cookie: `congvu=${handle}`,
      origin: ORIGIN,
      'idempotency-key': `giay-bao-sai-${++asked}`,
      ...(type ? { 'content-type': type } : {}),
    },
    ...(body ? { payload: body } : {}),
  });
  const isJson = (answer.headers['content-type'] ?? '').includes('json');
  return { status: answer.statusCode, bytes: answer.rawPayload, body: isJson ? answer.json<Record<string, unknown>>() : {} };
}
async function reports(by: Signed, field: string): Promise<string> {
  const made = await ask(by, 'POST', '/me/value-reports', { group: 'B', field, wrong: 'Ghi nhầm theo âm lịch' });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body['id'] as string;
}
const attaches = (by: Signed, id: string, bytes: Uint8Array, type = 'application/pdf'): Promise<Answer> =>
  ask(by, 'POST', `/me/value-reports/${id}/paper`, Buffer.from(bytes), type);
const aPdf = (text: string): Promise<Uint8Array> => printPaper({ content: [text] });
const openings = async (): Promise<number> => (await owner(`select 1 from audit_event where act = 'value-report.paper-read'`)).length;
const isPdf = ({ bytes }: Answer): boolean => bytes.subarray(0, 5).toString() === '%PDF-';

let first: string;

test('a photo is drawn anew into a page, sealed, and both sides open it, each opening in the log', async () => {
  first = await reports(who.me, 'ngaySinh');
  assert.equal((await ask(who.desk, 'GET', `/value-reports/${first}/paper`)).body['code'], 'E-REPORT-PAPER-GONE');
  const photo = Buffer.from(await aJpeg());
  const secret = Buffer.from('GPS-21.0278-105.8342');
  // A comment of the picture, where a camera could say where it was taken.
  const length = Buffer.from([0xff, 0xfe, 0, secret.length + 2]);
  const told = Buffer.concat([photo.subarray(0, 2), length, secret, photo.subarray(2)]);
  const added = await attaches(who.me, first, told, 'application/octet-stream');
  assert.equal(added.status, 201, JSON.stringify(added.body));
  const before = await openings();
  const [mine, desk] = [
    await ask(who.me, 'GET', `/me/value-reports/${first}/paper`),
    await ask(who.desk, 'GET', `/value-reports/${first}/paper`),
  ];
  for (const one of [mine, desk]) {
    assert.equal(one.status, 200);
    assert.ok(isPdf(one) && !one.bytes.includes(secret));
  }
  assert.equal(await openings(), before + 2);
  const [kept] = await owner<{ content: Buffer; from_photo: boolean; pages: number }>(
    'select content_sealed as content, from_photo, pages from value_report_paper where report_id = $1',
    [first],
  );
  assert.deepEqual([kept!.from_photo, kept!.pages, kept!.content.includes('%PDF-')], [true, 1, false]);
  const shown = (await ask(who.desk, 'GET', `/value-reports/${first}`)).body['attached'] as { readonly fromPhoto: boolean };
  assert.equal(shown.fromPhoto, true);
  const items = (await ask(who.me, 'GET', '/me/value-reports')).body['items'] as readonly {
    readonly id: string;
    readonly attached: object;
  }[];
  assert.deepEqual(items.find(({ id }) => id === first)!.attached, shown);
  const data = (await ask(who.me, 'GET', '/me/data.json')).body['valueReports'] as readonly { readonly attached: object }[];
  assert.deepEqual(
    data.map(({ attached }) => attached),
    [shown],
  );
});

test('one paper a report; what is neither photo nor PDF leaves nothing', async () => {
  assert.equal((await attaches(who.me, first, await aPdf('Thêm'))).body['code'], 'E-REPORT-PAPER-THERE');
  const other = await reports(who.me, 'gioiTinh');
  const bad = await attaches(who.me, other, Buffer.from('MZ chẳng phải giấy tờ'));
  assert.ok(bad.status >= 400 && bad.status < 500, String(bad.status));
  assert.deepEqual(await owner('select 1 from value_report_paper where report_id = $1', [other]), []);
  assert.equal((await attaches(who.me, other, await aPdf('Giấy khai sinh'))).status, 201);
});

test('nobody else adds or opens it, by a route or by SQL', async () => {
  const paper = await aPdf('Của người khác');
  assert.equal((await attaches(who.her, first, paper)).body['code'], 'E-OWN-VALUE-REPORT-GONE');
  assert.equal((await ask(who.her, 'GET', `/me/value-reports/${first}/paper`)).body['code'], 'E-REPORT-PAPER-GONE');
  for (const by of [who.her, who.elsewhere, who.confirmer]) {
    assert.ok((await ask(by, 'GET', `/value-reports/${first}/paper`)).status >= 400);
    assert.deepEqual(await school.office.as(by.handle, (tx) => tx.query('select 1 from value_report_paper')), []);
  }
  for (const by of [who.her, who.desk])
    await assert.rejects(
      school.office.as(by.handle, (tx) =>
        tx.query(
          `insert into value_report_paper (person_id, report_id, sha256, size_bytes, pages, from_photo, scan, added_at, content_sealed)
           values ($1, gen_random_uuid(), repeat('a', 64), 1, 1, false, 'clean', now(), 'x')`,
          [me],
        ),
      ),
      /row-level security/,
    );
});

test('what has an outcome takes no paper any more', async () => {
  const id = await reports(who.me, 'danToc');
  const settled = await ask(who.desk, 'POST', `/value-reports/${id}/acts`, { act: 'refused', note: 'Giấy khai sinh ghi như hồ sơ.' });
  assert.equal(settled.status, 204);
  assert.equal((await attaches(who.me, id, await aPdf('Muộn'))).body['code'], 'E-OWN-VALUE-REPORT-GONE');
});

test('an erasure takes the paper away', async () => {
  assert.ok((await owner('select 1 from value_report_paper where person_id = $1', [me])).length > 0);
  await owner(`select erase_rows_of($1, '{}', now())`, [me]);
  assert.deepEqual(await owner('select 1 from value_report_paper where person_id = $1', [me]), []);
});
