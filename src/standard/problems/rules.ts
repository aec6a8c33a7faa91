/** What the cross-field rules and the checks beside them find (QT01 stands under identity). */
import { problem } from '#base/problem.ts';

export const payCoefficient = problem({
  code: 'E-PAY-COEFFICIENT',
  group: { vi: 'Hệ số không khớp bảng lương', en: 'Coefficient differs from the pay table' },
  vi: 'Hệ số {stated} không khớp bảng lương: {grade} bậc {step} là {expected}.',
  en: 'Coefficient {stated} does not fit the pay table: {grade} step {step} is {expected}.',
  next: { vi: 'Kiểm tra mã ngạch, bậc và hệ số theo quyết định lương.', en: 'Compare grade, step and coefficient with the pay decision.' },
  example: { stated: '3.33', grade: '01.003', step: '5', expected: '3.66' },
});
export const allowanceUnit = problem({
  code: 'E-ALLOWANCE-UNIT',
  group: { vi: 'Xem lại giá trị và đơn vị của phụ cấp', en: 'Look at value and unit of allowances' },
  severity: 'warning',
  vi: 'Phụ cấp {value} với đơn vị "{unit}" là mức không thường gặp.',
  en: 'An allowance of {value} in the unit "{unit}" is unusual.',
  next: {
    vi: 'Xem lại giá trị và đơn vị: hệ số 0,25 hay 25 phần trăm.',
    en: 'Look at value and unit again: a coefficient of 0.25, or 25 per cent.',
  },
  example: { value: '40.00', unit: 'Hệ số' },
});
export const familySide = problem({
  code: 'E-FAMILY-SIDE',
  group: { vi: 'Quan hệ gia đình khác bên đã ghi', en: 'Relation of the other side of the family' },
  severity: 'warning',
  vi: 'Quan hệ "{relation}" không thuộc bên gia đình đã ghi ở dòng này.',
  en: 'The relation "{relation}" is not of the side of the family stated in this line.',
  next: {
    vi: 'Bên vợ hoặc chồng: chọn cha vợ/cha chồng, mẹ vợ/mẹ chồng…; bên bản thân: chọn cha đẻ, mẹ đẻ…',
    en: "On the spouse's side choose father-in-law, mother-in-law and so on; on the own side father, mother and so on.",
  },
  example: { relation: 'Cha đẻ' },
});
export const payGroupUnsure = problem({
  code: 'E-PAY-GROUP-UNSURE',
  group: { vi: 'Hệ số khác nhóm lương chưa chắc', en: 'Coefficient outside a pay group that is not certain' },
  severity: 'warning',
  vi: 'Hệ số {stated} không có trong nhóm lương đã biết của {grade} ({groups}), nhưng nhóm này chưa chắc đúng.',
  en: 'Coefficient {stated} is not in the known pay group of {grade} ({groups}), but that group is not certain.',
  next: {
    vi: 'So với quyết định xếp lương. Nếu ghi đúng quyết định thì để nguyên.',
    en: 'Compare with the pay decision. If it says the same, leave it as it is.',
  },
  example: { stated: '2.41', grade: 'V.07.07.22', groups: 'A2.1' },
});
export const payStep = problem({
  code: 'E-PAY-STEP',
  group: { vi: 'Bậc lương không có trong ngạch', en: 'Pay step does not exist in the grade' },
  vi: 'Ngạch {grade} không có bậc {step} vào ngày {on} (tối đa {max} bậc).',
  en: 'Grade {grade} has no step {step} on {on} (at most {max}).',
  next: { vi: 'Kiểm tra mã ngạch và bậc.', en: 'See whether grade and step are right.' },
  example: { grade: '01.003', step: '12', on: '01/01/2024', max: '9' },
});
export const payOrder = problem({
  code: 'E-PAY-ORDER',
  group: { vi: 'Kiểm tra hai dòng lương cùng một ngày', en: 'Check pay lines of one day' },
  vi: 'Hai dòng lương cùng hưởng từ ngày {date}: dòng này và dòng {row}.',
  en: 'Two pay lines are paid from {date}: this one and row {row}.',
  next: {
    vi: 'Bỏ dòng thừa, hoặc sửa ngày hưởng. Nếu đúng là hai việc cùng ngày (nâng bậc rồi chuyển ngạch), xác nhận khi gửi.',
    en: 'Take out the one too many, or correct its day. If two changes really fell on one day (a raise and a change of grade), acknowledge it when submitting.',
  },
  example: { date: '01/01/2021', row: '7' },
});
export const payStepFalls = problem({
  code: 'E-PAY-STEP-FALLS',
  group: { vi: 'Kiểm tra bậc lương bị giảm', en: 'Check falling pay steps' },
  vi: 'Bậc lương giảm từ {before} xuống {step} trong cùng ngạch, nhưng loại biến động không phải xếp lại lương hay kỷ luật.',
  en: 'The step falls from {before} to {step} in one grade, but the change is neither a re-ranking nor a discipline.',
  next: { vi: 'Sửa bậc lương, hoặc chọn đúng loại biến động.', en: 'Correct the step, or choose the right kind of change.' },
  example: { before: '5', step: '3' },
});
export const payOverScale = problem({
  code: 'E-PAY-OVER-SCALE',
  group: { vi: 'Kiểm tra thâm niên vượt khung', en: 'Check the over-scale allowance' },
  vi: 'Phụ cấp thâm niên vượt khung {percent}% không hợp lệ: từ {first}% trở lên và chỉ ở bậc cuối cùng của ngạch (bậc {last}).',
  en: 'An over-scale allowance of {percent}% cannot be: it is {first}% or more, and only at the last step of the grade ({last}).',
  next: { vi: 'Kiểm tra bậc lương và tỉ lệ theo quyết định.', en: 'Compare step and percentage with the decision.' },
  example: { percent: '3', first: '5', last: '9' },
});
export const ratingPoints = problem({
  code: 'E-RATING-POINTS',
  group: { vi: 'Điểm không khớp kết quả xếp loại', en: 'Points differ from the rating' },
  severity: 'warning',
  vi: 'Điểm {points} thấp hơn mức {needed} của kết quả xếp loại "{rating}".',
  en: 'Points {points} are below the {needed} of the rating "{rating}".',
  next: { vi: 'Kiểm tra điểm và mức xếp loại.', en: 'See whether points and rating are right.' },
  example: { points: '65.00', needed: '70', rating: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Good' } },
});
export const partyOrder = problem({
  code: 'E-PARTY-ORDER',
  group: { vi: 'Kiểm tra hai ngày vào Đảng', en: 'Check the two Party dates' },
  vi: 'Ngày vào Đảng chính thức ({official}) trước ngày vào Đảng dự bị ({probation}).',
  en: 'Full membership ({official}) comes before admission ({probation}).',
  next: { vi: 'Sửa một trong hai ngày theo thẻ đảng viên.', en: 'Correct one of the dates from the Party card.' },
  example: { official: '01/02/2009', probation: '01/02/2010' },
});
export const gradeEducation = problem({
  code: 'E-GRADE-EDUCATION',
  group: { vi: 'Kiểm tra ngạch so với trình độ', en: 'Check grade against education' },
  severity: 'warning',
  vi: 'Ngạch {grade} (nhóm {group}) thường đòi trình độ từ {needed}, nhưng trình độ ghi là {stated}.',
  en: 'Grade {grade} (group {group}) usually needs {needed} or higher, but the qualification stated is {stated}.',
  next: {
    vi: 'Kiểm tra trình độ chuyên môn; hồ sơ cũ thì xác nhận khi gửi.',
    en: 'See whether the qualification is right; for an old record acknowledge it when submitting.',
  },
  example: {
    grade: '01.003',
    group: 'A1',
    needed: { vi: 'Đại học', en: 'University degree' },
    stated: { vi: 'Trung cấp', en: 'Intermediate' },
  },
});
export const careerGap = problem({
  code: 'E-CAREER-GAP',
  group: { vi: 'Kiểm tra khoảng trống trong quá trình công tác', en: 'Check gaps in the career' },
  severity: 'warning',
  vi: 'Quá trình công tác trống {months} tháng, từ {from} đến {to}.',
  en: 'The career has a gap of {months} months, from {from} to {to}.',
  next: {
    vi: 'Bổ sung thời gian còn thiếu; nếu đúng là không làm việc, xác nhận khi gửi.',
    en: 'Add what is missing; if there was no work then, acknowledge it when submitting.',
  },
  example: { months: '7', from: '06/2015', to: '01/2016' },
});
export const careerOverlap = problem({
  code: 'E-CAREER-OVERLAP',
  group: { vi: 'Kiểm tra giai đoạn công tác chồng lấn', en: 'Check overlapping posts' },
  severity: 'warning',
  vi: 'Hai giai đoạn công tác chồng lấn {months} tháng: dòng này bắt đầu {start}, dòng {row} đến {end} mới hết.',
  en: 'Two periods overlap by {months} months: this one begins {start}, row {row} ends only {end}.',
  next: {
    vi: 'Sửa tháng bắt đầu hoặc kết thúc; nếu đúng, xác nhận khi gửi. Nếu là kiêm nhiệm, chọn loại quá trình "Kiêm nhiệm".',
    en: 'Correct a start or an end, or acknowledge it when submitting; for a concurrent post choose the kind "Kiêm nhiệm".',
  },
  example: { months: '14', start: '01/2015', row: '8', end: '02/2016' },
});
export const careerTwoPresent = problem({
  code: 'E-CAREER-TWO-PRESENT',
  group: { vi: 'Kiểm tra hai giai đoạn chưa kết thúc', en: 'Check two posts without an end' },
  severity: 'warning',
  vi: 'Có hơn một giai đoạn công tác chưa kết thúc (dòng này và dòng {row}).',
  en: 'More than one period has no end (this row and row {row}).',
  next: {
    vi: 'Ghi tháng kết thúc của giai đoạn cũ. Nếu là kiêm nhiệm, chọn loại quá trình "Kiêm nhiệm"; nếu đúng như đã ghi, xác nhận khi gửi.',
    en: 'Give the old period its end. For a concurrent post choose the kind "Kiêm nhiệm"; if it is right as it stands, acknowledge it when submitting.',
  },
  example: { row: '8' },
});
export const twoEmployers = problem({
  code: 'E-TWO-EMPLOYERS',
  group: { vi: 'Người do cơ quan khác quản lý', en: 'Managed by another agency' },
  vi: 'Người này đang được một cơ quan khác quản lý.',
  en: 'Another agency manages this person at present.',
  next: {
    vi: 'Làm thủ tục chuyển hoặc biệt phái; liên hệ Vụ Công chức - Viên chức nếu thông tin sai.',
    en: 'Arrange a transfer or secondment; turn to the ministry if this is wrong.',
  },
  example: {},
});
export const raiseUnderDiscipline = problem({
  code: 'E-RAISE-UNDER-DISCIPLINE',
  group: { vi: 'Kiểm tra nâng bậc trong thời gian kỷ luật', en: 'Check raises during a discipline' },
  vi: 'Nâng bậc lương từ ngày {date}, nhưng thời hạn nâng bậc bị kéo dài do kỷ luật: sớm nhất là ngày {until}.',
  en: 'The raise counts from {date}, but a discipline lengthens the time for which the step is held: {until} at the earliest.',
  next: {
    vi: 'Kiểm tra ngày hưởng, mốc tính nâng bậc của dòng trước và quyết định kỷ luật.',
    en: 'Compare the pay date, the counting date of the line before, and the discipline decision.',
  },
  example: { date: '01/03/2024', until: '01/09/2024' },
});
export const raiseEarly = problem({
  code: 'E-RAISE-EARLY',
  group: { vi: 'Kiểm tra nâng bậc sớm hơn thời hạn', en: 'Check raises before they were due' },
  severity: 'warning',
  vi: 'Nâng bậc lương từ ngày {date}, sớm hơn ngày đủ thời hạn giữ bậc ({due}).',
  en: 'The raise counts from {date}, before the step had been held long enough ({due}).',
  next: {
    vi: 'Kiểm tra ngày hưởng, mốc tính nâng bậc của dòng trước và loại biến động; nếu đúng theo quyết định, xác nhận khi gửi.',
    en: 'Look at the pay date, the counting date of the line before and the kind of change; if the decision says so, acknowledge it when submitting.',
  },
  example: { date: '01/03/2024', due: '01/06/2025' },
});
export const recordClosed = problem({
  code: 'E-RECORD-CLOSED',
  group: { vi: 'Hồ sơ đã khóa', en: 'Closed records' },
  vi: 'Hồ sơ đã khóa vì người này đã nghỉ hưu, thôi việc, chuyển đi hoặc từ trần.',
  en: 'The record is closed: the person has retired, left, transferred or died.',
  next: {
    vi: 'Nếu vẫn phải sửa, người có quyền xác nhận mở trang hồ sơ này, chọn "Mở lại hồ sơ" và nêu lý do; sau đó làm lại bước này.',
    en: 'If it has to be changed after all, whoever confirms opens the page of the record, chooses "Reopen the record" and gives the reason; then do this step again.',
  },
  example: {},
});
export const jobPositionRequired = problem({
  code: 'E-JOB-POSITION-REQUIRED',
  group: { vi: 'Điền mã vị trí việc làm', en: 'Fill in the job position' },
  vi: 'Thiếu mã vị trí việc làm: bắt buộc với số liệu từ ngày {since}.',
  en: 'The job position code is missing: it is required for data as of {since} or later.',
  next: { vi: 'Ghi mã theo đề án vị trí việc làm của cơ quan.', en: "Give the code from the agency's job position scheme." },
  example: { since: '01/01/2025' },
});
export const districtAfter2025 = problem({
  code: 'E-DISTRICT-AFTER-2025',
  group: { vi: 'Bỏ huyện trong địa chỉ sau khi bỏ cấp huyện', en: 'Remove districts from addresses of today' },
  vi: 'Từ {since} không còn cấp huyện; địa chỉ có hiệu lực tại {on} không được ghi huyện.',
  en: 'Districts ended on {since}; an address in force on {on} has none.',
  next: { vi: 'Xóa phần huyện.', en: 'Clear the district.' },
  example: { since: '01/07/2025', on: '24/11/2026' },
});
export const personTwoBodies = problem({
  code: 'E-PERSON-TWO-BODIES',
  group: { vi: 'Người đã có hồ sơ ở cơ quan khác', en: 'Already in the record of another agency' },
  vi: 'Số định danh này đã có hồ sơ ở một cơ quan khác và không có biệt phái hay chuyển công tác đang làm.',
  en: 'This citizen number has a record with another agency, and no secondment or transfer is in progress.',
  next: {
    vi: 'Kiểm tra số định danh; nếu đúng và có quyết định tiếp nhận, mở "Tiếp nhận, trùng số" và chọn "Đề nghị tiếp nhận".',
    en: 'Check the number; if it is right and there is a decision, open "Transfers and double claims" and choose "Ask for a transfer".',
  },
  example: {},
});
