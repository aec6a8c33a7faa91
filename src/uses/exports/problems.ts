/** Problems of lists that are taken along. */
import { problem } from '#base/problem.ts';

export const exportNobody = problem({
  code: 'E-EXPORT-NOBODY',
  status: 422,
  vi: 'Không có ai theo điều kiện này trong phạm vi của anh/chị: không có danh sách để xuất.',
  en: 'Nobody within your reach fits these conditions: there is no list to export.',
  next: { vi: 'Đổi điều kiện tra cứu rồi xuất lại.', en: 'Change the conditions of the search, then export again.' },
  example: {},
});

export const exportTooMany = problem({
  code: 'E-EXPORT-TOO-MANY',
  status: 422,
  vi: 'Điều kiện này tìm thấy hơn {max} người, nhiều hơn một danh sách được xuất.',
  en: 'These conditions find more than {max} people, more than one list may hold.',
  next: { vi: 'Thu hẹp điều kiện, ví dụ theo từng cơ quan.', en: 'Narrow the conditions, for instance agency by agency.' },
  example: { max: '10000' },
});

export const exportColumns = problem({
  code: 'E-EXPORT-COLUMNS',
  status: 422,
  vi: 'Mỗi cột được chọn một lần, và chọn ít nhất một cột.',
  en: 'Each column is chosen once, and at least one.',
  next: { vi: 'Chọn lại các cột.', en: 'Choose the columns again.' },
  example: {},
});

export const exportTemplate = problem({
  code: 'E-EXPORT-TEMPLATE',
  status: 422,
  vi: 'Biểu mẫu điền sẵn được lập cho một cơ quan mà anh/chị được tải hồ sơ lên, với mục đích gửi xác nhận.',
  en: 'A filled template is made of one agency for which you may upload, with the purpose of submitting.',
  next: { vi: 'Mở trang “Biểu mẫu”, chọn cơ quan rồi đề nghị lại.', en: 'Open the page “Template”, choose the agency, then ask again.' },
  example: {},
});

export const exportGround = problem({
  code: 'E-EXPORT-GROUND',
  status: 422,
  vi: 'Trích ngang, trích dọc cần nêu căn cứ: văn bản nào, số, ngày (ít nhất {count} ký tự).',
  en: 'An extract needs its ground: which document, number, day (at least {count} letters).',
  next: { vi: 'Ghi căn cứ rồi gửi lại.', en: 'State the ground, then ask again.' },
  example: { count: '10' },
});

export const exportDay = problem({
  code: 'E-EXPORT-DAY',
  status: 422,
  vi: 'Ngày số liệu {day} không phải một ngày đã đến.',
  en: 'The day {day} of the data is no day that has come.',
  next: { vi: 'Chọn hôm nay hoặc một ngày trước.', en: 'Choose today or an earlier day.' },
  example: { day: '2099-01-01' },
});

export const exportFields = problem({
  code: 'E-EXPORT-FIELDS',
  status: 422,
  vi: 'Trường không trích được, ngoài quyền xem của anh/chị, bị chọn hai lần, hoặc chưa chọn trường nào: {fields}.',
  en: 'Fields that cannot be extracted, that you do not see, that were chosen twice, or none at all: {fields}.',
  next: { vi: 'Chọn lại trong các trường mà màn hình nêu.', en: 'Choose among the fields that the screen offers.' },
  example: { fields: 'soDinhDanh' },
});

export const exportNotReady = problem({
  code: 'E-EXPORT-NOT-READY',
  status: 409,
  vi: 'Danh sách này chưa lập xong, không được duyệt, hoặc đã hết hạn và bị xóa.',
  en: 'This list is not ready, was not granted, or its time is over and it was deleted.',
  next: { vi: 'Mở lại trang “Danh sách đã xuất” để xem trạng thái.', en: 'Open the page “Exported lists” again to see how it stands.' },
  example: {},
});

export const askedAgain = problem({
  code: 'E-EXPORT-ASKED-AGAIN',
  status: 409,
  vi: 'Biểu mẫu điền sẵn của cơ quan này đã được lập ngày {day} ({number}): điều CSDL đã có không yêu cầu lại trong {days} ngày nếu không có lý do.',
  en: 'A filled template of this agency was made on {day} ({number}): what the register holds is not asked again within {days} days without a reason.',
  next: {
    vi: 'Nếu anh/chị hoặc đồng nghiệp còn bản đó thì dùng; nếu không, ghi lý do yêu cầu lại (ít nhất 10 chữ cái). Mỗi lần yêu cầu lại được ghi nhật ký và đếm theo cơ quan.',
    en: 'If you or a colleague still have that one, use it; if not, say why it is asked again (at least 10 letters). Each repetition is logged and counted by agency.',
  },
  example: { day: '12/11/2026', number: 'XD-7K2M9', days: '30' },
});
