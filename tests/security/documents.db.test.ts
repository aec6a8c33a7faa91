/** Who may open an attached document, over HTTP: the officer who decides, those who may see the group, the person; each opening is in the log and on the own page. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Role } from '#authority/access/shapes.ts';
import type { BlobStore } from '#base/blob-store.ts';
import { printPaper } from '#base/paper.ts';
import { documentsDoor } from '#doors/documents/door.ts';
import { AS_OF, anAgency, brings } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { aServer, dataFolder } from './server-for-tests.ts';

const NUMBER = '000191000871';
const BODY = 'H26.03.01';
let agency: Agency;
let app: FastifyInstance;
let folder: string;
let blobs: BlobStore;
let personId: string;
let confirmedId: string;
let waitingId: string;
const pdf = new Map<'confirmed' | 'waiting', Uint8Array>();

/** Sends one document of the person and waits for the officer. */
async function attaches(which: 'confirmed' | 'waiting'): Promise<string> {
  const bytes = await printPaper({ content: [which], subset: 'PDF/A-2b', version: '1.7' });
  pdf.set(which, bytes);
  assert.ok((await blobs.put(bytes)).ok);
  const sent = await brings(agency.needs, agency.clerk, {
    bodyId: agency.bodyId,
    fileName: `${NUMBER}_QD_${which}.pdf`,
    bytes,
    asOf: AS_OF,
  });
  assert.ok(sent.ok);
  await agency.works();
  const submitted = await agency.submits(sent.value.submissionId);
  assert.ok(submitted.ok, JSON.stringify(submitted));
  await agency.works();
  return sent.value.submissionId;
}

before(async () => {
  agency = await anAgency(BODY, undefined, [documentsDoor]);
  await agency.office.body('H26.03.02');
  folder = await dataFolder();
  app = await aServer(agency.office, folder, { watch: (_server, composed) => (blobs = composed.submission.blobs) });
  const submissionId = await agency.sends([{ number: NUMBER, name: 'Trần Thị Hoa' }]);
  [personId] = (await agency.waiting(submissionId)) as [string];
  assert.ok((await agency.confirms(submissionId, personId)).ok);
  confirmedId = await attaches('confirmed');
  assert.ok((await agency.confirms(confirmedId, personId)).ok);
  waitingId = await attaches('waiting');
});
after(async () => {
  await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

let people = 0;
async function somebody(role: Role | null, number = `00019197${String(++people).padStart(4, '0')}`, body = BODY) {
  const { handle } = await agency.office.signIn(await agency.office.account(number, role ? [[role, body]] : []), 2);
  return (url: string) => app.inject({ url: `/api/v1${url}`, headers: { cookie: `congvu=${handle}` } });
}
const opened = async (): Promise<number> =>
  (
    await agency.office.owner.transaction(null, (tx) =>
      tx.query(`select 1 from audit_event where act = 'document.read' and object_id = $1`, [personId]),
    )
  ).length;
const ofRecord = (line = '1'): string => `/people/${personId}/documents/${line}`;

test('who may see the group opens it, as a download that nobody keeps; no address and no head says whose it is', async () => {
  const before = await opened();
  const answer = await (await somebody('XAC_NHAN'))(ofRecord());
  assert.equal(answer.statusCode, 200, answer.body);
  assert.deepEqual(answer.rawPayload, Buffer.from(pdf.get('confirmed')!));
  assert.equal(answer.headers['content-type'], 'application/pdf');
  assert.match(String(answer.headers['content-disposition']), /^attachment; /);
  assert.match(String(answer.headers['cache-control']), /no-store/);
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  assert.ok(!JSON.stringify(answer.headers).includes(NUMBER));
  assert.equal(await opened(), before + 1);
});

test('who may not see the group, stands elsewhere, or asks for what is not there, opens nothing', async () => {
  const before = await opened();
  for (const [role, body, line, status] of [
    ['NHAP_LIEU', BODY, '1', 403],
    ['LD_DON_VI', BODY, '1', 403],
    ['GIAM_SAT', BODY, '1', 404],
    ['XAC_NHAN', 'H26.03.02', '1', 404],
    ['XAC_NHAN', BODY, '99', 404],
    ['XAC_NHAN', BODY, 'x', 400],
  ] as const) {
    const answer = await (await somebody(role, undefined, body))(ofRecord(line));
    assert.equal(answer.statusCode, status, `${role} ${body} ${line}: ${answer.body}`);
  }
  assert.equal(await opened(), before);
});

test('the person opens their own and nobody else’s, and reads who opened it', async () => {
  const own = await somebody(null, NUMBER);
  const answer = await own('/me/documents/1');
  assert.equal(answer.statusCode, 200, answer.body);
  assert.deepEqual(answer.rawPayload, Buffer.from(pdf.get('confirmed')!));
  const viewed = (await own('/me/reads')).body;
  assert.match(viewed, /Mở văn bản đính kèm/);
  assert.equal((await (await somebody(null))('/me/documents/1')).statusCode, 404);
});

test('before it is confirmed the officer opens what was sent, and of its sender’s body nobody but the sender', async () => {
  const original = `/submissions/${waitingId}/original`;
  const answer = await (await somebody('XAC_NHAN'))(original);
  assert.equal(answer.statusCode, 200, answer.body);
  assert.deepEqual(answer.rawPayload, Buffer.from(pdf.get('waiting')!));
  assert.ok(!JSON.stringify(answer.headers).includes(NUMBER));
  assert.equal((await (await somebody('NHAP_LIEU'))(original)).statusCode, 403);
  const reads = await agency.office.owner.transaction(null, (tx) =>
    tx.query(`select 1 from audit_event where act = 'file.read' and listed @> array[$1::uuid]`, [personId]),
  );
  assert.ok(reads.length > 0);
});
