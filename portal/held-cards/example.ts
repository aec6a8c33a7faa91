/** How tests come to the screen of this folder, and the mock’s answers: people whose card is held back. Never shipped. */
import type { HeldBackPerson } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';

const ROWS: readonly HeldBackPerson[] = [
  {
    id: 'h1',
    personId: 'p-held',
    name: 'Vừ Mí Sính',
    bodyName: 'Sở Nội vụ tỉnh Mẫu Sơn',
    number: '7K2QD-00118-X',
    label: both('Sự cố an ninh', 'A security incident'),
    since: '2026-11-20T03:05:00Z',
    byMe: false,
  },
  {
    id: 'h2',
    personId: 'p2',
    name: 'Lò Thị Pâng',
    bodyName: 'Trường THPT Nguyễn Trãi',
    number: 'M0X4B-91TQZ-5',
    label: both('Thẻ cấp sai', 'Wrongly made'),
    since: '2026-11-22T08:40:00Z',
    byMe: true,
  },
];

export const example: Example = {
  shown: [{ name: 'held-cards', address: '/the-giu-lai', as: 'officer', ready: 'tbody tr' }],
  answers: (app) => {
    answer(app, 'reads', '/cards/held-back', () => ({ items: ROWS, next: null }));
  },
};
