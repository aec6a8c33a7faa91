/** The routes of the API that the matrix walks, each with an address and a body that means something, and what they are asked about. */
import { systemClock } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import assert from 'node:assert/strict';
import type { Office } from '#authority/access/office-for-tests.ts';
import { openBlobStore } from '#base/blob-store.ts';
import { filesInFolder } from '#base/files/folder.ts';
import { makeTemplate } from '#doors/workbook/template.ts';
import { sealForSubmission } from '#record/intake/store.ts';
import type { MatrixRoute, MatrixSubject, Relation } from './access-matrix.ts';
import { APPROVAL_ROUTES, aRequest } from './approval-routes.ts';
import { MISMATCH_ROUTES, aMismatch } from './mismatch-routes.ts';
import { MEASURED } from './measured-network.ts';
import { DATA_REQUEST_ROUTES, aDataRequest } from './data-request-routes.ts';
import { VALUE_REPORT_ROUTES, aLegalClock, aValueReport } from './value-report-routes.ts';
import { FIRST_LOAD_ROUTES, aFirstLoadOf } from './first-load-routes.ts';

/** The role's body is the department of education; the others stand around it. */
export const BODIES: Readonly<Record<Relation, string>> = {
  own: 'H26.03',
  child: 'H26.03.01',
  sibling: 'H26.02',
  parent: 'H26',
  foreign: 'H41.01',
};
const OCTETS = { 'content-type': 'application/octet-stream', 'x-file-name': 'thu.xlsx' };

export const id = (subject: MatrixSubject, name: string): string => subject.ids[name]!;
const person =
  (path: string) =>
  (subject: MatrixSubject): string =>
    `/api/v1/people/${id(subject, 'person')}${path}`;
const submission =
  (path: string) =>
  (subject: MatrixSubject): string =>
    `/api/v1/submissions/${id(subject, 'submission')}${path}`;
const account =
  (path: string) =>
  (subject: MatrixSubject): string =>
    `/api/v1/accounts/${id(subject, 'account')}${path}`;
const decision =
  (how: 'accept' | 'return') =>
  (subject: MatrixSubject): object => ({
    submissionId: id(subject, 'submission'),
    personId: id(subject, 'person'),
    shownHash: '0'.repeat(64),
    accept: how === 'accept' ? [id(subject, 'item')] : [],
    return: how === 'return' ? [{ itemId: id(subject, 'item'), cells: [{ field: 'hoTen', reason: 'SAI', note: '' }] }] : [],
  });

/** What a card says, but for the name. */
const SAYS = {
  ho_ten_latin: '',
  co_quan: { ma: 'H26', ten: 'Cơ quan thử' },
  co_quan_quan_ly: { ma: 'H26', ten: 'Cơ quan thử' },
  loai: 'CC',
  cap: 'TINH',
  dang_cong_tac: true,
};

const GROUND = { decisionNumber: '1/QĐ', decisionDate: '2026-10-01', reason: '' };

/** One row a route and act. A route that is in the server and not here fails `every-route.db.test.ts`. */
export const ROUTES: readonly MatrixRoute[] = [
  ...APPROVAL_ROUTES,
  ...MISMATCH_ROUTES,
  ...VALUE_REPORT_ROUTES,
  ...DATA_REQUEST_ROUTES,
  ...FIRST_LOAD_ROUTES,
  { method: 'GET', url: '/api/v1/people/:id', act: 'record.read', address: person('') },
  { method: 'GET', url: '/api/v1/people/:id/history', act: 'record.history', address: person('/history?field=hoTenKhaiSinh') },
  { method: 'GET', url: '/api/v1/people/:id/attestations', act: 'record.read', address: person('/attestations') },
  { method: 'GET', url: '/api/v1/people/:id/forms/:form', act: 'record.unmask', address: person('/forms/2c-bnv-2008') },
  { method: 'GET', url: '/api/v1/people/:id/conversions', act: 'record.convert', address: person('/conversions') },
  {
    method: 'POST',
    url: '/api/v1/people/:id/conversions',
    act: 'record.convert',
    address: person('/conversions'),
    payload: () => ({ form: '2c-bnv-2008' }),
  },
  { method: 'GET', url: '/api/v1/people/:id/cvs', act: 'record.convert', address: person('/cvs') },
  { method: 'POST', url: '/api/v1/people/:id/cvs', act: 'record.convert', address: person('/cvs') },
  { method: 'GET', url: '/api/v1/people/:id/reads', act: 'record.reads', address: person('/reads') },
  { method: 'GET', url: '/api/v1/people/:id/card', act: 'card.read', address: person('/card') },
  {
    method: 'POST',
    url: '/api/v1/people/:id/card/end',
    act: 'card.end',
    address: person('/card/end'),
    payload: () => ({ reason: 'CHO_MUON' }),
  },
  {
    method: 'POST',
    url: '/api/v1/people/:id/card/release',
    act: 'card.release',
    address: person('/card/release'),
    payload: () => ({ reason: 'DA_XU_LY', paper: '12/KL-SNV' }),
  },
  { method: 'GET', url: '/api/v1/people/:id/erasure', act: 'erasure.ask', address: person('/erasure') },
  { method: 'GET', url: '/api/v1/people/:id/kept-apart', act: 'kept-apart.ask', address: person('/kept-apart') },
  { method: 'GET', url: '/api/v1/kept-apart', act: 'kept-apart.read', address: () => '/api/v1/kept-apart', list: true },
  { method: 'GET', url: '/api/v1/erasures', act: 'erasure.read', address: () => '/api/v1/erasures', list: true },
  { method: 'GET', url: '/api/v1/cards/held-back', act: 'card.release', address: () => '/api/v1/cards/held-back', list: true },
  {
    method: 'POST',
    url: '/api/v1/people/:id/reopenings',
    act: 'record.reopen',
    address: person('/reopenings'),
    payload: () => ({ reason: 'BO_SUNG' }),
  },
  { method: 'GET', url: '/api/v1/people/:id/portrait', act: 'record.unmask', address: person('/portrait') },
  {
    method: 'POST',
    url: '/api/v1/people/:id/unmask',
    act: 'record.unmask',
    address: person('/unmask'),
    payload: () => ({ field: 'soDinhDanh' }),
    reads: true,
  },
  {
    method: 'POST',
    url: '/api/v1/people/search',
    act: 'record.search',
    address: () => '/api/v1/people/search',
    payload: (subject) => ({ bodyId: subject.bodyId }),
    reads: true,
  },
  {
    method: 'POST',
    url: '/api/v1/people/search',
    act: 'record.search',
    address: () => '/api/v1/people/search',
    payload: () => ({ name: 'Chim' }),
    list: true,
    reads: true,
  },
  {
    method: 'POST',
    url: '/api/v1/people/search/count',
    act: 'record.search',
    address: () => '/api/v1/people/search/count',
    payload: (subject) => ({ bodyId: subject.bodyId }),
    reads: true,
  },
  {
    method: 'POST',
    url: '/api/v1/uploads',
    act: 'upload.create',
    address: (subject) => `/api/v1/uploads?body=${subject.bodyId}`,
    payload: (subject) => Buffer.from(`không phải sổ tính ${subject.bodyId}`),
    headers: OCTETS,
  },
  {
    method: 'POST',
    url: '/api/v1/submissions/:id/correction',
    act: 'upload.create',
    address: submission('/correction'),
    payload: () => Buffer.from('không phải sổ tính'),
    headers: OCTETS,
  },
  {
    method: 'POST',
    url: '/api/v1/submissions/:id/accept-suggestions',
    act: 'upload.create',
    address: submission('/accept-suggestions'),
    payload: () => ({ problemIds: [1] }),
  },
  {
    method: 'POST',
    url: '/api/v1/submissions/:id/returned-answers',
    act: 'upload.create',
    address: submission('/returned-answers'),
    payload: () => ({ problemId: 1, reason: 'đúng theo quyết định' }),
  },
  {
    method: 'POST',
    url: '/api/v1/submissions/:id/undo-suggestions',
    act: 'upload.create',
    address: submission('/undo-suggestions'),
    payload: () => ({ step: 1 }),
  },
  {
    method: 'POST',
    url: '/api/v1/submissions/:id/withdraw',
    act: 'submission.withdraw',
    address: submission('/withdraw'),
    payload: () => ({}),
  },
  {
    method: 'POST',
    url: '/api/v1/submissions/:id/submit',
    act: 'submission.submit',
    address: submission('/submit'),
    payload: () => ({ asOf: '2026-11-01', acknowledgedCodes: [], partial: false }),
  },
  { method: 'GET', url: '/api/v1/submissions', act: 'submission.read', address: () => '/api/v1/submissions?limit=50', list: true },
  { method: 'GET', url: '/api/v1/submissions/:id', act: 'submission.read', address: submission('') },
  { method: 'GET', url: '/api/v1/submissions/:id/problem-groups', act: 'problems.read', address: submission('/problem-groups') },
  {
    method: 'GET',
    url: '/api/v1/submissions/:id/suggestion-groups',
    act: 'problems.read',
    address: submission('/suggestion-groups'),
  },
  {
    method: 'GET',
    url: '/api/v1/submissions/:id/accepted-suggestions',
    act: 'problems.read',
    address: submission('/accepted-suggestions'),
  },
  { method: 'GET', url: '/api/v1/submissions/:id/problems', act: 'problems.read', address: submission('/problems') },
  { method: 'GET', url: '/api/v1/submissions/:id/returned', act: 'problems.read', address: submission('/returned') },
  { method: 'GET', url: '/api/v1/submissions/:id/comparison', act: 'problems.read', address: submission('/comparison') },
  {
    method: 'POST',
    url: '/api/v1/submissions/:id/comparison/search',
    act: 'problems.read',
    address: submission('/comparison/search'),
    payload: () => ({}),
    reads: true,
  },
  { method: 'GET', url: '/api/v1/submissions/:id/portraits', act: 'problems.read', address: submission('/portraits') },
  {
    method: 'GET',
    url: '/api/v1/submissions/:id/portraits/:line',
    act: 'problems.read',
    address: submission('/portraits/1'),
    blind: ['LD_DON_VI'],
  },
  // The whole file, every cell: for whoever may see every field, or typed it.
  {
    method: 'GET',
    url: '/api/v1/submissions/:id/marked.xlsx',
    act: 'problems.read',
    address: submission('/marked.xlsx'),
    blind: ['NHAP_LIEU', 'LD_DON_VI'],
  },
  {
    method: 'GET',
    url: '/api/v1/submissions/:id/original',
    act: 'problems.read',
    address: submission('/original'),
    blind: ['NHAP_LIEU', 'LD_DON_VI'],
  },
  {
    method: 'GET',
    url: '/api/v1/receipts/:number',
    act: 'submission.read',
    address: (subject) => `/api/v1/receipts/${id(subject, 'receipt')}`,
  },
  { method: 'GET', url: '/api/v1/confirmation/queue', act: 'queue.read', address: () => '/api/v1/confirmation/queue', list: true },
  {
    method: 'GET',
    url: '/api/v1/confirmation/queue/:submissionId/:personId',
    act: 'queue.read',
    address: (subject) => `/api/v1/confirmation/queue/${id(subject, 'submission')}/${id(subject, 'person')}`,
  },
  {
    method: 'GET',
    url: '/api/v1/confirmation/:submissionId/:personId',
    act: 'item.read',
    address: (subject) => `/api/v1/confirmation/${id(subject, 'submission')}/${id(subject, 'person')}`,
  },
  {
    method: 'GET',
    url: '/api/v1/confirmation/:submissionId/:personId/portraits/:which',
    act: 'item.read',
    address: (subject) => `/api/v1/confirmation/${id(subject, 'submission')}/${id(subject, 'person')}/portraits/after`,
  },
  {
    method: 'POST',
    url: '/api/v1/confirmation/decisions',
    act: 'item.confirm',
    address: () => '/api/v1/confirmation/decisions',
    payload: decision('accept'),
  },
  {
    method: 'POST',
    url: '/api/v1/confirmation/decisions',
    act: 'item.return',
    address: () => '/api/v1/confirmation/decisions',
    payload: decision('return'),
  },
  {
    method: 'POST',
    url: '/api/v1/confirmation/lists',
    act: 'item.confirm',
    address: () => '/api/v1/confirmation/lists',
    payload: (subject) => ({ submissionId: id(subject, 'submission') }),
    reads: true,
  },
  {
    method: 'GET',
    url: '/api/v1/confirmation/lists/:submissionId',
    act: 'item.confirm',
    address: (subject) => `/api/v1/confirmation/lists/${id(subject, 'submission')}`,
  },
  {
    method: 'POST',
    url: '/api/v1/confirmation/list-decisions',
    act: 'item.confirm',
    address: () => '/api/v1/confirmation/list-decisions',
    payload: (subject) => ({ submissionId: id(subject, 'submission'), listHash: '0'.repeat(64) }),
  },
  { method: 'GET', url: '/api/v1/cases', act: 'case.read', address: () => '/api/v1/cases', list: true },
  { method: 'GET', url: '/api/v1/cases/:id', act: 'case.read', address: (subject) => `/api/v1/cases/${id(subject, 'case')}` },
  { method: 'GET', url: '/api/v1/people/:id/cases', act: 'case.read', address: person('/cases'), list: true },
  {
    method: 'POST',
    url: '/api/v1/cases/asks',
    act: 'case.ask',
    address: () => '/api/v1/cases/asks',
    payload: (subject) => ({ bodyId: subject.bodyId, nationalId: '000090777777', effectiveOn: '2026-11-01', ...GROUND }),
  },
  {
    method: 'POST',
    url: '/api/v1/cases/offers',
    act: 'case.ask',
    address: () => '/api/v1/cases/offers',
    payload: (subject) => ({ personId: id(subject, 'person'), receiving: 'H41.51', effectiveOn: '2026-11-01', ...GROUND }),
  },
  {
    method: 'POST',
    url: '/api/v1/cases/secondments',
    act: 'case.ask',
    address: () => '/api/v1/cases/secondments',
    payload: (subject) => ({
      personId: id(subject, 'person'),
      receiving: 'H41.51',
      effectiveOn: '2026-11-01',
      untilOn: addDays(systemClock.today(), 300),
      ...GROUND,
    }),
  },
  {
    method: 'POST',
    url: '/api/v1/cases/concurrents',
    act: 'case.ask',
    address: () => '/api/v1/cases/concurrents',
    payload: (subject) => ({
      personId: id(subject, 'person'),
      receiving: 'H41.51',
      post: 'Phó Trưởng ban',
      effectiveOn: '2026-11-01',
      ...GROUND,
    }),
  },
  {
    method: 'POST',
    url: '/api/v1/cases/numbers',
    act: 'case.ask',
    address: () => '/api/v1/cases/numbers',
    payload: (subject) => ({ personId: id(subject, 'person'), newNationalId: '000090777778', ...GROUND }),
  },
  {
    method: 'POST',
    url: '/api/v1/cases/merges',
    act: 'case.ask',
    address: () => '/api/v1/cases/merges',
    payload: (subject) => ({ personId: id(subject, 'person'), nationalId: '000090777779', ...GROUND }),
  },
  {
    method: 'POST',
    url: '/api/v1/cases/:id/answers',
    act: 'case.decide',
    address: (subject) => `/api/v1/cases/${id(subject, 'case')}/answers`,
    payload: () => ({ answer: 'refuse' }),
  },
  {
    method: 'GET',
    url: '/api/v1/audit/events.csv',
    act: 'audit.read',
    address: (subject) => `/api/v1/audit/events.csv?body=${subject.bodyId}`,
  },
  {
    method: 'POST',
    url: '/api/v1/network-check/tokens',
    act: 'bodies.read',
    address: () => '/api/v1/network-check/tokens',
    payload: ({ bodyId }) => ({ bodyId }),
  },
  {
    method: 'POST',
    url: '/api/v1/network-check/results',
    act: 'bodies.read',
    address: () => '/api/v1/network-check/results',
    payload: ({ bodyId }) => ({ bodyId, measured: MEASURED }),
  },
  { method: 'GET', url: '/api/v1/exchange/lines', act: 'exchange.read', address: () => '/api/v1/exchange/lines', list: true },
  { method: 'GET', url: '/api/v1/exchange/lines/:id', act: 'exchange.read', address: ({ bodyId }) => `/api/v1/exchange/lines/${bodyId}` },
  { method: 'GET', url: '/api/v1/board', act: 'board.read', address: (subject) => `/api/v1/board?body=${subject.bodyId}` },
  { method: 'GET', url: '/api/v1/duties', act: 'duties.read', address: (subject) => `/api/v1/duties?body=${subject.bodyId}` },
  { method: 'GET', url: '/api/v1/plans/:plan', act: 'board.read', address: () => '/api/v1/plans/QD72', list: true },
  {
    method: 'GET',
    url: '/api/v1/report-definitions',
    act: 'reports.make',
    address: () => '/api/v1/report-definitions',
    list: true,
    open: true,
  },
  {
    method: 'POST',
    url: '/api/v1/report-questions',
    act: 'reports.make',
    address: () => '/api/v1/report-questions',
    payload: () => ({ text: 'bao nhiêu viên chức' }),
    list: true,
    open: true,
    reads: true,
  },
  { method: 'GET', url: '/api/v1/reports', act: 'reports.make', address: () => '/api/v1/reports', list: true },
  { method: 'GET', url: '/api/v1/board.csv', act: 'board.read', address: (subject) => `/api/v1/board.csv?body=${subject.bodyId}` },
  { method: 'GET', url: '/api/v1/audit/events', act: 'audit.read', address: (subject) => `/api/v1/audit/events?body=${subject.bodyId}` },
  { method: 'GET', url: '/api/v1/bodies', act: 'bodies.read', address: () => '/api/v1/bodies', list: true, open: true },
  {
    method: 'GET',
    url: '/api/v1/bodies/:id/template.xlsx',
    act: 'template.read',
    address: (subject) => `/api/v1/bodies/${subject.bodyId}/template.xlsx`,
    open: true,
  },
  { method: 'GET', url: '/api/v1/accounts', act: 'grants.read', address: () => '/api/v1/accounts?limit=200', list: true },
  {
    method: 'POST',
    url: '/api/v1/accounts',
    act: 'grants.change',
    address: () => '/api/v1/accounts',
    payload: (subject) => ({ name: 'Người mới', nationalId: '000090444444', role: 'NHAP_LIEU', bodyId: subject.bodyId }),
  },
  {
    method: 'POST',
    url: '/api/v1/accounts/:id/grants',
    act: 'grants.change',
    address: account('/grants'),
    payload: (subject) => ({ role: 'DOI_SOAT', bodyId: subject.bodyId }),
  },
  { method: 'POST', url: '/api/v1/accounts/:id/disable', act: 'grants.change', address: account('/disable'), payload: () => ({}) },
  { method: 'POST', url: '/api/v1/accounts/:id/enable', act: 'grants.change', address: account('/enable'), payload: () => ({}) },
  {
    method: 'POST',
    url: '/api/v1/accounts/:id/passkeys/release',
    act: 'grants.change',
    address: account('/passkeys/release'),
    payload: () => ({ reason: 'mất điện thoại có khóa' }),
  },
  {
    method: 'POST',
    url: '/api/v1/accounts/:id/population-user',
    act: 'grants.change',
    address: account('/population-user'),
    payload: () => ({ user: 'cb.thu' }),
  },
  { method: 'DELETE', url: '/api/v1/grants/:id', act: 'grants.change', address: (subject) => `/api/v1/grants/${id(subject, 'grant')}` },
  { method: 'GET', url: '/api/v1/home', act: 'home.read', address: () => '/api/v1/home', list: true },
  { method: 'GET', url: '/api/v1/my/sessions', act: 'sessions.own', address: () => '/api/v1/my/sessions', list: true },
  // The own pages: no address names anybody; each role has a record of its own (`ownRecordOf`), in a body beyond all of these.
  { method: 'GET', url: '/api/v1/me', act: 'own.read', address: () => '/api/v1/me', list: true },
  { method: 'GET', url: '/api/v1/me/groups/:group', act: 'own.read', address: () => '/api/v1/me/groups/B', list: true },
  {
    method: 'POST',
    url: '/api/v1/me/unmask',
    act: 'own.read',
    address: () => '/api/v1/me/unmask',
    payload: () => ({ field: 'soDinhDanh' }),
    list: true,
    reads: true,
  },
  { method: 'GET', url: '/api/v1/me/portrait', act: 'own.read', address: () => '/api/v1/me/portrait', list: true },
  { method: 'GET', url: '/api/v1/me/reads', act: 'own.read', address: () => '/api/v1/me/reads', list: true },
  { method: 'GET', url: '/api/v1/document-kinds', act: 'upload.create', address: () => '/api/v1/document-kinds', list: true },
  { method: 'GET', url: '/api/v1/me/cvs', act: 'own.read', address: () => '/api/v1/me/cvs', list: true },
  { method: 'POST', url: '/api/v1/me/cvs', act: 'own.read', address: () => '/api/v1/me/cvs', list: true },
  { method: 'GET', url: '/api/v1/me/attestations', act: 'own.read', address: () => '/api/v1/me/attestations', list: true },
  { method: 'GET', url: '/api/v1/me/forms/:form', act: 'own.read', address: () => '/api/v1/me/forms/2c-bnv-2008', list: true },
  { method: 'GET', url: '/api/v1/me/card', act: 'own.read', address: () => '/api/v1/me/card', list: true },
  {
    method: 'POST',
    url: '/api/v1/me/card/offer',
    act: 'own.card',
    address: () => '/api/v1/me/card/offer',
    payload: () => ({}),
    list: true,
  },
  {
    method: 'POST',
    url: '/api/v1/me/card/wallets/:id/end',
    act: 'own.card',
    address: ({ ids }) => `/api/v1/me/card/wallets/${ids['item']}/end`,
    payload: () => ({}),
    list: true,
  },
  {
    method: 'POST',
    url: '/api/v1/me/card/end',
    act: 'own.card',
    address: () => '/api/v1/me/card/end',
    payload: () => ({}),
    list: true,
  },
  { method: 'GET', url: '/api/v1/me/value-reports', act: 'own.read', address: () => '/api/v1/me/value-reports', list: true },
  { method: 'GET', url: '/api/v1/me/consents', act: 'own.read', address: () => '/api/v1/me/consents', list: true },
  { method: 'GET', url: '/api/v1/consents', act: 'consent.use', address: () => '/api/v1/consents', list: true },
  { method: 'GET', url: '/api/v1/me/data.json', act: 'own.read', address: () => '/api/v1/me/data.json', list: true },
];

/** Made once: what was sent, as far as the marked file needs it. */
let workbook: Promise<Uint8Array> | null = null;
const aWorkbook = (): Promise<Uint8Array> =>
  (workbook ??= makeTemplate({ bodyCode: BODIES.own, bodyName: 'Sở Giáo dục và Đào tạo (mẫu)', issuedOn: '2026-11-01' }));

/** A registered person, a submission with a portrait that waits, and a receipt, in one body; written as the owner. */
export async function aSubject(office: Office, folder: string, relation: Relation, index: number): Promise<MatrixSubject> {
  const one = (sql: string, values: readonly unknown[]): Promise<unknown> => office.owner.transaction(null, (tx) => tx.query(sql, values));
  const bodyId = await office.body(BODIES[relation]);
  const uuid = (): string => office.chance.uuid7(Date.parse(office.clock.now()));
  const ids = {
    person: uuid(),
    card: uuid(),
    submission: uuid(),
    item: uuid(),
    receipt: `BN-MATRA-0000${index}`,
    account: uuid(),
    grant: uuid(),
    case: uuid(),
    approval: uuid(),
    report: uuid(),
    request: uuid(),
    window: uuid(),
    load: uuid(),
  };
  const clerk = `Sáo Nâu ${relation.toUpperCase()}`;
  const name = `Chim Yến ${relation.toUpperCase()}`;
  const upload = `TL-MT-${relation}`;
  const number = `00009099999${index}`;
  const maker = uuid();
  const hash = Buffer.alloc(32, index + 1);
  const salt = Buffer.alloc(16, index + 1);
  // What stands for a picture holds the name of its person, so that one shown to the wrong eyes is noticed like any other text.
  const kept = await openBlobStore(filesInFolder(folder)('blobs'), office.keys).put(Buffer.from(`ảnh của ${name}`));
  assert.ok(kept.ok);
  const portrait = { anh4x6: kept.value.sha256 };
  const book = await openBlobStore(filesInFolder(folder)('blobs'), office.keys).put(await aWorkbook());
  assert.ok(book.ok);
  await one('insert into person_salt (person_id, body_id, salt) values ($1, $2, $3)', [ids.person, bodyId, salt]);
  await one(`insert into national_id (id_hash, person_id, body_id, sealed, state, claimed_by) values ($1, $2, $3, $4, 'registered', $5)`, [
    hash,
    ids.person,
    bodyId,
    Buffer.from(office.keys.seal(salt, 'national-id', Buffer.from(number))),
    ids.submission,
  ]);
  await one(
    `insert into person (person_id, body_id, version, tx, heads, document, full_name, full_name_plain, full_name_sort) values ($1, $2, 1, 1, '{}', $5, $3, $4, $4)`,
    [ids.person, bodyId, name, `chim yen ${relation}`, JSON.stringify({ A: portrait, B: { hoTenKhaiSinh: name } })],
  );
  await one(`insert into person_reach (person_id, body_id, why, valid_from, tx_from) values ($1, $2, 'managing', '2020-01-01', 1)`, [
    ids.person,
    bodyId,
  ]);
  await one(
    `insert into person_version (person_id, version, body_id, valid_from, groups, document, source, dictionary_version) values ($1, 1, $2, '2026-10-01', '{A}', $3, 'CONG', 'x')`,
    [ids.person, bodyId, JSON.stringify({ A: portrait })],
  );
  await one('insert into card_number (number) values ($1)', [`AAAA${index}-BBBBB-0`]);
  await one(
    `insert into card (person_id, card_id, body_id, number, state, version, claims, portrait, issued_on, valid_until, created_at)
     values ($1, $2, $3, $4, 'HIEU_LUC', 1, $5, $6, '2026-11-01', '2031-10-31', now())`,
    [ids.person, ids.card, bodyId, `AAAA${index}-BBBBB-0`, JSON.stringify({ ...SAYS, ho_ten: name }), 'ab'.repeat(32)],
  );
  const endedCard = uuid();
  await one('insert into card_number (number) values ($1)', [`AAAA${index}-BBBBB-1`]);
  await one(
    `insert into card (person_id, card_id, body_id, number, state, version, claims, portrait, issued_on, valid_until, created_at, ended_at, end_reason)
     values ($1, $2, $3, $4, 'THU_HOI', 1, $5, $6, '2026-10-01', '2031-09-30', '2026-10-01', '2026-10-02', 'SU_CO')`,
    [ids.person, endedCard, bodyId, `AAAA${index}-BBBBB-1`, JSON.stringify({ ...SAYS, ho_ten: name }), 'ab'.repeat(32)],
  );
  await one(
    `insert into card_hold (person_id, hold_id, card_id, body_id, reason, held_at) values ($1, $2, $3, $4, 'SU_CO', '2026-10-02')`,
    [ids.person, uuid(), endedCard, bodyId],
  );
  await one(`insert into submission (submission_id, body_id, upload_number, source, created_at) values ($1, $2, $3, 'workbook', now())`, [
    ids.submission,
    bodyId,
    upload,
  ]);
  await one(
    `insert into submission_file (submission_id, round, body_id, sha256, size_bytes, file_name, sender_id, sender_identity, at, stage, stage_at, as_of, door, submitted_at) values ($1, 1, $2, $3, 10, $4, $5, $6, now(), 'checked', now(), '2026-11-01', 'workbook', now())`,
    [ids.submission, bodyId, Buffer.from(book.value.sha256, 'hex'), `${upload}.xlsx`, maker, hash],
  );
  await one(
    `insert into submission_line (submission_id, round, line_no, at, body_id, id_hash, person_id, name, place, verdict, comparison, sealed) values ($1, 1, 1, now(), $2, $3, $4, $5, '{"row": 1}', 'accepted', 'changed', $6)`,
    [
      ids.submission,
      bodyId,
      hash,
      ids.person,
      name,
      Buffer.from(sealForSubmission(office.keys, ids.submission, { nationalId: number, groups: { A: portrait }, changed: ['A'] })),
    ],
  );
  await one(
    `insert into item (person_id, item_id, submission_id, round, body_id, group_code, state, compared_version, valid_from, name, stated, maker_identity, maker_id, created_at)
    values ($1, $2, $3, 1, $4, 'A', 'awaiting-confirmation', 1, '2026-11-01', $5, $8, $6, $7, now())`,
    [ids.person, ids.item, ids.submission, bodyId, name, Buffer.alloc(32, 200), maker, JSON.stringify(portrait)],
  );
  await aFirstLoadOf(one, { window: ids.window, load: ids.load, bodyId, submission: ids.submission });
  await aMismatch(one, ids.submission, ids.person, bodyId);
  await aRequest(one, ids.approval, ids.submission, bodyId, clerk);
  const content = {
    number: ids.receipt,
    kind: 'R1',
    at: office.clock.now(),
    bodyCode: BODIES[relation],
    bodyName: '',
    submissionId: ids.submission,
    uploadNumber: upload,
    sha256: hash.toString('hex'),
    sizeBytes: 10,
    counts: { received: 1, accepted: 1, rejected: 0, waiting: 0 },
    asOf: '2026-11-01',
    round: 1,
  };
  await one(
    `insert into receipt (receipt_number, submission_id, round, body_id, kind, at, content, jws) values ($1, $2, 1, $3, 'R1', now(), $4, '')`,
    [ids.receipt, ids.submission, bodyId, JSON.stringify(content)],
  );
  await one('insert into account (account_id, identity, name, created_at) values ($1, $2, $3, now())', [
    ids.account,
    Buffer.alloc(32, index + 100),
    clerk,
  ]);
  await aValueReport(one, office, { ...ids, salt });
  const words = `Đề nghị tạm không dùng ảnh của ${name}`;
  await aDataRequest(one, office, { ...ids, salt, words });
  await aLegalClock(one, { person: ids.person, bodyId });
  await one(
    `insert into role_grant (grant_id, account_id, role, body_id, valid_from, tx_from) values ($1, $2, 'NHAP_LIEU', $3, '2025-07-01', 1)`,
    [ids.grant, ids.account, bodyId],
  );
  await one(
    `insert into person_case (case_id, kind, state, person_id, number_hash, from_body, to_body, opened_by, effective_on, due_on, created_at)
     values ($1, 're_entry', 'asked', $2, $3, $4, $5, 'to', '2026-11-01', '2099-01-01', now())`,
    [ids.case, ids.person, hash, await office.body('H41.51'), bodyId],
  );
  return { bodyId, ids, canaries: [name, upload, number, clerk] };
}
