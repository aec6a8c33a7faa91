/**
 * The 12 cross-field rules (`quy_tac_cheo.json`), each a named pure function with its source, and the checks of dates beside them.
 * They look at a document, wherever it came from; `check.ts` says where in the file it stands. When each speaks, and by which law: `law/rules.json`.
 */
import { inForce, sourceOf, unsureOn } from './law/rules.ts';
import { textOf } from './record-access.ts';
import { allowanceFitsUnit } from './rules/allowance.ts';
import { careerHasNoGaps, oneMainPosition } from './rules/career.ts';
import {
  agesAreLikely,
  datesInOrder,
  linesEndAfterStart,
  noLineTwice,
  payDatesInOrder,
  pointsFitRating,
  yearsNotAhead,
} from './rules/dates.ts';
import { appointedUnderDiscipline, ratedUnderDiscipline } from './rules/discipline.ts';
import { sideFitsRelation } from './rules/family.ts';
import type { Finding, Rule, RuleFacts, Standing } from './rules/finding.ts';
import { jobPositionStated, noDistrictsAnyMore, officialAfterProbation } from './rules/form.ts';
import { numberFitsSexAndBirth, ownNumberInItsPlaces } from './rules/identity.ts';
import { coefficientFitsTable, gradeFitsQualification, overScaleAtLastStep, payRowsRise } from './rules/pay.ts';
import { raiseNotBeforeDue } from './rules/raise.ts';
import { closedRecordStays, oneBodyPerNumber, oneEmployer } from './rules/register-facts.ts';

export type { Finding, Rule, RuleFacts, Standing } from './rules/finding.ts';
export { sameFact } from './rules/dates.ts';
export { problemOf } from './rules/finding.ts';
export { statedByNumber } from './rules/identity.ts';

/** What it finds of facts of days on which its law was in force for this kind of employee (`law/rules.json`). No rule speaks before its day. */
const inItsTime =
  (find: Rule['find']): Rule['find'] =>
  (facts) => {
    const employee = textOf(facts.document, 'A', 'loaiDoiTuong');
    return find(facts)
      .filter(({ on }) => inForce(find.name, on, employee))
      .map((finding) => {
        const unsure = finding.unsure ?? unsureOn(find.name, finding.on, employee);
        return unsure === null ? finding : { ...finding, unsure };
      });
  };

const rule = (code: string, find: Rule['find'], vi: string, en: string, needs: Rule['needs'] = 'document'): Rule => ({
  code,
  name: find.name,
  title: { vi, en },
  source: sourceOf(find.name),
  needs,
  find: inItsTime(find),
});

/** In the order of the list; QT07 has a part that a record tells and one that the register tells. */
export const RULES: readonly Rule[] = [
  rule('QT01', numberFitsSexAndBirth, 'Số định danh khớp giới tính và năm sinh', 'the citizen number fits sex and year of birth'),
  rule(
    'QT02',
    coefficientFitsTable,
    'Hệ số lương khớp ngạch, bậc và bảng lương tại ngày hưởng',
    'the coefficient fits grade, step and pay table of the day',
  ),
  rule(
    'QT03',
    payRowsRise,
    'Diễn biến lương tăng dần theo ngày hưởng; bậc chỉ giảm khi xếp lại hoặc kỷ luật',
    'pay rows rise by date; the step falls only by re-ranking or discipline',
  ),
  rule('QT04', officialAfterProbation, 'Ngày chính thức không trước ngày vào Đảng', 'full Party membership does not precede admission'),
  rule(
    'QT05',
    gradeFitsQualification,
    'Ngạch loại A1 trở lên cần trình độ đại học, A0 cần cao đẳng',
    'grades of A1 and above need a university degree, A0 a college one',
  ),
  rule('QT06', careerHasNoGaps, 'Quá trình công tác liên tục, không trống quá 3 tháng', 'the career has no gap of more than 3 months'),
  rule('QT07', oneMainPosition, 'Mỗi thời điểm một vị trí chính', 'one main position at a time'),
  rule('QT07', oneEmployer, 'Mỗi người một cơ quan quản lý trong toàn quốc', 'one employer across all agencies', 'database'),
  rule(
    'QT08',
    raiseNotBeforeDue,
    'Không nâng bậc trước khi giữ bậc đủ thời gian, kể cả phần kéo dài do kỷ luật',
    'no raise before the step was held long enough, the months by which a discipline delays it included',
  ),
  rule(
    'QT09',
    closedRecordStays,
    'Hồ sơ người đã nghỉ, chuyển đi phải mở lại mới được sửa',
    'the record of somebody who left must be reopened before it is changed',
    'database',
  ),
  rule('QT10', jobPositionStated, 'Khai vị trí việc làm khi đã bắt buộc', 'the job position is stated where it is required'),
  rule('QT11', noDistrictsAnyMore, 'Địa chỉ sau khi bỏ cấp huyện không ghi huyện', 'addresses of a time without districts have none'),
  rule(
    'QT12',
    oneBodyPerNumber,
    'Một số định danh không ở hai cơ quan, trừ khi đang biệt phái hoặc chuyển công tác',
    'one citizen number is not in two agencies, but for a secondment or transfer',
    'database',
  ),
];

const CHECKS_BESIDE: readonly Rule['find'][] = [
  datesInOrder,
  linesEndAfterStart,
  payDatesInOrder,
  overScaleAtLastStep,
  pointsFitRating,
  agesAreLikely,
  yearsNotAhead,
  noLineTwice,
  sideFitsRelation,
  ownNumberInItsPlaces,
  allowanceFitsUnit,
  appointedUnderDiscipline,
  ratedUnderDiscipline,
];
/** Checks beside the 12 rules, by the keys of their rows; each speaks in its time as well. */
export const BESIDE_NAMES: readonly string[] = CHECKS_BESIDE.map((find) => find.name);
const BESIDE: ReadonlyMap<string, Rule['find']> = new Map(CHECKS_BESIDE.map((find) => [find.name, inItsTime(find)]));

/** One of them, in its time; none: no check beside the rules has this name. */
export const findBeside = (name: string): Rule['find'] | undefined => BESIDE.get(name);

/** Everything that the document alone tells, in the order of the rules. */
export const findInDocument = (facts: RuleFacts): readonly Finding[] => [
  ...RULES.filter(({ needs }) => needs === 'document').flatMap((one) => one.find(facts)),
  ...[...BESIDE.values()].flatMap((find) => find(facts)),
];

/** What only the register tells. `standing` is asked for: without it these rules would be silent, which is not the same as content. */
export const findInRegister = (facts: RuleFacts & { readonly standing: Standing }): readonly Finding[] =>
  RULES.filter(({ needs }) => needs === 'database').flatMap((one) => one.find(facts));
