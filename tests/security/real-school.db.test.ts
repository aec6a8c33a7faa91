/** An installation without anything of the demo: by acts alone a province gets a school, the school a clerk, and the clerk the form of the school. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { addFirstAdministrator, addSecondAdministrator } from '#authority/access/first-administrator.ts';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { openJobSession } from '#authority/access/sessions.ts';
import type { SessionHandle } from '#base/database/transaction.ts';
import { readRows } from '#doors/workbook/read-rows.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let office: Office;
let folder: string;
let app: FastifyInstance;
before(async () => {
  office = await anOffice({ demo: false });
  folder = await dataFolder();
  app = await aServer(office, folder);
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

let key = 0;
async function ask(who: SessionHandle, method: 'GET' | 'POST', path: string, payload?: object) {
  return app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie: `congvu=${who}`, origin: ORIGIN, ...(method === 'POST' ? { 'idempotency-key': `truong-that-so-${++key}` } : {}) },
    ...(payload ? { payload } : {}),
  });
}

test('a province’s school is made, gets a clerk, and the clerk takes the form that is issued for it', async () => {
  const province = await office.body('H26');
  const [count] = await office.owner.transaction(null, (tx) =>
    tx.query<{ n: number }>(`select count(*)::int as n from body_version where source = 'dữ liệu mẫu'`),
  );
  assert.equal(count!.n, 0, 'nothing of the demo is there');
  const system = await openJobSession(office, { bodyId: null, purpose: 'install' });
  const accounts = await office.db.transaction(system, async (tx) => {
    const first = await addFirstAdministrator(tx, office, { name: 'Nguyễn Văn An', nationalId: '001090000001', bodyId: province });
    const second = await addSecondAdministrator(tx, office, { name: 'Trần Thị Bình', nationalId: '001190000002', bodyId: province });
    assert.ok(first && second.outcome === 'added');
    return [first.accountId, second.accountId] as const;
  });
  const [maker, checker] = [(await office.signIn(accounts[0])).handle, (await office.signIn(accounts[1])).handle];
  const today = office.clock.today();
  const made = await ask(maker, 'POST', '/body-changes', {
    on: today,
    operations: [
      {
        kind: 'make',
        parentId: province,
        name: 'Trường THPT Chu Văn An',
        bodyKind: 'DVSN4',
        level: 'TINH',
        scheme: 'ma_dinh_danh',
        code: 'H26.101',
      },
    ],
    decision: { number: '1/QĐ-UBND', day: today, signer: 'Nguyễn Văn An', issuedBy: 'UBND thành phố Hà Nội' },
    send: true,
  });
  assert.equal(made.statusCode, 201, made.body);
  const { id } = made.json<{ id: string }>();
  const { planHash } = (await ask(checker, 'GET', `/body-changes/${id}`)).json<{ planHash: string }>();
  const done = await ask(checker, 'POST', `/body-changes/${id}/decision`, { inForce: true, planHash });
  assert.equal(done.statusCode, 200, done.body);

  const school = await office.body('H26.101');
  const given = await ask(maker, 'POST', '/accounts', {
    nationalId: '001290000003',
    name: 'Lê Thu Hà',
    role: 'NHAP_LIEU',
    bodyId: school,
    from: today,
  });
  assert.ok(given.statusCode < 300, given.body);
  const { accountId } = given.json<{ accountId: string }>();
  const clerk = (await office.signIn(accountId)).handle;
  const form = await ask(clerk, 'GET', `/bodies/${school}/template.xlsx`);
  assert.equal(form.statusCode, 200, form.body.slice(0, 200));
  const read = await readRows(form.rawPayload, 400, { sheetNames: ['_meta'] });
  assert.ok(read.kind === 'read');
  const meta = read.sheets.find(({ name }) => name === '_meta')!;
  assert.ok(meta.rows.some(({ cells }) => cells.some(([, text]) => text === 'H26.101')));
});
