/** How tests come to the screen of this folder, and the mock’s answers: a call that is on its way, and one that asks again. Never shipped. */
import type { DeclarationCall } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';
import { BY_ROLE } from '#portal/mock/may.ts';

const CALLS: readonly DeclarationCall[] = [
  {
    id: 'dk1',
    bodyName: 'Trường THPT Nguyễn Trãi',
    below: false,
    askedBy: 'Trần Thị Cán',
    askedAt: '2026-11-23T02:00:00Z',
    ground: 'Kế hoạch 12/KH-THPT ngày 20/11/2026 về hoàn thiện hồ sơ điện tử',
    lastDay: '2026-12-31',
    again: null,
    people: 62,
    done: 41,
    late: 0,
    ended: 1,
  },
  {
    id: 'dk2',
    bodyName: 'Sở Giáo dục và Đào tạo',
    below: true,
    askedBy: 'Trần Thị Cán',
    askedAt: '2026-09-01T02:00:00Z',
    ground: 'Công văn 812/SGDĐT-TCCB ngày 28/8/2026',
    lastDay: '2026-10-30',
    again: 'Bản kê khai trước thiếu phần quan hệ gia đình',
    people: 1204,
    done: 1180,
    late: 24,
    ended: 0,
  },
];

export const example: Example = {
  shown: [
    { name: 'declaration-calls', address: '/dot-ke-khai', as: 'officer', ready: '[data-call="dk1"]' },
    { name: 'declaration-calls-ask', address: '/dot-ke-khai', as: 'officer', press: ['main [aria-expanded="false"]'], ready: 'form.form' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/declaration-calls', () => ({
      items: [...CALLS],
      days: { from: '2026-12-03', until: '2027-05-29' },
      next: null,
      may: BY_ROLE,
    }));
    answer(app, 'reads', '/declaration-calls/people', () => ({
      items: [
        { personId: 'p1', name: 'Nguyễn Thị Hòa', bodyName: 'Trường THPT Nguyễn Trãi', standing: 'never' as const },
        { personId: 'p2', name: 'Lê Văn Bình', bodyName: 'Trường THPT Nguyễn Trãi', standing: 'before' as const },
      ],
      counts: { never: 1, before: 1, running: 3 },
      may: BY_ROLE,
    }));
    answer(app, 'acts', '/declaration-calls', () => ({ id: 'dk3', people: 1, running: 3, declared: 1 }));
  },
};
