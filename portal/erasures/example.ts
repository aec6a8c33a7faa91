/** How tests come to the screens of this folder, and the mock’s answers: erasures asked for, decided and done. Never shipped. */
import type { ErasureOfPerson, ErasureRow } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';
import { BY_ROLE } from '#portal/mock/may.ts';

const MISTAKE = both(
  'Nhập nhầm: người này chưa từng là cán bộ, công chức, viên chức',
  'Entered by mistake: this person never was in service',
);
const LAW = 'Luật 91/2025/QH15 Điều 14 khoản 1';
const ROWS: readonly ErasureRow[] = [
  {
    id: 'e1',
    personId: 'p1',
    name: 'Vừ Mí Sính',
    bodyName: 'Sở Nội vụ tỉnh Mẫu Sơn',
    ground: MISTAKE,
    law: LAW,
    confidence: 'uncertain',
    paper: { number: '12/KL-SNV', day: '2026-11-12', issuer: 'Sở Nội vụ tỉnh Mẫu Sơn' },
    reason: 'Trùng tên, gửi nhầm trong tệp tháng 10.',
    state: 'asked',
    askedBy: 'Lê Thị Ngọc Mai',
    askedAt: '2026-11-20T03:05:00Z',
    endsAt: '2026-12-20T17:00:00Z',
    decidedBy: null,
    decidedAt: null,
    refusal: null,
    doneAt: null,
    standing: null,
    byMe: false,
    may: BY_ROLE,
  },
  {
    id: 'e2',
    personId: 'p-gone',
    name: '',
    bodyName: 'Trường THPT Nguyễn Trãi',
    ground: both('Quyết định của tòa án hoặc của cơ quan nhà nước có thẩm quyền', 'A decision of a court or of the competent authority'),
    law: LAW,
    confidence: 'found',
    paper: { number: '15/2026/QĐ-TA', day: '2026-11-02', issuer: 'Tòa án nhân dân tỉnh' },
    reason: '',
    state: 'done',
    askedBy: 'Phạm Quang Vinh',
    askedAt: '2026-11-05T03:05:00Z',
    endsAt: '2026-12-05T17:00:00Z',
    decidedBy: 'Hà Thị Lụa',
    decidedAt: '2026-11-06T02:00:00Z',
    refusal: null,
    doneAt: '2026-11-06T02:00:05Z',
    standing: null,
    byMe: false,
    may: [],
  },
];
const OF_PERSON: ErasureOfPerson = {
  personId: 'p1',
  name: 'Vừ Mí Sính',
  grounds: [
    { code: 'NHAP_NHAM', label: MISTAKE, law: LAW, confidence: 'uncertain', kept: null },
    {
      code: 'HET_THOI_HAN',
      label: both('Hết thời hạn lưu trữ hồ sơ', 'The term for which the record is kept has ended'),
      law: LAW,
      confidence: 'uncertain',
      kept: both('người này đang công tác', 'the person is in service'),
    },
  ],
  standing: null,
  open: false,
};

export const example: Example = {
  shown: [
    { name: 'erasures', address: '/huy-du-lieu', as: 'officer', ready: 'tbody tr' },
    { name: 'ask-erasure', address: '/huy-du-lieu/p1', as: 'officer', ready: 'form fieldset' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/erasures', () => ({ items: ROWS, next: null }));
    answer(app, 'reads', '/people/{id}/erasure', () => OF_PERSON);
    answer(app, 'acts', '/erasures', () => ({ id: 'e3' }));
    answer(app, 'acts', '/erasures/{id}/decision', () => undefined, 204);
    answer(app, 'acts', '/erasures/{id}/withdrawal', () => undefined, 204);
  },
};
