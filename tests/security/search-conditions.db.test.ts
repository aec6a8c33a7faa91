/** Searching by words of titles and by codes, through the real server: what is found and shown in words, and that a condition tells nobody what their role does not see. Decision 0037. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const HERE = 'H26.03.01';
/** The body above it. */
const ABOVE = 'H26.03';

let agency: Agency;
let folder: string;
let app: FastifyInstance;
before(async () => {
  agency = await anAgency(HERE);
  folder = await dataFolder();
  app = await aServer(agency.office, folder);
  const at = (n: number, name: string, more: object) => ({ number: `00019088000${n}`, name, more });
  const submissionId = await agency.sends([
    at(1, 'Trần Thị Hoa', { A: { loaiDoiTuong: 'VC' }, F: { 'viTriViecLam.ten': 'Giáo viên THPT hạng III' } }),
    at(2, 'Nguyễn Văn An', { A: { loaiDoiTuong: 'VC' }, F: { 'viTriViecLam.ten': 'Phụ trách chung', chucVuHienTai: 'HT' } }),
    // Called by her grade alone: her job says what she does.
    at(4, 'Phạm Thị Yến', {
      A: { loaiDoiTuong: 'CB' },
      F: { 'viTriViecLam.ten': 'Giảng dạy môn Toán' },
      G: { luong: [{ ngayHuong: '2024-01-01', maNgach: 'V.07.05.15', bac: 3, heSo: '3.00' }] },
    }),
    at(3, 'Lê Thị Bé', { A: { loaiDoiTuong: 'CC' }, F: { 'viTriViecLam.ten': 'Kế toán' } }),
  ]);
  for (const personId of await agency.waiting(submissionId)) {
    const done = await agency.confirms(submissionId, personId, { mismatchReason: 'DAN_CU_CHUA_CAP_NHAT' });
    assert.ok(done.ok);
  }
});
after(async () => {
  await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

interface Found {
  readonly code?: string;
  readonly people?: number;
  readonly items?: readonly {
    readonly name: string;
    readonly isNear: boolean;
    readonly post: { readonly vi: string } | null;
    readonly jobTitle: string | null;
  }[];
}
async function asks(handle: string, payload: object, path = 'search'): Promise<Found> {
  const headers = { cookie: `congvu=${handle}`, origin: ORIGIN };
  return (await app.inject({ method: 'POST', url: `/api/v1/people/${path}`, headers, payload })).json();
}
const names = async (payload: object, handle: string = agency.officer.handle): Promise<readonly string[]> =>
  (await asks(handle, payload)).items!.map(({ name }) => name);

test('words find what the job is called and what the post is called, in words; one slip is forgiven and told', async () => {
  assert.deepEqual(await names({ title: 'giáo viên' }), ['Trần Thị Hoa', 'Phạm Thị Yến'], 'by the job, and by the grade');
  assert.deepEqual(await names({ title: 'GIAO vien thpt hang' }), ['Trần Thị Hoa', 'Phạm Thị Yến']);
  assert.deepEqual(await names({ title: 'V.07.05.15' }), ['Phạm Thị Yến'], 'by the code of the grade');
  const [head] = (await asks(agency.officer.handle, { title: 'hieu truong' })).items!;
  assert.deepEqual([head!.name, head!.post!.vi, head!.jobTitle, head!.isNear], ['Nguyễn Văn An', 'Hiệu trưởng', 'Phụ trách chung', false]);
  assert.deepEqual(await names({ title: 'HT' }), ['Nguyễn Văn An'], 'by the code as well');
  const [near] = (await asks(agency.officer.handle, { title: 'ke toanm' })).items!;
  assert.deepEqual([near!.name, near!.isNear], ['Lê Thị Bé', true]);
  assert.deepEqual(await names({ title: 'bác sĩ' }), []);
});

test('conditions go together, with the bodies below or without them, and are counted', async () => {
  const above = await agency.office.signedIn('000190880011', [['XAC_NHAN', ABOVE]]);
  const bodyId = await agency.office.body(ABOVE);
  assert.deepEqual(await names({ kind: 'VC' }), ['Nguyễn Văn An', 'Trần Thị Hoa']);
  assert.deepEqual(await names({ kind: 'VC', name: 'hoa' }), ['Trần Thị Hoa']);
  assert.deepEqual(await names({ bodyId, kind: 'CC' }, above.handle), []);
  assert.deepEqual(await names({ bodyId, below: true, kind: 'CC' }, above.handle), ['Lê Thị Bé']);
  assert.deepEqual(await names({ nationalId: '000190880003', kind: 'CC' }), ['Lê Thị Bé']);
  assert.deepEqual(await names({ nationalId: '000190880003', kind: 'VC' }), []);
  assert.equal((await asks(agency.officer.handle, { kind: 'VC' }, 'search/count')).people, 2);
  assert.equal((await asks(agency.officer.handle, { missing: 'G' }, 'search/count')).people, 3);
  assert.equal((await asks(agency.officer.handle, { unconfirmed: true }, 'search/count')).people, 0);
  assert.equal((await asks(agency.officer.handle, { incomplete: true }, 'search/count')).people, 4);
});

test('who does not see a field neither finds by it nor orders by it nor counts by it', async () => {
  const administrator = await agency.office.signedIn('000190880012', [['QT_BNDP', HERE]]);
  assert.deepEqual(await names({ name: 'hoa' }, administrator.handle), ['Trần Thị Hoa']);
  for (const condition of [
    { title: 'giáo viên' },
    { kind: 'VC' },
    { grade: '01.003' },
    { match: 'KHOP' },
    { missing: 'G' },
    { unconfirmed: true },
    { incomplete: true },
    { card: false },
  ]) {
    assert.equal((await asks(administrator.handle, condition)).code, 'E-SEARCH-FIELD-NOT-SEEN', JSON.stringify(condition));
    assert.equal((await asks(administrator.handle, condition, 'search/count')).code, 'E-SEARCH-FIELD-NOT-SEEN', JSON.stringify(condition));
  }
  assert.equal((await asks(administrator.handle, { name: 'hoa', sort: 'birth' })).code, 'E-SEARCH-FIELD-NOT-SEEN');
  // An officer of one body who administers another one: conditions search the first alone.
  const both = await agency.office.signedIn('000190880013', [
    ['QT_BNDP', HERE],
    ['XAC_NHAN', 'H41.51'],
  ]);
  assert.deepEqual(await names({ name: 'hoa' }, both.handle), ['Trần Thị Hoa']);
  assert.deepEqual(await names({ name: 'hoa', kind: 'VC' }, both.handle), []);
});
