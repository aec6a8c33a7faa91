/** How tests come to the screen of this folder, and the mock’s answers: an invented appendix. Never shipped. */
import type { DecreeCoverage } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';

const field = (key: string, vi: string, en: string) => ({ key, label: both(vi, en) });
const COVERAGE: DecreeCoverage = {
  stated: 194,
  appendix: { broughtAt: '2026-11-28T02:10:00.000Z', source: 'Phụ lục mẫu, bịa để thử' },
  names: 4,
  mapped: 2,
  several: 1,
  unknown: 1,
  withoutGroup: 1,
  own: 44,
  groups: [
    {
      code: '1',
      title: both('Nhân thân, định danh', 'Identity'),
      names: 2,
      mapped: 2,
      ours: 30,
      unnamed: [field('danToc', 'Dân tộc', 'Ethnic group')],
    },
    { code: '4', title: both('Tuyển dụng, bổ nhiệm', 'Recruitment, appointment'), names: 1, mapped: 0, ours: 27, unnamed: [] },
  ],
  open: [
    {
      no: '3',
      name: 'Quyết định',
      group: '4',
      sourceBody: null,
      outcome: 'several',
      candidates: [
        field('boNhiem.quyetDinh', 'Quyết định', 'Decision'),
        field('soQdTuyenDung', 'Quyết định tuyển dụng', 'Recruitment decision'),
      ],
    },
    { no: '4', name: 'Trường bịa đặt', group: null, sourceBody: 'Bộ Nội vụ', outcome: 'unknown', candidates: [] },
  ],
  mayBring: true,
};

export const example: Example = {
  shown: [{ name: 'decree-coverage', address: '/doi-chieu-nghi-dinh', as: 'admin', ready: 'tbody tr' }],
  answers: (app) => {
    answer(app, 'reads', '/decree-coverage', () => COVERAGE);
    answer(app, 'acts', '/decree-appendix', (_request, reply) => reply.code(201).send(COVERAGE));
  },
};
