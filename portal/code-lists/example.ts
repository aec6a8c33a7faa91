/** How tests come to the screens of this folder, and the mock’s answers: requests for entries. Never shipped. */
import type { AdditionList, ListAddition } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const PROVINCE = { id: 'b1', code: 'H26', name: 'UBND tỉnh Mẫu Sơn' };
const POSTS = { vi: 'Chức vụ', en: 'Posts' };
const GRADES = { vi: 'Ngạch công chức', en: 'Grades' };

const request = (more: Partial<ListAddition> & Pick<ListAddition, 'id' | 'code' | 'name' | 'source'>): ListAddition => ({
  kind: 'add',
  changes: null,
  list: 'ngach_cong_chuc',
  listTitle: GRADES,
  nameEn: null,
  aliases: [],
  validFrom: '2026-01-01',
  lastDay: null,
  days: null,
  body: PROVINCE,
  askedAt: '2026-11-20T02:10:00.000Z',
  endsAt: '2027-01-19T02:10:00.000Z',
  state: 'granted',
  decidedAt: '2026-11-21T02:10:00.000Z',
  reason: null,
  stands: false,
  mayDecide: false,
  mayWithdraw: false,
  mayChange: false,
  ...more,
});

/** One in each state that looks different to who asks and to who decides. */
const LIST_ADDITIONS: AdditionList = {
  items: [
    request({
      id: 'la1',
      list: 'chuc_vu',
      listTitle: POSTS,
      code: 'GD_CDS_XA',
      name: 'Giám đốc Trung tâm Chuyển đổi số cấp xã',
      aliases: ['GĐ TT Chuyển đổi số'],
      validFrom: '2026-07-01',
      source: 'QĐ 12/2026/QĐ-UBND',
      askedAt: '2026-11-24T02:10:00.000Z',
      state: 'waiting',
      decidedAt: null,
      mayDecide: true,
      mayWithdraw: true,
    }),
    request({
      id: 'la4',
      kind: 'end',
      changes: 'la5',
      code: '99.003',
      name: 'Kỹ thuật viên lưu trữ số',
      lastDay: '2026-12-31',
      source: 'TT 11/2026/TT-BNV',
      state: 'waiting',
      decidedAt: null,
      mayDecide: true,
    }),
    request({ id: 'la3', code: '99.002', name: 'Thẩm tra viên số', source: 'TT 02/2026/TT-BNV', stands: true, mayChange: true }),
    request({
      id: 'la2',
      code: '99.001',
      name: 'Kiểm tra viên số',
      lastDay: '2026-12-31',
      source: 'TT 01/2026/TT-BNV',
      state: 'refused',
      reason: 'Đã có mã 01.003.',
    }),
    request({
      id: 'la9',
      list: 'luat_ngay_nghi',
      listTitle: { vi: 'Ngày nghỉ lễ theo thông báo của từng năm', en: 'Days off by the notice of each year' },
      code: '2028',
      name: '2028',
      validFrom: '2028-01-01',
      lastDay: '2028-12-31',
      days: [{ day: '2028-01-25', kind: 'nghi', name: 'Tết Nguyên đán' }],
      source: 'Thông báo mẫu 01/TB',
      stands: true,
      mayChange: true,
    }),
    request({ id: 'la6', code: '99.004', name: 'Chấp hành viên số', source: 'TT 01/2026/TT-BNV', state: 'lapsed' }),
  ],
  next: null,
  openLists: [
    { id: 'ngach_cong_chuc', title: GRADES },
    { id: 'chuc_vu', title: POSTS },
  ],
  year: {
    list: 'luat_ngay_nghi',
    year: '2027',
    days: [
      { day: '2027-01-01', kind: 'nghi', name: 'Tết Dương lịch' },
      { day: '2027-04-30', kind: 'nghi', name: 'Ngày Chiến thắng' },
      { day: '2027-05-03', kind: 'nghi_bu', name: 'Nghỉ bù Ngày Quốc tế Lao động' },
    ],
  },
  mayAsk: true,
};

export const example: Example = {
  shown: [
    { name: 'list-additions', address: '/danh-muc', as: 'admin', ready: 'main article' },
    {
      name: 'list-correction',
      address: '/danh-muc',
      as: 'admin',
      press: ['[data-addition="99.002"] button:nth-of-type(2)'],
      ready: 'article form',
    },
    { name: 'list-year', address: '/danh-muc', as: 'admin', press: ['[data-year] button'], ready: '[data-year] form' },
    { name: 'list-year-correction', address: '/danh-muc', as: 'admin', press: ['[data-addition="2028"] button'], ready: 'article form' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/list-additions', () => LIST_ADDITIONS);
    answer(app, 'acts', '/list-additions', (_request, reply) => reply.code(201).send({ id: 'la3' }));
    answer(app, 'acts', '/list-additions/{id}/ending', (_request, reply) => reply.code(201).send({ id: 'la7' }));
    answer(app, 'acts', '/list-additions/{id}/correction', (_request, reply) => reply.code(201).send({ id: 'la8' }));
    answer(app, 'acts', '/list-additions/{id}/withdrawal', (_request, reply) => reply.code(204).send());
    answer(app, 'acts', '/list-additions/{id}/decision', () => ({ edition: 2 }));
  },
};
