/** Why a function of the law on personnel gives no answer. */
import { problem } from '#base/problem.ts';

export const topStep = problem({
  code: 'E-RAISE-TOP-STEP',
  vi: 'Bậc {step} là bậc cuối của nhóm {group}: không còn bậc để nâng.',
  en: 'Step {step} is the last one of group {group}: there is no step to be raised to.',
  next: { vi: 'Xem phụ cấp thâm niên vượt khung.', en: 'Look at the seniority beyond the scale.' },
  example: { step: '9', group: 'A1' },
});

export const gradeWithoutSteps = problem({
  code: 'E-RAISE-NO-GRADE',
  vi: 'Không có bảng lương tính bậc theo thời gian cho “{group}” vào ngày {on}.',
  en: 'No pay table with steps by time is known for "{group}" on {on}.',
  next: { vi: 'Kiểm tra ngạch, chức danh và ngày tính.', en: 'Check the grade, the title and the day.' },
  example: { group: 'A9', on: '01/07/2026' },
});

export const noAnchor = problem({
  code: 'E-RAISE-NO-ANCHOR',
  vi: 'Thiếu mốc tính thời gian nâng bậc.',
  en: 'The day from which the step is counted is not stated.',
  next: {
    vi: 'Ghi mốc tính nâng bậc; nếu hồ sơ cũ không có, lấy ngày hưởng và đánh dấu là giả định.',
    en: 'State it; where an old record has none, take the day of pay and mark it as assumed.',
  },
  example: {},
});

export const stepUnknown = problem({
  code: 'E-RAISE-STEP-UNKNOWN',
  vi: 'Nhóm {group} không có bậc {step}.',
  en: 'Group {group} has no step {step}.',
  next: { vi: 'Kiểm tra bậc trong quyết định lương gần nhất.', en: 'Check the step in the last pay decision.' },
  example: { group: 'A1', step: '12' },
});

export const periodUnknown = problem({
  code: 'E-SERVICE-PERIOD-UNKNOWN',
  vi: 'Không biết loại thời gian “{kind}” có tính vào thời gian giữ bậc không.',
  en: 'It is not known whether time of the kind "{kind}" counts.',
  next: { vi: 'Chọn một loại trong danh mục.', en: 'Choose a kind of the list.' },
  example: { kind: 'KHAC' },
});

export const periodReversed = problem({
  code: 'E-SERVICE-PERIOD-ORDER',
  vi: 'Khoảng thời gian kết thúc ngày {to}, trước ngày bắt đầu {from}.',
  en: 'The period ends on {to}, before it begins on {from}.',
  next: { vi: 'Sửa ngày bắt đầu hoặc ngày kết thúc.', en: 'Correct the first or the last day.' },
  example: { from: '01/07/2026', to: '01/06/2026' },
});

export const periodNotEnded = problem({
  code: 'E-SERVICE-PERIOD-OPEN',
  vi: 'Chưa biết ngày kết thúc của thời gian không tính bắt đầu ngày {from}, nên chưa tính được.',
  en: 'The time that does not count and began on {from} has no end yet: the day cannot be told.',
  next: { vi: 'Tính lại khi có ngày trở lại làm việc.', en: 'Ask again when the day of return is known.' },
  example: { from: '01/07/2026' },
});

export const notLastStep = problem({
  code: 'E-SENIORITY-NOT-LAST-STEP',
  vi: 'Phụ cấp thâm niên vượt khung chỉ tính từ bậc cuối ({last}); người này ở bậc {step}.',
  en: 'Seniority beyond the scale is counted from the last step ({last}); this person is at step {step}.',
  next: { vi: 'Xem kỳ nâng bậc lương thường xuyên.', en: 'Look at the regular raise.' },
  example: { step: '7', last: '9' },
});

export const sameGrade = problem({
  code: 'E-GRADE-SAME',
  vi: 'Ngạch mới cùng nhóm lương {group} với ngạch đang giữ: không phải nâng ngạch.',
  en: 'The new grade is of the same pay group {group}: this is no promotion.',
  next: { vi: 'Dùng chuyển ngạch cùng nhóm.', en: 'Use the lateral change.' },
  example: { group: 'A1' },
});

export const notPromotion = problem({
  code: 'E-GRADE-NOT-A-PROMOTION',
  vi: 'Nhóm {to} thấp hơn nhóm {from}: không phải nâng ngạch.',
  en: 'Group {to} is below group {from}: this is no promotion.',
  next: {
    vi: 'Kiểm tra ngạch mới; nếu đúng, dùng chuyển ngạch hoặc xếp lại lương.',
    en: 'Check the new grade; else use a lateral change.',
  },
  example: { from: 'A2.1', to: 'A1' },
});

export const birthUnknown = problem({
  code: 'E-RETIRE-NO-BIRTH',
  vi: 'Thiếu ngày sinh nên chưa tính được ngày nghỉ hưu.',
  en: 'The day of birth is not stated: retirement cannot be told.',
  next: { vi: 'Ghi ngày sinh theo dữ liệu dân cư.', en: 'State it as the population database has it.' },
  example: {},
});

export const sexUnknown = problem({
  code: 'E-RETIRE-NO-SEX',
  vi: 'Thiếu giới tính nên chưa tính được tuổi nghỉ hưu.',
  en: 'The sex is not stated: the age of retirement cannot be told.',
  next: { vi: 'Ghi giới tính theo dữ liệu dân cư.', en: 'State it as the population database has it.' },
  example: {},
});

export const shiftBeyond = problem({
  code: 'E-RETIRE-SHIFT',
  vi: 'Tuổi nghỉ hưu lệch {months} tháng, quá {max} tháng pháp luật cho phép.',
  en: 'The age is shifted by {months} months, more than the {max} that the law allows.',
  next: { vi: 'Kiểm tra quyết định về tuổi nghỉ hưu.', en: 'Check the decision on the age.' },
  example: { months: '72', max: '60' },
});

export const postponedTooLong = problem({
  code: 'E-POSTPONE-OVER-LIMIT',
  vi: 'Đề nghị lùi {months} tháng; lý do này cho lùi nhiều nhất {max} tháng.',
  en: 'Asked to postpone by {months} months; for this ground at most {max}.',
  next: { vi: 'Sửa số tháng, hoặc chọn đúng lý do.', en: 'Correct the months or the ground.' },
  example: { months: '4', max: '3' },
});

export const contractTerm = problem({
  code: 'E-CONTRACT-TERM',
  vi: 'Hợp đồng xác định thời hạn dài {months} tháng; pháp luật ngày {on} cho từ {min} đến {max} tháng.',
  en: 'A fixed term of {months} months; by the law of {on} it is {min} to {max}.',
  next: { vi: 'Kiểm tra ngày bắt đầu và ngày kết thúc.', en: 'Check the first and the last day.' },
  example: { months: '72', on: '01/07/2022', min: '12', max: '60' },
});

export const secondedTooLong = problem({
  code: 'E-SECONDMENT-TERM',
  vi: 'Biệt phái {months} tháng, quá {max} tháng.',
  en: 'Seconded for {months} months, more than {max}.',
  next: {
    vi: 'Kiểm tra quyết định, hoặc ghi quy định của ngành cho phép dài hơn.',
    en: 'Check the decision, or state the rule of the sector that allows more.',
  },
  example: { months: '48', max: '36' },
});

export const firstMonthAsked = problem({
  code: 'E-BACKPAY-FIRST-MONTH',
  vi: 'Hưởng từ ngày {on}, không phải ngày 01: tháng đầu tính cả tháng hay từ tháng sau, cần người quyết định.',
  en: 'From {on}, which is no first of a month: whether that month counts whole is for a person to decide.',
  next: { vi: 'Hỏi Kho bạc nơi chi trả, rồi chọn cách hiểu.', en: 'Ask the treasury, then choose the reading.' },
  example: { on: '15/07/2026' },
});

export const noLawThen = problem({
  code: 'E-LAW-NONE-ON-DAY',
  vi: 'Không có quy định về {what} cho ngày {on}.',
  en: 'There is no rule on {what} for {on}.',
  next: {
    vi: 'Kiểm tra ngày; nếu pháp luật đã đổi, đề nghị bổ sung dòng luật.',
    en: 'Check the day; if the law changed, ask for its row.',
  },
  example: { what: { vi: 'thời gian tập sự', en: 'probation' }, on: '01/07/2026' },
});

export const numberUnreadable = problem({
  code: 'E-DECISION-NUMBER-UNREADABLE',
  vi: 'Không đọc được số quyết định “{number}”, hoặc năm trong số khác năm của ngày ký.',
  en: 'The decision number "{number}" cannot be read, or its year is not that of the day it was signed.',
  next: { vi: 'Ghi số thứ tự, dấu / và ký hiệu, như 05/QĐ-UBND.', en: 'Write the sequence, a slash and the sign of the decision.' },
  example: { number: 'QĐ 5' },
});

export const numberTaken = problem({
  code: 'E-DECISION-NUMBER-TAKEN',
  vi: 'Số {number} đã dùng cho quyết định ngày {on}.',
  en: 'Number {number} is that of a decision of {on}.',
  next: { vi: 'Kiểm tra lại số trên văn bản đã ký.', en: 'Check the number on the signed paper.' },
  example: { number: '05', on: '12/03/2026' },
});

export const numberBeforeItsDay = problem({
  code: 'E-DECISION-NUMBER-ORDER',
  vi: 'Số {number} ngày {on} không theo thứ tự: số {other} có ngày {otherOn}.',
  en: 'Number {number} of {on} is out of order: {other} is of {otherOn}.',
  next: { vi: 'Kiểm tra số và ngày trên văn bản đã ký.', en: 'Check number and day on the signed paper.' },
  example: { number: '07', on: '01/03/2026', other: '05', otherOn: '12/03/2026' },
});
