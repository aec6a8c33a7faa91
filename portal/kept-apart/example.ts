/** How tests come to the screens of this folder, and the mock’s answers: records kept apart, one that waits, and asking. Never shipped. */
import type { KeptApartOfPerson, KeptApartRow } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';
import { BY_ROLE } from '#portal/mock/may.ts';

const ROWS: readonly KeptApartRow[] = [
  {
    id: 'k1',
    personId: 'p1',
    name: 'Vừ Mí Sính',
    bodyName: 'Sở Nội vụ tỉnh Mẫu Sơn',
    kind: 'mark',
    class: both('Mật', 'Confidential'),
    paper: { number: '07/QĐ-SNV', day: '2026-11-12', issuer: 'Sở Nội vụ tỉnh Mẫu Sơn' },
    fromDay: '2026-11-12',
    state: 'asked',
    stands: false,
    askedBy: 'Lê Thị Ngọc Mai',
    askedAt: '2026-11-20T03:05:00Z',
    decidedBy: null,
    decidedAt: null,
    refusal: null,
    byMe: false,
    may: BY_ROLE,
  },
  {
    id: 'k2',
    personId: 'p2',
    name: 'Giàng Seo Lử',
    bodyName: 'Trường THPT Nguyễn Trãi',
    kind: 'mark',
    class: both('Tối mật', 'Secret'),
    paper: { number: '03/QĐ-SNV', day: '2026-10-02', issuer: 'Sở Nội vụ tỉnh Mẫu Sơn' },
    fromDay: '2026-10-02',
    state: 'granted',
    stands: true,
    askedBy: 'Phạm Quang Vinh',
    askedAt: '2026-10-05T03:05:00Z',
    decidedBy: 'Hà Thị Lụa',
    decidedAt: '2026-10-06T02:00:00Z',
    refusal: null,
    byMe: false,
    may: [],
  },
];
const SOURCE = 'Luật Bảo vệ bí mật nhà nước 117/2025/QH15, có hiệu lực từ 01/3/2026';
const OF_PERSON: KeptApartOfPerson = {
  personId: 'p1',
  name: 'Vừ Mí Sính',
  kind: 'mark',
  open: false,
  classes: [
    { code: 'TUYET_MAT', label: both('Tuyệt mật', 'Top secret'), source: SOURCE, confidence: 'reported' },
    { code: 'TOI_MAT', label: both('Tối mật', 'Secret'), source: SOURCE, confidence: 'reported' },
    { code: 'MAT', label: both('Mật', 'Confidential'), source: SOURCE, confidence: 'reported' },
  ],
};

export const example: Example = {
  shown: [
    { name: 'kept-apart', address: '/quan-ly-rieng', as: 'officer', ready: 'tbody tr' },
    { name: 'ask-kept-apart', address: '/quan-ly-rieng/p1', as: 'officer', ready: 'form fieldset' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/kept-apart', () => ({ items: ROWS, next: null }));
    answer(app, 'reads', '/people/{id}/kept-apart', () => OF_PERSON);
    answer(app, 'acts', '/kept-apart', () => ({ id: 'k3' }));
    answer(app, 'acts', '/kept-apart/{id}/decision', () => undefined, 204);
    answer(app, 'acts', '/kept-apart/{id}/withdrawal', () => undefined, 204);
  },
};
