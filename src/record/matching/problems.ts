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
