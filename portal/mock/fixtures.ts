/**
 * What the mock server answers: invented people, bodies and files, in the types of the API's operations.
 * Never shipped: only `portal/mock/server.ts` and the browser checks import it.
 */
import type * as S from '#portal/api/generated/api.ts';
import { both } from './both.ts';

export const BODIES: readonly S.Body[] = [
  { id: 'b1', code: 'H26.15', name: 'Sở Nội vụ tỉnh Mẫu Sơn', level: 'so' },
  { id: 'b2', code: 'H26.15.02', name: 'Trường THPT Nguyễn Trãi', level: 'don-vi' },
  { id: 'b3', code: 'H26.31.07', name: 'UBND xã Suối Trong', level: 'xa' },
];

const account = (
  id: string,
  name: string,
  role: string,
  vi: string,
  en: string,
  body: string,
  whatVi: string,
  whatEn: string,
): S.DemoAccount => ({ id, name, role, roleName: both(vi, en), body, what: both(whatVi, whatEn) });

export const ACCOUNTS: readonly S.DemoAccount[] = [
  account(
    'clerk',
    'Trần Thị Mai',
    'NHAP_LIEU',
    'Cán bộ nhập liệu',
    'Data clerk',
    'Sở Nội vụ tỉnh Mẫu Sơn',
    'Nộp tệp có 602 lỗi, nhận gợi ý, gửi và nhận biên nhận.',
    'Upload a file with 602 errors, accept suggestions, submit, get a receipt.',
  ),
  account(
    'officer',
    'Lê Văn Hùng',
    'XAC_NHAN',
    'Người xác nhận',
    'Confirming officer',
    'UBND tỉnh Mẫu Sơn',
    'Mở hàng chờ 42 người, so sánh cũ – mới, chấp nhận hoặc trả lại.',
    'Open a queue of 42 people, compare old and new, accept or return.',
  ),
  account(
    'hr',
    'Phạm Quang Vinh',
    'DOI_SOAT',
    'Chuyên viên đối soát',
    'HR officer',
    'UBND tỉnh Mẫu Sơn',
    'Xem kết quả đối soát dân cư và hồ sơ của các đơn vị.',
    'See population matches and the records of the units.',
  ),
  account(
    'head',
    'Đỗ Thị Thu Hà',
    'LD_DON_VI',
    'Lãnh đạo đơn vị',
    'Head of unit',
    'Trường THPT Nguyễn Trãi',
    'Xem hồ sơ đã gửi và tra cứu người của đơn vị.',
    'See what was sent and look up people of the unit.',
  ),
  account(
    'ministry',
    'Hoàng Minh Đức',
    'VU_CCVC',
    'Vụ Công chức – Viên chức',
    'Ministry department',
    'Bộ Nội vụ',
    'Tra cứu và theo dõi tiến độ; không thay việc xác nhận.',
    'Search and follow progress; does not confirm in others’ place.',
  ),
  account(
    'admin',
    'Vũ Thị Lan',
    'QT_BNDP',
    'Quản trị cơ quan',
    'Body administrator',
    'UBND tỉnh Mẫu Sơn',
    'Phân quyền, xem nhật ký của cơ quan.',
    'Grants and the body’s log.',
  ),
  account(
    'auditor',
    'Ngô Đình Khoa',
    'GIAM_SAT',
    'Giám sát',
    'Auditor',
    'Bộ Nội vụ',
    'Đọc nhật ký và tự kiểm tra điểm chốt.',
    'Read the log and verify the checkpoint.',
  ),
  account(
    'person',
    'Ngô Thùy Trang',
    'CA_NHAN',
    'Cá nhân',
    'Person',
    'Sở Nội vụ tỉnh Mẫu Sơn',
    'Xem hồ sơ của mình, ai đã xem, nhận thẻ.',
    "See one's own record, who viewed it, take the card.",
  ),
  account(
    'newcomer',
    'Lý Văn Mới',
    'CA_NHAN',
    'Cá nhân',
    'Person',
    'UBND xã Suối Trong',
    'Có hồ sơ nhưng chưa có thẻ.',
    'A record, but no card yet.',
  ),
];

export const READING_ALLOWANCES: readonly S.ReadingAllowance[] = [
  {
    id: 'ra1',
    name: 'Đỗ Thị Bích Liên',
    mine: false,
    people: 800,
    hours: 8,
    reason: 'Rà soát hồ sơ theo công văn của Vụ, tuần 48.',
    askedAt: '2026-11-24T02:10:00.000Z',
    granted: null,
    decidedAt: null,
  },
  {
    id: 'ra2',
    name: 'Bùi Thị Hạnh',
    mine: true,
    people: 200,
    hours: 4,
    reason: 'Đối chiếu danh sách trước kỳ nâng lương.',
    askedAt: '2026-11-20T02:10:00.000Z',
    granted: true,
    decidedAt: '2026-11-20T02:40:00.000Z',
  },
];

export const LIST_ADDITIONS: S.AdditionList = {
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

export const MY_SESSIONS: readonly S.MySession[] = [
  {
    id: 'now',
    current: true,
    startedAt: '2026-11-24T01:00:00Z',
    seenAt: '2026-11-24T03:00:00Z',
    endsAt: '2026-11-24T09:00:00Z',
    agent: 'Chrome · Windows',
  },
  {
    id: 'old',
    current: false,
    startedAt: '2026-11-23T06:30:00Z',
    seenAt: '2026-11-23T08:05:00Z',
    endsAt: '2026-11-24T06:30:00Z',
    agent: 'Edge · Windows',
  },
];

export const HOME_OF_ROLE: Readonly<Record<string, readonly S.HomeTask[]>> = {
  NHAP_LIEU: [
    { kind: 'uploads-to-fix', count: 1, oldestAt: '2026-11-24T02:41:00Z', href: '/ho-so-gui' },
    { kind: 'submissions-to-submit', count: 1, oldestAt: '2026-11-24T01:05:00Z', href: '/ho-so-gui' },
    { kind: 'returned', count: 9, oldestAt: '2026-11-17T03:30:00Z', href: '/ho-so-gui/s-back' },
  ],
  XAC_NHAN: [
    { kind: 'items-to-confirm', count: 42, oldestAt: '2026-11-04T00:20:00Z', href: '/xac-nhan' },
    { kind: 'waiting-population', count: 7, oldestAt: '2026-11-23T05:00:00Z', href: '/xac-nhan' },
  ],
};
