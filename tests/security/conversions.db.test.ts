/** A record converted to paper: by the managing body alone, of what is confirmed, the same paper again; and what a stranger who holds it is told. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Role } from '#authority/access/shapes.ts';
import { settledSince } from '#base/database/settled-for-tests.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import type { PersonOfFile } from '#record/intake/file-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const NUMBER = '000190000871';
const BODY = 'H26.03.01';
let agency: Agency;
let app: FastifyInstance;
let folder: string;
let personId: string;
let running = 0;

const settled = () =>
  settledSince((work) => agency.office.owner.transaction(null, work), 'select max(tx) from person_version where tx < record_tx()');
async function confirmed(person: PersonOfFile): Promise<string> {
  const submissionId = await agency.sends([person]);
  const [id] = await agency.waiting(submissionId);
  const done = await agency.confirms(submissionId, id!);
  assert.ok(done.ok, JSON.stringify(done));
  await settled();
  return id!;
}
before(async () => {
  agency = await anAgency(BODY);
  folder = await dataFolder();
  app = await aServer(agency.office, folder);
  personId = await confirmed({ number: NUMBER, name: 'Trần Thị Hoa' });
});
after(async () => {
  await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly number: string;
  readonly code?: string;
  readonly leftOut: number;
  readonly bodyName: string;
  readonly record?: string;
  readonly signature?: string;
  readonly matches?: boolean;
  readonly items?: readonly { readonly number: string }[];
}

async function somebody(role: Role = 'XAC_NHAN', { body = BODY, number = `00019096${String(++running).padStart(4, '0')}` } = {}) {
  const { handle } = await agency.office.signIn(await agency.office.account(number, [[role, body]]), 2);
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${url}`,
      ...(payload ? { payload } : {}),
      headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `conversion-${++running}` },
    });
    return { status: answer.statusCode, ...answer.json<Answer>() };
  };
  const paper = async (number: string) => {
    const answer = await app.inject({
      url: `/api/v1/people/${personId}/conversions/${number}/paper.pdf`,
      headers: { cookie: `congvu=${handle}` },
    });
    if (answer.statusCode !== 200) return answer.json<Answer>().code ?? '';
    return (await extractText(await getDocumentProxy(new Uint8Array(answer.rawPayload)), { mergePages: true })).text.normalize('NFC');
  };
  return { handle, ask, paper, converts: () => ask('POST', `/people/${personId}/conversions`, { form: '2c-bnv-2008' }) };
}
const stranger = async (method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await app.inject({
    method,
    url: `/api/v1/public/conversions/${url}`,
    ...(payload ? { payload } : {}),
    headers: { origin: ORIGIN },
  });
  return { status: answer.statusCode, text: answer.body, ...answer.json<Answer>() };
};
const rows = <T extends Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query<T>(text, [...values]));

/** Lines of a paper break where they are full. */
const bare = (text: string): string => text.normalize('NFC').replaceAll(/\s/g, '');

test('an officer of the managing body converts: marks, number, body and time stand on the paper, and the log has both acts', async () => {
  const officer = await somebody();
  const made = await officer.converts();
  assert.equal(made.status, 201, JSON.stringify(made));
  assert.match(made.number, /^BG-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  const paper = await officer.paper(made.number);
  for (const word of [
    'BẢN GIẤY CHUYỂN ĐỔI TỪ HỒ SƠ ĐIỆN TỬ',
    made.number,
    `/ban-giay/${made.number}`,
    made.bodyName,
    'TRẦN THỊ HOA',
    NUMBER,
  ])
    assert.ok(bare(paper).includes(bare(word)), `${word}\n${paper}`);
  assert.ok(!paper.includes('chưa có chữ ký và xác nhận của cơ quan'));
  assert.equal(await officer.paper(made.number), paper, 'the same paper again');
  const acts = await rows<{ act: string }>(
    `select act from audit_event where object_id = $1 and act in ('record.converted', 'export.made') order by tx, event_id`,
    [personId],
  );
  assert.deepEqual(acts.map(({ act }) => act).toSorted(), ['export.made', 'export.made', 'export.made', 'record.converted']);
  assert.deepEqual(
    (await officer.ask('GET', `/people/${personId}/conversions`)).items?.map(({ number }) => number),
    [made.number],
  );
});

test('a stranger with the paper: signed, by whom, whether it is of this number, whether the record went on; and no word of anybody', async () => {
  const { number } = await (await somebody()).converts();
  const before = await stranger('GET', number);
  assert.deepEqual([before.status, before.signature, before.record], [200, 'right', 'same']);
  assert.doesNotMatch(before.text, /Trần|Hoa|000190|digest|known/);
  assert.equal((await stranger('POST', `${number}/check`, { nationalId: NUMBER })).matches, true);
  assert.equal((await stranger('POST', `${number}/check`, { nationalId: '000190000872' })).matches, false);
  assert.equal((await stranger('POST', `${number}/check`, { nationalId: 'Trần' })).status, 400);
  assert.equal((await stranger('GET', 'BG-00000-00000')).code, 'E-CONVERSION-UNKNOWN');
  assert.equal((await stranger('POST', 'BG-00000-00000/check', { nationalId: NUMBER })).code, 'E-CONVERSION-UNKNOWN');
  assert.equal((await stranger('GET', '1')).status, 404);
  const officer = await somebody();
  const paper = await officer.paper(number);
  await confirmed({ number: NUMBER, name: 'Trần Thị Hoa', phone: '0912345671' });
  assert.equal((await stranger('GET', number)).record, 'changed');
  assert.equal(await officer.paper(number), paper, 'what was converted stays what it was');
});

test('a row that says another thing than what was signed is told as wrong', async () => {
  const { number } = await (await somebody()).converts();
  const [kept] = await rows<{ content: string }>('select content from conversion where conversion_number = $1', [number]);
  await rows('update conversion set content = $2 where conversion_number = $1', [
    number,
    kept!.content.replace(/"bodyName":"/, '"bodyName":"Sở '),
  ]);
  assert.equal((await stranger('GET', number)).signature, 'wrong');
});

test('who is told to wait for a change to settle has opened nobody', async () => {
  const officer = await somebody();
  const viewings = async () => (await rows(`select 1 from audit_event where act = 'export.made' and object_id = $1`, [personId])).length;
  const before = await viewings();
  // Another transaction that runs on keeps what is written after it from settling.
  await agency.office.owner.transaction(null, async (tx) => {
    await tx.query('select pg_current_xact_id()');
    const submissionId = await agency.sends([{ number: NUMBER, name: 'Trần Thị Hoa', phone: '0912345672' }]);
    const [id] = await agency.waiting(submissionId);
    assert.ok((await agency.confirms(submissionId, id!)).ok);
    assert.equal((await officer.converts()).code, 'E-KNOWN-AT-NOT-SETTLED');
  });
  assert.equal(await viewings(), before);
  await settled();
  assert.equal((await officer.converts()).status, 201);
});

test('nobody else: another role, another body, the person themselves; nor by SQL', async () => {
  assert.equal((await (await somebody('NHAP_LIEU')).converts()).code, 'E-NOT-ALLOWED');
  assert.equal((await (await somebody('DOI_SOAT')).converts()).code, 'E-NOT-ALLOWED');
  assert.equal((await (await somebody('XAC_NHAN', { body: 'H41.01' })).converts()).status, 404);
  const own = await somebody('XAC_NHAN', { number: NUMBER });
  assert.equal((await own.converts()).code, 'E-CONFIRM-OWN-RECORD');
  const insert = `insert into conversion (person_id, conversion_number, body_id, form, at, by_account, valid_on, known_at, revision, left_out, blinding, content, jws)
    select person_id, 'BG-ZZZZZ-ZZZZZ', body_id, '2c', now(), session_person(), '2026-11-01', 1, 1, 0, decode(repeat('00', 32), 'hex'), '{}', 'x' from person where person_id = $1`;
  const clerk = await somebody('NHAP_LIEU');
  for (const { handle } of [own, clerk])
    await assert.rejects(
      agency.office.as(handle, (tx) => tx.query(insert, [personId])),
      /row-level security/,
    );
  const officer = await somebody();
  await assert.rejects(
    agency.office.as(officer.handle, (tx) => tx.query('update conversion set left_out = 9 where person_id = $1', [personId])),
    /permission denied/,
  );
});
