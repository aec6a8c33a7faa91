/**
 * Papers that a person sends along with a declaration: a photo is drawn anew and made into a page, a PDF is looked into, both wait sealed in the draft; once it is
 * sent each is a document before the officers of the managing body, and a line of the record when one of them has confirmed it.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openJobSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { printPaper } from '#base/paper.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { declarationDoor } from '#doors/json/declaration-door.ts';
import { aJpeg, aPng, pngSaying } from '#doors/portraits/pictures-for-tests.ts';
import { carryOnce } from '#record/declarations/carry.ts';
import { waitingSince } from '#record/confirmation/store.ts';
import { EVIDENCE_MAX } from '#record/declarations/limits.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { readPeople } from '#record/register/store.ts';
import { evidence } from '#start/evidence.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const ME = '000190990001';
const HER = '000190990002';
type Signed = { readonly handle: SessionHandle; readonly accountId: string };
let school: Agency;
let folder: string;
let app: FastifyInstance;
const who = {} as Record<'me' | 'her' | 'hr', Signed>;
let personId: string;

before(async () => {
  school = await anAgency('H26.03.01', undefined, [declarationDoor, evidence.door]);
  folder = await dataFolder();
  app = await aServer(school.office, folder);
  who.hr = await school.office.signedIn('000190990011', [['XAC_NHAN', 'H26.03']]);
  personId = await registered(ME);
  await registered(HER);
  who.me = await school.office.signedIn(ME, []);
  who.her = await school.office.signedIn(HER, []);
});
after(async () => {
  await app.close();
  await school.close();
  await rm(folder, { recursive: true, force: true });
});

async function registered(number: string): Promise<string> {
  const sent = await school.sends([{ number, name: 'Sùng Thị Giấy' }]);
  const [waiting] = await school.waiting(sent);
  assert.ok((await school.confirms(sent, waiting!)).ok);
  return waiting!;
}
const owner = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  school.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));

interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
  readonly body: Readonly<Record<string, unknown>>;
}
let asked = 0;
async function ask(
  { handle }: Signed,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object | Buffer,
  type?: string,
): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      cookie: `congvu=${handle}`,
      origin: ORIGIN,
      'idempotency-key': `giay-to-${++asked}`,
      ...(type ? { 'content-type': type } : {}),
    },
    ...(body ? { payload: body } : {}),
  });
  const isJson = (answer.headers['content-type'] ?? '').includes('json');
  return { status: answer.statusCode, bytes: answer.rawPayload, body: isJson ? answer.json<Record<string, unknown>>() : {} };
}
const stated = (kind: string, more: { symbol?: string; issuedOn?: string } = {}): string =>
  new URLSearchParams({ kind, symbol: more.symbol ?? '', issuedOn: more.issuedOn ?? '' }).toString();
const adds = (
  by: Signed,
  bytes: Uint8Array,
  type: string,
  group = 'I',
  said = stated('VAN_BANG', { symbol: 'B-77', issuedOn: '2008-06-30' }),
): Promise<Answer> => ask(by, 'POST', `/me/declaration/groups/${group}/evidence?${said}`, Buffer.from(bytes), type);
const idOf = ({ body }: Answer): string => body['id'] as string;
interface Paper {
  readonly id: string;
  readonly kind: { readonly vi: string };
  readonly symbol: string;
  readonly pages: number;
  readonly fromPhoto: boolean;
  readonly standing: string | null;
  readonly uploadNumber: string | null;
  readonly returned: readonly { readonly note: string | null }[];
}
const inForm = async (by: Signed, group = 'I'): Promise<readonly Paper[]> =>
  (await ask(by, 'GET', `/me/declaration/groups/${group}`)).body['evidence'] as readonly Paper[];
const sentPapers = async (by: Signed): Promise<readonly Paper[]> =>
  ((await ask(by, 'GET', '/me/declaration')).body['sent'] as readonly { readonly evidence: readonly Paper[] }[])[0]!.evidence;
const aPdf = (text: string, more: object = {}): Promise<Uint8Array> => printPaper({ content: [text], ...more });
const RIGHT = { mark: 'right', cells: {}, sections: {} };

async function sendsAll(by: Signed): Promise<void> {
  const page = (await ask(by, 'GET', '/me/declaration')).body as {
    readonly truth: { readonly code: string };
    readonly groups: readonly { readonly code: string; readonly mark: string | null }[];
  };
  for (const { code, mark } of page.groups)
    if (mark === null) assert.equal((await ask(by, 'POST', `/me/declaration/groups/${code}`, RIGHT)).status, 200, code);
  const sent = await ask(by, 'POST', '/me/declaration/send', { truth: page.truth.code });
  assert.equal(sent.status, 201, JSON.stringify(sent.body));
}
/** The background does what it would: brings, reads, sends on, and makes items. */
async function carried(): Promise<void> {
  const handle = await openJobSession(school.office, { bodyId: null, purpose: 'job' });
  const needs = { ...school.needs, door: declarationDoor, evidence };
  for (let round = 0; round < 2; round += 1) {
    await carryOnce(needs, handle);
    await school.works();
  }
}
const documentLines = async (): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const people = await school.office.as(who.hr.handle, (tx) => readPeople(tx, school.office.keys, [personId]));
  return (people.get(personId)!.document.X?.['taiLieu'] ?? []) as readonly Readonly<Record<string, unknown>>[];
};
const submissionsOf = () =>
  owner<{ id: string; sha256: string }>(
    'select submission_id as id, sha256 from declaration_evidence where person_id = $1 and submission_id is not null order by added_at',
    [personId],
  );

test('a photo becomes one page without what the camera wrote beside it; it and a PDF wait sealed in the draft', async () => {
  const photo = await aJpeg(1800, 2400, 6);
  assert.ok(photo.includes('Exif') && photo.includes('M-1'), 'the camera wrote beside it');
  const added = await adds(who.me, photo, 'image/jpeg');
  assert.equal(added.status, 201, JSON.stringify(added.body));
  const pdf = await aPdf('Bằng tốt nghiệp');
  assert.equal((await adds(who.me, pdf, 'application/pdf', 'I', stated('VAN_BANG'))).status, 201);
  const papers = await inForm(who.me);
  assert.deepEqual(
    papers.map(({ symbol, pages, fromPhoto, standing }) => [symbol, pages, fromPhoto, standing]),
    [
      ['B-77', 1, true, null],
      ['', 1, false, null],
    ],
  );
  const [page, whole] = await Promise.all(papers.map(({ id }) => ask(who.me, 'GET', `/me/declaration/evidence/${id}`)));
  assert.deepEqual([page!.bytes.subarray(0, 5).toString(), whole!.bytes.equals(pdf)], ['%PDF-', true]);
  for (const word of ['Exif', 'M-1']) assert.ok(!page!.bytes.includes(word), word);
  const [row] = await owner<{ content: Buffer; named: Buffer }>(
    'select content_sealed as content, named_sealed as named from declaration_evidence where evidence_id = $1',
    [papers[1]!.id],
  );
  assert.ok(!row!.content.includes('%PDF') && !row!.named.includes('VAN_BANG'), 'sealed');
  assert.deepEqual(await inForm(who.me, 'C'), [], 'under the group that it shows');
});

test('what is no paper is refused by name, and nothing is kept', async () => {
  const before = await inForm(who.me);
  const refused: readonly [code: string, bytes: Uint8Array][] = [
    ['E-PHOTO-OTHER-KIND', Buffer.from('xin chào')],
    ['E-PHOTO-OTHER-KIND', Buffer.concat([Buffer.alloc(4), Buffer.from('ftypheic'), Buffer.alloc(400)])],
    ['E-PHOTO-BROKEN', (await aJpeg(900, 900)).subarray(0, 2000)],
    ['E-PHOTO-TOO-LARGE', pngSaying(20_000, 20_000)],
    ['E-PHOTO-TOO-SMALL', await aPng(120, 160)],
    ['E-DOCUMENT-BROKEN', Buffer.from('%PDF-1.7\nkhông phải PDF')],
    ['E-DOCUMENT-ACTIVE', await aPdf('x', { files: { 'a.txt': { src: 'data:text/plain;base64,eGlu', name: 'a.txt' } } })],
  ];
  for (const [code, bytes] of refused) {
    const answer = await adds(who.me, bytes, 'application/octet-stream');
    assert.equal(answer.body['code'], code, JSON.stringify(answer.body).slice(0, 300));
  }
  const late = addDays(school.needs.clock.today(), 3);
  const pdf = await aPdf('Ngày mai');
  for (const said of [
    stated('VAN_BANG', { issuedOn: late }),
    stated('KHONG_CO_LOAI_NAY'),
    stated('VAN_BANG', { issuedOn: '2026-02-31' }),
    // Its name would be cut, or read as a day: it would be lost after it was sent.
    stated('VAN_BANG', { symbol: '/'.repeat(50), issuedOn: '2020-01-01' }),
    stated('VAN_BANG', { symbol: '2020-01-01' }),
  ])
    assert.equal((await adds(who.me, pdf, 'application/pdf', 'I', said)).body['code'], 'E-EVIDENCE-STATED', said);
  assert.equal((await adds(who.me, pdf, 'application/pdf', 'G')).body['code'], 'E-DECLARATION-NOT-YOURS', 'decisions of the body');
  assert.deepEqual(await inForm(who.me), before);
});

test('nobody else reaches it, by a route or by SQL', async () => {
  const [paper] = await inForm(who.me);
  const address = `/me/declaration/evidence/${paper!.id}`;
  for (const by of [who.her, who.hr]) {
    assert.equal((await ask(by, 'GET', address)).status, 404);
    assert.equal((await ask(by, 'DELETE', address)).status, 404);
    assert.deepEqual(await school.office.as(by.handle, (tx) => tx.query('select 1 from declaration_evidence')), []);
  }
  await assert.rejects(
    school.office.as(who.her.handle, (tx) =>
      tx.query(
        `insert into declaration_evidence (person_id, evidence_id, declaration_id, group_code, sha256, size_bytes, pages, from_photo, scan, added_at, named_sealed, content_sealed)
         values ($1, gen_random_uuid(), gen_random_uuid(), 'I', repeat('a', 64), 1, 1, false, 'clean', now(), 'x', 'x')`,
        [personId],
      ),
    ),
  );
});

test('a draft takes as many as the limit says; what was taken away is gone', async () => {
  const extra = await aPdf('Thừa');
  const ids: string[] = [];
  for (let count = (await inForm(who.me)).length; count < EVIDENCE_MAX; count += 1)
    ids.push(idOf(await adds(who.me, extra, 'application/pdf')));
  assert.equal((await adds(who.me, extra, 'application/pdf')).body['code'], 'E-EVIDENCE-TOO-MUCH');
  for (const id of ids) assert.equal((await ask(who.me, 'DELETE', `/me/declaration/evidence/${id}`)).status, 204);
  assert.equal((await ask(who.me, 'DELETE', `/me/declaration/evidence/${ids[0]!}`)).body['code'], 'E-EVIDENCE-UNKNOWN');
  assert.equal((await inForm(who.me)).length, 2);
});

test('once it is sent each paper is a document before the officers, beside the declaration, and a line of the record when it is confirmed', async () => {
  await sendsAll(who.me);
  assert.deepEqual(
    (await sentPapers(who.me)).map(({ standing }) => standing),
    ['sent', 'sent'],
  );
  const [paper] = await sentPapers(who.me);
  assert.equal((await ask(who.me, 'DELETE', `/me/declaration/evidence/${paper!.id}`)).status, 404, 'what was sent stays');
  await carried();
  const rows = await submissionsOf();
  assert.equal(rows.length, 2);
  assert.deepEqual(
    (await sentPapers(who.me)).map(({ standing, uploadNumber }) => [standing, uploadNumber !== null]),
    [
      ['waiting', true],
      ['waiting', true],
    ],
  );
  const [{ left }] = (await owner<{ left: number }>('select sum(length(content_sealed))::int as left from declaration_evidence')) as [
    { left: number },
  ];
  assert.equal(left, 0, 'the intake keeps it now');
  // Nobody of the body sends, takes back or repairs it.
  const seen = await ask({ ...school.clerk, accountId: '' }, 'GET', `/submissions/${rows[0]!.id}`);
  assert.ok(!JSON.stringify(seen.body['may']).includes('submission.withdraw'), JSON.stringify(seen.body));
  for (const { id } of rows) {
    const opened = await ask({ ...school.officer, accountId: '' }, 'GET', `/confirmation/${id}/${personId}`);
    assert.equal(opened.status, 200, JSON.stringify(opened.body).slice(0, 300));
    const confirmed = await school.confirms(id, personId);
    assert.ok(confirmed.ok, JSON.stringify(confirmed));
  }
  const lines = await documentLines();
  assert.deepEqual(
    lines.map((line) => [line['loai'], line['soKyHieu'] ?? null, line['tep'] === rows[0]!.sha256 || line['tep'] === rows[1]!.sha256]),
    [
      ['VAN_BANG', 'B-77', true],
      ['VAN_BANG', null, true],
    ],
  );
  for (const { sha256 } of rows)
    assert.equal(
      createHash('sha256')
        .update(await school.needs.blobs.get(sha256))
        .digest('hex'),
      sha256,
    );
  assert.deepEqual(
    (await sentPapers(who.me)).map(({ standing }) => standing),
    ['registered', 'registered'],
  );
});

test('a paper that came back says why, and another can be sent', async () => {
  assert.equal((await adds(who.me, await aPdf('Mờ'), 'application/pdf', 'I', stated('VAN_BANG', { symbol: 'M-1' }))).status, 201);
  assert.equal((await ask(who.me, 'POST', '/me/declaration/groups/I', RIGHT)).status, 200);
  const { truth } = (await ask(who.me, 'GET', '/me/declaration')).body as { truth: { code: string } };
  assert.equal((await ask(who.me, 'POST', '/me/declaration/send', { truth: truth.code })).status, 201);
  await carried();
  const id = (await submissionsOf()).at(-1)!.id;
  const done = await school.confirms(id, personId, { returns: 'X' });
  assert.ok(done.ok, JSON.stringify(done));
  const [back] = await sentPapers(who.me);
  assert.deepEqual([back!.standing, back!.returned.length > 0], ['returned', true]);
  // It waits for its person until they send the next declaration.
  const system = await openJobSession(school.office, { bodyId: null, purpose: 'job' });
  const waits = async (): Promise<boolean> =>
    (await school.office.as(system, (tx) => waitingSince(tx, school.needs.clock.today()))).returned.some((one) => one.submissionId === id);
  assert.equal(await waits(), true);
  assert.equal((await ask(who.me, 'POST', '/me/declaration/groups/I', RIGHT)).status, 200);
  assert.equal((await ask(who.me, 'POST', '/me/declaration/send', { truth: truth.code })).status, 201);
  assert.equal(await waits(), false);
});

test('an erasure leaves nothing of a draft, and of what was sent nothing that can be opened', async () => {
  assert.equal((await adds(who.her, await aPdf('Của chị'), 'application/pdf')).status, 201);
  const [{ her }] = (await owner<{ her: string }>(
    `select person_id as her from national_id where id_hash = (select identity from account where account_id = $1)`,
    [who.her.accountId],
  )) as [{ her: string }];
  await owner(`select erase_rows_of($1, '{}', now())`, [her]);
  assert.deepEqual(await owner('select 1 from declaration_evidence where person_id = $1', [her]), []);
  await owner(`select erase_rows_of($1, '{}', now())`, [personId]);
  assert.deepEqual(
    await owner('select 1 from declaration_evidence e join person_salt s using (person_id) where e.person_id = $1', [personId]),
    [],
  );
});
