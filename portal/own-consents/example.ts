/** How tests come to the screen of this folder, and the mock’s answers: consents of one person. Never shipped. */
import type { FastifyRequest } from 'fastify';
import type { ConsentGroup, OwnConsent } from '#portal/api/generated/api.ts';
import { accountOf, answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';

const PARTS: ConsentGroup[] = [
  { code: 'I', title: both('Trình độ', 'Qualifications'), ordinary: true, fields: [] },
  {
    code: 'D',
    title: both('Đảng, đoàn thể, quân ngũ, chính sách', 'Party, unions, army, policy families'),
    ordinary: false,
    fields: [{ key: 'ngayVaoDang', label: both('Ngày vào Đảng', 'Day of joining the Party') }],
  },
];
const ASKED: OwnConsent = {
  id: 'dy1',
  bodyName: 'Trường Chính trị tỉnh Mẫu Sơn',
  askedBy: 'Cao Xuân Nghĩa',
  askedAt: '2026-11-29T02:00:00Z',
  purpose: both('Xét cử, xét nhận vào khóa đào tạo, bồi dưỡng', 'Admission to training'),
  reason: 'Lớp bồi dưỡng ngạch chuyên viên chính K12, hồ sơ số 5',
  until: '2026-12-31',
  answerBy: '2026-12-06',
  standing: 'asked',
  asked: PARTS,
  given: [],
  answeredAt: null,
  endedAt: null,
  looks: { count: 0, last: [] },
};
const MINE: OwnConsent[] = [
  ASKED,
  {
    ...ASKED,
    id: 'dy2',
    standing: 'given',
    given: [PARTS[0]!],
    answeredAt: '2026-11-29T02:05:00Z',
    looks: { count: 1, last: [{ at: '2026-11-29T03:00:00Z', by: 'Cao Xuân Nghĩa', readingId: 'r1' }] },
  },
  { ...ASKED, id: 'dy3', standing: 'withdrawn', given: [PARTS[0]!], answeredAt: '2026-10-01T02:00:00Z', endedAt: '2026-10-03T02:00:00Z' },
];

export const example: Example = {
  shown: [
    { name: 'own-consents', address: '/toi/dong-y', as: 'person', ready: '[data-own-consent="asked"]' },
    { name: 'own-consents-code', address: '/toi/dong-y', as: 'person', press: ['[data-make-code]'], ready: '[data-consent-code]' },
    { name: 'own-consents-none', address: '/toi/dong-y', as: 'officer', ready: '.empty' },
  ],
  answers: (app) => {
    const isPerson = (request: FastifyRequest): boolean => accountOf(request)?.role === 'CA_NHAN';
    answer(app, 'reads', '/me/consents', (request) => ({ items: isPerson(request) ? MINE : [] }));
    answer(app, 'acts', '/me/consent-codes', () => ({ code: 'DY-7K2MB-4QX9T', expiresAt: '2026-11-29T02:10:00Z', seconds: 600 }), 201);
    answer(app, 'acts', '/me/consents/{id}/answer', (_request, reply) => reply.code(204).send());
  },
};
