/** How tests come to the screen of this folder, and the mock’s answers: an agency with a duty in each state. Never shipped. */
import type { DutyPage, DutyRow } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';

const body = (id: string, code: string, name: string) => ({ id, code, name });
const row = (more: Partial<DutyRow> & Pick<DutyRow, 'code' | 'title' | 'state'>): DutyRow => ({
  law: 'NĐ 27/2026 Đ19',
  confidence: 'found',
  how: both('Thời hạn đang tính đã quá, trên số đang tính và đã xong', 'Terms that are over, of those that run or were done'),
  total: 12,
  late: 0,
  href: null,
  ...more,
});

const DUTIES: DutyPage = {
  path: [body('b9', 'VN', 'Bộ Nội vụ'), body('b0', 'H26', 'UBND tỉnh Mẫu Sơn')],
  duties: [
    row({
      code: 'ND27_18',
      title: both('Tạo lập hồ sơ điện tử', 'Making the electronic record'),
      state: 'late',
      late: 2,
      href: '/thoi-han?which=late&term=ND27_18',
    }),
    row({ code: 'reports', title: both('Điều người có hồ sơ báo sai được xử lý', 'What people report as wrong is settled'), state: 'met' }),
    row({
      code: 'matched',
      title: both('Hồ sơ đã đối soát với CSDL quốc gia về dân cư', 'Records are matched'),
      state: 'unknown',
      total: 0,
    }),
    row({
      code: 'security-level',
      title: both('Hồ sơ cấp độ được phê duyệt', 'The dossier of the level is approved'),
      state: 'unknown',
      confidence: 'uncertain',
      how: both('Hồ sơ cấp độ nằm ngoài phần mềm', 'The dossier stands outside this software'),
      total: null,
      late: null,
    }),
  ],
  below: [
    { body: body('0190a000-0000-7000-8000-000000000001', 'H26.03', 'Sở Giáo dục và Đào tạo'), late: 3 },
    { body: body('0190a000-0000-7000-8000-000000000002', 'H26.12', 'Sở Nội vụ'), late: 0 },
  ],
};

export const example: Example = {
  shown: [{ name: 'duties', address: '/nghia-vu', as: 'hr', ready: 'tbody tr' }],
  answers: (app) => {
    answer(app, 'reads', '/duties', () => DUTIES);
  },
};
