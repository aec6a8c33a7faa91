/** How tests come to the screen of this folder, and the mock’s answer: terms of the law. Never shipped. */
import type { LegalClock } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';
import { BY_ROLE } from '#portal/mock/may.ts';

const CREATE = { code: 'ND27_18', name: 'Tạo lập hồ sơ điện tử', law: 'NĐ 27/2026 Đ18' };
const BRING = { code: 'ND27_19_NGOAI', name: 'Cập nhật dữ liệu phát sinh từ cơ quan, quy trình khác', law: 'NĐ 27/2026 Đ19' };
const CORRECT = { code: 'ND356_XEM_SUA', name: 'Cho xem, chỉnh sửa, cung cấp dữ liệu', law: 'NĐ 356/2025 Đ5' };

const ROWS: readonly LegalClock[] = [
  {
    id: 'c1',
    personId: 'p3',
    name: 'Vàng Thị Mây',
    registered: false,
    bodyName: 'Trường THPT Nguyễn Trãi',
    term: CREATE,
    groupName: null,
    startOn: '2026-11-16',
    lastDay: '2026-11-19',
    forecast: false,
    late: true,
    doneAt: null,
    moved: false,
    may: BY_ROLE,
  },
  {
    id: 'c2',
    personId: 'p1',
    name: 'Nguyễn Thị Hòa',
    registered: true,
    bodyName: 'Trường THPT Nguyễn Trãi',
    term: BRING,
    groupName: both('Khen thưởng', 'Awards'),
    startOn: '2026-11-20',
    lastDay: '2026-11-26',
    forecast: true,
    late: false,
    doneAt: null,
    moved: false,
    may: BY_ROLE,
  },
];

export const example: Example = {
  shown: [{ name: 'legal-clocks', address: '/thoi-han', as: 'hr', ready: 'tbody tr' }],
  answers: (app) => {
    answer(app, 'reads', '/legal-clocks', () => ({
      items: ROWS,
      total: ROWS.length,
      bodies: [{ id: '0190a000-0000-7000-8000-000000000001', name: 'Trường THPT Nguyễn Trãi' }],
      terms: [CREATE, BRING, CORRECT],
      next: null,
    }));
  },
};
