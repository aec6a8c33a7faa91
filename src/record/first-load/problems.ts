/** Problems of first loads. */
import { problem } from '#base/problem.ts';
import type { Bilingual } from '#base/problem.ts';

export const windowNotFound = problem({
  code: 'E-FIRST-LOAD-WINDOW-NOT-FOUND',
  status: 404,
  vi: 'Không tìm thấy lần cho phép nạp lần đầu này, hoặc đã đóng.',
  en: 'This opening of a first load is not there, or is closed.',
  next: { vi: 'Mở lại trang “Nạp lần đầu”.', en: 'Open the page “First load” again.' },
  example: {},
});

export const windowOpenAlready = problem({
  code: 'E-FIRST-LOAD-OPEN-ALREADY',
  status: 409,
  vi: 'Cơ quan này đang có một lần cho phép nạp lần đầu chưa đóng, đến hết ngày {lastDay}.',
  en: 'A first load of this agency stands open already, until {lastDay}.',
  next: {
    vi: 'Dùng lần cho phép đó; nếu cần thời hạn khác thì đóng nó rồi mở lại.',
    en: 'Use it; for other days close it and open another.',
  },
  example: { lastDay: '31/12/2026' },
});

export const windowDays = problem({
  code: 'E-FIRST-LOAD-DAYS',
  vi: 'Thời hạn không hợp lệ: ngày cuối không trước ngày đầu và không trước hôm nay, dài nhất {daysMax} ngày; ngày quyết định không sau hôm nay.',
  en: 'The days are not valid: the last not before the first nor before today, at most {daysMax} days; the decision not of a later day than today.',
  next: { vi: 'Ghi lại theo quyết định cho phép.', en: 'Give the days that the decision names.' },
  example: { daysMax: '366' },
});

export const firstLoadClosed = problem({
  code: 'E-FIRST-LOAD-NOT-OPEN',
  status: 409,
  vi: 'Cơ quan này hôm nay không được nạp lần đầu: chưa mở, đã hết hạn hoặc đã đóng.',
  en: 'No first load of this agency stands open today: it was not opened, has ended, or was closed.',
  next: {
    vi: 'Đề nghị Bộ mở (trang “Nạp lần đầu”). Hồ sơ mới phát sinh thì gửi và xác nhận như thường.',
    en: 'Ask the ministry to open it (page “First load”). New records are sent and confirmed as usual.',
  },
  example: {},
});

export const loadNotFound = problem({
  code: 'E-FIRST-LOAD-NOT-FOUND',
  status: 404,
  vi: 'Không tìm thấy đợt nạp lần đầu này trong phạm vi của anh/chị.',
  en: 'There is no such first load within your reach.',
  next: { vi: 'Mở lại từ trang “Nạp lần đầu”.', en: 'Open it again from the page “First load”.' },
  example: {},
});

export const loadUnderWay = problem({
  code: 'E-FIRST-LOAD-UNDER-WAY',
  status: 409,
  vi: 'Cơ quan này đang có một đợt nạp lần đầu chưa xong.',
  en: 'A first load of this agency is under way.',
  next: { vi: 'Thêm tệp vào đợt đó, hoặc hủy nó trước.', en: 'Add files to it, or withdraw it first.' },
  example: {},
});

export const loadStands = problem({
  code: 'E-FIRST-LOAD-STATE',
  status: 409,
  vi: 'Không làm được việc này khi đợt nạp đang ở bước “{state}”.',
  en: 'This cannot be done while the load is at “{state}”.',
  next: {
    vi: 'Tải lại trang để xem bước hiện tại và việc làm được.',
    en: 'Open the page again to see where it stands and what can be done.',
  },
  example: { state: { vi: 'kiểm tra mẫu', en: 'the sample is checked' } satisfies Bilingual },
});

export const asOfOfLoad = problem({
  code: 'E-FIRST-LOAD-AS-OF',
  vi: 'Ngày số liệu phải là ngày có thật, không sau hôm nay.',
  en: 'The day of the data must be a real one, not after today.',
  next: { vi: 'Ghi ngày mà số liệu trong các tệp tính đến.', en: 'Give the day that the data of the files are of.' },
  example: {},
});

export const tooManyParts = problem({
  code: 'E-FIRST-LOAD-PARTS',
  status: 409,
  vi: 'Một đợt nạp nhận nhiều nhất {partsMax} tệp.',
  en: 'A load takes at most {partsMax} files.',
  next: { vi: 'Gộp các tệp nhỏ, hoặc chốt đợt này rồi nạp đợt tiếp.', en: 'Join small files, or close this load and go on with another.' },
  example: { partsMax: '1.000' },
});

export const partNotFound = problem({
  code: 'E-FIRST-LOAD-PART-NOT-FOUND',
  status: 404,
  vi: 'Đợt nạp này không có phần {no}.',
  en: 'This load has no part {no}.',
  next: { vi: 'Tải lại trang.', en: 'Open the page again.' },
  example: { no: '3' },
});

export const partsNotChecked = problem({
  code: 'E-FIRST-LOAD-NOT-CHECKED',
  status: 409,
  vi: 'Chưa chốt được: {count} tệp chưa kiểm tra xong hoặc không đọc được.',
  en: 'It cannot be closed: {count} files are not checked yet, or could not be read.',
  next: { vi: 'Chờ kiểm tra xong; bỏ tệp không đọc được.', en: 'Wait until they are checked; take out what could not be read.' },
  example: { count: '2' },
});

export const nobodyToLoad = problem({
  code: 'E-FIRST-LOAD-NOBODY',
  status: 409,
  vi: 'Chưa có dòng nào hợp lệ để nạp.',
  en: 'No row is valid yet.',
  next: {
    vi: 'Thêm tệp, hoặc sửa các dòng bị loại rồi gửi thành phần mới.',
    en: 'Add a file, or correct rejected rows and send them as another part.',
  },
  example: {},
});

export const rowNotOpened = problem({
  code: 'E-FIRST-LOAD-NOT-OPENED',
  status: 409,
  vi: 'Chưa mở dòng này nên chưa ghi kết quả được.',
  en: 'You have not opened this row: nothing can be said of it yet.',
  next: { vi: 'Mở dòng, đối chiếu với hồ sơ gốc rồi ghi kết quả.', en: 'Open it, hold it against the file, then say what you found.' },
  example: {},
});

export const rowNotFound = problem({
  code: 'E-FIRST-LOAD-ROW-NOT-FOUND',
  status: 404,
  vi: 'Dòng này không có trong mẫu, hoặc đã có kết quả.',
  en: 'This row is not of the sample, or was judged.',
  next: { vi: 'Tải lại trang.', en: 'Open the page again.' },
  example: {},
});

export const wrongNeedsNote = problem({
  code: 'E-FIRST-LOAD-WRONG-HOW',
  vi: 'Dòng sai thì ghi rõ giá trị nào sai so với hồ sơ gốc.',
  en: 'Of a row that is wrong, say which value differs from the file.',
  next: { vi: 'Ghi tên trường và chỗ sai.', en: 'Name the field and what is wrong.' },
  example: {},
});

export const signedOtherwise = problem({
  code: 'E-FIRST-LOAD-SIGNED-ROOT',
  status: 409,
  vi: 'Nội dung đợt nạp không còn như anh/chị đã xem. Chưa ký gì.',
  en: 'The load is not what you were shown any more. Nothing was signed.',
  next: { vi: 'Tải lại trang, xem lại rồi ký.', en: 'Open the page again, look at it, then sign.' },
  example: {},
});

export const signedBefore = problem({
  code: 'E-FIRST-LOAD-SAME-SIGNER',
  status: 403,
  vi: 'Anh/chị đã ký đợt nạp này: người thứ hai phải là người khác.',
  en: 'You have signed this load: the second must be another person.',
  next: { vi: 'Đề nghị một người có vai trò xác nhận khác của cơ quan ký.', en: 'Ask another person who confirms for the agency to sign.' },
  example: {},
});

export const warningsOfLoad = problem({
  code: 'E-FIRST-LOAD-WARNINGS',
  vi: 'Còn cảnh báo chưa đánh dấu đã đọc: {codes}.',
  en: 'Warnings are not marked as read: {codes}.',
  next: { vi: 'Đọc từng loại cảnh báo rồi đánh dấu trước khi ký.', en: 'Read each kind of warning and mark it before you sign.' },
  example: { codes: 'E-ID-SEX' },
});

/** Of a row: it is somebody whom the register knows already, and says something else of them. */
export const knownAlready = problem({
  code: 'E-FIRST-LOAD-KNOWN',
  vi: 'Người này đã có trong CSDL: nạp lần đầu không sửa hồ sơ đã có.',
  en: 'The register knows this person: a first load changes no record that is there.',
  next: { vi: 'Gửi thay đổi theo cách thường để người có thẩm quyền xác nhận.', en: 'Send the change as usual, to be confirmed.' },
  example: {},
});

/** Of a row: it stands in an earlier part. */
export const inAnotherPart = problem({
  code: 'E-FIRST-LOAD-TWICE',
  vi: 'Người này đã có ở phần {part} của đợt nạp: chỉ dòng đó được nạp.',
  en: 'This person stands in part {part} of the load: only that row is taken.',
  next: {
    vi: 'Nếu dòng này mới đúng, bỏ phần {part} hoặc sửa dòng ở phần đó rồi tải lại.',
    en: 'If this row is the right one, take part {part} out, or correct the row there and upload it again.',
  },
  example: { part: '1' },
});

/** Of a row: it is a signer's own record. */
export const signersOwn = problem({
  code: 'E-FIRST-LOAD-OWN',
  vi: 'Đây là hồ sơ của người ký đợt nạp: không ai tự xác nhận hồ sơ của mình.',
  en: 'This is the record of somebody who signed the load: nobody confirms their own.',
  next: { vi: 'Gửi hồ sơ này theo cách thường để người khác xác nhận.', en: 'Send it as usual, to be confirmed by somebody else.' },
  example: {},
});
