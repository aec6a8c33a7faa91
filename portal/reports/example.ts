/** How tests come to the screens of this folder, and the mock’s answers. Never shipped. */
import type { Report } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';

const NUMBER = 'BC-7K2M9-QX4TD';
const SHA256 = '8a6ae15122c0ffee8a6ae15122c0ffee8a6ae15122c0ffee8a6ae15122c0ffee';
const body = (id: string, code: string, name: string) => ({ id, code, name });
const PROVINCE = body('0190a000-0000-7000-8000-000000000001', 'H26', 'UBND tỉnh Mẫu Sơn');
const SCHOOLS = body('0190a000-0000-7000-8000-000000000002', 'H26.03', 'Sở Giáo dục và Đào tạo');
const COLUMNS = [
  { key: 'all', label: both('Tổng số', 'All') },
  { key: 'women', label: both('Nữ', 'Women') },
];
const TITLE = both('Số lượng theo cơ quan, loại và giới', 'People by agency, kind and sex');

const REPORT: Report = {
  number: NUMBER,
  at: '2026-11-20T03:41:07Z',
  title: TITLE,
  columns: COLUMNS,
  value: {
    definition: 'R1',
    version: 1,
    where: [],
    body: PROVINCE,
    validOn: '2026-06-30',
    treeOn: '2026-06-30',
    knownAt: 184223,
    dictionary: '2026.11',
    lists: SHA256,
    rows: [
      { body: PROVINCE, place: 'itself', counts: [12, 5] },
      { body: SCHOOLS, place: 'below', counts: [1284, 903] },
    ],
    total: [1296, 908],
  },
  sha256: SHA256,
  jws: 'e30.e30.e30',
};

export const example: Example = {
  shown: [
    { name: 'reports', address: '/bao-cao', as: 'admin', ready: 'tbody tr' },
    { name: 'report', address: `/bao-cao/${NUMBER}`, as: 'admin', ready: 'tbody tr' },
    { name: 'report-opened', address: `/bao-cao/${NUMBER}`, as: 'admin', press: ['tbody td button'], ready: '[role=status]' },
    { name: 'report-asked', address: '/bao-cao', as: 'admin', ready: 'input[name=question]' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/report-definitions', () => ({ items: [{ id: 'R1', version: 1, title: TITLE, columns: COLUMNS }] }));
    answer(app, 'reads', '/reports', () => ({
      items: [{ number: NUMBER, at: REPORT.at, title: TITLE, bodyName: PROVINCE.name, validOn: '2026-06-30', total: 1296, sha256: SHA256 }],
    }));
    answer(app, 'reads', '/reports/{number}', () => REPORT);
    answer(app, 'acts', '/reports', () => REPORT, 201);
    answer(app, 'acts', '/report-questions', () => ({
      where: [{ of: 'sex' as const, in: ['2'] }],
      validOn: '2026-06-30',
      read: ['nữ', 'ngày 30/6'],
      unread: ['kia'],
    }));
    answer(app, 'acts', '/reports/{number}/people', () => ({
      total: 415,
      seen: 120,
      items: [{ personId: '0190a000-0000-7000-8000-00000000000a', name: 'Lò Thị Mẫu', bodyName: SCHOOLS.name }],
      may: ['record.read' as const],
    }));
    answer(app, 'acts', '/reports/{number}/again', () => ({
      as: 'then' as const,
      knownAt: 184223,
      sha256: SHA256,
      same: true,
      differences: [],
      causes: null,
    }));
  },
};
