/** How tests come to the screen of this folder, and the mock’s answers: requests of one person. Never shipped. */
import type { OwnDataRequest } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';

const OPEN: OwnDataRequest = {
  id: 'yc1',
  kind: 'restrict',
  label: both('Hạn chế xử lý', 'Restrict processing'),
  words: 'Tạm không dùng điểm xếp loại 2024 khi đang xem lại.',
  madeAt: '2026-11-20T02:00:00Z',
  lastDay: '2026-12-07',
  late: false,
  outcome: null,
  answer: null,
  settledAt: null,
};

export const example: Example = {
  shown: [
    { name: 'own-requests', address: '/toi/yeu-cau', as: 'person', ready: '[data-own-request="open"]' },
    { name: 'own-requests-short', address: '/toi/yeu-cau', as: 'person', press: ['[data-ask-request]'], ready: '.field-error' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/me/data-requests', () => ({
      bodyName: 'Sở Nội vụ (mẫu)',
      rights: [
        {
          kind: 'restrict' as const,
          label: both('Hạn chế xử lý', 'Restrict processing'),
          what: both('Đề nghị tạm không dùng một phần dữ liệu của tôi.', 'Ask that a part of my data is not used for the time being.'),
          lastDay: '2026-12-15',
          law: 'NĐ 356/2025 Đ5',
        },
      ],
      items: [
        OPEN,
        {
          ...OPEN,
          id: 'yc2',
          kind: 'erase' as const,
          label: both('Xóa, hủy dữ liệu', 'Erase data'),
          outcome: 'refused' as const,
          answer: 'Hồ sơ đang phải lưu theo Luật Lưu trữ.',
          settledAt: '2026-11-22T02:00:00Z',
        },
      ],
    }));
    answer(app, 'acts', '/me/data-requests', () => ({ id: 'yc3' }), 201);
  },
};
