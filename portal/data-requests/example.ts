/** How tests come to the screen of this folder, and the mock’s answers: requests of people about their data. Never shipped. */
import type { DataRequest } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';
import { BY_ROLE } from '#portal/mock/may.ts';

const ONE: DataRequest = {
  id: 'yc1',
  kind: 'erase',
  label: both('Xóa, hủy dữ liệu', 'Erase data'),
  words: 'Tôi đã thôi việc, đề nghị hủy dữ liệu của tôi.',
  madeAt: '2026-11-20T02:00:00Z',
  lastDay: '2026-12-10',
  late: false,
  outcome: null,
  answer: null,
  settledAt: null,
  personId: 'p1',
  name: 'Nguyễn Thị Hòa',
  bodyName: 'Trường THPT Nguyễn Trãi',
  settledBy: null,
  may: BY_ROLE,
};

export const example: Example = {
  shown: [
    { name: 'data-requests', address: '/yeu-cau-du-lieu', as: 'hr', ready: '[data-request="open"]' },
    { name: 'data-requests-short', address: '/yeu-cau-du-lieu', as: 'hr', press: ['[data-answer-request]'], ready: '.field-error' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/data-requests', () => ({ items: [ONE], next: null }));
    answer(app, 'acts', '/data-requests/{id}/answer', (_request, reply) => reply.code(204).send());
  },
};
