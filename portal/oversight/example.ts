/** How tests come to the screens of this folder, and the mock’s answers: unusual readings and complaints. Never shipped. */
import type { Complaint, UnusualReader } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';

const BODY = { id: 'b1', code: 'H26.15', name: 'Sở Nội vụ tỉnh Mẫu Sơn' };
const UNUSUAL: readonly UnusualReader[] = [
  {
    day: '2026-11-24',
    actor: '9f2c41d07be35aa1',
    roles: ['XAC_NHAN'],
    bodies: [BODY],
    eventId: 'e1',
    signs: [
      { sign: 'atNight', count: 17, limit: 5 },
      { sign: 'onePerson', count: 16, limit: 15 },
    ],
  },
  {
    day: '2026-11-23',
    actor: '51b7c09d3aa4f0e2',
    roles: ['NHAP_LIEU'],
    bodies: [BODY, { id: 'b2', code: 'H26.15.02', name: 'Trường THPT Nguyễn Trãi' }],
    eventId: 'e2',
    signs: [{ sign: 'refused', count: 2, limit: 1 }],
  },
];
const COMPLAINT: Complaint = {
  id: 'c1',
  personId: 'p1',
  eventId: 'e1',
  body: BODY,
  readingAt: '2026-11-20T15:12:00Z',
  reading: {
    actName: both('Mở hồ sơ', 'Record opened'),
    purposeName: both('Tra cứu phục vụ công việc', 'Consulting for work'),
    roles: ['XAC_NHAN'],
  },
  reason: 'Hồ sơ của tôi bị mở lúc 22 giờ trong khi không có việc gì chờ xác nhận.',
  at: '2026-11-21T02:00:00Z',
  dueOn: '2026-12-06',
  overdue: false,
  verdict: null,
  answer: null,
  answeredAt: null,
  mayAnswer: true,
};
const COMPLAINTS: readonly Complaint[] = [
  COMPLAINT,
  {
    ...COMPLAINT,
    id: 'c2',
    dueOn: '2026-11-22',
    verdict: 'lawful',
    answer: 'Cán bộ mở hồ sơ để đối chiếu danh sách nâng lương theo công văn của Sở Nội vụ.',
    answeredAt: '2026-11-21T09:00:00Z',
    mayAnswer: false,
  },
];

export const example: Example = {
  shown: [
    { name: 'oversight', address: '/giam-sat', as: 'auditor', ready: 'tbody tr' },
    { name: 'oversight-name', address: '/giam-sat', as: 'auditor', press: ['tbody tr [data-name-reader]'], ready: 'dialog form' },
    { name: 'oversight-complaints', address: '/giam-sat?phan=khieu-nai', as: 'auditor', ready: 'main form' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/audit/unusual-readings', () => ({ since: '2026-11-17', countedAt: '2026-11-24T03:00:00.000Z', items: UNUSUAL }));
    answer(app, 'reads', '/complaints', () => ({ items: COMPLAINTS, next: null }));
    answer(app, 'acts', '/audit/readers', () => ({
      name: 'Lê Văn Hùng',
      roles: ['XAC_NHAN'],
      at: '2026-11-20T15:12:00Z',
      actName: both('Mở hồ sơ', 'Record opened'),
      body: BODY,
    }));
  },
};
