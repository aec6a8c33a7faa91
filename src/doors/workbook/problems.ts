/** Problems of a workbook as a file: refusals of the whole, and findings about sheets, columns and rows. */
import { problem } from '#base/problem.ts';
import type { Problem, ProblemKind } from '#base/problem.ts';

export const notAWorkbook = problem({
  code: 'E-WORKBOOK-NOT-ONE',
  vi: 'Tệp này không phải tệp Excel (.xlsx).',
  en: 'This is not an Excel workbook (.xlsx).',
  next: {
    vi: 'Mở biểu mẫu bằng Excel hoặc LibreOffice, chọn Lưu dưới dạng .xlsx rồi tải lên.',
    en: 'Open the form in Excel or LibreOffice, save it as .xlsx and upload that.',
  },
  example: {},
});

export const oldFormat = problem({
  code: 'E-WORKBOOK-OLD-FORMAT',
  vi: 'Tệp ở định dạng Excel cũ (.xls).',
  en: 'The file is in the old Excel format (.xls).',
  next: {
    vi: 'Mở tệp, chọn "Lưu thành" → Excel Workbook (.xlsx), rồi tải lên tệp mới.',
    en: 'Open it, choose "Save as" → Excel Workbook (.xlsx), and upload the new file.',
  },
  example: {},
});

export const passwordProtected = problem({
  code: 'E-WORKBOOK-PASSWORD',
  vi: 'Tệp được đặt mật khẩu mở nên không đọc được.',
  en: 'The file is protected by a password and cannot be read.',
  next: {
    vi: 'Bỏ mật khẩu mở tệp (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu lại rồi tải lên.',
    en: 'Remove the opening password (File → Info → Protect Workbook), save, upload.',
  },
  example: {},
});

export const hasMacros = problem({
  code: 'E-WORKBOOK-MACRO',
  vi: 'Tệp có chứa macro nên không được nhận.',
  en: 'The file contains macros and is not accepted.',
  next: { vi: 'Lưu lại thành .xlsx (không macro) rồi tải lên.', en: 'Save it as .xlsx without macros and upload that.' },
  example: {},
});

export const hasLinks = problem({
  code: 'E-WORKBOOK-LINKS',
  vi: 'Tệp có liên kết tới tệp khác nên không được nhận.',
  en: 'The file has links to other files and is not accepted.',
  next: { vi: 'Dữ liệu → Sửa liên kết → Ngắt liên kết, lưu lại rồi tải lên.', en: 'Data → Edit links → Break links, save, upload.' },
  example: {},
});

export const hasEmbedded = problem({
  code: 'E-WORKBOOK-EMBEDDED',
  vi: 'Tệp có đối tượng nhúng (tệp khác ở bên trong) nên không được nhận.',
  en: 'The file has embedded objects and is not accepted.',
  next: {
    vi: 'Xóa các đối tượng nhúng rồi lưu lại; nên chép dữ liệu sang biểu mẫu mới tải về.',
    en: 'Delete the embedded objects and save; best copy the data into a fresh template.',
  },
  example: {},
});

export const broken = problem({
  code: 'E-WORKBOOK-BROKEN',
  vi: 'Tệp bị hỏng: {why}.',
  en: 'The file is damaged: {whyEn}.',
  next: {
    vi: 'Mở tệp bằng Excel, lưu lại; nếu không mở được, lấy bản sao khác. Tải lên lại sau khi đường truyền ổn định.',
    en: 'Open it in Excel and save it again; if it does not open, take another copy.',
  },
  example: { why: 'phần tệp bị cắt', whyEn: 'a part was cut' },
});

export const unsafe = problem({
  code: 'E-WORKBOOK-UNSAFE',
  vi: 'Tệp có cấu trúc không an toàn ({why}) nên không được đọc.',
  en: 'The file has an unsafe structure ({whyEn}) and was not read.',
  next: { vi: 'Tải biểu mẫu mới, chép dữ liệu sang rồi gửi lại.', en: 'Download a fresh template, copy the data into it and send that.' },
  example: { why: 'DOCTYPE', whyEn: 'DOCTYPE' },
});

export const unknownForm = problem({
  code: 'E-WORKBOOK-UNKNOWN-FORM',
  vi: 'Trong tệp có thành phần viết theo dạng mà hệ thống không biết đọc ({form}); để không bỏ sót dữ liệu, cả tệp không được đọc.',
  en: 'The file has something in a form that is not known here ({form}); so that no data is left out, the file was not read.',
  next: {
    vi: 'Mở tệp bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi tải lên; nếu vẫn vậy, chép dữ liệu sang biểu mẫu mới.',
    en: 'Open it in Excel or LibreOffice, save it as .xlsx and upload that; if it stays so, copy the data into a fresh template.',
  },
  example: { form: 'row/foo' },
});

export const otherEncoding = problem({
  code: 'E-WORKBOOK-ENCODING',
  vi: 'Tệp dùng bảng mã {encoding} mà hệ thống không đọc được (chỉ đọc UTF-8 và UTF-16).',
  en: 'The file is written in {encoding}, which cannot be read here (only UTF-8 and UTF-16 can).',
  next: {
    vi: 'Mở tệp bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi tải lên.',
    en: 'Open it in Excel or LibreOffice, save it as .xlsx and upload that.',
  },
  example: { encoding: 'windows-1258' },
});

export const bomb = problem({
  code: 'E-WORKBOOK-BOMB',
  vi: 'Tệp bung ra lớn bất thường ({why}) nên không được đọc tiếp.',
  en: 'The file unpacks to an unusual size ({whyEn}) and was not read on.',
  next: {
    vi: 'Tải biểu mẫu mới, chỉ chép phần dữ liệu sang rồi gửi lại.',
    en: 'Download a fresh template, copy only the data into it and send that.',
  },
  example: { why: 'nén quá chặt', whyEn: 'packed too tightly' },
});

export const tooWide = problem({
  code: 'E-WORKBOOK-TOO-WIDE',
  vi: 'Có hơn {many} ô dữ liệu nằm xa ngoài các cột của biểu mẫu, ô cuối đã xem là {cell}.',
  en: 'More than {many} cells far beyond the columns of the template hold data; the last one seen is {cell}.',
  next: {
    vi: 'Xóa các cột thừa bên phải rồi lưu lại, hoặc chép dữ liệu sang biểu mẫu mới.',
    en: 'Delete the extra columns on the right and save, or copy the data into a fresh template.',
  },
  example: { cell: 'EJ9', many: '20' },
});

export const tooLong = problem({
  code: 'E-WORKBOOK-TOO-LONG',
  vi: 'Tệp có nhiều dữ liệu hơn mức đọc được một lần (hơn {most}).',
  en: 'The file holds more than can be read at once (more than {mostEn}).',
  next: { vi: 'Chia dữ liệu thành nhiều tệp theo đơn vị.', en: 'Split the data into several files by unit.' },
  example: { most: '200.000 dòng trong một trang', mostEn: '200,000 rows in a sheet' },
});

export const tooHeavy = problem({
  code: 'E-WORKBOOK-TOO-HEAVY',
  vi: 'Đọc tệp này tốn quá nhiều thời gian hoặc bộ nhớ ({why}).',
  en: 'Reading this file takes too much time or memory ({whyEn}).',
  next: { vi: 'Chia dữ liệu thành nhiều tệp nhỏ hơn rồi gửi từng tệp.', en: 'Split the data into smaller files and send them one by one.' },
  example: { why: 'quá thời gian', whyEn: 'out of time' },
});

export const notOurTemplate = problem({
  code: 'E-WORKBOOK-NO-MAIN-SHEET',
  vi: 'Không tìm thấy trang "Hồ sơ" với các cột của biểu mẫu.',
  en: 'There is no sheet "Hồ sơ" with the columns of the template.',
  next: {
    vi: 'Tải biểu mẫu từ Cổng, chép dữ liệu vào trang "Hồ sơ" từ dòng 4, giữ nguyên ba dòng đầu.',
    en: 'Download the template, copy the data into "Hồ sơ" from row 4, keep the first three rows.',
  },
  example: {},
});

export const listHeadsMissing = problem({
  code: 'E-LIST-HEADS',
  status: 422,
  vi: 'Không tìm thấy trang "{sheet}" với các cột: {columns}.',
  en: 'There is no sheet with the columns of this list.',
  next: {
    vi: 'Tải danh sách từ Cổng, giữ nguyên tên trang và dòng tiêu đề; tệp CSV thì dòng đầu là các tiêu đề đó.',
    en: 'Take the list from the portal, keep the name of the sheet and the row of heads; a CSV file begins with those heads.',
  },
  example: { sheet: 'Tài khoản', columns: 'Số định danh, Họ và tên, Vai trò, Mã cơ quan' },
});

export const listTooLong = problem({
  code: 'E-LIST-TOO-LONG',
  status: 422,
  vi: 'Danh sách dài quá {most} dòng.',
  en: 'The list has more than {most} rows.',
  next: { vi: 'Chia thành nhiều tệp rồi tải lên lần lượt.', en: 'Split it into several files and upload them one after the other.' },
  example: { most: '100.000' },
});

export const listNotUtf8 = problem({
  code: 'E-LIST-NOT-UTF8',
  status: 422,
  vi: 'Tệp CSV không ở bảng mã UTF-8: chữ có dấu sẽ sai.',
  en: 'The CSV file is not in UTF-8: letters with marks would be wrong.',
  next: {
    vi: 'Trong Excel, chọn Lưu thành (Save As), kiểu "CSV UTF-8" hoặc "Excel Workbook (.xlsx)", rồi tải lên lại.',
    en: 'In Excel choose Save As, type "CSV UTF-8" or "Excel Workbook (.xlsx)", and upload it again.',
  },
  example: {},
});

/** Refusals of the sandboxed parser, by code. */
const REFUSALS: Readonly<Record<string, ProblemKind>> = Object.fromEntries(
  [
    notAWorkbook,
    oldFormat,
    passwordProtected,
    hasMacros,
    hasLinks,
    hasEmbedded,
    broken,
    unsafe,
    unknownForm,
    otherEncoding,
    bomb,
    tooWide,
    tooLong,
    tooHeavy,
  ].map((kind) => [kind.declaration.code, kind]),
);

/** What there may be most of in a file that is read at once, by the parameter of the refusal. */
const MOST: readonly (readonly [name: string, vi: (most: string) => string, en: (most: string) => string])[] = [
  ['rows', (most) => `${most} dòng trong một trang`, (most) => `${most} rows in a sheet`],
  ['cells', (most) => `${most} ô có dữ liệu`, (most) => `${most} cells with a value`],
  ['strings', (most) => `${most} chuỗi chữ khác nhau`, (most) => `${most} different texts`],
  ['bytes', (most) => `${most} MB sau khi bung`, (most) => `${most} MB when unpacked`],
];

/** The problem of a refusal of the sandboxed parser. */
export function refusalOf(code: string, params: Readonly<Record<string, string | number>>): Problem {
  const kind = REFUSALS[code] ?? tooHeavy;
  const most = MOST.find(([name]) => name in params);
  if (kind !== tooLong || !most) return kind(params);
  const [name, vi, en] = most;
  return kind({ most: vi(Number(params[name]).toLocaleString('vi')), mostEn: en(Number(params[name]).toLocaleString('en')) });
}

export const csvNotUtf8 = problem({
  code: 'E-CSV-NOT-UTF8',
  vi: 'Tệp CSV không ở bảng mã UTF-8 nên chữ có dấu không đọc đúng được.',
  en: 'The CSV file is not encoded as UTF-8: letters with marks cannot be read rightly.',
  next: {
    vi: 'Xuất lại với bảng mã UTF-8 (Excel: “CSV UTF-8 (phân tách bằng dấu phẩy)”).',
    en: 'Write it again as UTF-8 (Excel: “CSV UTF-8 (Comma delimited)”).',
  },
  example: {},
});

export const noMeta = problem({
  code: 'E-WORKBOOK-NO-META',
  group: { vi: 'Biểu mẫu mất phần đánh dấu phiên bản', en: 'The template lost its version mark' },
  severity: 'warning',
  vi: 'Tệp thiếu phần đánh dấu phiên bản biểu mẫu (trang ẩn _meta).',
  en: 'The file lacks the mark of its template version (hidden sheet _meta).',
  next: {
    vi: 'Dữ liệu vẫn được đọc theo tên cột. Lần sau nên dùng biểu mẫu tải trực tiếp từ Cổng.',
    en: 'The data is read by its column keys all the same. Use a template downloaded from the portal next time.',
  },
  example: {},
});

export const oldTemplate = problem({
  code: 'E-WORKBOOK-OLD-TEMPLATE',
  group: { vi: 'Biểu mẫu phiên bản cũ, đã chuyển sang bản mới', en: 'Old template, brought over to the new one' },
  severity: 'warning',
  vi: 'Biểu mẫu phiên bản {found}, bản hiện hành là {current}. Các cột đã được chuyển sang bản mới: {mapped}.',
  en: 'The template is version {found}; the current one is {current}. Columns were brought over: {mapped}.',
  next: {
    vi: 'Xem lại các cột được nêu. Lần sau tải biểu mẫu mới.',
    en: 'Look at the columns named. Download the new template next time.',
  },
  example: {
    found: '2023.1',
    current: '2026.1',
    mapped: { vi: '“CCCD” → “Số định danh cá nhân” (23 trang)', en: '“CCCD” → “Citizen number” (23 sheets)' },
  },
});

export const keysMissing = problem({
  code: 'E-WORKBOOK-KEYS-MISSING',
  group: { vi: 'Trang mất dòng khóa ẩn', en: 'A sheet lost its hidden keys' },
  severity: 'warning',
  vi: 'Dòng khóa ẩn của trang "{sheet}" đã mất; các cột được nhận theo tên ở dòng {row}.',
  en: 'The hidden key row of sheet "{sheet}" is gone; columns were found by their labels in row {row}.',
  next: {
    vi: 'Kiểm tra kết quả so sánh kỹ hơn. Không xóa ba dòng đầu của biểu mẫu.',
    en: 'Look at the comparison carefully. Do not delete the first three rows.',
  },
  example: { sheet: 'Hồ sơ', row: '2' },
});

export const keyDamaged = problem({
  code: 'E-WORKBOOK-KEY-DAMAGED',
  group: { vi: 'Khóa ẩn của cột bị hỏng', en: 'Hidden keys of columns are damaged' },
  severity: 'warning',
  vi: 'Khóa ẩn của cột {column} trang "{sheet}" bị hỏng; cột được nhận theo tên là {key}.',
  en: 'The hidden key of column {column} of sheet "{sheet}" is damaged; by its label it was read as {key}.',
  next: {
    vi: 'Kiểm tra dữ liệu của cột này. Lần sau giữ nguyên dòng 1 của biểu mẫu.',
    en: 'Look at the data of this column. Keep row 1 of the template next time.',
  },
  example: { column: 'C', sheet: 'Hồ sơ', key: 'ngaySinh' },
});

export const sheetRenamed = problem({
  code: 'E-WORKBOOK-SHEET-RENAMED',
  group: { vi: 'Trang mang tên khác vẫn được đọc', en: 'Sheets under another name were read' },
  severity: 'warning',
  vi: 'Trang "{sheet}" được nhận là trang "{form}" của biểu mẫu theo các cột của nó.',
  en: 'Sheet "{sheet}" was read as sheet "{form}" of the template, by its columns.',
  next: {
    vi: 'Kiểm tra đúng là dữ liệu cần gửi; nếu không, xóa trang này rồi tải lên lại.',
    en: 'Check that this is what is to be sent; if not, delete the sheet and upload again.',
  },
  example: { sheet: 'Diễn biến lương (2)', form: 'Diễn biến lương' },
});

export const sheetLeftOut = problem({
  code: 'E-WORKBOOK-SHEET-LEFT-OUT',
  group: { vi: 'Trang có dữ liệu của biểu mẫu mà không được đọc', en: 'Sheets with data of the template that were not read' },
  severity: 'warning',
  vi: 'Trang "{sheet}" có dữ liệu của trang "{form}" nhưng không được đọc (trang được đọc: "{instead}").',
  en: 'Sheet "{sheet}" holds data of sheet "{form}" and was not read (read instead: "{instead}").',
  next: {
    vi: 'Gộp các dòng vào một trang đúng mẫu rồi tải lên lại, hoặc xác nhận bỏ trang này.',
    en: 'Put the rows into one sheet of the template and upload again, or confirm that this sheet is left out.',
  },
  example: { sheet: 'Diễn biến lương (2)', form: 'Diễn biến lương', instead: 'Diễn biến lương' },
});

export const rowsOfNobody = problem({
  code: 'E-WORKBOOK-ROWS-NOBODY',
  group: { vi: 'Dòng không phải của ai, không được đọc', en: 'Rows of nobody that were not read' },
  severity: 'warning',
  vi: 'Trang "{sheet}" có {count} dòng không phải của ai (đánh số cột, tên nhóm, tổng cộng, chữ ký, ghi chú, dòng bị gạch ngang) nên không được đọc: dòng {rows}.',
  en: 'Sheet "{sheet}" has {count} rows of nobody (numbers of columns, titles, totals, signatures, notes, rows struck through), which were not read: {rows}.',
  next: {
    vi: 'Kiểm tra trong các dòng này không có hồ sơ của ai; lần sau không để chúng trong vùng dữ liệu.',
    en: 'Check that none of these rows is a person; leave them out of the table next time.',
  },
  example: { sheet: 'Hồ sơ', count: '3', rows: '10, 12, 13' },
});

export const headsMoved = problem({
  code: 'E-WORKBOOK-HEADS-MOVED',
  group: { vi: 'Phần đầu trang bị dời', en: 'Heads of a sheet were moved' },
  severity: 'warning',
  vi: 'Phần đầu của trang "{sheet}" đã bị dời: dữ liệu được đọc từ dòng {row}.',
  en: 'The heads of sheet "{sheet}" were moved: data is read from row {row}.',
  next: {
    vi: 'Kiểm tra số người đã nhận. Lần sau giữ nguyên ba dòng đầu của biểu mẫu.',
    en: 'Check the number of people received. Keep the first three rows of the template next time.',
  },
  example: { sheet: 'Hồ sơ', row: '6' },
});

export const cellsMerged = problem({
  code: 'E-WORKBOOK-MERGED',
  group: { vi: 'Tách các ô bị gộp', en: 'Unmerge cells' },
  severity: 'warning',
  vi: 'Các ô {range} bị gộp: chỉ ô đầu có giá trị, các ô còn lại được coi là trống.',
  en: 'Cells {range} are merged: only the first one holds a value, the others count as blank.',
  next: {
    vi: 'Chọn các ô này, bỏ gộp ô (Trang đầu → Hợp nhất → Bỏ hợp nhất), điền đủ từng dòng rồi tải lên lại.',
    en: 'Select the cells, unmerge them (Home → Merge → Unmerge), fill in every row, upload again.',
  },
  example: { range: 'C5:C9' },
});

export const columnTwice = problem({
  code: 'E-WORKBOOK-COLUMN-TWICE',
  group: { vi: 'Bỏ cột bị lặp', en: 'Remove the repeated column' },
  vi: 'Cột "{key}" xuất hiện hai lần trong trang "{sheet}".',
  en: 'Column "{key}" stands twice in sheet "{sheet}".',
  next: { vi: 'Giữ lại một cột, xóa cột kia rồi tải lên lại.', en: 'Keep one of them, delete the other and upload again.' },
  example: { key: 'ngaySinh', sheet: 'Hồ sơ' },
});

export const personTwice = problem({
  code: 'E-PERSON-TWICE',
  group: { vi: 'Một người xuất hiện ở nhiều dòng', en: 'One person in several rows' },
  vi: 'Người này đã có ở dòng {first}; một người chỉ được khai một dòng.',
  en: 'This person stands in row {first} already; one row per person.',
  next: {
    vi: 'Gộp hai dòng làm một, hoặc sửa số định danh nếu là hai người khác nhau.',
    en: 'Join the two rows, or correct the citizen number if they are two people.',
  },
  example: { first: '7' },
});

export const orphanRow = problem({
  code: 'E-ROW-ORPHAN',
  group: { vi: 'Dòng không khớp người nào ở trang “Hồ sơ”', en: 'Rows of nobody in the main sheet' },
  vi: 'Dòng này mang số định danh không có trong trang "Hồ sơ".',
  en: 'This row has a citizen number that is not in sheet "Hồ sơ".',
  next: {
    vi: 'Sửa số định danh cho khớp, thêm người đó vào trang "Hồ sơ", hoặc xóa dòng.',
    en: 'Correct the number, add the person to "Hồ sơ", or delete the row.',
  },
  example: {},
});

export const idMissing = problem({
  code: 'E-ROW-NO-ID',
  group: { vi: 'Điền số định danh của dòng', en: 'Give the citizen number of the row' },
  vi: 'Dòng này chưa có số định danh nên không biết là của ai.',
  en: 'This row has no citizen number, so nobody knows whose it is.',
  next: { vi: 'Điền số định danh 12 số ở cột đầu.', en: 'Fill in the 12-digit citizen number in the first column.' },
  example: {},
});

export const bodyNotYours = problem({
  code: 'E-BODY-NOT-YOURS',
  status: 404,
  vi: 'Không tìm thấy cơ quan này trong phạm vi của anh/chị.',
  en: 'There is no such agency within your reach.',
  next: { vi: 'Chọn một cơ quan trong danh sách được giao.', en: 'Choose one of the agencies that you were given.' },
  example: {},
});
