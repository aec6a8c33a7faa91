/** How tests come to the screens of this folder, and the mock’s answers: values that people report as wrong. Never shipped. */
import type { OneValueReport, ValueReportRow } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';
import { BY_ROLE } from '#portal/mock/may.ts';

const ROWS: readonly ValueReportRow[] = [
  {
    id: 'r1',
    personId: 'p1',
    name: 'Nguyễn Thị Hòa',
    bodyName: 'Trường THPT Nguyễn Trãi',
    group: 'B',
    groupName: both('Nhân thân', 'Identity'),
    label: both('Nơi sinh', 'Place of birth'),
    madeAt: '2026-11-10T02:00:00Z',
    dueOn: '2026-11-17',
    overdue: true,
    assignedTo: 'Phạm Quang Vinh',
    own: true,
    outcome: null,
    may: BY_ROLE,
  },
  {
    id: 'r2',
    personId: 'p2',
    name: 'Lò Văn Páo',
    bodyName: 'UBND xã Suối Trong',
    group: 'J',
    groupName: both('Đào tạo, bồi dưỡng', 'Education and training'),
    label: null,
    madeAt: '2026-11-20T02:00:00Z',
    dueOn: '2026-11-27',
    overdue: false,
    assignedTo: null,
    own: false,
    outcome: null,
    may: BY_ROLE,
  },
];
const ONE: OneValueReport = {
  ...ROWS[0]!,
  value: both('Phường Mẫu Hạ, tỉnh Mẫu Sơn', 'Phường Mẫu Hạ, tỉnh Mẫu Sơn'),
  wrong: 'Ghi nhầm sang phường bên cạnh.',
  right: 'Phường Mẫu Thượng, tỉnh Mẫu Sơn',
  paper: 'Giấy khai sinh bản chính, số 118/1991',
  attached: { pages: 1, fromPhoto: true, addedAt: '2026-11-10T02:04:00Z' },
  officers: [
    { id: 'a7', name: 'Phạm Quang Vinh' },
    { id: 'a8', name: 'Lê Thị Ngọc Mai' },
  ],
  corrections: [{ submissionId: 's-done', uploadNumber: 'TL-2026-000140', at: '2026-11-13T03:00:00Z' }],
  passedTo: null,
  uploadNumber: null,
  settledAt: null,
  acts: [
    { act: 'made', byName: 'Nguyễn Thị Hòa', at: '2026-11-10T02:00:00Z', note: null },
    { act: 'assigned', byName: 'Lê Thị Ngọc Mai', at: '2026-11-10T03:10:00Z', note: null },
    { act: 'commented', byName: 'Phạm Quang Vinh', at: '2026-11-11T07:20:00Z', note: 'Đã xem giấy khai sinh bản chính.' },
  ],
};

export const example: Example = {
  shown: [
    { name: 'value-reports', address: '/bao-sai', as: 'hr', ready: 'tbody tr' },
    { name: 'value-report', address: '/bao-sai/r1', as: 'hr', ready: 'ol li' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/value-reports', () => ({
      items: ROWS,
      total: ROWS.length,
      bodies: [{ id: '0190a000-0000-7000-8000-000000000001', name: 'Trường THPT Nguyễn Trãi' }],
      next: null,
    }));
    answer(app, 'reads', '/value-reports/{id}', () => ONE);
  },
};
