/** How tests come to the screens of this folder, and the mock’s answers: consents that an agency asked for. Never shipped. */
import type { AskedConsent, ConsentChoices, ConsentedRecord } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';

const ASKED: AskedConsent = {
  id: 'dy1',
  bodyName: 'Trường Chính trị tỉnh Mẫu Sơn',
  askedBy: 'Cao Xuân Nghĩa',
  askedAt: '2026-11-29T02:00:00Z',
  purpose: both('Xét cử, xét nhận vào khóa đào tạo, bồi dưỡng', 'Admission to training'),
  reason: 'Lớp bồi dưỡng ngạch chuyên viên chính K12, hồ sơ số 5',
  until: '2026-12-31',
  answerBy: '2026-12-06',
  standing: 'asked',
  asked: [{ code: 'I', title: both('Trình độ', 'Qualifications'), ordinary: true, fields: [] }],
  given: [],
  answeredAt: null,
  endedAt: null,
  personName: null,
};
const ITEMS: AskedConsent[] = [
  ASKED,
  { ...ASKED, id: 'dy2', standing: 'given', given: ASKED.asked, answeredAt: '2026-11-29T02:05:00Z', personName: 'Ngô Thùy Trang' },
  { ...ASKED, id: 'dy3', standing: 'withdrawn', given: ASKED.asked, answeredAt: '2026-10-01T02:00:00Z', endedAt: '2026-10-03T02:00:00Z' },
];
const CHOICES: ConsentChoices = {
  bodies: [{ id: '0190a000-0000-7000-8000-000000000001', name: 'Trường Chính trị tỉnh Mẫu Sơn' }],
  purposes: [{ code: 'DAO_TAO', vi: 'Xét cử, xét nhận vào khóa đào tạo, bồi dưỡng', en: 'Admission to training' }],
  groups: [
    { code: 'I', title: both('Trình độ', 'Qualifications'), hasOrdinary: true, sensitive: [] },
    {
      code: 'S',
      title: both('Sức khỏe', 'Health'),
      hasOrdinary: false,
      sensitive: [{ key: 'sucKhoe.nhomMau', label: both('Nhóm máu', 'Blood group') }],
    },
  ],
  today: '2026-11-29',
  lastUntil: '2027-02-27',
};
const RECORD: ConsentedRecord = {
  id: 'dy2',
  personName: 'Ngô Thùy Trang',
  purpose: ASKED.purpose,
  until: '2026-12-31',
  groups: [
    {
      code: 'I',
      title: both('Trình độ', 'Qualifications'),
      confirmed: true,
      validFrom: '2026-01-01',
      fields: [{ key: 'hocVan', label: both('Trình độ học vấn', 'Education'), display: both('Đại học', 'University') }],
      sections: [],
    },
  ],
};

export const example: Example = {
  shown: [
    { name: 'consents', address: '/xem-theo-dong-y', as: 'officer', ready: '[data-consent]' },
    { name: 'consented-record', address: '/xem-theo-dong-y/dy2', as: 'officer', ready: '[data-consented-record] dl' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/consents', () => ({ items: ITEMS, choices: CHOICES, next: null }));
    answer(app, 'acts', '/consents', () => ({ id: 'dy9' }), 201);
    answer(app, 'acts', '/consents/{id}/take-back', (_request, reply) => reply.code(204).send());
    answer(app, 'reads', '/consents/{id}/record', () => RECORD);
  },
};
