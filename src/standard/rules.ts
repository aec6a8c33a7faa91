/**
 * The 12 cross-field rules (`quy_tac_cheo.json`), each a named pure function with its source, and the checks of dates beside them.
 * They look at a document, wherever it came from; `check.ts` says where in the file it stands.
 */
import { careerHasNoGaps, oneMainPosition } from './rules/career.ts';
import { agesAreLikely, datesInOrder, linesEndAfterStart, noLineTwice, payDatesInOrder, pointsFitRating } from './rules/dates.ts';
import type { Finding, Rule, RuleFacts } from './rules/finding.ts';
import { jobPositionStated, noDistrictAfter2025, officialAfterProbation } from './rules/form.ts';
import { numberFitsSexAndBirth } from './rules/identity.ts';
import { coefficientFitsTable, gradeFitsQualification, noRaiseUnderDiscipline, overScaleAtLastStep, payRowsRise } from './rules/pay.ts';
import { closedRecordStays, oneBodyPerNumber, oneEmployer } from './rules/register-facts.ts';

export type { Finding, Rule, RuleFacts, Standing } from './rules/finding.ts';
export { statedByNumber } from './rules/identity.ts';

const rule = (code: string, find: Rule['find'], vi: string, en: string, source: string, needs: Rule['needs'] = 'document'): Rule => ({
  code,
  name: find.name,
  title: { vi, en },
  source,
  needs,
  find,
});

/** In the order of the list; QT07 has a part that a record tells and one that the register tells. */
export const RULES: readonly Rule[] = [
  rule(
    'QT01',
    numberFitsSexAndBirth,
    'Số định danh khớp giới tính và năm sinh',
    'the citizen number fits sex and year of birth',
    'NĐ 137/2015/NĐ-CP Điều 13; TT 59/2021/TT-BCA',
  ),
  rule(
    'QT02',
    coefficientFitsTable,
    'Hệ số lương khớp ngạch, bậc và bảng lương tại ngày hưởng',
    'the coefficient fits grade, step and pay table of the day',
    'NĐ 204/2004/NĐ-CP, bảng 1–4',
  ),
  rule(
    'QT03',
    payRowsRise,
    'Diễn biến lương tăng dần theo ngày hưởng; bậc chỉ giảm khi xếp lại hoặc kỷ luật',
    'pay rows rise by date; the step falls only by re-ranking or discipline',
    'TT 08/2013/TT-BNV',
  ),
  rule(
    'QT04',
    officialAfterProbation,
    'Ngày chính thức không trước ngày vào Đảng',
    'full Party membership does not precede admission',
    'Điều lệ Đảng, Điều 5',
  ),
  rule(
    'QT05',
    gradeFitsQualification,
    'Ngạch loại A1 trở lên cần trình độ đại học, A0 cần cao đẳng',
    'grades of A1 and above need a university degree, A0 a college one',
    'TT 2/2021/TT-BNV',
  ),
  rule(
    'QT06',
    careerHasNoGaps,
    'Quá trình công tác liên tục, không trống quá 3 tháng',
    'the career has no gap of more than 3 months',
    'Mẫu 2C-BNV/2008 mục 28',
  ),
  rule('QT07', oneMainPosition, 'Mỗi thời điểm một vị trí chính', 'one main position at a time', 'Luật Cán bộ, công chức 80/2025/QH15'),
  rule(
    'QT07',
    oneEmployer,
    'Mỗi người một cơ quan quản lý trong toàn quốc',
    'one employer across all bodies',
    'Luật Cán bộ, công chức 80/2025/QH15',
    'database',
  ),
  rule(
    'QT08',
    noRaiseUnderDiscipline,
    'Không nâng bậc trong thời gian bị kéo dài do kỷ luật',
    'no raise in the months that a discipline delays it',
    'TT 08/2013/TT-BNV Điều 2; NĐ 112/2020/NĐ-CP',
  ),
  rule(
    'QT09',
    closedRecordStays,
    'Hồ sơ người đã nghỉ, chuyển đi phải mở lại mới được sửa',
    'the record of somebody who left must be reopened before it is changed',
    'thiết kế',
    'database',
  ),
  rule(
    'QT10',
    jobPositionStated,
    'Vị trí việc làm bắt buộc từ năm 2025',
    'the job position is required from 2025',
    'Luật Cán bộ, công chức 80/2025/QH15',
  ),
  rule(
    'QT11',
    noDistrictAfter2025,
    'Địa chỉ từ 01/7/2025 không ghi huyện',
    'addresses from 2025-07-01 have no district',
    'NQ 202/2025/QH15',
  ),
  rule(
    'QT12',
    oneBodyPerNumber,
    'Một số định danh không ở hai cơ quan, trừ khi đang biệt phái hoặc chuyển công tác',
    'one citizen number is not in two bodies, but for a secondment or transfer',
    'thiết kế',
    'database',
  ),
];

const BESIDE: readonly ((facts: RuleFacts) => readonly Finding[])[] = [
  datesInOrder,
  linesEndAfterStart,
  payDatesInOrder,
  overScaleAtLastStep,
  pointsFitRating,
  agesAreLikely,
  noLineTwice,
];

/** Everything that rules and dates find in a record, in their order. */
export const findAll = (facts: RuleFacts): readonly Finding[] => [
  ...RULES.flatMap((one) => one.find(facts)),
  ...BESIDE.flatMap((find) => find(facts)),
];
