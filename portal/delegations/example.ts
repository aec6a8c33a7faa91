/** How tests come to the screens of this folder, and the mock’s answers: delegations. Never shipped. */
import type { MyDelegations } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const CONFIRMS = { vi: 'Xác nhận', en: 'Confirming officer' };
const CONFIRM = { vi: 'Xác nhận hoặc trả lại hồ sơ', en: 'Confirm or return records' };
const CASES = {
  vi: 'Quyết định các việc tiếp nhận, trùng số, đổi số định danh',
  en: 'Decide cases: transfers, double claims, changed numbers',
};
const TINH = { id: '00000000-0000-4000-8000-000000000026', code: 'H26', name: 'Tỉnh Đồng Xuân' };
const SO = { id: '00000000-0000-4000-8000-000000002601', code: 'H26.01', name: 'Sở Nội vụ' };

const MINE: MyDelegations = {
  items: [
    {
      id: 'd1',
      side: 'given',
      name: 'Ngô Thùy Trang',
      role: 'XAC_NHAN',
      roleName: CONFIRMS,
      body: TINH,
      kinds: [CONFIRM, CASES],
      from: '2026-11-20',
      until: '2026-12-04',
      basis: { decisionNumber: '112/QĐ-SNV', decisionDay: '2026-11-18' },
      state: 'now',
      mayEnd: true,
    },
    {
      id: 'd2',
      side: 'given',
      name: 'Trịnh Công Minh',
      role: 'XAC_NHAN',
      roleName: CONFIRMS,
      body: SO,
      kinds: [CONFIRM],
      from: '2026-12-10',
      until: '2026-12-20',
      basis: { reason: 'Tập huấn tập trung hai tuần' },
      state: 'waiting',
      mayEnd: true,
    },
    {
      id: 'd3',
      side: 'received',
      name: 'Cao Xuân Nghĩa',
      role: 'XAC_NHAN',
      roleName: CONFIRMS,
      body: SO,
      kinds: [CONFIRM],
      from: '2026-06-01',
      until: '2026-06-10',
      basis: { reason: 'Nghỉ phép năm' },
      state: 'over',
      mayEnd: false,
    },
  ],
  rights: [
    {
      role: 'XAC_NHAN',
      roleName: CONFIRMS,
      body: TINH,
      kinds: [
        { kind: 'CONFIRM', name: CONFIRM, always: true },
        { kind: 'CASES', name: CASES, always: false },
      ],
      needsSecond: true,
      colleagues: [
        { accountId: 'a1', name: 'Ngô Thùy Trang' },
        { accountId: 'a2', name: 'Trịnh Công Minh' },
      ],
    },
  ],
  daysMax: 90,
};

export const example: Example = {
  shown: [{ name: 'delegations', address: '/uy-quyen', as: 'officer', ready: '[data-delegation]' }],
  answers: (app) => {
    answer(app, 'reads', '/my/delegations', () => MINE);
    answer(app, 'removals', '/my/delegations/{id}', (_request, reply) => reply.code(204).send());
  },
};
