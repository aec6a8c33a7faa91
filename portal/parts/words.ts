/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  common: {
    loading: { vi: 'Đang tải…', en: 'Loading…' },
    retry: { vi: 'Thử lại', en: 'Try again' },
    more: { vi: 'Xem thêm', en: 'Show more' },
    close: { vi: 'Đóng', en: 'Close' },
    cancel: { vi: 'Hủy bỏ', en: 'Cancel' },
    none: { vi: 'Không có', en: 'None' },
    notStated: { vi: 'Chưa có dữ liệu', en: 'No data yet' },
    yes: { vi: 'Có', en: 'Yes' },
    no: { vi: 'Không', en: 'No' },
    people: { vi: '{{count}} người', en: 'people: {{count}}' },
    code: { vi: 'Mã lỗi', en: 'Error code' },
    whatIsCode: { vi: 'Mã này nghĩa là gì?', en: 'What does this code mean?' },
    request: { vi: 'Mã yêu cầu', en: 'Request id' },
  },
  failure: {
    title: { vi: 'Chưa thực hiện được', en: 'This could not be done' },
    nextTitle: { vi: 'Việc nên làm', en: 'What to do' },
    offline: {
      what: { vi: 'Không kết nối được với máy chủ.', en: 'The server cannot be reached.' },
      next: {
        vi: 'Kiểm tra đường mạng rồi bấm “Thử lại”. Những gì anh/chị đã gửi vẫn được giữ.',
        en: 'Check your connection, then press “Try again”. What you have sent is kept.',
      },
    },
    signedOut: {
      what: { vi: 'Phiên đăng nhập đã hết.', en: 'Your session has ended.' },
      next: { vi: 'Đăng nhập lại; hệ thống sẽ đưa anh/chị về đúng trang này.', en: 'Sign in again; you will come back to this page.' },
    },
    forbidden: {
      what: { vi: 'Vai trò hiện tại không được làm việc này.', en: 'Your present role may not do this.' },
      next: { vi: 'Chọn vai trò khác, hoặc liên hệ quản trị của cơ quan.', en: 'Choose another role, or ask your agency’s administrator.' },
    },
    notFound: {
      what: { vi: 'Không tìm thấy nội dung này.', en: 'This was not found.' },
      next: {
        vi: 'Địa chỉ có thể đã sai, hoặc nội dung không thuộc phạm vi của anh/chị. Mở lại từ danh sách.',
        en: 'The address may be wrong, or it is outside your reach. Open it from its list.',
      },
    },
    tooLarge: {
      what: { vi: 'Tệp quá lớn.', en: 'The file is too large.' },
      next: {
        vi: 'Chia danh sách thành nhiều tệp rồi tải lên từng tệp.',
        en: 'Split the list into several files and upload them one by one.',
      },
    },
    serverDown: {
      what: { vi: 'Máy chủ đang gặp sự cố.', en: 'The server has a problem.' },
      next: {
        vi: 'Chờ vài phút rồi thử lại. Nếu vẫn lỗi, gửi mã yêu cầu bên dưới cho bộ phận hỗ trợ.',
        en: 'Wait a few minutes and try again. If it stays, send the request id below to support.',
      },
    },
    other: {
      what: { vi: 'Máy chủ trả lời không như mong đợi.', en: 'The server gave an unexpected answer.' },
      next: { vi: 'Tải lại trang rồi thử lại.', en: 'Reload the page and try again.' },
    },
  },
  state: {
    reading: { vi: 'Đang kiểm tra', en: 'Being checked' },
    checked: { vi: 'Hợp lệ, chờ gửi xác nhận', en: 'Valid, ready to submit' },
    'awaiting-approval': { vi: 'Chờ duyệt gửi', en: 'Waiting for approval' },
    wrong: { vi: 'Còn lỗi, chưa gửi xác nhận', en: 'Errors left, not submitted' },
    submitted: { vi: 'Đã gửi', en: 'Submitted' },
    matching: { vi: 'Đang đối soát dân cư', en: 'Being matched' },
    'awaiting-confirmation': { vi: 'Chờ xác nhận', en: 'To be confirmed' },
    returned: { vi: 'Có phần bị trả lại', en: 'Partly returned' },
    incomplete: { vi: 'Còn người chưa gửi xác nhận', en: 'Some not submitted' },
    registered: { vi: 'Đã cập nhật vào CSDL', en: 'Registered' },
    refused: { vi: 'Không đọc được tệp', en: 'File could not be read' },
    withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  },
  itemState: {
    checked: { vi: 'Đã kiểm tra', en: 'Checked' },
    'waiting-match': { vi: 'Chờ đối soát', en: 'Waiting for match' },
    'awaiting-confirmation': { vi: 'Chờ xác nhận', en: 'To be confirmed' },
    held: { vi: 'Chờ đợt trước xong', en: 'Waits for an earlier one' },
    confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
    registered: { vi: 'Đã cập nhật vào CSDL', en: 'Registered' },
    returned: { vi: 'Đã trả lại', en: 'Returned' },
    withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
    superseded: { vi: 'Đã thay bằng bản mới', en: 'Replaced' },
  },
  compared: {
    KHOP: { vi: 'Đã đối soát: khớp', en: 'Compared: matches' },
    GAN_KHOP: { vi: 'Đã đối soát: gần khớp', en: 'Compared: nearly matches' },
    LECH: { vi: 'Đã đối soát: lệch', en: 'Compared: differs' },
    KHONG_TIM_THAY: { vi: 'Đã đối soát: không tìm thấy', en: 'Compared: not found' },
    CHUA: { vi: 'Chưa so với dân cư', en: 'Not compared' },
    units: { vi: 'so tỉnh, xã', en: 'province and commune' },
  },
  comparedSource: {
    DAN_CU_NDXP: { vi: 'CSDL quốc gia về dân cư, qua NDXP', en: 'population database, by NDXP' },
    DAN_CU_LGSP: { vi: 'CSDL quốc gia về dân cư, qua LGSP', en: 'population database, by LGSP' },
  },
  match: {
    title: { vi: 'Đối soát dân cư', en: 'Population match' },
    KHOP: { vi: 'Khớp', en: 'Match' },
    GAN_KHOP: { vi: 'Gần khớp', en: 'Near match' },
    LECH: { vi: 'Lệch', en: 'Mismatch' },
    KHONG_TIM_THAY: { vi: 'Không tìm thấy', en: 'Not found' },
    CHUA: { vi: 'Chưa đối soát', en: 'Not yet matched' },
  },
  severity: {
    error: { vi: 'Lỗi', en: 'Errors' },
    warning: { vi: 'Cảnh báo', en: 'Warnings' },
    corrected: { vi: 'Đã tự sửa', en: 'Corrected' },
    'error-what': { vi: 'Hồ sơ còn lỗi chưa được gửi cho đến khi sửa xong.', en: 'A record with an error is not sent until it is fixed.' },
    'warning-what': {
      vi: 'Không chặn việc gửi; anh/chị xác nhận đã xem khi gửi.',
      en: 'Does not stop you; you confirm having seen it when you submit.',
    },
    'corrected-what': {
      vi: 'Hệ thống đã sửa chắc chắn; giá trị gốc được giữ bên cạnh.',
      en: 'Corrected where we are certain; the value as given is kept beside.',
    },
  },
  counts: {
    received: { vi: 'Người trong tệp', en: 'People in the file' },
    accepted: { vi: 'Hợp lệ', en: 'Valid' },
    rejected: { vi: 'Có lỗi', en: 'With errors' },
    waiting: { vi: 'Để lại sửa sau', en: 'To be fixed' },
    warnings: { vi: 'Cảnh báo', en: 'Warnings' },
    sum: {
      vi: '{{received}} người = {{accepted}} hợp lệ + {{rejected}} có lỗi + {{waiting}} để lại sửa sau',
      en: '{{received}} people = {{accepted}} valid + {{rejected}} with errors + {{waiting}} to be fixed',
    },
  },
  reason: {
    KHAC_HO_SO_GIAY: { vi: 'Khác với hồ sơ giấy', en: 'Differs from the paper file' },
    THIEU_QUYET_DINH: { vi: 'Thiếu quyết định hoặc căn cứ', en: 'No decision or evidence' },
    SAI_NGACH_BAC: { vi: 'Sai ngạch, bậc hoặc hệ số', en: 'Wrong grade, step or coefficient' },
    SAI_NGAY: { vi: 'Sai ngày, tháng', en: 'Wrong date' },
    SAI_DAN_CU: { vi: 'Không khớp dữ liệu dân cư', en: 'Does not match the population database' },
    KHONG_THUOC_QUAN_LY: { vi: 'Người này không thuộc cơ quan quản lý', en: 'The person is not managed by this agency' },
    ANH_KHONG_DUNG_NGUOI: { vi: 'Ảnh không đúng người này', en: 'The picture is not of this person' },
    ANH_KHONG_DAT: {
      vi: 'Ảnh không đạt yêu cầu: mờ, khuất mặt, cắt lệch hoặc đã cũ',
      en: 'The picture will not do: blurred, face hidden, badly cropped or old',
    },
    KHAC: { vi: 'Lý do khác (ghi rõ)', en: 'Other (say which)' },
    DAN_CU_CHUA_CAP_NHAT: {
      vi: 'Dữ liệu dân cư chưa cập nhật; có giấy tờ gốc',
      en: 'Population data not yet updated; original papers seen',
    },
    DOI_TEN_HOP_PHAP: { vi: 'Đã thay đổi họ, tên hoặc ngày sinh hợp pháp', en: 'Lawful change of name or birth date' },
    NGUON_TAM_NGUNG: { vi: 'Nguồn dân cư tạm ngừng; sẽ đối soát lại', en: 'Source is down; will be matched again' },
  },
  source: {
    NDXP: { vi: 'Nền tảng chia sẻ NDXP', en: 'NDXP exchange' },
    EXCEL: { vi: 'Biểu mẫu Excel', en: 'Workbook' },
    CONG: { vi: 'Cổng cập nhật hồ sơ', en: 'Portal' },
    VNEID: { vi: 'VNeID', en: 'VNeID' },
    NHAP_TAY: { vi: 'Nhập tay', en: 'Typed in' },
    DAN_CU: { vi: 'Dữ liệu dân cư', en: 'Population database' },
  },
  time: {
    justNow: { vi: 'vừa xong', en: 'just now' },
    minutes: { vi: '{{n}} phút', en: '{{n}} min' },
    hours: { vi: '{{n}} giờ', en: '{{n}} h' },
    days: { vi: '{{n}} ngày', en: '{{n}} days' },
    seconds: { vi: '{{n}} giây', en: '{{n}} s' },
    lessThanMinute: { vi: 'dưới một phút', en: 'less than a minute' },
  },
  absence: {
    CHUA_XAC_DINH: { vi: 'Chưa xác định', en: 'Not determined' },
    KHONG_RO: { vi: 'Không rõ', en: 'Unknown' },
    KHONG_AP_DUNG: { vi: 'Không áp dụng', en: 'Does not apply' },
  },
  connection: {
    lost: { vi: 'Mất kết nối', en: 'No connection' },
    lostNext: {
      vi: 'Máy chủ chưa trả lời. Những gì anh/chị đã chọn trên trang này vẫn còn; trang tự tiếp tục khi có kết nối.',
      en: 'The server does not answer. What you have chosen on this page is kept; it goes on by itself once there is a connection.',
    },
    waits: { vi: 'Chưa tải được vì mất kết nối; sẽ tự tải khi có kết nối.', en: 'Not loaded: no connection. It will load by itself.' },
  },
} satisfies WordTree;
