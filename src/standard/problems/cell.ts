/** What can be wrong with a cell and its text, before any kind reads it. */
import { problem } from '#base/problem.ts';
import { checkCorrected, sameCell } from './next-steps.ts';

export const cellFormula = problem({
  code: 'E-CELL-FORMULA',
  group: { vi: 'Thay công thức bằng giá trị', en: 'Replace formulas by values' },
  vi: 'Ô chứa công thức; hệ thống không nhận công thức.',
  en: 'The cell holds a formula; formulas are not accepted.',
  next: {
    vi: 'Sao chép ô rồi dán lại: Dán đặc biệt → Giá trị (Paste Special → Values).',
    en: 'Copy the cell and paste it back as a value (Paste Special → Values).',
  },
  example: {},
});
export const cellError = problem({
  code: 'E-CELL-ERROR',
  group: { vi: 'Ô chứa lỗi công thức (#N/A, #REF!…)', en: 'Cells that show a spreadsheet error' },
  vi: 'Ô chứa lỗi công thức ({value}), không phải dữ liệu.',
  en: 'The cell holds a spreadsheet error ({value}), not data.',
  next: { vi: 'Gõ lại giá trị đúng vào ô.', en: 'Type the right value into the cell.' },
  example: { value: '#N/A' },
});
export const cellLogical = problem({
  code: 'E-CELL-LOGICAL',
  group: { vi: 'Ô chứa TRUE hoặc FALSE', en: 'Cells that hold TRUE or FALSE' },
  vi: 'Ô chứa giá trị lô-gic {value} của bảng tính, không phải dữ liệu của cột này.',
  en: 'The cell holds the logical value {value}, which is no data of this column.',
  next: { vi: 'Gõ lại giá trị đúng vào ô.', en: 'Type the right value into the cell.' },
  example: { value: 'TRUE' },
});
export const cellDate = problem({
  code: 'E-CELL-DATE',
  group: { vi: 'Ô bị bảng tính đổi thành ngày', en: 'Cells that the spreadsheet turned into dates' },
  vi: 'Ô này là kiểu ngày giờ (đang hiện {shown}), còn cột này không ghi ngày; có lẽ bảng tính đã tự đổi chữ gõ vào thành ngày.',
  en: 'The cell is of the type date or time (it shows {shown}), and this column holds none; the spreadsheet probably turned what was typed into a date.',
  next: {
    vi: 'Đặt ô ở dạng Văn bản (Text) rồi gõ lại đúng như giấy tờ gốc.',
    en: 'Set the cell to Text and type it again as in the original document.',
  },
  example: { shown: '12/05/2026' },
});
const SECRETS_NEXT = {
  vi: 'Không đưa bí mật nhà nước vào hệ thống này: bỏ nội dung ấy khỏi tệp, báo người phụ trách bảo vệ bí mật nhà nước của cơ quan và gửi theo đường dành cho tài liệu mật.',
  en: 'State secrets are not put into this system: take this out of the file, tell who is in charge of protecting secrets at your agency, and send it by the way for secret documents.',
};
export const secretMark = problem({
  code: 'E-SECRET-MARK',
  group: { vi: 'Nội dung có dấu độ mật', en: 'What bears a mark of secrecy' },
  vi: 'Có dấu độ mật của tài liệu bí mật nhà nước.',
  en: 'It bears the mark of a state secret.',
  next: SECRETS_NEXT,
  example: {},
});
export const secretMarkPerhaps = problem({
  code: 'E-SECRET-MARK-PERHAPS',
  group: { vi: 'Có thể là dấu độ mật', en: 'What may be a mark of secrecy' },
  severity: 'warning',
  vi: 'Có chữ giống dấu độ mật của tài liệu bí mật nhà nước.',
  en: 'There are words like the mark of a state secret.',
  next: {
    vi: 'Xem lại: nếu là bí mật nhà nước thì bỏ ra và báo người phụ trách bảo vệ bí mật nhà nước của cơ quan; nếu không phải (tên người, tên văn bản), cứ gửi.',
    en: 'Look again: if it is a state secret take it out and tell who is in charge of protecting secrets at your agency; if it is none (a name, a title), send it.',
  },
  example: {},
});
export const cellDigitsLost = problem({
  code: 'E-CELL-DIGITS-LOST',
  group: { vi: 'Gõ lại số dài bị bảng tính làm mất chữ số', en: 'Retype long numbers that lost digits' },
  vi: 'Bảng tính chỉ giữ 15 chữ số của một số; số trong ô dài hơn nên các chữ số cuối đã mất.',
  en: 'A spreadsheet keeps 15 digits of a number; this one is longer, and its last digits are lost.',
  next: { vi: 'Đặt ô ở dạng Văn bản (Text) rồi gõ lại đủ các chữ số.', en: 'Set the cell to Text and type all digits again.' },
  example: {},
});
export const textForm = problem({
  code: 'E-TEXT-NOT-NFC',
  group: { vi: 'Đã chuyển sang Unicode dựng sẵn', en: 'Rewritten as composed Unicode' },
  severity: 'corrected',
  vi: 'Chữ gõ theo Unicode tổ hợp; đã chuyển sang Unicode dựng sẵn: {corrected}.',
  en: 'Letters were typed in decomposed Unicode; changed to composed letters: {corrected}.',
  next: checkCorrected,
  example: { corrected: 'Nguyễn Thị Hòa' },
});
export const textInvisible = problem({
  code: 'E-TEXT-INVISIBLE',
  group: { vi: 'Đã bỏ ký tự ẩn', en: 'Invisible characters removed' },
  severity: 'corrected',
  vi: 'Có ký tự ẩn ({characters}); đã bỏ.',
  en: 'There were invisible characters ({characters}); they were taken out.',
  next: checkCorrected,
  example: { characters: 'U+200B' },
});
export const textLookAlike = problem({
  code: 'E-TEXT-LOOK-ALIKE',
  group: { vi: 'Đã thay chữ trông giống chữ Việt', en: 'Look-alike letters replaced' },
  severity: 'corrected',
  vi: 'Có chữ của bảng chữ cái khác trông giống chữ Việt ({characters}); đã thay: {corrected}.',
  en: 'Letters of another alphabet that look like Latin ones ({characters}) were replaced: {corrected}.',
  next: checkCorrected,
  example: { characters: 'U+0410', corrected: 'An' },
});
export const cellAsAbove = problem({
  code: 'E-CELL-AS-ABOVE',
  group: { vi: 'Chép lại giá trị thay cho "như trên"', en: 'Write the value out in place of "as above"' },
  vi: '"{value}" là "như trên": hồ sơ của mỗi người phải ghi đủ, không dựa vào dòng khác.',
  en: '"{value}" says "as above": a record stands by itself, not by another row.',
  next: {
    vi: 'Chép giá trị của dòng trên vào ô này, nếu đúng với người này.',
    en: 'Copy the value of the row above, if it is true of this person.',
  },
  example: { value: 'nt' },
});
export const cellStandIn = problem({
  code: 'E-CELL-STAND-IN',
  group: { vi: 'Bỏ chữ thế chỗ', en: 'Take out stand-ins' },
  vi: '"{value}" không phải giá trị, chỉ là chữ thế chỗ.',
  en: '"{value}" is no value, it only fills the cell.',
  next: {
    vi: 'Để trống nếu chưa khai; hoặc ghi Chưa xác định, Không rõ, Không áp dụng.',
    en: 'Leave it blank if it is not stated; or write "Chưa xác định", "Không rõ", "Không áp dụng".',
  },
  example: { value: '...' },
});
export const cellStruck = problem({
  code: 'E-CELL-STRUCK',
  group: { vi: 'Bỏ chữ bị gạch ngang', en: 'Take out what is struck through' },
  vi: 'Ô có chữ bị gạch ngang: "{struck}". Chữ đã gạch bỏ thì không đọc.',
  en: 'Words of the cell are struck through: "{struck}". What is struck out is not read.',
  next: { vi: 'Xóa hẳn chữ đã gạch bỏ, giữ lại giá trị đúng.', en: 'Delete what is struck out and keep the right value.' },
  example: { struck: '1985' },
});
export const textTcvn3 = problem({
  code: 'E-TEXT-TCVN3',
  group: { vi: 'Gõ lại chữ phông TCVN3 (ABC)', en: 'Retype text of a TCVN3 (ABC) font' },
  vi: 'Chữ gõ bằng phông TCVN3 (ABC), không phải Unicode. Có lẽ là: {suggested}.',
  en: 'The text was typed in a TCVN3 (ABC) font, not Unicode. Probably: {suggested}.',
  next: {
    vi: 'Áp dụng gợi ý, hoặc gõ lại bằng phông Unicode (Times New Roman).',
    en: 'Apply the suggestion, or type it again in a Unicode font (Times New Roman).',
  },
  example: { suggested: 'Nguyễn Văn Hùng' },
});
export const textVni = problem({
  code: 'E-TEXT-VNI',
  group: { vi: 'Gõ lại chữ phông VNI', en: 'Retype text of a VNI font' },
  vi: 'Chữ gõ bằng phông VNI, không phải Unicode. Có lẽ là: {suggested}.',
  en: 'The text was typed in a VNI font, not Unicode. Probably: {suggested}.',
  next: {
    vi: 'Áp dụng gợi ý, hoặc gõ lại bằng phông Unicode (Times New Roman).',
    en: 'Apply the suggestion, or type it again in a Unicode font (Times New Roman).',
  },
  example: { suggested: 'Nguyễn Văn Hùng' },
});
export const textMojibake = problem({
  code: 'E-TEXT-MOJIBAKE',
  group: { vi: 'Gõ lại chữ bị vỡ bảng mã', en: 'Retype text broken by a wrong encoding' },
  vi: 'Chữ bị vỡ do đọc sai bảng mã. Có lẽ là: {suggested}.',
  en: 'The text was broken by a wrong encoding. Probably: {suggested}.',
  next: { vi: 'Áp dụng gợi ý, hoặc gõ lại ô này.', en: 'Apply the suggestion, or type the cell again.' },
  example: { suggested: 'Sơ yếu lý lịch' },
});
export const textTooLong = problem({
  code: 'E-TEXT-TOO-LONG',
  group: { vi: 'Rút ngắn chữ quá dài', en: 'Shorten text that is too long' },
  vi: 'Dài {length} ký tự; tối đa {max}.',
  en: '{length} characters long; at most {max}.',
  next: { vi: 'Rút gọn nội dung.', en: 'Shorten the text.' },
  example: { length: '612', max: '500' },
});
export const textPattern = problem({
  code: 'E-TEXT-PATTERN',
  group: { vi: 'Viết lại cho đúng dạng', en: 'Write in the form asked for' },
  vi: 'Viết không đúng dạng. Dạng đúng: {form}.',
  en: 'Not in the right form. It should be: {form}.',
  next: sameCell,
  example: { form: '2026-2031' },
});
