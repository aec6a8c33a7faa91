/** The 26 groups and the repeating sections of the record, in the order of the form. Data only. */
import type { Group, Section } from './field-shape.ts';

export const GROUPS: readonly Group[] = [
  { code: 'A', title: { vi: 'Quản lý hồ sơ', en: 'Record and staff identity' } },
  { code: 'B', title: { vi: 'Nhân thân', en: 'Identity' } },
  { code: 'C', title: { vi: 'Địa chỉ và liên hệ', en: 'Addresses and contact' } },
  { code: 'D', title: { vi: 'Đảng, đoàn thể, quân ngũ, chính sách', en: 'Party, unions, army, policy families' } },
  { code: 'E', title: { vi: 'Tuyển dụng, biên chế, hợp đồng', en: 'Recruitment, payroll, contracts' } },
  { code: 'F', title: { vi: 'Vị trí việc làm, chức vụ hiện tại', en: 'Job position and present post' } },
  { code: 'G', title: { vi: 'Ngạch, chức danh nghề nghiệp và diễn biến lương', en: 'Grade and pay history' } },
  { code: 'H', title: { vi: 'Phụ cấp', en: 'Allowances' } },
  { code: 'I', title: { vi: 'Trình độ', en: 'Qualifications' } },
  { code: 'J', title: { vi: 'Quá trình đào tạo, bồi dưỡng', en: 'Education and training history' } },
  { code: 'K', title: { vi: 'Quá trình công tác', en: 'Career history' } },
  {
    code: 'L',
    title: { vi: 'Bổ nhiệm, miễn nhiệm, luân chuyển, biệt phái, từ chức', en: 'Appointments, transfers, secondments, resignations' },
  },
  { code: 'M', title: { vi: 'Quy hoạch', en: 'Succession planning' } },
  { code: 'N', title: { vi: 'Đánh giá, xếp loại chất lượng', en: 'Yearly ratings' } },
  { code: 'O', title: { vi: 'Khen thưởng', en: 'Awards' } },
  { code: 'P', title: { vi: 'Kỷ luật', en: 'Discipline' } },
  { code: 'Q', title: { vi: 'Quan hệ gia đình', en: 'Family' } },
  { code: 'R', title: { vi: 'Đặc điểm lịch sử bản thân', en: 'Personal history' } },
  { code: 'S', title: { vi: 'Sức khỏe', en: 'Health' } },
  { code: 'T', title: { vi: 'Hoàn cảnh kinh tế, kê khai tài sản', en: 'Means and asset declarations' } },
  { code: 'U', title: { vi: 'Bảo hiểm, thuế, tài khoản', en: 'Insurance, tax, bank account' } },
  { code: 'V', title: { vi: 'Nghỉ hưu, thôi việc, chuyển đi', en: 'Retirement and leaving' } },
  { code: 'W', title: { vi: 'Thẻ CBCCVC', en: 'Staff card' } },
  { code: 'X', title: { vi: 'Tài liệu số hóa đính kèm', en: 'Attached documents' } },
  { code: 'Y', title: { vi: 'Siêu dữ liệu, đối soát, xác nhận', en: 'Metadata, matching, confirmation' } },
  { code: 'Z', title: { vi: 'Cơ quan, biên chế', en: 'Agency and posts' } },
];

const section = (
  key: string,
  group: Section['group'],
  vi: string,
  en: string,
  name: readonly string[],
  beside: readonly string[],
  dateKey: string | null,
  sheet = vi,
): Section => ({ key, group, title: { vi, en }, sheet, naturalKey: [...name, ...beside], nameParts: name.length, dateKey });

/**
 * Repeating parts. What tells two lines apart is long on purpose: a key that is too short refuses people who have two of a thing
 * (two awards of one form in a year, two allowances of one kind from one day, an examination taken twice). First what names the line
 * through a correction, then what makes it another fact, above all the decision. Decision 0013.
 */
export const SECTIONS: readonly Section[] = [
  section('tenGoiKhac', 'B', 'Tên gọi khác', 'Other names', ['ten'], [], null), // the whole line is its name
  // Promoted within an organisation on one day: another post.
  section(
    'toChucCtxh',
    'D',
    'Tổ chức chính trị - xã hội',
    'Socio-political organisations',
    ['toChuc', 'tuNgay'],
    ['chucVu'],
    'tuNgay',
    'Tổ chức CT-XH',
  ),
  section('giaDinhChinhSach', 'D', 'Gia đình chính sách', 'Policy family', ['doiTuong'], [], null), // a kind of family: one has it or not
  // Numbers begin anew each year and in each body.
  section('hopDong', 'E', 'Hợp đồng', 'Contracts', ['so'], ['tuNgay', 'loai'], 'tuNgay'),
  section('chucVuKiemNhiem', 'F', 'Chức vụ kiêm nhiệm', 'Concurrent posts', ['chucVu', 'coQuan'], ['tuNgay'], 'tuNgay'), // held twice
  section('duocQuyHoach', 'F', 'Được quy hoạch', 'Planned for posts', ['chucDanh', 'giaiDoan'], ['soQuyetDinh'], null),
  section('luong', 'G', 'Diễn biến lương', 'Pay history', ['ngayHuong'], [], 'ngayHuong'), // two of one day: QT03 tells
  // Two duties paid from one day; amounts differ where decisions are not stated.
  section('phuCap', 'H', 'Phụ cấp', 'Allowances', ['loai', 'tuNgay'], ['heSoHoacPct.giaTri', 'quyetDinh.so'], 'tuNgay'),
  section('ngoaiNgu', 'I', 'Ngoại ngữ', 'Foreign languages', ['ngonNgu', 'chungChi'], ['bac', 'diem', 'ngayCap'], 'ngayCap'), // taken twice
  section('tiengDanToc', 'I', 'Tiếng dân tộc', 'Ethnic minority languages', ['ngonNgu'], ['mucDo'], null), // spoken and written apart
  // Two degrees of one course: another diploma.
  section(
    'daoTao',
    'J',
    'Đào tạo, bồi dưỡng',
    'Education and training',
    ['coSo', 'nganh', 'tuThang'],
    ['vanBang', 'soHieuVanBang.so'],
    'tuThang',
  ),
  // Several entries begin in one month: their words tell them apart.
  section('congTac', 'K', 'Quá trình công tác', 'Career', ['tuThang', 'loai'], ['noiDung', 'coQuan'], 'tuThang'),
  // Posts in two bodies, or two decisions, on one day.
  section('boNhiem', 'L', 'Bổ nhiệm, luân chuyển', 'Appointments', ['tuNgay', 'chucVu'], ['coQuan', 'hinhThuc', 'quyetDinh.so'], 'tuNgay'),
  section('quyHoach', 'M', 'Quy hoạch', 'Succession planning', ['chucDanh', 'giaiDoan'], ['quyetDinh.so'], null), // approved, reviewed, taken out
  // Rated by two bodies in a year of transfer; rated anew by another notice.
  section('danhGia', 'N', 'Đánh giá, xếp loại', 'Ratings', ['ky'], ['capQuyetDinh', 'soThongBao.so'], 'ky'),
  // Two certificates of merit in a year, by two decisions.
  section('khenThuong', 'O', 'Khen thưởng', 'Awards', ['hinhThuc', 'nam'], ['cap', 'quyetDinh.so', 'quyetDinh.ngay'], 'nam'),
  section('kyLuat', 'P', 'Kỷ luật', 'Discipline', ['ngayHieuLuc', 'hinhThuc'], ['quyetDinh.so'], 'ngayHieuLuc'), // two acts, two decisions
  section('giaDinh', 'Q', 'Quan hệ gia đình', 'Family', ['nhom', 'quanHe', 'hoTen'], ['namSinh', 'soDinhDanh'], null), // namesakes
  section('thanNhanNuocNgoai', 'Q', 'Thân nhân ở nước ngoài', 'Relatives abroad', ['hoTen'], ['quanHe', 'nuoc'], null), // namesakes
  section('lichSu.biBatTu', 'R', 'Bị bắt, bị tù', 'Arrest or imprisonment', ['tuNgay'], ['oDau'], 'tuNgay'), // of a year only
  section('lichSu.cheDoCu', 'R', 'Làm việc trong chế độ cũ', 'Work under the old regime', ['tuNgay'], ['coQuan', 'chucDanh'], 'tuNgay'),
  section('lichSu.toChucNuocNgoai', 'R', 'Tổ chức nước ngoài', 'Foreign organisations', ['toChuc'], ['viec'], null), // two kinds of ties
  section('keKhaiTaiSan', 'T', 'Kê khai tài sản', 'Asset declarations', ['nam', 'loai'], ['ngayNop'], 'nam'), // supplemented in a year
  section('the', 'W', 'Thẻ', 'Cards', ['maSoThe'], [], 'ngayCap'), // a number names one card
  section('taiLieu', 'X', 'Tài liệu', 'Documents', ['loai', 'soKyHieu', 'ngayBanHanh'], [], 'ngayBanHanh'), // number and day name a paper
  section('org.tienThan', 'Z', 'Cơ quan tiền thân', 'Predecessor agencies', ['ma'], ['ngay'], 'ngay'),
  section('org.bienCheGiao', 'Z', 'Biên chế giao', 'Posts allotted', ['nam', 'loai'], [], 'nam'), // one figure a year and kind
];
