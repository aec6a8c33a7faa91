/**
 * What the mock server answers: invented people, bodies and files, in the types of the API's operations.
 * Never shipped: only `portal/mock/server.ts` and the browser checks import it.
 */
import type * as S from '#portal/api/generated/api.ts';
import { both } from './both.ts';

export const BODIES: readonly S.Body[] = [
  { id: 'b1', code: 'H26.15', name: 'Sở Nội vụ tỉnh Mẫu Sơn', level: 'so', root: false },
  { id: 'b2', code: 'H26.15.02', name: 'Trường THPT Nguyễn Trãi', level: 'don-vi', root: false },
  { id: 'b3', code: 'H26.31.07', name: 'UBND xã Suối Trong', level: 'xa', root: false },
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
    'Tải lên tệp có 602 lỗi, áp dụng gợi ý, gửi xác nhận và nhận biên nhận.',
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
    'Chuyên viên tổ chức cán bộ',
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
    'Quản trị bộ, ngành, địa phương',
    'Agency administrator',
    'UBND tỉnh Mẫu Sơn',
    'Phân quyền, xem nhật ký của cơ quan.',
    'Grants and the body’s log.',
  ),
  account(
    'auditor',
    'Ngô Đình Khoa',
    'GIAM_SAT',
    'Kiểm tra, giám sát',
    'Auditor',
    'Bộ Nội vụ',
    'Đọc nhật ký và tự kiểm tra mốc ký.',
    'Read the log and verify the checkpoint.',
  ),
  account(
    'operator',
    'Vũ Đức Long',
    'TTTT',
    'Trung tâm Thông tin',
    'Information centre',
    'Bộ Nội vụ',
    'Vận hành hệ thống mà không đọc hồ sơ của ai.',
    'Operate the system without reading anybody’s record.',
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
