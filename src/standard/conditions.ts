/**
 * The written conditions of the "C" fields: when a field that is not always needed is needed after all.
 * Each is a named pure predicate with the words that the form shows and its source.
 */
import { addMonths, showDate } from '#base/vietnamese/dates.ts';
import { codeList } from './code-lists.ts';
import { perEdition } from './list-edition.ts';
import type { ConditionFacts, RequiredWhen } from './field-shape.ts';
import { lawParameter } from './law-parameters.ts';
import { beginsOn, inForce, sourceOf } from './law/rules.ts';
import { endOfPeriod } from './rated-period.ts';
import { lineScalar, lineText, textOf } from './record-access.ts';
import type { GroupCode } from './shapes.ts';

const condition = (
  name: string,
  severity: RequiredWhen['severity'],
  vi: string,
  en: string,
  source: string,
  holds: (facts: ConditionFacts) => boolean,
): RequiredWhen => ({ name, severity, text: { vi, en }, source, holds });

const text = (facts: ConditionFacts, group: GroupCode, key: string): string => textOf(facts.document, group, key);
const stated = (facts: ConditionFacts, group: GroupCode, key: string): boolean => text(facts, group, key) !== '';

/** A day of the law, as the words of a condition show it. */
const since = (key: string, employee = ''): { readonly vi: string; readonly en: string } => {
  const day = beginsOn(key, employee);
  if (day === null) throw new Error(`${key} is bound to no day`);
  return { vi: showDate(day), en: day };
};

/** Is somebody of this kind, recruited on that day, employed by professional level (NĐ 232/2026)? */
const recruitedByLevel = (f: ConditionFacts): boolean => {
  const recruited = text(f, 'E', 'ngayTuyenDungLanDau');
  return recruited !== '' && inForce('recruitedByLevel', recruited, text(f, 'A', 'loaiDoiTuong'));
};

/** A post in its list that says that none is held. */
const isNoPost = (post: string): boolean =>
  codeList('chuc_vu').entries.some(({ code, attributes }) => code === post && attributes['giu_chuc_vu'] === false);

/** The last day of a rated period (`2026`, `2026-Q1`, `2026-03`) lies in a time that is rated by points. */
const isRatedByPoints = (f: ConditionFacts): boolean => {
  const period = lineText(f.line, 'ky');
  return period !== '' && inForce('pointsFitRating', endOfPeriod(period), text(f, 'A', 'loaiDoiTuong'));
};

/** States of employment of who is no longer managed (`dang_quan_ly` = false in their list). */
export const leftStates: () => readonly string[] = perEdition(() => [
  ...new Set(
    codeList('trang_thai_cong_tac')
      .entries.filter(({ attributes }) => attributes['dang_quan_ly'] === false)
      .map(({ code }) => code),
  ),
]);

/** Does this state of employment say that the person is no longer managed? */
export const hasLeft = (workStatus: string): boolean => leftStates().includes(workStatus);

/** Order of a qualification in its list: 60 university, 50 college, 40 intermediate; 0 when it is not known. */
export const qualificationRank = (qualification: string): number =>
  Number(codeList('trinh_do_chuyen_mon').entries.find((entry) => entry.code === qualification)?.attributes['thu_tu'] ?? 0);

const FIXED_TERM = new Set(['HDLV_XD', 'HDLV_36', 'HDLD_XD']);

export const CONDITIONS = {
  lineIsThere: condition('lineIsThere', 'error', 'có khai dòng này', 'the line is filled in', 'thiết kế', () => true),
  issueDateStated: condition(
    'issueDateStated',
    'warning',
    'có khai ngày cấp căn cước',
    'the issue date is stated',
    'Mẫu 2C-BNV/2008 mục 25',
    (f) => stated(f, 'B', 'ngayCapCccd'),
  ),
  partyMember: condition(
    'partyMember',
    'error',
    'có khai ngày chính thức, số thẻ đảng hoặc chức vụ Đảng',
    'the official date, the Party card number or a Party post is stated',
    'Mẫu 2C-BNV/2008 mục 16',
    (f) => stated(f, 'D', 'ngayVaoDangChinhThuc') || stated(f, 'D', 'soTheDangVien') || stated(f, 'D', 'chucVuDang'),
  ),
  partyProbationOver: condition(
    'partyProbationOver',
    'warning',
    'đã vào Đảng (dự bị) quá 24 tháng và chưa ra khỏi Đảng',
    'admitted on probation more than 24 months ago and still a member',
    'Điều lệ Đảng, Điều 5 (dự bị 12 tháng)',
    (f) =>
      stated(f, 'D', 'ngayVaoDang') &&
      !stated(f, 'D', 'ngayRaDang') &&
      addMonths(text(f, 'D', 'ngayVaoDang'), lawParameter('partyProbationToldMonths', f.asOf)?.value ?? Infinity) < f.asOf,
  ),
  recruitedByLaw: condition(
    'recruitedByLaw',
    'warning',
    `là công chức tuyển dụng từ ${since('recruitedByLaw', 'CC').vi}, viên chức tuyển dụng từ ${since('recruitedByLaw', 'VC').vi}`,
    `civil servant recruited from ${since('recruitedByLaw', 'CC').en}, public employee from ${since('recruitedByLaw', 'VC').en}`,
    sourceOf('recruitedByLaw'),
    (f) =>
      stated(f, 'A', 'loaiDoiTuong') &&
      stated(f, 'E', 'ngayTuyenDungLanDau') &&
      inForce('recruitedByLaw', text(f, 'E', 'ngayTuyenDungLanDau'), text(f, 'A', 'loaiDoiTuong')),
  ),
  onPayroll: condition(
    'onPayroll',
    'warning',
    'thuộc biên chế hành chính hoặc sự nghiệp hưởng lương ngân sách',
    'on the administrative or budget-paid payroll',
    'thiết kế',
    (f) => ['HC', 'SN_NSNN'].includes(text(f, 'E', 'loaiBienChe')),
  ),
  fixedTermContract: condition(
    'fixedTermContract',
    'error',
    'hợp đồng xác định thời hạn',
    'the contract has a fixed term',
    'Luật Viên chức 2010 Điều 25; Bộ luật Lao động 2019 Điều 20',
    (f) => FIXED_TERM.has(lineText(f.line, 'loai')),
  ),
  appointed: condition('appointed', 'warning', 'có khai ngày bổ nhiệm', 'an appointment date is stated', 'Mẫu 2C-BNV/2008 mục 12', (f) =>
    stated(f, 'F', 'ngayBoNhiem'),
  ),
  holdsPost: condition(
    'holdsPost',
    'warning',
    'có giữ chức vụ',
    'a post is held',
    'HS02-VC/BNV',
    (f) => stated(f, 'F', 'chucVuHienTai') && !isNoPost(text(f, 'F', 'chucVuHienTai')),
  ),
  jobPositionRequired: {
    ...condition(
      'jobPositionRequired',
      'error',
      `số liệu từ ${since('jobPositionStated').vi}`,
      `data as of ${since('jobPositionStated').en} or later`,
      sourceOf('jobPositionStated'),
      (f) => inForce('jobPositionStated', f.asOf),
    ),
    rule: 'QT10',
  },
  jobPositionStated: condition(
    'jobPositionStated',
    'warning',
    'có khai mã vị trí việc làm',
    'a job position code is stated',
    'Luật Cán bộ, công chức 80/2025/QH15',
    (f) => stated(f, 'F', 'viTriViecLam.ma'),
  ),
  professionalLevel: condition(
    'professionalLevel',
    'warning',
    `là viên chức tuyển dụng từ ${since('recruitedByLevel').vi}, hoặc mọi viên chức với số liệu từ ${since('movedToLevels').vi}`,
    `public employee recruited from ${since('recruitedByLevel').en}, or any public employee in data as of ${since('movedToLevels').en} or later`,
    `${sourceOf('recruitedByLevel')}; ${sourceOf('movedToLevels')}`,
    (f) => recruitedByLevel(f) || (stated(f, 'A', 'loaiDoiTuong') && inForce('movedToLevels', f.asOf, text(f, 'A', 'loaiDoiTuong'))),
  ),
  /** A public employee who is paid by level has no grade or title. */
  paidByGrade: condition(
    'paidByGrade',
    'error',
    `không phải lương theo bậc nghề nghiệp của viên chức (từ ${since('recruitedByLevel').vi})`,
    `the pay is not by professional level of a public employee (from ${since('recruitedByLevel').en})`,
    sourceOf('recruitedByLevel'),
    (f) =>
      !(
        stated(f, 'F', 'bacNgheNghiep') &&
        stated(f, 'A', 'loaiDoiTuong') &&
        inForce('recruitedByLevel', lineText(f.line, 'ngayHuong') || f.asOf, text(f, 'A', 'loaiDoiTuong'))
      ),
  ),
  onProbation: condition(
    'onProbation',
    'warning',
    'đang tập sự, thử việc',
    'on probation',
    'NĐ 170/2025; HS02-VC/BNV',
    (f) => text(f, 'A', 'trangThaiCongTac') === 'TAP_SU',
  ),
  overScaleChange: condition(
    'overScaleChange',
    'error',
    'loại biến động là phụ cấp thâm niên vượt khung',
    'the change is an over-scale seniority allowance',
    'TT 04/2005/TT-BNV',
    (f) => lineText(f.line, 'loaiBienDong') === 'VUOT_KHUNG',
  ),
  overScalePaid: condition(
    'overScalePaid',
    'error',
    'có hưởng phụ cấp thâm niên vượt khung',
    'an over-scale percentage is paid',
    'TT 04/2005/TT-BNV',
    (f) => Number(lineScalar(f.line, 'vuotKhungPct') ?? 0) > 0,
  ),
  trained: condition(
    'trained',
    'warning',
    'trình độ từ trung cấp trở lên',
    'the qualification is intermediate or higher',
    'thiết kế',
    (f) => qualificationRank(text(f, 'I', 'chuyenMonCaoNhat')) >= (lawParameter('trainedRank', f.asOf)?.value ?? Infinity),
  ),
  civilServant: condition(
    'civilServant',
    'warning',
    'là công chức',
    'the person is a civil servant',
    'Mẫu 2C-BNV/2008 mục 15.4',
    (f) => text(f, 'A', 'loaiDoiTuong') === 'CC',
  ),
  ratedByPoints: condition(
    'ratedByPoints',
    'warning',
    `kỳ đánh giá kết thúc từ ${since('pointsFitRating', 'CC').vi} (viên chức: từ ${since('pointsFitRating', 'VC').vi})`,
    `the period ends on ${since('pointsFitRating', 'CC').en} or later (public employees: ${since('pointsFitRating', 'VC').en})`,
    sourceOf('pointsFitRating'),
    isRatedByPoints,
  ),
  relativeAlive: condition(
    'relativeAlive',
    'warning',
    'người thân còn sống',
    'the relative is alive',
    'Mẫu 2C-BNV/2008 mục 30',
    (f) => lineScalar(f.line, 'daMat') !== true,
  ),
  insured: condition(
    'insured',
    'warning',
    'là cán bộ, công chức, viên chức đang công tác',
    'a cadre, civil servant or public employee in service',
    'Luật Bảo hiểm xã hội 41/2024/QH15; Mẫu 2C-BNV/2008 mục 26',
    (f) => ['CB', 'CC', 'VC'].includes(text(f, 'A', 'loaiDoiTuong')) && !hasLeft(text(f, 'A', 'trangThaiCongTac')),
  ),
  retiring: condition(
    'retiring',
    'warning',
    'loại là nghỉ hưu',
    'the person left by retirement',
    'NĐ 170/2025/NĐ-CP (thông báo trước 6 tháng)',
    (f) => text(f, 'V', 'thoiViec.loai') === 'NGHI_HUU',
  ),
  hasLeft: condition(
    'hasLeft',
    'error',
    'trạng thái công tác là đã nghỉ hưu, thôi việc, chuyển đi hoặc từ trần',
    'the employment state says that the person has left',
    'thiết kế',
    (f) => hasLeft(text(f, 'A', 'trangThaiCongTac')),
  ),
  leftByDecision: condition(
    'leftByDecision',
    'warning',
    'nghỉ hưu, thôi việc, buộc thôi việc hoặc chuyển đi',
    'the person retired, resigned, was dismissed or transferred',
    'thiết kế',
    (f) => hasLeft(text(f, 'A', 'trangThaiCongTac')) && text(f, 'A', 'trangThaiCongTac') !== 'TU_TRAN',
  ),
} as const satisfies Record<string, RequiredWhen>;
