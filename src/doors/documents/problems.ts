/** Problems of documents: why a PDF is not taken (E-DOCUMENT-…), and what is told of one that is. */
import { problem } from '#base/problem.ts';
import type { Problem } from '#base/problem.ts';
import { secretMark } from '#standard/problems/cell.ts';
import type { Inspected } from './reader/inspect.ts';
import { DOCUMENT_BYTES_MAX, PAGES_MAX } from './reader/limits.ts';
import type { NoAnswer } from './run-reader.ts';

export const documentNameless = problem({
  code: 'E-DOCUMENT-NAME',
  vi: 'Tên tệp PDF không cho biết văn bản này của ai.',
  en: 'The name of the PDF does not say whose document it is.',
  next: {
    vi: 'Đính kèm từ trang “Đính kèm văn bản”, hoặc đặt tên tệp: số định danh, loại tài liệu, số ký hiệu, ngày ban hành, cách nhau bằng dấu gạch dưới, ví dụ 000190000012_QD_12%2FQĐ-SNV_2026-03-01.pdf.',
    en: 'Attach it on the page “Attach a document”, or name the file: citizen number, kind, number, day, with underscores between, such as 000190000012_QD_12_2026-03-01.pdf.',
  },
  example: {},
});

export const documentNameLong = problem({
  code: 'E-DOCUMENT-NAME-LONG',
  vi: 'Số, ký hiệu quá dài, có quá nhiều dấu, hoặc chỉ là một ngày: không giữ được nguyên vẹn.',
  en: 'The number is too long, has too many signs, or is a mere day: it cannot be kept as it is.',
  next: {
    vi: 'Ghi số, ký hiệu như trên giấy tờ, bỏ phần không cần.',
    en: 'Write the number as it stands on the paper, without what is not needed.',
  },
  example: {},
});

export const documentsBusy = problem({
  code: 'E-DOCUMENTS-BUSY',
  status: 503,
  vi: 'Máy chủ đang đọc nhiều giấy tờ cùng lúc.',
  en: 'The server is reading many papers at the same time.',
  next: { vi: 'Chờ một phút rồi gửi lại; những gì đã lưu vẫn còn.', en: 'Wait a minute and send it again; what was saved is there.' },
  example: {},
});

export const documentOfNobody = problem({
  code: 'E-DOCUMENT-OF-NOBODY',
  vi: 'Chưa có hồ sơ của người mang số định danh này trong cơ quan.',
  en: 'The agency has no record of anybody with this citizen number.',
  next: {
    vi: 'Kiểm tra lại số định danh; nếu đúng, gửi hồ sơ của người đó trước, đính kèm văn bản sau.',
    en: 'Check the number; if it is right, send the record first and attach the document afterwards.',
  },
  example: {},
});

export const documentTooEarly = problem({
  code: 'E-DOCUMENT-TOO-EARLY',
  vi: 'Hồ sơ của người này đang chờ xác nhận, chưa đính kèm văn bản được.',
  en: 'The record of this person awaits confirmation: no document can be attached yet.',
  next: { vi: 'Đợi hồ sơ được xác nhận rồi gửi lại tệp này.', en: 'Send this file again when the record is confirmed.' },
  example: {},
});

export const documentNotPdfa = problem({
  code: 'E-DOCUMENT-NOT-PDFA',
  severity: 'warning',
  vi: 'Tệp PDF không ghi mình là dạng lưu trữ (PDF/A): nhiều năm sau có thể không mở ra đúng như hôm nay.',
  en: 'The PDF does not call itself one of the archival kind (PDF/A): in many years it may not open as it does today.',
  next: {
    vi: 'Nếu được, lưu lại dưới dạng PDF/A (máy quét và phần mềm văn phòng đều có mục này) rồi gửi. Vẫn gửi được tệp này.',
    en: 'If you can, save it as PDF/A (scanners and office programs offer it) and send that. This file can be sent all the same.',
  },
  example: {},
});

export const documentBroken = problem({
  code: 'E-DOCUMENT-BROKEN',
  vi: 'Không mở được tệp PDF này: tệp hỏng hoặc không phải PDF.',
  en: 'This PDF does not open: it is damaged, or no PDF.',
  next: {
    vi: 'Mở thử tệp trên máy; quét hoặc xuất lại PDF rồi gửi.',
    en: 'Try to open it yourself; scan or export it again and send that.',
  },
  example: {},
});

export const documentEncrypted = problem({
  code: 'E-DOCUMENT-ENCRYPTED',
  vi: 'Tệp PDF được đặt mật khẩu hoặc giới hạn quyền nên không kiểm tra được.',
  en: 'The PDF is encrypted (password or restrictions) and cannot be looked into.',
  next: {
    vi: 'Lưu lại tệp không đặt mật khẩu: đường truyền và nơi lưu đều đã được mã hóa.',
    en: 'Save it without a password: the way here and the store are encrypted already.',
  },
  example: {},
});

export const documentActive = problem({
  code: 'E-DOCUMENT-ACTIVE',
  vi: 'Tệp PDF có {what}: tệp như vậy không được nhận vào hồ sơ.',
  en: 'The PDF has {whatEn}: such a file is not taken into a record.',
  next: {
    vi: 'In tệp ra PDF mới (“Print to PDF”) hoặc lưu dạng PDF/A-2 rồi gửi tệp mới; hình trên trang vẫn giữ nguyên.',
    en: 'Print it to a new PDF, or save it as PDF/A-2, and send that; what is on the pages stays the same.',
  },
  example: { what: 'mã chạy được (JavaScript)', whatEn: 'a script (JavaScript)' },
});

export const documentTooLarge = problem({
  code: 'E-DOCUMENT-TOO-LARGE',
  vi: 'Tệp PDF lớn hơn {megabytes} MB.',
  en: 'The PDF is larger than {megabytes} MB.',
  next: {
    vi: 'Quét lại ở 200–300 dpi, đen trắng hoặc thang xám, hoặc tách thành nhiều tệp.',
    en: 'Scan again at 200–300 dpi, black and white or grey, or split it into several files.',
  },
  example: { megabytes: '20' },
});

export const documentTooManyPages = problem({
  code: 'E-DOCUMENT-PAGES',
  vi: 'Tệp PDF có {pages} trang; nhiều nhất {limit} trang một tệp.',
  en: 'The PDF has {pages} pages; {limit} is the most for a file.',
  next: { vi: 'Tách thành nhiều tệp.', en: 'Split it into several files.' },
  example: { pages: '512', limit: '300' },
});

export const documentTooHeavy = problem({
  code: 'E-DOCUMENT-TOO-HEAVY',
  vi: 'Đọc tệp PDF này tốn quá nhiều thời gian hoặc bộ nhớ ({why}).',
  en: 'Reading this PDF takes too much time or memory ({whyEn}).',
  next: { vi: 'Lưu lại dạng PDF/A-2 hoặc tách thành nhiều tệp.', en: 'Save it as PDF/A-2, or split it into several files.' },
  example: { why: 'quá thời gian', whyEn: 'out of time' },
});

type Refused = Extract<Inspected, { k: 'refused' }>;
type Active = Exclude<Refused['why'], 'not-a-pdf' | 'broken' | 'too-large' | 'too-many-pages' | 'encrypted' | 'secret'>;

/** What is active in it, in words. */
const ACTIVE: Readonly<Record<Active, { readonly what: string; readonly whatEn: string }>> = {
  script: { what: 'mã chạy được (JavaScript)', whatEn: 'a script (JavaScript)' },
  launch: { what: 'lệnh mở chương trình hoặc tệp khác', whatEn: 'a command that opens a program or another file' },
  embedded: { what: 'tệp khác đính bên trong', whatEn: 'other files embedded in it' },
  media: { what: 'âm thanh hoặc hình động', whatEn: 'sound or moving pictures' },
  form: { what: 'biểu mẫu tự gửi dữ liệu đi', whatEn: 'a form that sends data away' },
  dynamic: { what: 'biểu mẫu động (XFA)', whatEn: 'a dynamic form (XFA)' },
  unseen: { what: 'phần nén theo cách không kiểm tra được', whatEn: 'parts packed in a way that cannot be looked into' },
  bomb: { what: 'phần nén bung ra lớn bất thường', whatEn: 'parts that unpack to an unusual size' },
};

/** Why it is not taken. */
export function refusalOf(found: Refused | NoAnswer): Problem {
  if (found.k === 'killed') return documentTooHeavy({ why: found.why.vi, whyEn: found.why.en });
  switch (found.why) {
    case 'not-a-pdf':
    case 'broken':
      return documentBroken({});
    case 'encrypted':
      return documentEncrypted({});
    case 'too-large':
      return documentTooLarge({ megabytes: String(DOCUMENT_BYTES_MAX / 1024 / 1024) });
    case 'too-many-pages':
      return documentTooManyPages({ pages: String(found.pages ?? 0), limit: String(PAGES_MAX) });
    case 'secret':
      return secretMark({});
    default:
      return documentActive(ACTIVE[found.why]);
  }
}
