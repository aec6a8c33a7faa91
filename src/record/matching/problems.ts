/** Problems of matching. */
import { problem } from '#base/problem.ts';

export const bodyWithoutIdentifier = problem({
  code: 'E-MATCH-NO-IDENTIFIER',
  vi: '"{body}" chưa có mã định danh điện tử chính thức, nên chưa hỏi được Cơ sở dữ liệu quốc gia về dân cư. Hồ sơ được giữ ở bước chờ đối soát.',
  en: '"{body}" has no official electronic identifier, so the population database cannot be asked. The records wait to be matched.',
  next: {
    vi: 'Đề nghị quản trị viên bổ sung mã định danh của cơ quan (theo quyết định cấp mã). Có mã, hệ thống tự đối soát tiếp, không phải gửi lại.',
    en: 'Ask the administrator to add the identifier of the agency, as it was assigned. Matching then goes on by itself; nothing is sent again.',
  },
  example: { body: 'Vụ Tổ chức cán bộ (mẫu)' },
});

export const mismatchGone = problem({
  code: 'E-MISMATCH-GONE',
  status: 404,
  vi: 'Người này không còn trong danh sách sai lệch đối soát.',
  en: 'This person is not among the mismatches any more.',
  next: {
    vi: 'Mở lại danh sách: người đã khớp, đã xác nhận, đã trả lại hoặc đã rút thì không còn ở đó.',
    en: 'Open the list again: who matches, was confirmed, returned or withdrawn is not there any more.',
  },
  example: {},
});

export const mismatchOfficer = problem({
  code: 'E-MISMATCH-OFFICER',
  vi: 'Người được giao không phải chuyên viên tổ chức cán bộ của cơ quan này hoặc cơ quan trên.',
  en: 'Whoever it is given to is no HR officer of this agency or one above it.',
  next: { vi: 'Chọn một người trong danh sách.', en: 'Choose somebody of the list.' },
  example: {},
});

export const mismatchNote = problem({
  code: 'E-MISMATCH-NOTE',
  vi: 'Chưa ghi nội dung.',
  en: 'Nothing is written.',
  next: { vi: 'Ghi điều đã tìm hiểu hoặc đã báo cho người đó.', en: 'Write what was found, or what the person was told.' },
  example: {},
});

export const populationNotNow = problem({
  code: 'E-POPULATION-NOT-NOW',
  status: 503,
  vi: 'Cơ sở dữ liệu quốc gia về dân cư chưa trả lời được lúc này.',
  en: 'The population database cannot answer just now.',
  next: {
    vi: 'Thử lại sau ít phút; kết quả đối soát đã có vẫn giữ nguyên.',
    en: 'Try again in a few minutes; the match that was made stands.',
  },
  example: {},
});
