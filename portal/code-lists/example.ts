/** How tests come to the screens of this folder, and the mock’s answers: requests for entries. Never shipped. */
import type { AdditionList } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const LIST_ADDITIONS: AdditionList = {
  items: [
    {
      id: 'la1',
      list: 'chuc_vu',
      listTitle: { vi: 'Chức vụ', en: 'Posts' },
      code: 'GD_CDS_XA',
      name: 'Giám đốc Trung tâm Chuyển đổi số cấp xã',
      nameEn: null,
      aliases: ['GĐ TT Chuyển đổi số'],
      validFrom: '2026-07-01',
      lastDay: null,
      source: 'QĐ 12/2026/QĐ-UBND',
      body: { id: 'b1', code: 'H26', name: 'UBND tỉnh Mẫu Sơn' },
      askedAt: '2026-11-24T02:10:00.000Z',
      state: 'waiting',
      decidedAt: null,
      reason: null,
      mayDecide: true,
    },
    {
      id: 'la2',
      list: 'ngach_cong_chuc',
      listTitle: { vi: 'Ngạch công chức', en: 'Grades' },
      code: '99.001',
      name: 'Kiểm tra viên số',
      nameEn: null,
      aliases: [],
      validFrom: '2026-01-01',
      lastDay: '2026-12-31',
      source: 'TT 01/2026/TT-BNV',
      body: { id: 'b1', code: 'H26', name: 'UBND tỉnh Mẫu Sơn' },
      askedAt: '2026-11-20T02:10:00.000Z',
      state: 'refused',
      decidedAt: '2026-11-21T02:10:00.000Z',
      reason: 'Đã có mã 01.003.',
      mayDecide: false,
    },
  ],
  next: null,
  openLists: [
    { id: 'ngach_cong_chuc', title: { vi: 'Ngạch công chức', en: 'Grades' } },
    { id: 'chuc_vu', title: { vi: 'Chức vụ', en: 'Posts' } },
  ],
  mayAsk: true,
};

export const example: Example = {
  shown: [{ name: 'list-additions', address: '/danh-muc', as: 'admin', ready: 'main article' }],
  answers: (app) => {
    answer(app, 'reads', '/list-additions', () => LIST_ADDITIONS);
    answer(app, 'acts', '/list-additions', (_request, reply) => reply.code(201).send({ id: 'la3' }));
    answer(app, 'acts', '/list-additions/{id}/decision', () => ({ edition: 2 }));
  },
};
