/** What can be wrong with a date, and with two dates beside each other. */
import { problem } from '#base/problem.ts';
import { checkCorrected, sameCell } from './next-steps.ts';

export const dateImpossible = problem({
  code: 'E-DATE-IMPOSSIBLE',
  group: { vi: 'Ngày không tồn tại', en: 'Fix dates that do not exist' },
  vi: 'Không có ngày này trong lịch.',
  en: 'There is no such day in the calendar.',
  next: {
    vi: 'Ghi lại ngày theo giấy tờ gốc, dạng ngày/tháng/năm.',
    en: 'Write the date again from the original document, day/month/year.',
  },
  example: {},
});
export const dateZone = problem({
  code: 'E-DATE-ZONE',
  group: { vi: 'Ghi lại ngày kèm giờ quốc tế', en: 'Write dates that come with the time of another zone' },
  vi: '{value} là một thời điểm theo giờ nước khác; theo giờ Việt Nam có thể là một ngày khác ({days}).',
  en: '{value} is an instant by the clock of another zone; in Viet Nam it may be another day ({days}).',
  next: {
    vi: 'Ghi ngày/tháng/năm theo giấy tờ gốc, không kèm giờ.',
    en: 'Write day/month/year as on the original document, without a time.',
  },
  example: { value: '1980-05-12T17:00:00Z', days: '12/05/1980, 13/05/1980' },
});
export const dateSwapped = problem({
  code: 'E-DATE-SWAPPED',
  group: { vi: 'Ngày và tháng bị đảo', en: 'Swap day and month back' },
  vi: 'Tháng lớn hơn 12. Ngày và tháng có bị đổi chỗ không ({suggested})?',
  en: 'The month is over 12. Were day and month swapped ({suggested})?',
  next: { vi: 'Xem giấy tờ gốc rồi ghi lại dạng ngày/tháng/năm.', en: 'Look at the original document and write it as day/month/year.' },
  example: { suggested: '25/12/1990' },
});
export const dateForm = problem({
  code: 'E-DATE-FORM',
  group: { vi: 'Ghi lại ngày cho đọc được', en: 'Write dates that can be read' },
  vi: 'Không đọc được ngày này.',
  en: 'This is not a date that can be read.',
  next: { vi: 'Ghi dạng ngày/tháng/năm, ví dụ 01/02/1990.', en: 'Write it as day/month/year, e.g. 01/02/1990.' },
  example: {},
});
export const dateNotWhole = problem({
  code: 'E-DATE-NOT-WHOLE',
  group: { vi: 'Ghi đủ ngày, tháng, năm', en: 'Give day, month and year' },
  vi: 'Cần đủ ngày, tháng, năm.',
  en: 'Day, month and year are all needed.',
  next: {
    vi: 'Ghi dạng ngày/tháng/năm; nếu không biết, gõ "Không rõ".',
    en: 'Write it as day/month/year; if it is not known, type "Không rõ".',
  },
  example: {},
});
export const dateHidden = problem({
  code: 'E-DATE-YEAR-HIDDEN',
  group: { vi: 'Ghi cả năm của ngày', en: 'Give the year of dates' },
  vi: 'Ô chỉ hiện {shown}, không hiện năm; ngày nằm trong ô là {whole}, có thể do bảng tính tự thêm năm.',
  en: 'The cell shows {shown}, without the year; the day in it is {whole}, whose year the spreadsheet may have added.',
  next: { vi: 'Ghi lại ngày theo giấy tờ gốc, đủ ngày/tháng/năm.', en: 'Write the date again from the original document, day/month/year.' },
  example: { shown: '27/02', whole: '27/02/2026' },
});
export const dateCentury = problem({
  code: 'E-DATE-CENTURY',
  group: { vi: 'Đã quy năm hai chữ số về bốn chữ số', en: 'Two-digit years understood' },
  severity: 'corrected',
  vi: 'Năm chỉ có hai chữ số; đã hiểu là {corrected}.',
  en: 'The year has two digits; it was read as {corrected}.',
  next: checkCorrected,
  example: { corrected: '01/02/1990' },
});
export const dateGuessed = problem({
  code: 'E-DATE-DIGITS',
  group: { vi: 'Đã quy dãy số về ngày', en: 'Dates given as digits understood' },
  severity: 'corrected',
  vi: 'Ngày ghi là một dãy số; đã hiểu là {corrected}.',
  en: 'The date is a run of digits; it was read as {corrected}.',
  next: checkCorrected,
  example: { corrected: '01/02/1990' },
});
export const dateFuture = problem({
  code: 'E-DATE-FUTURE',
  group: { vi: 'Ngày ở tương lai', en: 'Fix dates in the future' },
  vi: 'Ngày {value} sau ngày hôm nay.',
  en: '{value} lies in the future.',
  next: sameCell,
  example: { value: '01/02/2090' },
});
export const dateTooEarly = problem({
  code: 'E-DATE-TOO-EARLY',
  group: { vi: 'Sửa ngày quá xa trong quá khứ', en: 'Fix dates too far in the past' },
  vi: 'Ngày {value} quá xa trong quá khứ (trước năm 1900).',
  en: '{value} lies too far in the past (before 1900).',
  next: sameCell,
  example: { value: '01/02/1890' },
});
export const dateYear = problem({
  code: 'E-DATE-YEAR',
  group: { vi: 'Sửa năm không thể đúng', en: 'Fix years that cannot be right' },
  vi: 'Năm trong "{value}" không thể đúng (ngoài khoảng 1850–2150).',
  en: 'The year in "{value}" cannot be right (outside 1850–2150).',
  next: sameCell,
  example: { value: '01/02/0985' },
});
export const yearFuture = problem({
  code: 'E-YEAR-FUTURE',
  group: { vi: 'Năm ở tương lai', en: 'Check years that have not come yet' },
  severity: 'warning',
  vi: 'Năm {year} sau hôm nay ({today}), nhưng đây là việc đã qua.',
  en: '{year} has not come yet (today is {today}), but this is something that has happened.',
  next: { vi: 'Ghi lại năm theo giấy tờ gốc.', en: 'Write the year again from the original document.' },
  example: { year: '2099', today: '24/11/2026' },
});
export const endBeforeStart = problem({
  code: 'E-END-BEFORE-START',
  group: { vi: 'Ngày kết thúc trước ngày bắt đầu', en: 'End before start' },
  vi: 'Ngày kết thúc ({end}) trước ngày bắt đầu ({start}).',
  en: 'The end ({end}) comes before the start ({start}).',
  next: { vi: 'Sửa một trong hai ngày.', en: 'Correct one of the two dates.' },
  example: { end: '01/2019', start: '05/2020' },
});
export const dateOrder = problem({
  code: 'E-DATE-ORDER',
  group: { vi: 'Sửa thứ tự các ngày', en: 'Fix the order of dates' },
  vi: '{later} ({laterDate}) phải sau hoặc trùng {earlier} ({earlierDate}).',
  en: '{later} ({laterDate}) must not come before {earlier} ({earlierDate}).',
  next: { vi: 'Sửa một trong hai ngày.', en: 'Correct one of the two dates.' },
  example: {
    later: { vi: 'Ngày vào cơ quan hiện đang công tác', en: 'Joined the present agency on' },
    laterDate: '01/01/2010',
    earlier: { vi: 'Ngày tuyển dụng lần đầu', en: 'First recruited on' },
    earlierDate: '01/06/2012',
  },
});
export const tooYoung = problem({
  code: 'E-TOO-YOUNG',
  group: { vi: 'Kiểm tra ngày so với tuổi', en: 'Check dates against age' },
  vi: 'Ngày {date}, người này chưa đủ {years} tuổi.',
  en: 'On {date} the person was not yet {years}.',
  next: { vi: 'Kiểm tra ngày này và ngày sinh.', en: 'See whether this date and the date of birth are right.' },
  example: { date: '01/02/2000', years: '18' },
});
export const unusualAge = problem({
  code: 'E-AGE-UNUSUAL',
  group: { vi: 'Kiểm tra tuổi khác thường', en: 'Check unusual ages' },
  severity: 'warning',
  vi: 'Tuổi tính đến nay là {age}; thường từ {min} đến {max}.',
  en: 'The age today is {age}; it is usually {min} to {max}.',
  next: {
    vi: 'Kiểm tra ngày sinh; nếu đúng, xác nhận khi gửi.',
    en: 'See whether the date of birth is right; if so, acknowledge it when submitting.',
  },
  example: { age: '91', min: '15', max: '75' },
});
export const cardTooEarly = problem({
  code: 'E-CARD-TOO-EARLY',
  group: { vi: 'Kiểm tra ngày cấp căn cước', en: 'Check the day the identity card was issued' },
  severity: 'warning',
  vi: 'Căn cước cấp ngày {date}, khi người này chưa đủ {years} tuổi.',
  en: 'The citizen card was issued on {date}, before the person was {years}.',
  next: { vi: 'Kiểm tra ngày cấp và ngày sinh.', en: 'See whether issue date and date of birth are right.' },
  example: { date: '01/02/1995', years: '14' },
});
