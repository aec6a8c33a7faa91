/** An e-CV: of what is confirmed, signed, the same again; read by programs that are not ours; by whom it is made; what is left out of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet, flattenedVerify } from 'jose';
import type { FlattenedJWS, JWK } from 'jose';
import { extractText, getDocumentProxy } from 'unpdf';
import type { TSchema } from 'typebox';
import type { Role } from '#authority/access/shapes.ts';
import { settledSince } from '#base/database/settled-for-tests.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import type { PersonOfFile } from '#record/intake/file-for-tests.ts';
import type { CvDocument } from '#record/conversion/cv-shapes.ts';
import { checkCv, readCv } from '#record/conversion/check-cv.ts';
import { faultOfAnswer } from './answers-as-described.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const NUMBER = '000190000873';
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
  readonly dataOf: string;
  readonly leftOut: number;
  readonly record?: string;
  readonly signature?: string;
  readonly matches?: boolean;
  readonly formName?: string;
  readonly items?: readonly { readonly number: string }[];
}

async function somebody(role: Role | null, number = `00019097${String(++running).padStart(4, '0')}`, body = BODY) {
  const { handle } = await agency.office.signIn(await agency.office.account(number, role ? [[role, body]] : []), 2);
  const ask = async (method: 'GET' | 'POST', url: string) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `cv-of-test-${++running}` },
    });
    return { status: answer.statusCode, ...answer.json<Answer>() };
  };
  const bytes = async (url: string): Promise<Buffer> => {
    const answer = await app.inject({ url: `/api/v1${url}`, headers: { cookie: `congvu=${handle}` } });
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.rawPayload;
  };
  return { handle, ask, bytes };
}
const officer = () => somebody('XAC_NHAN');
let mine: ReturnType<typeof somebody> | null = null;
const myself = () => (mine ??= somebody(null, NUMBER));

/** As a stranger's program: a key by its name from the server, and nothing else of ours. */
async function readByStranger(file: Buffer): Promise<CvDocument> {
  const signed = JSON.parse(file.toString('utf8')) as FlattenedJWS;
  const { kid } = JSON.parse(Buffer.from(signed.protected!, 'base64url').toString()) as { kid: string };
  const key = (await app.inject(`/api/v1/keys/${kid}`)).json<JWK>();
  const { payload, protectedHeader } = await flattenedVerify(signed, createLocalJWKSet({ keys: [key] }), { algorithms: ['EdDSA'] });
  assert.equal(protectedHeader?.['typ'], 'cv+jws');
  return JSON.parse(Buffer.from(payload).toString('utf8')) as CvDocument;
}
const rows = <T extends Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query<T>(text, [...values]));
const bare = (text: string): string => text.normalize('NFC').replaceAll(/\s/g, '');

test('the person makes it: signed by the key of the body, by the published schema, with the day of the data; the log has the act and each taking', async () => {
  const me = await myself();
  const made = await me.ask('POST', '/me/cvs');
  assert.equal(made.status, 201, JSON.stringify(made));
  assert.match(made.number, /^SY-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  const file = await me.bytes(`/me/cvs/${made.number}/cv.json`);
  const cv = await readByStranger(file);
  assert.equal(faultOfAnswer(JSON.parse(readFileSync('docs/standard/cv.schema.json', 'utf8')) as TSchema, cv), null);
  assert.deepEqual([cv.number, cv.recordCode, cv.name, cv.dataOf], [made.number, NUMBER, 'Trần Thị Hoa', made.dataOf]);
  const identity = cv.components.find(({ code }) => code === 'B')!;
  assert.ok(
    identity.fields.some(({ key, value, confirmedAt }) => key === 'hoTenKhaiSinh' && value === 'Trần Thị Hoa' && confirmedAt !== ''),
  );
  assert.deepEqual(await me.bytes(`/me/cvs/${made.number}/cv.json`), file, 'the same again, byte for byte');
  const acts = await rows<{ act: string; role: string; purpose: string }>(
    `select act, role, purpose from audit_event where object_id = $1 and act in ('cv.made', 'export.made') order by tx, event_id`,
    [personId],
  );
  assert.deepEqual(
    acts.map(({ act, role, purpose }) => [act, role, purpose]).toSorted(),
    [['cv.made'], ['export.made'], ['export.made'], ['export.made']].map(([act]) => [act, 'CA_NHAN', 'OWN_RECORD']),
  );
});

test('the PDF carries the same bytes, says the day of the data and where to check; no person stands in the address', async () => {
  const who = await officer();
  const made = await who.ask('POST', `/people/${personId}/cvs`);
  assert.equal(made.status, 201, JSON.stringify(made));
  const json = await who.bytes(`/people/${personId}/cvs/${made.number}/cv.json`);
  const pdf = await getDocumentProxy(new Uint8Array(await who.bytes(`/people/${personId}/cvs/${made.number}/cv.pdf`)));
  const carried = [...((await pdf.getAttachments()) ?? [])];
  assert.deepEqual(
    carried.map(([, { filename }]) => filename),
    [`e-cv-${made.number}.json`],
  );
  assert.deepEqual(Buffer.from((await pdf.getAttachmentContent(carried[0]![0])) ?? []), json);
  const { text } = await extractText(pdf, { mergePages: true });
  const day = made.dataOf.split('-').toReversed().join('/');
  for (const word of ['SƠ YẾU LÝ LỊCH ĐIỆN TỬ', `Dữ liệu đến ngày: ${day}`, `/ban-giay/${made.number}`, NUMBER])
    assert.ok(bare(text).includes(bare(word)), `${word}\n${text}`);
  assert.ok(!bare(text).includes(bare('Ký tên, đóng dấu')), 'no place for a stamp: it is signed inside');
  assert.deepEqual(
    (await (await myself()).ask('GET', '/me/cvs')).items?.map(({ number }) => number).includes(made.number),
    true,
    'the person is shown what was made of them',
  );
  assert.deepEqual((await who.ask('GET', `/people/${personId}/conversions`)).items, [], 'it is no paper');
});

test('one letter changed and it is told as wrong; the key of another purpose signs none', async () => {
  const who = await officer();
  const { number } = await who.ask('POST', `/people/${personId}/cvs`);
  const signed = readCv((await who.bytes(`/people/${personId}/cvs/${number}/cv.json`)).toString())!;
  const { kid } = JSON.parse(Buffer.from(signed.protected, 'base64url').toString()) as { kid: string };
  const key = (await app.inject(`/api/v1/keys/${kid}`)).json<Parameters<typeof checkCv>[1][number]>();
  const changed = Buffer.from(Buffer.from(signed.payload, 'base64url').toString().replace('Trần Thị Hoa', 'Trần Thị Hòa')).toString(
    'base64url',
  );
  assert.notEqual(changed, signed.payload);
  assert.deepEqual(
    [
      (await checkCv(signed, [key])).check,
      (await checkCv({ ...signed, payload: changed }, [key])).check,
      (await checkCv(signed, [])).check,
      (await checkCv(signed, [{ ...key, congvu: { ...key.congvu, purpose: 'receipt' } }])).check,
      readCv('{"payload": 1}'),
    ],
    ['right', 'wrong', 'no-key', 'no-key', null],
  );
});

test('a stranger with the number: signed, same or gone on, of this citizen number or not; no word of anybody', async () => {
  const { number } = await (await officer()).ask('POST', `/people/${personId}/cvs`);
  const url = `/api/v1/public/conversions/${number}`;
  const answer = await app.inject({ url, headers: { origin: ORIGIN } });
  assert.deepEqual(
    [answer.json<Answer>().signature, answer.json<Answer>().record, answer.json<Answer>().formName],
    ['right', 'same', 'Sơ yếu lý lịch điện tử'],
  );
  assert.doesNotMatch(answer.body, /Trần|Hoa|000190|digest|known/);
  for (const [nationalId, matches] of [
    [NUMBER, true],
    ['000190000874', false],
  ] as const) {
    const check = await app.inject({ method: 'POST', url: `${url}/check`, payload: { nationalId }, headers: { origin: ORIGIN } });
    assert.equal(check.json<Answer>().matches, matches);
  }
});

test('what nobody confirmed is left out and counted; an older e-CV stays what it was', async () => {
  const me = await myself();
  const before = await me.ask('POST', '/me/cvs');
  const file = await me.bytes(`/me/cvs/${before.number}/cv.json`);
  const before_ = await readByStranger(file);
  assert.equal(before_.leftOut.components, before.leftOut);
  // As of a first load: a version that no attestation stands behind.
  await confirmed({ number: NUMBER, name: 'Trần Thị Hoa', phone: '0912345671' });
  await rows(
    `update person_version set attestation_id = null where person_id = $1 and version = (select max(version) from person_version where person_id = $1)`,
    [personId],
  );
  const later = await me.ask('POST', '/me/cvs');
  assert.equal(later.status, 201, JSON.stringify(later));
  assert.equal(later.leftOut, before.leftOut + 1);
  const cv = await readByStranger(await me.bytes(`/me/cvs/${later.number}/cv.json`));
  const contact = cv.components.find(({ code }) => code === 'C')!;
  assert.equal(contact.state, 'unconfirmed');
  assert.ok(contact.leftOut > 0);
  assert.ok(!JSON.stringify(cv).includes('0912345671'));
  assert.deepEqual(await me.bytes(`/me/cvs/${before.number}/cv.json`), file);
});

test('nobody else: other roles, another body; nobody takes somebody else’s by its number; nor by SQL', async () => {
  const { number } = await (await officer()).ask('POST', `/people/${personId}/cvs`);
  for (const role of ['NHAP_LIEU', 'DOI_SOAT', 'GIAM_SAT'] as const)
    assert.ok([403, 404].includes((await (await somebody(role)).ask('POST', `/people/${personId}/cvs`)).status), role);
  assert.equal((await (await somebody('XAC_NHAN', undefined, 'H41.01')).ask('POST', `/people/${personId}/cvs`)).status, 404);
  const other = await somebody(null);
  assert.equal((await other.ask('POST', '/me/cvs')).status, 404);
  assert.equal((await other.ask('GET', `/me/cvs/${number}/cv.json`)).status, 404);
  const [stranger] = [await confirmed({ number: '000190000875', name: 'Lê Văn Bảy' })];
  const insert = `insert into conversion (person_id, conversion_number, body_id, form, at, by_account, valid_on, known_at, revision, left_out, blinding, content, jws)
    select person_id, 'SY-ZZZZZ-ZZZZZ', body_id, $2, now(), session_person(), '2026-11-01', 1, 1, 0, decode(repeat('00', 32), 'hex'), '{}', 'x' from person where person_id = $1`;
  const seven = await somebody(null, '000190000875');
  const door = "select set_config('congvu.own_record', 'on', true)";
  for (const [of, form] of [
    [personId, 'e-cv'],
    [stranger, '2c-bnv-2008'],
  ] as const)
    await agency.office
      .as(seven.handle, async (tx) => {
        await tx.query(door);
        return tx.query(insert, [of, form]);
      })
      .then(
        async () =>
          assert.deepEqual(await rows(`select 1 from conversion where conversion_number = 'SY-ZZZZZ-ZZZZZ'`), [], 'nothing was written'),
        (error: Error) => assert.match(error.message, /row-level security/),
      );
});
