/** Problems of acts on single lines (`line-operations.ts`). */
import { problem } from '#base/problem.ts';

export const lineOfNobody = problem({
  code: 'E-LINE-NOBODY',
  group: { vi: 'Người chưa có trong CSDL', en: 'People whom the register does not know' },
  vi: 'Chưa có hồ sơ đã xác nhận của người này tại cơ quan nên không có dòng nào để thêm, sửa hay kết thúc.',
  en: 'This agency has no confirmed record of the person, so there is no line to be added to, corrected or ended.',
  next: {
    vi: 'Kiểm tra lại số định danh; hồ sơ chưa được xác nhận thì gửi cả hồ sơ trước.',
    en: 'Check the citizen number; if the record is not confirmed yet, send the whole record first.',
  },
  example: {},
});

export const lineWithGroup = problem({
  code: 'E-LINE-WITH-GROUP',
  group: { vi: 'Nhóm vừa gửi cả nhóm vừa gửi từng dòng', en: 'Groups sent whole and by their lines' },
  vi: '{section}: lần gửi này vừa nêu cả nhóm {group}, vừa thêm, sửa hoặc kết thúc từng dòng của nhóm đó.',
  en: '{section}: this states group {group} as a whole and acts on single lines of it as well.',
  next: {
    vi: 'Giữ một cách: gửi cả nhóm, hoặc chỉ gửi các thao tác trên dòng; phần kia gửi ở một lần khác.',
    en: 'Keep one of the two: the whole group, or the acts on lines; send the other by itself.',
  },
  example: { section: { vi: 'Diễn biến lương', en: 'Pay history' }, group: 'G' },
});

export const lineAskedTwice = problem({
  code: 'E-LINE-ASKED-TWICE',
  group: { vi: 'Một dòng có hai thao tác', en: 'Lines with two acts' },
  vi: '{section}: dòng số {line} được nêu trong hai thao tác của cùng một lần gửi.',
  en: '{section}: line {line} is named by two acts of one sending.',
  next: {
    vi: 'Gộp thành một thao tác "sửa dòng" ghi đủ cả dòng như sau khi sửa.',
    en: 'Make one correction of them that states the whole line as it is afterwards.',
  },
  example: { section: { vi: 'Hợp đồng', en: 'Contracts' }, line: '2' },
});

export const lineWaits = problem({
  code: 'E-LINE-WAITS',
  severity: 'warning',
  group: { vi: 'Dòng đang chờ ở lần gửi khác', en: 'Lines that wait in another submission' },
  vi: '{section}: lần gửi {upload} đang có thay đổi chưa xác nhận trên đúng dòng này hoặc trên cả nhóm; thao tác này sẽ chờ sau nó.',
  en: '{section}: submission {upload} has an unconfirmed change of this very line, or of the whole group; this act will wait behind it.',
  next: {
    vi: 'Vẫn gửi được: đến lượt sẽ tự vào hàng chờ xác nhận. Cần làm ngay thì đề nghị xác nhận, hoặc rút lần gửi {upload} trước.',
    en: 'It can be sent: it enters the queue when its turn comes. If it cannot wait, have {upload} confirmed or withdrawn first.',
  },
  example: { section: { vi: 'Diễn biến lương', en: 'Pay history' }, upload: 'TL-7K2M-9QXD' },
});
