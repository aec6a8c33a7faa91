// Written by tools/generate.ts from the words.ts beside the screens; not edited by hand.
export const vi = {
 "menu": {
  "accounts": "Tài khoản",
  "approvals": "Duyệt gửi",
  "sending": "Duyệt trước khi gửi",
  "audit": "Nhật ký",
  "board": "Tiến độ",
  "bodies": "Cơ quan",
  "cases": "Tiếp nhận, trùng số",
  "legalClocks": "Thời hạn pháp lý",
  "lists": "Bổ sung danh mục",
  "confirm": "Chờ xác nhận",
  "consents": "Xem theo sự đồng ý",
  "dataRequests": "Yêu cầu về dữ liệu",
  "ownRequests": "Yêu cầu về dữ liệu của tôi",
  "declarationCalls": "Đợt kê khai lần đầu",
  "decreeCoverage": "Đối chiếu Nghị định 27",
  "duties": "Nghĩa vụ theo luật",
  "erasures": "Hủy dữ liệu cá nhân",
  "exchangeLines": "Đường trao đổi",
  "firstLoads": "Nạp lần đầu",
  "heldCards": "Thẻ bị giữ lại",
  "home": "Việc của tôi",
  "incidents": "Sự cố",
  "keptApart": "Hồ sơ quản lý riêng",
  "mismatches": "Sai lệch dân cư",
  "network": "Kết nối mạng",
  "operations": "Vận hành",
  "oversight": "Giám sát lượt xem",
  "ownConsents": "Đồng ý cho xem hồ sơ",
  "ownDeclaration": "Kê khai hồ sơ của tôi",
  "own": "Hồ sơ của tôi",
  "ownReads": "Ai đã xem hồ sơ của tôi",
  "ownCard": "Thẻ của tôi",
  "ownData": "Dữ liệu của tôi",
  "search": "Tra cứu hồ sơ",
  "plan": "Kế hoạch triển khai",
  "reports": "Báo cáo thống kê",
  "submissions": "Các đợt cập nhật hồ sơ",
  "valueReports": "Báo sai thông tin",
  "template": "Biểu mẫu",
  "upload": "Tải tệp lên"
 },
 "attestation": {
  "check": "Kiểm tra bản xác nhận"
 },
 "audit": {
  "verify": "Cách tự kiểm tra"
 },
 "bodies": {
  "change": "Thay đổi"
 },
 "lent": {
  "title": "Ủy quyền quyết định"
 },
 "demo": {
  "current": "Đang xem với vai trò",
  "change": "Đổi vai trò"
 },
 "pageHelp": {
  "title": "Trợ giúp về trang này",
  "guide": "Hướng dẫn từng bước",
  "contact": "Cần người giúp: {{body}}, {{contact}}.",
  "noContact": "Cơ quan chưa ghi liên hệ hỗ trợ; người quản trị của cơ quan ghi ở mục Tài khoản."
 },
 "guide": {
  "title": "Hướng dẫn"
 },
 "welcome": {
  "title": "Cơ sở dữ liệu cán bộ, công chức, viên chức",
  "lead": "Tải tệp theo biểu mẫu lên, xem lỗi đến từng ô, gửi xác nhận và tra cứu lịch sử từng trường thông tin.",
  "signIn": "Đăng nhập bằng định danh điện tử",
  "signInWith": "Đăng nhập bằng {{name}}",
  "demo": "Xem thử với vai trò mẫu",
  "signInDemo": "Đăng nhập (bộ mô phỏng VNeID)",
  "open": "Thẻ, biên nhận, kiểm chứng",
  "door": "Kiểm tra thẻ cán bộ, công chức, viên chức",
  "receipt": "Kiểm tra biên nhận và tệp đã gửi",
  "paper": "Kiểm tra bản giấy",
  "own": "Xem hồ sơ và nhận thẻ của mình",
  "trust": "Mốc ký của nhật ký, để tự kiểm chứng",
  "keys": "khóa công khai",
  "docs": "Tài liệu giao diện cho phần mềm khác (API)",
  "way": "Năm bước cập nhật hồ sơ"
 },
 "way": {
  "fill": "Điền biểu mẫu",
  "fill-what": "Tải tệp Excel của cơ quan, mỗi người một dòng.",
  "mend": "Tải lên và sửa lỗi",
  "mend-what": "Mỗi lỗi chỉ rõ ô nào, sửa ra sao; áp dụng gợi ý bằng một lần bấm.",
  "send": "Gửi xác nhận, có biên nhận",
  "send-what": "Xem lại thay đổi, gửi xác nhận, có biên nhận mang chữ ký số.",
  "confirm": "Cơ quan xác nhận",
  "confirm-what": "Người có thẩm quyền so sánh cũ với mới, chấp nhận hoặc trả lại kèm lý do.",
  "register": "Cập nhật vào CSDL",
  "register-what": "Dữ liệu được xác nhận thành phiên bản mới, tra cứu được cả lịch sử."
 },
 "home": {
  "title": "Việc của tôi"
 },
 "notices": {
  "unseenOne": "{{count}} thông báo chưa xem",
  "unseenMany": "{{count}} thông báo chưa xem",
  "none": "Không có thông báo chưa xem"
 },
 "common": {
  "loading": "Đang tải…",
  "retry": "Thử lại",
  "code": "Mã lỗi",
  "whatIsCode": "Mã này nghĩa là gì?",
  "request": "Mã yêu cầu"
 },
 "failure": {
  "title": "Chưa thực hiện được",
  "nextTitle": "Việc nên làm",
  "offline": {
   "what": "Không kết nối được với máy chủ.",
   "next": "Kiểm tra đường mạng rồi bấm “Thử lại”. Những gì anh/chị đã gửi vẫn được giữ."
  },
  "signedOut": {
   "what": "Phiên đăng nhập đã hết.",
   "next": "Đăng nhập lại; hệ thống sẽ đưa anh/chị về đúng trang này."
  },
  "forbidden": {
   "what": "Vai trò hiện tại không được làm việc này.",
   "next": "Chọn vai trò khác, hoặc liên hệ quản trị của cơ quan."
  },
  "notFound": {
   "what": "Không tìm thấy nội dung này.",
   "next": "Địa chỉ có thể đã sai, hoặc nội dung không thuộc phạm vi của anh/chị. Mở lại từ danh sách."
  },
  "tooLarge": {
   "what": "Tệp quá lớn.",
   "next": "Chia danh sách thành nhiều tệp rồi tải lên từng tệp."
  },
  "serverDown": {
   "what": "Máy chủ đang gặp sự cố.",
   "next": "Chờ vài phút rồi thử lại. Nếu vẫn lỗi, gửi mã yêu cầu bên dưới cho bộ phận hỗ trợ."
  },
  "other": {
   "what": "Máy chủ trả lời không như mong đợi.",
   "next": "Tải lại trang rồi thử lại."
  }
 },
 "connection": {
  "lost": "Mất kết nối",
  "lostNext": "Máy chủ chưa trả lời. Những gì anh/chị đã chọn trên trang này vẫn còn; trang tự tiếp tục khi có kết nối.",
  "waits": "Chưa tải được vì mất kết nối; sẽ tự tải khi có kết nối."
 },
 "passkeys": {
  "title": "Khóa truy cập của tôi",
  "need": "Đăng ký khóa truy cập"
 },
 "card": {
  "release": "Cho cấp lại thẻ…"
 },
 "readings": {
  "title": "Xin xem thêm hồ sơ"
 },
 "settled": {
  "until": "Số liệu đến {{at}}; thay đổi sau đó chưa có ở đây."
 },
 "app": {
  "name": "Công Vụ",
  "long": "Hồ sơ cán bộ, công chức, viên chức",
  "demoBanner": "DỮ LIỆU MẪU – không phải hệ thống chính thức",
  "printedAt": "Bản in lúc {{at}}",
  "printedBy": "Bản in lúc {{at}}, người in: {{name}}",
  "skip": "Chuyển đến nội dung chính",
  "menu": "Các việc",
  "openMenu": "Mở danh sách việc",
  "closeMenu": "Đóng danh sách việc",
  "languageLabel": "Switch to English",
  "dark": "Nền tối",
  "light": "Nền sáng",
  "account": "Tài khoản",
  "signOut": "Đăng xuất",
  "signIn": "Đăng nhập",
  "mySessions": "Phiên đăng nhập của tôi",
  "accessibility": "Hỗ trợ tiếp cận",
  "help": "Giải thích mã lỗi",
  "footer": "Phần mềm nguồn mở. Mọi lần xem và thay đổi hồ sơ đều được ghi nhật ký."
 },
 "session": {
  "endsSoon": "Phiên làm việc sắp hết",
  "endsIn": "Sau {{minutes}} phút nữa anh/chị sẽ bị đăng xuất vì không có thao tác.",
  "stay": "Tôi vẫn đang làm việc",
  "ended": "Phiên làm việc đã hết",
  "endedWhat": "Đăng nhập lại để tiếp tục; những gì đã gửi vẫn được giữ.",
  "endedKept": "Trang được che lại. Những gì anh/chị đã điền vẫn còn ở đây: đăng nhập ở thẻ mới của trình duyệt, rồi quay lại thẻ này và bấm “Tiếp tục”.",
  "signInBeside": "Đăng nhập ở thẻ mới",
  "goOn": "Tiếp tục",
  "notYet": "Chưa thấy anh/chị đăng nhập lại."
 },
 "notFound": {
  "title": "Không có trang này",
  "next": "Địa chỉ có thể đã gõ sai hoặc đã đổi.",
  "home": "Về việc của tôi"
 },
 "admitted": {
  "signIn": "Anh/chị chưa đăng nhập",
  "signInLead": "Đăng nhập rồi hệ thống đưa anh/chị trở lại đúng trang này.",
  "ofOthers": "Trang này dành cho vai trò khác",
  "ofOthersLead": "Vai trò của anh/chị không làm việc này. Nếu công việc của anh/chị cần, đề nghị quản trị của cơ quan cấp vai trò."
 },
 "broken": {
  "title": "Trang này gặp lỗi",
  "next": "Tải lại trang. Những gì đã gửi vẫn được giữ.",
  "reload": "Tải lại trang"
 }
};
