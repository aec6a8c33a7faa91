/**
 * Every route that writes, while the right to write is taken: the role is gone between the moment in which the request came and the one in which
 * it would write. Asked anew in the transaction of the write, it is refused; asked before, it would write.
 */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { systemClock } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { disableAccount, takeGrant } from '#authority/access/sessions.ts';
import { LIST_COLUMNS, LIST_SHEET } from '#authority/bodies/list-columns.ts';
import { writeList } from '#doors/workbook/list-to-fill.ts';
import { printPaper } from '#base/paper.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { EXPECTED } from './access-matrix.ts';
import { MISMATCH_LOOK_UP } from './mismatch-routes.ts';
import type { MatrixRoute, MatrixSubject } from './access-matrix.ts';
import { BODIES, ROUTES, aSubject } from './matrix-routes.ts';
import { softAuthenticator } from './soft-authenticator.ts';
import { ORIGIN, aServer, dataFolder, namesOfRoutes } from './server-for-tests.ts';

/** One new unit below the agency of the matrix: written once, for it has to be read. */
let aListOfAgencies: Buffer;

/** Acts for which no role is needed: there the account is disabled. */
const OWN_ACTS = new Set(['own.card', 'own.read', 'sessions.own']);
/** Routes that the matrix does not walk; what they are about is looked up first, which a session without the right does not find. */
const LOOKED_UP: readonly MatrixRoute[] = [
  {
    method: 'POST',
    url: '/api/v1/erasures',
    act: 'erasure.ask',
    address: () => '/api/v1/erasures',
    payload: ({ ids }) => ({
      personId: ids['person'],
      ground: 'QUYET_DINH',
      paper: { number: '1/QĐ-TA', day: '2026-11-01', issuer: 'Tòa án nhân dân' },
      reason: 'theo quyết định',
    }),
  },
  {
    method: 'POST',
    url: '/api/v1/erasures/:id/decision',
    act: 'erasure.decide',
    address: ({ ids }) => `/api/v1/erasures/${ids['item']}/decision`,
    payload: () => ({ answer: 'grant' }),
  },
  {
    method: 'POST',
    url: '/api/v1/erasures/:id/withdrawal',
    act: 'erasure.ask',
    address: ({ ids }) => `/api/v1/erasures/${ids['item']}/withdrawal`,
  },
  {
    method: 'POST',
    url: '/api/v1/exchange/requests',
    act: 'exchange.ask',
    address: () => '/api/v1/exchange/requests',
    payload: ({ bodyId }) => ({ bodyId, kind: 'end', reason: 'cơ quan ngừng phần mềm' }),
  },
  {
    method: 'POST',
    url: '/api/v1/exchange/requests/:id/decision',
    act: 'exchange.decide',
    address: ({ ids }) => `/api/v1/exchange/requests/${ids['item']}/decision`,
    payload: () => ({ answer: 'grant' }),
  },
  {
    method: 'POST',
    url: '/api/v1/exchange/requests/:id/withdrawal',
    act: 'exchange.ask',
    address: ({ ids }) => `/api/v1/exchange/requests/${ids['item']}/withdrawal`,
  },
  {
    method: 'POST',
    url: '/api/v1/kept-apart',
    act: 'kept-apart.ask',
    address: () => '/api/v1/kept-apart',
    payload: ({ ids }) => ({
      personId: ids['person'],
      kind: 'mark',
      class: 'MAT',
      paper: { number: '1/QĐ-SNV', day: '2026-11-01', issuer: 'Sở Nội vụ' },
      fromDay: '2026-11-01',
    }),
  },
  {
    method: 'POST',
    url: '/api/v1/kept-apart/:id/decision',
    act: 'kept-apart.decide',
    address: ({ ids }) => `/api/v1/kept-apart/${ids['item']}/decision`,
    payload: () => ({ answer: 'grant' }),
  },
  {
    method: 'POST',
    url: '/api/v1/kept-apart/:id/withdrawal',
    act: 'kept-apart.ask',
    address: ({ ids }) => `/api/v1/kept-apart/${ids['item']}/withdrawal`,
  },
  {
    method: 'POST',
    url: '/api/v1/data-requests/:id/answer',
    act: 'mismatch.work',
    address: ({ ids }) => `/api/v1/data-requests/${ids['request']}/answer`,
    payload: () => ({ outcome: 'granted', answer: 'đã tạm dừng sử dụng' }),
  },
];
/** What a person sends along: it is read before the right is asked of. */
const A_PAPER = Buffer.from(await printPaper({ content: ['Bằng tốt nghiệp'] }));

/** Routes that the matrix does not walk, and that are asked whether one may. */
const MORE: readonly MatrixRoute[] = [
  {
    method: 'POST',
    url: '/api/v1/reports',
    act: 'reports.make',
    address: () => '/api/v1/reports',
    payload: ({ bodyId }) => ({ definition: 'R1', bodyId }),
  },
  {
    method: 'POST',
    url: '/api/v1/reports/:number/again',
    act: 'reports.make',
    address: () => '/api/v1/reports/BC-00000-00000/again',
    payload: () => ({ as: 'then' }),
  },
  {
    method: 'POST',
    url: '/api/v1/reports/:number/publication',
    act: 'reports.make',
    address: () => '/api/v1/reports/BC-00000-00000/publication',
    payload: () => ({}),
  },
  {
    method: 'POST',
    url: '/api/v1/reports/:number/people',
    act: 'reports.make',
    address: () => '/api/v1/reports/BC-00000-00000/people',
    payload: () => ({ bodyId: '0199a000-0000-7000-8000-00000000abcd', place: 'below', column: 'all' }),
  },
  {
    method: 'POST',
    url: '/api/v1/reading-allowances',
    act: 'sessions.own',
    address: () => '/api/v1/reading-allowances',
    payload: () => ({ people: 10, hours: 1, reason: 'rà soát hồ sơ cuối năm' }),
  },
  {
    method: 'POST',
    url: '/api/v1/reading-allowances/:id/decision',
    act: 'audit.read',
    address: ({ ids }) => `/api/v1/reading-allowances/${ids['item']}/decision`,
    payload: () => ({ granted: true }),
  },
  {
    method: 'POST',
    url: '/api/v1/grant-requests/:id/decision',
    act: 'grants.change',
    address: ({ ids }) => `/api/v1/grant-requests/${ids['item']}/decision`,
    payload: () => ({ granted: true }),
  },
  {
    method: 'POST',
    url: '/api/v1/declaration-calls',
    act: 'declaration.call',
    address: () => '/api/v1/declaration-calls',
    payload: ({ bodyId }) => ({ bodyId, below: false, lastDay: addDays(systemClock.today(), 20), ground: 'Kế hoạch 12/KH để thử quyền' }),
  },
  {
    method: 'POST',
    url: '/api/v1/exports',
    act: 'record.export',
    address: () => '/api/v1/exports',
    payload: ({ bodyId }) => ({ wanted: { bodyId }, columns: ['name'], purpose: 'STATISTICS', reason: 'rà soát danh sách cuối năm' }),
  },
  {
    method: 'POST',
    url: '/api/v1/my/delegations',
    act: 'rights.delegate',
    address: () => '/api/v1/my/delegations',
    payload: ({ bodyId, ids }) => ({
      role: 'XAC_NHAN',
      bodyId,
      kinds: [],
      accountId: ids['item'],
      from: '2030-01-01',
      until: '2030-01-05',
      reason: 'đi công tác năm ngày',
    }),
  },
  {
    method: 'DELETE',
    url: '/api/v1/my/delegations/:id',
    act: 'sessions.own',
    address: ({ ids }) => `/api/v1/my/delegations/${ids['item']}`,
  },
  {
    method: 'POST',
    url: '/api/v1/decree-appendix',
    act: 'lists.decide',
    address: () => '/api/v1/decree-appendix',
    payload: () => ({ table: 'STT,Tên\n1,Ngày sinh', source: 'Phụ lục thử quyền' }),
  },
  {
    method: 'POST',
    url: '/api/v1/incidents',
    act: 'incident.keep',
    address: () => '/api/v1/incidents',
    payload: () => ({
      title: 'Sự cố thử quyền',
      what: 'Để thử quyền',
      discoveredAt: '2026-10-01T00:00:00Z',
      touchesSystem: true,
      touchesPeople: false,
      people: null,
    }),
  },
  {
    method: 'POST',
    url: '/api/v1/incidents/:id/findings',
    act: 'incident.keep',
    address: ({ ids }) => `/api/v1/incidents/${ids['item']}/findings`,
    payload: () => ({ what: 'Để thử quyền', touchesSystem: true, touchesPeople: false, people: null }),
  },
  {
    method: 'POST',
    url: '/api/v1/incidents/:id/reports',
    act: 'incident.keep',
    address: ({ ids }) => `/api/v1/incidents/${ids['item']}/reports`,
    payload: () => ({ report: 'first', sentAt: '2026-10-01T00:00:00Z', receiver: 'Cơ quan thử', reference: '1/BC thử' }),
  },
  {
    method: 'POST',
    url: '/api/v1/incidents/:id/closing',
    act: 'incident.keep',
    address: ({ ids }) => `/api/v1/incidents/${ids['item']}/closing`,
    payload: () => ({ lesson: 'Để thử quyền' }),
  },
  {
    method: 'POST',
    url: '/api/v1/list-additions',
    act: 'lists.ask',
    address: () => '/api/v1/list-additions',
    payload: () => ({ list: 'chuc_vu', code: 'THU', name: 'Chức vụ thử quyền', validFrom: '2026-01-01', source: 'Quyết định thử' }),
  },
  {
    method: 'POST',
    url: '/api/v1/list-additions/:id/decision',
    act: 'lists.decide',
    address: ({ ids }) => `/api/v1/list-additions/${ids['item']}/decision`,
    payload: () => ({ granted: true }),
  },
  {
    method: 'POST',
    url: '/api/v1/list-additions/:id/ending',
    act: 'lists.ask',
    address: ({ ids }) => `/api/v1/list-additions/${ids['item']}/ending`,
    payload: () => ({ lastDay: '2026-10-31', source: 'Quyết định thử' }),
  },
  {
    method: 'POST',
    url: '/api/v1/list-additions/:id/correction',
    act: 'lists.ask',
    address: ({ ids }) => `/api/v1/list-additions/${ids['item']}/correction`,
    payload: () => ({ name: 'Chức vụ thử quyền', validFrom: '2026-01-01', source: 'Quyết định thử' }),
  },
  {
    method: 'POST',
    url: '/api/v1/list-additions/:id/withdrawal',
    act: 'lists.ask',
    address: ({ ids }) => `/api/v1/list-additions/${ids['item']}/withdrawal`,
  },
  {
    method: 'POST',
    url: '/api/v1/body-changes',
    act: 'bodies.change',
    address: () => '/api/v1/body-changes',
    payload: ({ bodyId }) => ({
      on: '2026-11-01',
      operations: [{ kind: 'establish', bodyId, postKind: 'HC', posts: 10 }],
      decision: { number: '1/QĐ', day: '2026-10-01', signer: 'Nguyễn Văn An', issuedBy: 'Cơ quan thử' },
      send: true,
    }),
  },
  {
    method: 'POST',
    url: '/api/v1/body-changes/:id/sending',
    act: 'bodies.change',
    address: ({ ids }) => `/api/v1/body-changes/${ids['item']}/sending`,
    payload: () => ({ decision: { number: '1/QĐ', day: '2026-10-01', signer: 'Nguyễn Văn An', issuedBy: 'Cơ quan thử' } }),
  },
  {
    method: 'POST',
    url: '/api/v1/body-changes/:id/withdrawal',
    act: 'bodies.change',
    address: ({ ids }) => `/api/v1/body-changes/${ids['item']}/withdrawal`,
  },
  {
    method: 'POST',
    url: '/api/v1/body-changes/:id/decision',
    act: 'bodies.change',
    address: ({ ids }) => `/api/v1/body-changes/${ids['item']}/decision`,
    payload: () => ({ inForce: true, planHash: '0'.repeat(64) }),
  },
  {
    method: 'POST',
    url: '/api/v1/body-changes/lists',
    act: 'bodies.change',
    address: () => '/api/v1/body-changes/lists?on=2026-11-01',
    payload: () => aListOfAgencies,
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'thu.xlsx' },
  },
  {
    method: 'POST',
    url: '/api/v1/accounts/lists',
    act: 'grants.change',
    address: () => '/api/v1/accounts/lists',
    payload: () => Buffer.from('Số định danh,Họ và tên,Vai trò,Mã cơ quan\n000190000001,Người Thử,NHAP_LIEU,H26'),
    headers: { 'content-type': 'application/octet-stream' },
  },
  {
    method: 'POST',
    url: '/api/v1/body-changes/files',
    act: 'bodies.change',
    address: () => '/api/v1/body-changes/files',
    payload: () => Buffer.from('%PDF-1.7 thử quyền'),
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'thu.pdf' },
  },
  {
    method: 'POST',
    url: '/api/v1/audit/readers',
    act: 'readers.name',
    address: () => '/api/v1/audit/readers',
    payload: ({ ids }) => ({ eventId: ids['item'], purpose: 'SUPERVISE', reason: 'rà soát lượt xem theo đơn' }),
  },
  {
    method: 'POST',
    url: '/api/v1/audit/verified-checkpoints',
    act: 'audit.verify',
    address: () => '/api/v1/audit/verified-checkpoints',
    payload: () => ({ size: 1 }),
  },
  {
    method: 'POST',
    url: '/api/v1/complaints/:id/answer',
    act: 'complaints.answer',
    address: ({ ids }) => `/api/v1/complaints/${ids['item']}/answer`,
    payload: () => ({ verdict: 'lawful', answer: 'lượt xem đúng nhiệm vụ được giao' }),
  },
  {
    method: 'DELETE',
    url: '/api/v1/staff/sessions/:id',
    act: 'grants.change',
    address: ({ ids }) => `/api/v1/staff/sessions/${ids['item']}`,
  },
  {
    method: 'POST',
    url: '/api/v1/bodies/:id/contact',
    act: 'grants.change',
    address: ({ bodyId }) => `/api/v1/bodies/${bodyId}/contact`,
    payload: () => ({ phone: '024 1234 5678', email: '', place: '' }),
  },
  {
    method: 'POST',
    url: '/api/v1/consents',
    act: 'consent.use',
    address: () => '/api/v1/consents',
    payload: ({ bodyId }) => ({
      code: 'DY-00000-00000',
      body: bodyId,
      purpose: 'DAO_TAO',
      reason: 'xét nhận vào lớp bồi dưỡng',
      groups: ['I'],
      fields: [],
      until: addDays(systemClock.today(), 3),
    }),
  },
  {
    method: 'POST',
    url: '/api/v1/consents/:id/take-back',
    act: 'consent.use',
    address: ({ ids }) => `/api/v1/consents/${ids['item']}/take-back`,
  },
  { method: 'POST', url: '/api/v1/me/consent-codes', act: 'own.read', address: () => '/api/v1/me/consent-codes' },
  {
    method: 'POST',
    url: '/api/v1/me/consents/:id/answer',
    act: 'own.read',
    address: ({ ids }) => `/api/v1/me/consents/${ids['item']}/answer`,
    payload: () => ({ act: 'refuse' }),
  },
  {
    method: 'POST',
    url: '/api/v1/me/data-requests',
    act: 'own.read',
    address: () => '/api/v1/me/data-requests',
    payload: () => ({ kind: 'restrict', words: 'Tạm không dùng xếp loại năm 2024' }),
  },
  { method: 'GET', url: '/api/v1/me/declaration', act: 'own.read', address: () => '/api/v1/me/declaration' },
  { method: 'GET', url: '/api/v1/me/declaration/groups/:group', act: 'own.read', address: () => '/api/v1/me/declaration/groups/C' },
  {
    method: 'POST',
    url: '/api/v1/me/declaration/groups/:group',
    act: 'own.read',
    address: () => '/api/v1/me/declaration/groups/C',
    payload: () => ({ mark: 'right', cells: {}, sections: {} }),
  },
  {
    method: 'POST',
    url: '/api/v1/me/declaration/groups/:group/evidence',
    act: 'own.read',
    address: () => '/api/v1/me/declaration/groups/I/evidence?kind=VAN_BANG',
    payload: () => A_PAPER,
    headers: { 'content-type': 'application/pdf' },
  },
  {
    method: 'GET',
    url: '/api/v1/me/declaration/evidence/:id',
    act: 'own.read',
    address: ({ ids }) => `/api/v1/me/declaration/evidence/${ids['item']}`,
  },
  {
    method: 'DELETE',
    url: '/api/v1/me/declaration/evidence/:id',
    act: 'own.read',
    address: ({ ids }) => `/api/v1/me/declaration/evidence/${ids['item']}`,
  },
  {
    method: 'POST',
    url: '/api/v1/me/declaration/send',
    act: 'own.read',
    address: () => '/api/v1/me/declaration/send',
    payload: () => ({ truth: 'CAM_DOAN_2C' }),
  },
  {
    method: 'POST',
    url: '/api/v1/me/declaration/sent/:id/withdrawal',
    act: 'own.read',
    address: ({ ids }) => `/api/v1/me/declaration/sent/${ids['item']}/withdrawal`,
  },
  {
    method: 'GET',
    url: '/api/v1/me/declaration/sent/:id/messages',
    act: 'own.read',
    address: ({ ids }) => `/api/v1/me/declaration/sent/${ids['item']}/messages`,
  },
  {
    method: 'POST',
    url: '/api/v1/me/declaration/sent/:id/messages',
    act: 'own.read',
    address: ({ ids }) => `/api/v1/me/declaration/sent/${ids['item']}/messages`,
    payload: () => ({ text: 'Tôi nộp bản gốc ở phòng tổ chức.' }),
  },
  {
    method: 'POST',
    url: '/api/v1/me/value-reports',
    act: 'own.read',
    address: () => '/api/v1/me/value-reports',
    payload: () => ({ group: 'B', wrong: 'thiếu tên gọi khác' }),
  },
  {
    method: 'POST',
    url: '/api/v1/me/value-reports/:id/paper',
    act: 'own.read',
    address: ({ ids }) => `/api/v1/me/value-reports/${ids['report']}/paper`,
    payload: () => A_PAPER,
    headers: { 'content-type': 'application/pdf' },
  },
  {
    method: 'GET',
    url: '/api/v1/me/value-reports/:id/paper',
    act: 'own.read',
    address: ({ ids }) => `/api/v1/me/value-reports/${ids['report']}/paper`,
  },
  {
    method: 'POST',
    url: '/api/v1/me/reads/:id/complaint',
    act: 'own.read',
    address: ({ ids }) => `/api/v1/me/reads/${ids['item']}/complaint`,
    payload: () => ({ reason: 'tôi không biết vì sao cơ quan này xem' }),
  },
  {
    method: 'POST',
    url: '/api/v1/my/passkeys',
    act: 'sessions.own',
    address: () => '/api/v1/my/passkeys',
    payload: () => ({ name: 'Máy tính', answer: softAuthenticator(ORIGIN).adds({ challenge: 'AAAA', rpId: '127.0.0.1' }) }),
  },
  {
    method: 'DELETE',
    url: '/api/v1/my/passkeys/:id',
    act: 'sessions.own',
    address: ({ ids }) => `/api/v1/my/passkeys/${ids['item']}`,
  },
  {
    method: 'POST',
    url: '/api/v1/session/step-up',
    act: 'sessions.own',
    address: () => '/api/v1/session/step-up',
    payload: () => ({ answer: softAuthenticator(ORIGIN).answers({ challenge: 'AAAA', rpId: '127.0.0.1' }) }),
  },
  {
    method: 'POST',
    url: '/api/v1/notices/seen',
    act: 'sessions.own',
    address: () => '/api/v1/notices/seen',
    payload: () => ({}),
  },
  {
    method: 'POST',
    url: '/api/v1/notices/mail',
    act: 'sessions.own',
    address: () => '/api/v1/notices/mail',
    payload: () => ({ address: 'an.nv@so.example', wantsMail: true }),
  },
];
const WRITING = [...ROUTES.filter((route) => route.method !== 'GET' && !route.reads), ...MORE, ...LOOKED_UP];
/** Routes that change something and ask nobody's role, and why. */
const ASK_NOBODY: Readonly<Record<string, string>> = {
  'POST /api/v1/network-check/bytes': 'counts meaningless bytes, writes nothing',
  'POST /api/v1/network-check/reports': 'no session: by a short code, which a hash is kept of',
  'POST /api/v1/public/conversions/:number/check': 'no session; writes nothing',
  'POST /auth/sign-out': 'ends the own session',
  'POST /auth/backchannel-logout': 'the provider’s server: it has no role here',
  'DELETE /api/v1/my/sessions/:id': 'ends an own session',
  'POST /api/v1/my/passkeys/challenge': 'what the own device must sign',
  'POST /api/v1/session/step-up/challenge': 'what the own device must sign',
  'POST /exchange/v1/digest': 'a program, recognised by its carrier; it compares and writes nothing',
  'POST /exchange/v1/vneid/updates': 'a signed call of VNeID: vneid-updates.db.test.ts',
  'POST /api/v1/submissions/:id/messages':
    'asks item.return; without the right the declaration is not there: declaration-thread.db.test.ts',
  'PUT /exchange/v1/batches/:epoch/:lane/:first-:last': 'a program, recognised by its carrier: exchange-callers.db.test.ts',
  'PUT /exchange/v1/batches/:epoch/:lane/:first-:last/confirmation': 'by a key of a named officer: exchange-verdicts.db.test.ts',
  'POST /card/nonce': 'chance, sealed',
  'POST /card/ask': 'a door, no session',
  'POST /card/ask/:id/answer': 'a wallet with a link, no session',
  'POST /card/ask/:id/forget': 'a door with its token, no session',
  'POST /card/token': 'a wallet with its codes, no session',
  'POST /card/credential': 'a wallet with its token, no session',
  'POST /card/notification': 'a wallet with its token, no session',
};

let office: Office;
let folder: string;
let app: FastifyInstance;
let subject: MatrixSubject;
let administrator: SessionHandle;

before(async () => {
  aListOfAgencies = Buffer.from(
    await writeList({
      sheet: LIST_SHEET,
      heads: LIST_COLUMNS,
      rows: [
        LIST_COLUMNS.map(
          ({ key }) => ({ code: 'THU.1', name: 'Đơn vị thử', parent: BODIES.own, bodyKind: 'DVSN4', level: 'XA' })[key as 'code'] ?? '',
        ),
      ],
      guide: [],
    }),
  );
  office = await anOffice();
  folder = await dataFolder();
  subject = await aSubject(office, folder, 'own', 0);
  administrator = (await office.signedIn('000090100000', [['QT_BNDP', BODIES.parent]])).handle;
  app = await aServer(office, folder);
});
after(async () => {
  await app.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const asOwner = <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
  office.owner.transaction(null, (tx) => tx.query<Row>(sql, values));

/** What the account did, by the log; that it was refused is no deed. */
const deedsOf = async (accountId: string): Promise<string[]> =>
  (
    await asOwner<{ act: string }>(`select act from audit_event where actor_id = $1 and kind = 'act' and act <> 'access.refused'`, [
      accountId,
    ])
  ).map(({ act }) => act);

const sent = (route: MatrixRoute, handle: SessionHandle, key: string) => {
  const payload = route.payload?.(subject);
  return app.inject({
    method: route.method,
    url: route.address(subject),
    ...(payload === undefined ? {} : { payload }),
    headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': key, ...route.headers },
  });
};

/** Does anybody in this database wait for a lock? Of other databases of the cluster nothing is seen. */
const somebodyWaits = async (): Promise<boolean> =>
  (
    await asOwner(
      `select 1 from pg_locks w where not w.granted and exists (
         select 1 from pg_locks o where o.pid = w.pid and o.database = (select oid from pg_database where datname = current_database()))`,
    )
  ).length > 0;

const advisoryWaits = async (): Promise<number> =>
  (
    await asOwner(
      `select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
    )
  ).length;

/** Sends while `take` is done and not yet said to be: until the request is answered, or waits for a lock. */
async function sentWhile(take: (tx: Tx) => Promise<unknown>, send: () => ReturnType<typeof sent>) {
  let answered = false;
  const asked: { answer?: ReturnType<typeof sent> } = {};
  await office.as(administrator, async (tx) => {
    assert.ok(await take(tx));
    asked.answer = send();
    const over = (): void => {
      answered = true;
    };
    asked.answer.then(over, over);
    while (!answered && !(await somebodyWaits()));
  });
  return asked.answer!;
}

for (const [index, route] of WRITING.entries())
  test(`${route.method} ${route.url} (${route.act}) writes nothing once the right is taken`, async () => {
    const own = OWN_ACTS.has(route.act);
    const number = `00009011${String(index).padStart(4, '0')}`;
    const role = own ? 'NHAP_LIEU' : EXPECTED[route.act][0]!;
    const { handle, accountId } = await office.signedIn(number, [[role, BODIES.own]]);
    const [grant] = await asOwner<{ grant_id: string }>('select grant_id from role_grant where account_id = $1', [accountId]);
    const answer = await sentWhile(
      (tx) => (own ? disableAccount(tx, accountId) : takeGrant(tx, grant!.grant_id)),
      () => sent(route, handle, `lay-lai-${index}`),
    );
    assert.ok(
      own ? answer.statusCode === 401 : [403, 404].includes(answer.statusCode),
      `${answer.statusCode} ${answer.body.slice(0, 300)}`,
    );
    // Where nothing is looked up first, what is told is the role, not what was not found in it.
    if (MORE.includes(route)) assert.match(answer.json<{ code: string }>().code, /^E-NOT-(ALLOWED|SIGNED-IN)$/);
    assert.deepEqual(await deedsOf(accountId), []);
  });

test('every route of the server that changes something stands above, or says why not', () => {
  const reading = new Set([...ROUTES.filter((route) => route.reads), MISMATCH_LOOK_UP].map((route) => `${route.method} ${route.url}`));
  const known = new Set([...WRITING.map((route) => `${route.method} ${route.url}`), ...reading, ...Object.keys(ASK_NOBODY)]);
  const changing = namesOfRoutes(app).filter((route) => !route.startsWith('GET '));
  assert.ok(changing.length > 20, `${changing.length} routes`);
  assert.deepEqual(
    changing.filter((route) => !known.has(route)),
    [],
  );
});

test('with the right they are let through: what was refused above was the right', async () => {
  const { handle, accountId } = await office.signedIn('000090101098', [['NHAP_LIEU', BODIES.own]]);
  const upload = WRITING.find((route) => route.url === '/api/v1/uploads')!;
  const answer = await sent(upload, handle, 'con-quyen');
  assert.equal(answer.statusCode, 201, answer.body);
  assert.deepEqual(await deedsOf(accountId), ['submission.received']);
});

test('who takes a role waits for the act that is under way', async () => {
  const { handle, accountId } = await office.signedIn('000090101099', [['NHAP_LIEU', BODIES.own]]);
  const [grant] = await asOwner<{ grant_id: string }>('select grant_id from role_grant where account_id = $1', [accountId]);
  const withdraw = WRITING.find((route) => route.url === '/api/v1/submissions/:id/withdraw')!;
  const under: { answer?: ReturnType<typeof sent>; taken?: Promise<string[]> } = {};
  // The file is held, so that the withdrawal stands in the middle of its transaction.
  await office.owner.transaction(null, async (tx) => {
    await tx.query('select 1 from submission_file where submission_id = $1 for update', [subject.ids['submission']]);
    under.answer = sent(withdraw, handle, 'dang-lam');
    while (!(await somebodyWaits()));
    under.taken = office.as(administrator, async (later) => {
      assert.ok(await takeGrant(later, grant!.grant_id));
      return deedsOf(accountId);
    });
    // Until it waits too, or is over without having waited.
    let over = false;
    const end = (): void => {
      over = true;
    };
    under.taken.then(end, end);
    while (!over && (await advisoryWaits()) === 0);
  });
  assert.equal((await under.answer!).statusCode, 200);
  assert.deepEqual(await under.taken!, ['submission.withdrawn']);
});
