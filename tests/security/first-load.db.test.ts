/** A first load by the routes of the real server: opened by the ministry, brought as CSV by a clerk, held against the papers, signed by two, and what is seen of it afterwards. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { DEMO_DAY } from '#start/demo/cast.ts';
import { csvOfPeople } from '#start/demo/csv-of-people.ts';
import { ORIGIN, aServer, dataFolder, jobsByHand } from './server-for-tests.ts';

const BODY = { code: 'H26.01', name: 'Sở Nội vụ (mẫu)', trade: 'office' as const, people: 0 };
const PEOPLE = 4;

let office: Office;
let folder: string;
let app: FastifyInstance;
let work: () => Promise<void>;
let bodyId: string;
let who: Readonly<Record<'ministry' | 'clerk' | 'first' | 'second' | 'elsewhere', SessionHandle>>;
before(async () => {
  office = await anOffice();
  folder = await dataFolder();
  const byHand = jobsByHand();
  work = byHand.work;
  app = await aServer(office, folder, { jobs: byHand.jobs });
  bodyId = await office.body(BODY.code);
  const signedIn = async (number: string, role: 'VU_CCVC' | 'NHAP_LIEU' | 'XAC_NHAN', code: string): Promise<SessionHandle> =>
    (await office.signedIn(number, [[role, code]])).handle;
  who = {
    ministry: await signedIn('000070810001', 'VU_CCVC', 'VN'),
    clerk: await signedIn('000070810002', 'NHAP_LIEU', BODY.code),
    first: await signedIn('000070810003', 'XAC_NHAN', BODY.code),
    second: await signedIn('000070810004', 'XAC_NHAN', BODY.code),
    elsewhere: await signedIn('000070810005', 'XAC_NHAN', 'H41.51'),
  };
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

let key = 0;
/** Code of the refusal, or the answer. */
async function ask(
  by: keyof typeof who,
  method: 'GET' | 'POST',
  path: string,
  body?: object | Buffer,
): Promise<Readonly<Record<string, unknown>>> {
  const isFile = Buffer.isBuffer(body);
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    ...(body === undefined ? {} : { payload: body }),
    headers: {
      cookie: `congvu=${who[by]}`,
      origin: ORIGIN,
      ...(method === 'POST' ? { 'idempotency-key': `nap-lan-dau-${++key}` } : {}),
      ...(isFile ? { 'content-type': 'text/csv', 'x-file-name': 'ho-so.csv' } : {}),
    },
  });
  return (answer.body === '' ? {} : answer.json()) as Readonly<Record<string, unknown>>;
}
const shown = async (id: string, by: keyof typeof who = 'clerk') =>
  (await ask(by, 'GET', `/first-loads/${id}`)) as unknown as {
    state: string;
    mine: boolean;
    counts: object;
    warnings: { code: string }[];
    parts: { receipts: { kind: string; number: string }[] }[];
    sample: { root: string; rows: { no: number; state: string }[] };
  };

const theFile = (): Buffer => Buffer.from([...csvOfPeople(BODY, PEOPLE, 76)].join(''));

test('from the ministry’s opening to two signatures: nobody does another’s part, and the record says how it came', async () => {
  const opening = {
    body: bodyId,
    opensOn: office.clock.today(),
    lastDay: office.clock.today(),
    decision: { number: '812/QĐ-BNV', day: office.clock.today(), signer: 'Thứ trưởng' },
  };
  for (const by of ['clerk', 'first', 'elsewhere'] as const)
    assert.equal((await ask(by, 'POST', '/first-load-windows', opening))['code'], 'E-NOT-ALLOWED', by);
  const begin = { body: bodyId, asOf: DEMO_DAY };
  assert.equal((await ask('clerk', 'POST', '/first-loads', begin))['code'], 'E-FIRST-LOAD-NOT-OPEN');
  assert.ok((await ask('ministry', 'POST', '/first-load-windows', opening))['id']);
  assert.equal((await ask('first', 'POST', '/first-loads', begin))['code'], 'E-NOT-ALLOWED');
  const id = (await ask('clerk', 'POST', '/first-loads', begin))['id'] as string;
  const file = theFile();
  const part = await ask('clerk', 'POST', `/first-loads/${id}/parts`, file);
  assert.equal(part['no'], 1);
  await work();
  // A part is nobody's submission: it is sent and taken back with the load alone, and stands in no list.
  const submission = `/submissions/${part['submissionId'] as string}`;
  for (const [path, body] of [
    ['/withdraw', {}],
    ['/submit', { asOf: DEMO_DAY, acknowledgedCodes: [], partial: true }],
  ] as const)
    assert.equal((await ask('clerk', 'POST', submission + path, body))['code'], 'E-FIRST-LOAD-PART', path);
  assert.deepEqual((await ask('clerk', 'GET', '/submissions'))['items'], []);
  assert.deepEqual((await shown(id)).counts, { received: PEOPLE, accepted: PEOPLE, rejected: 0, waiting: 0 });
  assert.deepEqual(await ask('clerk', 'POST', `/first-loads/${id}/close`), {});
  await work();
  const { sample, warnings } = await shown(id);
  assert.equal(sample.rows.length, PEOPLE);
  const sign = { root: sample.root, acknowledgedCodes: warnings.map(({ code }) => code) };
  assert.equal((await ask('first', 'POST', `/first-loads/${id}/signatures`, sign))['code'], 'E-FIRST-LOAD-STATE');
  assert.equal((await ask('elsewhere', 'GET', `/first-loads/${id}`))['code'], 'E-FIRST-LOAD-NOT-FOUND');
  for (const { no } of sample.rows) {
    const row = `/first-loads/${id}/sample/${no}`;
    assert.equal((await ask('clerk', 'POST', `${row}/open`))['code'], 'E-NOT-ALLOWED');
    assert.equal((await ask('first', 'POST', `${row}/verdict`, { right: true }))['code'], 'E-FIRST-LOAD-NOT-OPENED');
    const opened = await ask('first', 'POST', `${row}/open`);
    assert.ok((opened['values'] as unknown[]).length > 20);
    assert.equal((await ask('second', 'POST', `${row}/verdict`, { right: true }))['code'], 'E-FIRST-LOAD-NOT-OPENED');
    assert.deepEqual(await ask('first', 'POST', `${row}/verdict`, { right: true }), {});
  }
  assert.equal((await ask('clerk', 'POST', `/first-loads/${id}/signatures`, sign))['code'], 'E-NOT-ALLOWED');
  assert.deepEqual(await ask('first', 'POST', `/first-loads/${id}/signatures`, sign), {});
  assert.equal((await ask('first', 'POST', `/first-loads/${id}/signatures`, sign))['code'], 'E-FIRST-LOAD-SAME-SIGNER');
  assert.deepEqual(await ask('second', 'POST', `/first-loads/${id}/signatures`, sign), {});
  await work();
  const { state, parts } = await shown(id);
  assert.equal(state, 'registered');
  assert.deepEqual(
    parts[0]!.receipts.map(({ kind }) => kind),
    ['R1', 'R2'],
  );
  const receipt = await ask('clerk', 'GET', `/receipts/${parts[0]!.receipts[1]!.number}`);
  assert.equal((receipt['firstLoad'] as { signers: number }).signers, 2);
  // The record says of each of its groups how it came, and that nobody confirmed it by itself.
  const [person] = await office.owner.transaction(null, (tx) =>
    tx.query<{ person_id: string; unconfirmed: boolean }>(
      'select person_id, has_unconfirmed as unconfirmed from person where body_id = $1 limit 1',
      [bodyId],
    ),
  );
  assert.equal(person!.unconfirmed, true);
  const record = JSON.stringify(await ask('first', 'GET', `/people/${person!.person_id}`));
  assert.match(record, /"source":"NAP_LAN_DAU"/);
  assert.doesNotMatch(record, /"source":"EXCEL"/);
});
