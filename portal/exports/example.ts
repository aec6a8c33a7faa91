/** How tests come to the screens of this folder, and the mock’s answers: exported lists. Never shipped. */
import type { ExtractChoices, PeopleExport } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const COMMON = {
  form: 'list',
  purpose: 'STATISTICS',
  columns: ['name', 'body', 'post'],
  problem: null,
  counts: null,
  copies: 0,
  fields: [],
  asOf: null,
  ground: null,
} as const;
const EXPORTS: readonly PeopleExport[] = [
  {
    ...COMMON,
    columns: [...COMMON.columns],
    fields: [],
    id: 'x1',
    number: 'XD-8K2MQ-01TRA',
    reason: 'Rà soát chế độ theo công văn 12/SNV',
    people: 212,
    askedAt: '2026-11-24T02:00:00.000Z',
    state: 'ready',
    counts: { found: 214, exported: 212, leftOut: 2, masked: 0 },
    copies: 1,
    endsAt: '2026-11-27T03:00:00.000Z',
  },
  {
    ...COMMON,
    columns: [...COMMON.columns],
    fields: [],
    id: 'x2',
    number: 'XD-3C7HD-9ZBWQ',
    reason: 'Đối chiếu danh sách trước kỳ nâng lương',
    people: 640,
    askedAt: '2026-11-23T02:00:00.000Z',
    state: 'waiting',
    endsAt: '2026-11-30T02:00:00.000Z',
  },
  {
    ...COMMON,
    columns: [...COMMON.columns],
    fields: [],
    id: 'x3',
    number: 'XD-5R0PT-6JNEX',
    reason: 'Báo cáo nhanh số lượng viên chức',
    people: 40,
    askedAt: '2026-11-10T02:00:00.000Z',
    state: 'failed',
    problem: 'E-READING-BUDGET',
    endsAt: '2026-11-17T02:00:00.000Z',
  },
  {
    ...COMMON,
    form: 'filled-template',
    purpose: 'SUBMIT',
    columns: [],
    fields: [],
    id: 'x4',
    number: 'XD-7H2LC-4WQRA',
    reason: 'Cập nhật ngạch, bậc sau kỳ nâng lương quý 4',
    people: 31,
    askedAt: '2026-11-24T01:00:00.000Z',
    state: 'building',
    endsAt: '2026-12-01T01:00:00.000Z',
  },
  {
    ...COMMON,
    form: 'cross-extract',
    purpose: 'CONSULT',
    columns: [],
    fields: ['hoTenKhaiSinh', 'ngaySinh', 'dienThoaiDiDong'],
    asOf: '2026-11-01',
    ground: 'Công văn 45/SNV-CCVC ngày 20/11/2026',
    id: 'x5',
    number: 'XD-2M9RD-8KPQZ',
    reason: 'Rà soát chế độ theo công văn 45/SNV',
    people: 12,
    askedAt: '2026-11-24T03:00:00.000Z',
    state: 'waiting',
    endsAt: '2026-12-01T03:00:00.000Z',
  },
];
const CHOICES: ExtractChoices = {
  today: '2026-11-24',
  groups: [
    {
      code: 'B',
      title: { vi: 'Nhân thân', en: 'Identity' },
      fields: [
        { key: 'hoTenKhaiSinh', label: { vi: 'Họ và tên khai sinh', en: 'Full name at birth' } },
        { key: 'ngaySinh', label: { vi: 'Ngày sinh', en: 'Date of birth' } },
      ],
    },
    {
      code: 'C',
      title: { vi: 'Liên hệ', en: 'Contact' },
      fields: [{ key: 'dienThoaiDiDong', label: { vi: 'Điện thoại', en: 'Telephone' } }],
    },
  ],
};

export const example: Example = {
  shown: [{ name: 'exports', address: '/xuat-danh-sach', as: 'officer', ready: '[data-export]' }],
  answers: (app) => {
    answer(app, 'reads', '/exports', () => ({ items: EXPORTS, next: null, choices: CHOICES }));
  },
};
