/** How tests come to the screens of this folder, and the mock’s answers: the board of the country. Never shipped. */
import type { BoardCounts, ProvisionKind } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const COUNTS: BoardCounts = {
  registered: 18240,
  complete: 15102,
  sent: 16900,
  confirmed: 15870,
  waiting: 830,
  late: 61,
  returned: 44,
  checked: 312,
  toCorrect: 97,
  thisWeek: 1204,
  weekBefore: 980,
  reported: 26,
  reportedLate: 3,
  terms: 9,
  termsLate: 2,
  dutiesLate: 4,
  procedure: 14,
  alignment: 212,
  summary: 9,
  training: 31,
  personnel: 6120,
  confirmation: 18,
  askedAgain: 1,
  lastSentAt: '2026-11-24T02:40:00Z',
};
const kind = (code: ProvisionKind['code'], point: string, vi: string, en: string): ProvisionKind => ({
  code,
  point,
  label: { vi, en },
  law: `NĐ 27/2026/NĐ-CP Điều 15 khoản 1 điểm ${point}`,
  confidence: 'uncertain',
});
const PROVISIONS = [
  kind('procedure', 'a', 'Chia sẻ để giải quyết thủ tục hành chính', 'Sharing for administrative procedures'),
  kind('alignment', 'b', 'Đồng bộ, chuẩn hóa dữ liệu', 'Synchronising and aligning data'),
  kind('summary', 'c', 'Tổng hợp, thống kê, trích ngang, trích dọc', 'Summaries, statistics, extracts'),
  kind('training', 'd', 'Phục vụ đào tạo, chính sách, nghiên cứu', 'Training, policy, research'),
  kind('personnel', 'đ', 'Hồ sơ điện tử phục vụ công tác cán bộ', 'Electronic records for personnel work'),
  kind('confirmation', 'e', 'Xác nhận nội dung theo thẩm quyền', 'Confirmation of contents within authority'),
];
const body = (id: string, code: string, name: string) => ({ id, code, name });

export const example: Example = {
  shown: [{ name: 'board', address: '/tien-do', as: 'ministry', ready: 'tbody tr' }],
  answers: (app) => {
    answer(app, 'reads', '/board', () => ({
      path: [body('b9', 'VN', 'Bộ Nội vụ')],
      lateDays: 15,
      providedDays: 30,
      provisions: PROVISIONS,
      total: COUNTS,
      lines: [
        { body: body('b0', 'H26', 'UBND tỉnh Mẫu Sơn'), itself: false, hasBelow: true, counts: COUNTS },
        {
          body: body('b7', 'H41', 'UBND tỉnh Mẫu Trung'),
          itself: false,
          hasBelow: true,
          counts: {
            ...COUNTS,
            registered: 0,
            complete: 0,
            sent: 0,
            confirmed: 0,
            waiting: 0,
            late: 0,
            returned: 0,
            thisWeek: 0,
            lastSentAt: null,
          },
        },
      ],
    }));
  },
};
