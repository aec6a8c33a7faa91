/** How tests come to the screens of this folder, and the mock’s answers: mismatches with the population database. Never shipped. */
import type { MismatchRow, OneMismatch } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';
import { BY_ROLE } from '#portal/mock/may.ts';

const FIELD = {
  soDinhDanh: both('Số định danh cá nhân', 'Citizen number'),
  hoTenKhaiSinh: both('Họ và tên khai sinh', 'Full name'),
  ngaySinh: both('Ngày sinh', 'Date of birth'),
  gioiTinh: both('Giới tính', 'Sex'),
  danToc: both('Dân tộc', 'Ethnic group'),
};
const ROWS: readonly MismatchRow[] = [
  {
    submissionId: 's-wait',
    personId: 'p1',
    name: 'Nguyễn Thị Hòa',
    bodyName: 'Trường THPT Nguyễn Trãi',
    uploadNumber: 'TL-2026-000101',
    level: 'LECH',
    fields: [FIELD.ngaySinh],
    foundAt: '2026-11-10T02:00:00Z',
    dueOn: '2026-11-17',
    overdue: true,
    assignedTo: 'Phạm Quang Vinh',
    own: true,
    may: BY_ROLE,
  },
  {
    submissionId: 's-wait',
    personId: 'p2',
    name: 'Lò Văn Páo',
    bodyName: 'UBND xã Suối Trong',
    uploadNumber: 'TL-2026-000104',
    level: 'KHONG_TIM_THAY',
    fields: [FIELD.soDinhDanh, FIELD.hoTenKhaiSinh, FIELD.ngaySinh, FIELD.gioiTinh],
    foundAt: '2026-11-20T02:00:00Z',
    dueOn: '2026-11-27',
    overdue: false,
    assignedTo: null,
    own: false,
    may: BY_ROLE,
  },
];
const ONE: OneMismatch = {
  ...ROWS[0]!,
  sent: [
    { field: 'soDinhDanh', label: FIELD.soDinhDanh, level: 'KHOP', value: both('000182001234', '000182001234') },
    { field: 'hoTenKhaiSinh', label: FIELD.hoTenKhaiSinh, level: 'KHOP', value: both('Nguyễn Thị Hòa', 'Nguyễn Thị Hòa') },
    { field: 'ngaySinh', label: FIELD.ngaySinh, level: 'LECH', value: both('02/03/1982', '02/03/1982') },
    { field: 'gioiTinh', label: FIELD.gioiTinh, level: 'KHOP', value: both('Nữ', 'Female') },
    { field: 'danToc', label: FIELD.danToc, level: 'CHUA', value: null },
  ],
  officers: [
    { id: 'a7', name: 'Phạm Quang Vinh' },
    { id: 'a8', name: 'Lê Thị Ngọc Mai' },
  ],
  acts: [
    { act: 'found', byName: null, at: '2026-11-10T02:00:00Z', note: null },
    { act: 'assigned', byName: 'Lê Thị Ngọc Mai', at: '2026-11-10T03:10:00Z', note: null },
    { act: 'commented', byName: 'Phạm Quang Vinh', at: '2026-11-11T07:20:00Z', note: 'Giấy khai sinh bản chính ghi 02/03/1982.' },
  ],
};

export const example: Example = {
  shown: [
    { name: 'mismatches', address: '/sai-lech', as: 'hr', ready: 'tbody tr' },
    { name: 'mismatch', address: '/sai-lech/s-wait/p1', as: 'hr', press: ['.panel-head button'], ready: 'ol li' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/mismatches', () => ({
      items: ROWS,
      total: ROWS.length,
      bodies: [{ id: '0190a000-0000-7000-8000-000000000001', name: 'Trường THPT Nguyễn Trãi' }],
      next: null,
    }));
    answer(app, 'reads', '/mismatches/{submissionId}/{personId}', () => ONE);
    answer(app, 'acts', '/mismatches/{submissionId}/{personId}/population', () => ({
      found: true,
      values: ONE.sent.map(({ field, value }) => ({ field, value: field === 'ngaySinh' ? both('03/02/1982', '03/02/1982') : value })),
    }));
  },
};
