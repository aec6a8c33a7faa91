/** How tests come to the screens of this folder, and the mock’s answers: requests to see more. Never shipped. */
import type { ReadingAllowance } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const READING_ALLOWANCES: readonly ReadingAllowance[] = [
  {
    id: 'ra1',
    name: 'Đỗ Thị Bích Liên',
    mine: false,
    people: 800,
    hours: 8,
    reason: 'Rà soát hồ sơ theo công văn của Vụ, tuần 48.',
    askedAt: '2026-11-24T02:10:00.000Z',
    granted: null,
    decidedAt: null,
  },
  {
    id: 'ra2',
    name: 'Bùi Thị Hạnh',
    mine: true,
    people: 200,
    hours: 4,
    reason: 'Đối chiếu danh sách trước kỳ nâng lương.',
    askedAt: '2026-11-20T02:10:00.000Z',
    granted: true,
    decidedAt: '2026-11-20T02:40:00.000Z',
  },
];

export const example: Example = {
  shown: [{ name: 'reading-allowances', address: '/xem-them', as: 'auditor', ready: 'main li' }],
  answers: (app) => {
    answer(app, 'reads', '/reading-allowances', () => ({ items: READING_ALLOWANCES, mayDecide: true }));
  },
};
