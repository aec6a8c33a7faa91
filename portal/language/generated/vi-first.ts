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
  "submissions": "Các đợt cập nhật hồ sơ",
  "valueReports": "Báo sai thông tin",
  "template": "Biểu mẫu",
  "upload": "Tải tệp lên"
 },
 "attestation": {
  "check": "Kiểm tra bản xác nhận"
 },
 "role": {
  "CA_NHAN": "Cá nhân",
  "NHAP_LIEU": "Cán bộ nhập liệu",
  "LD_DON_VI": "Lãnh đạo đơn vị",
  "DOI_SOAT": "Chuyên viên tổ chức cán bộ",
  "XAC_NHAN": "Người có thẩm quyền xác nhận",
  "QT_BNDP": "Quản trị bộ, ngành, địa phương",
  "VU_CCVC": "Vụ Công chức – Viên chức",
  "TTTT": "Trung tâm Thông tin",
  "GIAM_SAT": "Kiểm tra, giám sát"
 },
 "audit": {
  "verify": "Cách tự kiểm tra"
 },
 "board": {
  "title": "Tiến độ theo cơ quan",
  "complete": "Đủ thông tin",
  "sent": "Đã gửi",
  "valid": "Hợp lệ, chưa gửi",
  "confirmed": "Đã xác nhận",
  "lateOver": "Chờ quá {{days}} ngày",
  "week": "Xác nhận 7 ngày",
  "termsLate": "Thời hạn pháp lý đã quá",
  "dutiesLate": "Nghĩa vụ quá hạn hoặc còn thiếu",
  "reportedLate": "Báo sai quá hạn"
 },
 "bodies": {
  "change": "Thay đổi"
 },
 "lent": {
  "title": "Ủy quyền quyết định",
  "onBehalf": "Thay mặt {{name}} ({{role}}, {{body}}), đến hết {{until}}.",
  "see": "Xem ủy quyền"
 },
 "demo": {
  "title": "Chọn vai trò để xem thử",
  "lead": "Mỗi thẻ là một người hư cấu. Bấm để đăng nhập qua bộ mô phỏng VNeID.",
  "enter": "Đăng nhập với vai trò này",
  "start": "Nên thử trước",
  "current": "Đang xem với vai trò",
  "change": "Đổi vai trò",
  "emptyTitle": "Chưa có tài khoản mẫu",
  "emptyNext": "Máy chủ chưa tạo dữ liệu mẫu, hoặc đang chạy chế độ chính thức. Vui lòng đăng nhập.",
  "samples": "Tệp mẫu để thử",
  "samplesLead": "Người trong tệp đều hư cấu, thuộc Trường THPT Mẫu Sơn: đăng nhập là Nguyễn Thị Thu Hà (cán bộ nhập liệu) rồi tải lên; cơ quan khác không gửi được.",
  "sample-clean": "Tệp hợp lệ",
  "sample-clean-what": "40 người, không có lỗi: gửi xác nhận được ngay.",
  "sample-dirty": "Tệp có 602 lỗi",
  "sample-dirty-what": "25 loại lỗi hay gặp: mất số 0, ngày 31/02, phông TCVN3 và VNI, sai hệ số lương…",
  "sample-portraits": "Ảnh chân dung",
  "sample-portraits-what": "Tệp .zip gồm hình vẽ của những người trong CSDL chưa có ảnh: gửi xác nhận được ngay.",
  "sample-portraits-wrong": "Ảnh có lỗi",
  "sample-portraits-wrong-what": "Ba ảnh tốt và chín ảnh lỗi: sai tên, quá nhỏ, bị cắt giữa chừng, HEIC, một người hai ảnh…",
  "sample-old": "Tệp theo biểu mẫu cũ",
  "sample-old-what": "12 người trên biểu mẫu phiên bản 2023.1: Cổng tự chuyển sang biểu mẫu mới và liệt kê những cột đã chuyển."
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
  "readings-refused": "Lần xem bị từ chối vì vượt mức",
  "readings-refused-what": "Bảy ngày qua có người đã xem tới mức vai trò được xem. Mở nhật ký để biết ai, lúc nào.",
  "allowances-to-decide": "Đề nghị xem thêm hồ sơ chờ duyệt",
  "allowances-to-decide-what": "Đọc lý do rồi duyệt hoặc không duyệt.",
  "list-additions-to-decide": "Đề nghị về danh mục chờ quyết định",
  "list-additions-to-decide-what": "Một cơ quan đề nghị bổ sung, kết thúc hoặc đính chính một mục; xem căn cứ rồi quyết định.",
  "body-changes-to-decide": "Thay đổi cơ quan chờ người thứ hai",
  "body-changes-to-decide-what": "Một quản trị viên đã lập; xem quyết định và nội dung rồi cho hiệu lực hoặc từ chối.",
  "grants-waiting": "Đề nghị cấp vai trò chờ quản trị thứ hai",
  "grants-waiting-what": "Một quản trị đã đề nghị; một quản trị khác của cơ quan duyệt hoặc không duyệt.",
  "readings-unusual": "Người xem có dấu hiệu bất thường",
  "readings-unusual-what": "Bảy ngày qua, mỗi dòng là một người trong một ngày. Xem dấu hiệu rồi hỏi lại nếu cần.",
  "complaints-to-answer": "Khiếu nại về lượt xem hồ sơ chờ trả lời",
  "complaints-to-answer-what": "Xem lượt xem bị khiếu nại và trả lời đúng hạn.",
  "incident-reports": "Báo cáo sự cố chưa gửi",
  "incident-reports-what": "Luật cho vài chục giờ kể từ lúc phát hiện; gửi rồi ghi lại.",
  "checkpoints-unverified": "Dòng nhật ký chưa được kiểm tra",
  "checkpoints-unverified-what": "Số dòng sau mốc ký gần nhất đã có người kiểm tra. Tải một gói bằng chứng mới rồi kiểm tra.",
  "ways": "Việc làm được ở đây",
  "does": {
   "board": "Mỗi cơ quan đã gửi, đã xác nhận, đủ thông tin và quá hạn đến đâu.",
   "template": "Tải biểu mẫu Excel của cơ quan.",
   "firstLoads": "Đưa vào CSDL hồ sơ đã xác nhận từ trước, khi Bộ cho phép.",
   "upload": "Tải tệp lên, xem lỗi đến từng ô và sửa.",
   "submissions": "Theo dõi từng đợt: ai hợp lệ, ai chờ, ai bị trả lại.",
   "confirm": "So dữ liệu cũ với mới rồi xác nhận hoặc trả lại.",
   "erasures": "Đề nghị, quyết định hủy dữ liệu theo căn cứ của luật.",
   "keptApart": "Xem hồ sơ quản lý riêng, đề nghị hoặc quyết định.",
   "cases": "Tiếp nhận người chuyển đến, trùng số, đổi số định danh.",
   "search": "Tìm một người và mở hồ sơ.",
   "mismatches": "So giá trị cơ quan gửi với CSDL dân cư, giao việc, trả lại hoặc báo người đó.",
   "declarationCalls": "Yêu cầu người đang công tác kê khai lần đầu, theo dõi từng đợt.",
   "legalClocks": "Xem việc có thời hạn theo pháp luật: hết ngày nào, việc nào đã quá hạn.",
   "consents": "Xin đồng ý và xem phần hồ sơ mà người có hồ sơ cho xem.",
   "dataRequests": "Xem yêu cầu của người có hồ sơ về dữ liệu của họ, trả lời đúng hạn.",
   "valueReports": "Xem điều người có hồ sơ báo sai, giao việc, kết luận đúng hạn.",
   "heldCards": "Xem ai đang bị giữ lại thẻ, cho cấp lại khi đã xử lý xong.",
   "approvals": "Xem và duyệt những gì đơn vị đề nghị gửi.",
   "sending": "Bật, tắt việc người đứng đầu đơn vị duyệt trước khi gửi.",
   "accounts": "Giao và thu hồi vai trò, kết thúc phiên, ghi liên hệ của cơ quan.",
   "bodies": "Thành lập, đổi tên, chuyển, cấp mã cơ quan; cho hiệu lực thay đổi do người khác lập.",
   "duties": "Điều pháp luật yêu cầu ở cơ quan: đạt, quá hạn hay chưa biết.",
   "decreeCoverage": "Xem trường của phần mềm phủ được bao nhiêu trong phụ lục Nghị định 27.",
   "lists": "Đề nghị, quyết định bổ sung danh mục.",
   "network": "Máy này tới được hệ thống tốt không; cơ quan nào đã kiểm tra.",
   "incidents": "Sự cố, hạn báo cáo, báo cáo đã gửi.",
   "operations": "Tình trạng hệ thống, việc chạy nền, sao lưu, phiên bản.",
   "oversight": "Lượt xem bất thường và khiếu nại của người có hồ sơ.",
   "audit": "Mọi việc và mọi lượt xem; lọc, xuất, tự kiểm tra."
  },
  "title": "Việc của tôi",
  "hello": "Xin chào {{name}}",
  "empty": "Hiện không có việc nào chờ anh/chị",
  "emptyNext": "Khi có hồ sơ cần sửa, cần gửi xác nhận hoặc cần xác nhận, việc sẽ hiện ở đây.",
  "oldest": "Chờ lâu nhất: {{age}}",
  "way": "Tải một tệp mới lên",
  "uploads-to-fix": "Tệp còn lỗi cần sửa",
  "uploads-to-fix-what": "Áp dụng gợi ý, hoặc sửa các ô được chỉ ra rồi tải lên lại.",
  "people-left-out": "Đợt có người của tệp trước chưa gửi",
  "people-left-out-what": "Họ không có trong tệp mới nhất. Đưa họ vào tệp đã sửa tiếp theo.",
  "uploads-refused": "Tệp không đọc được",
  "uploads-refused-what": "Xem lý do, rồi tải tệp khác lên hoặc rút đợt này.",
  "submissions-to-submit": "Tệp hợp lệ, chờ gửi xác nhận",
  "submissions-to-submit-what": "Xem lại thay đổi rồi gửi xác nhận.",
  "returned": "Hồ sơ bị trả lại",
  "returned-what": "Xem lý do ở từng ô, sửa trong tệp rồi tải lên chính đợt đó.",
  "items-to-confirm": "Hồ sơ chờ xác nhận",
  "items-to-confirm-what": "So sánh cũ – mới, chấp nhận hoặc trả lại kèm lý do.",
  "approvals-to-decide": "Đề nghị gửi chờ anh/chị duyệt",
  "approvals-to-decide-what": "Xem những gì sẽ gửi, rồi duyệt hoặc trả lại kèm lý do.",
  "approvals-to-ask": "Tệp hợp lệ, chờ đề nghị duyệt gửi",
  "approvals-to-ask-what": "Cơ quan duyệt trước khi gửi: xem lại rồi đề nghị người đứng đầu đơn vị duyệt.",
  "approvals-sent-back": "Đề nghị gửi bị trả lại",
  "approvals-sent-back-what": "Xem lý do của người đứng đầu đơn vị, sửa rồi đề nghị lại.",
  "mismatches-open": "Người sai lệch với CSDL dân cư",
  "mismatches-open-what": "So hai giá trị, giao người xử lý, rồi trả lại cho cơ quan hoặc báo người đó.",
  "mismatches-overdue": "Sai lệch dân cư quá hạn xử lý",
  "mismatches-overdue-what": "Đã qua hạn mà chưa xong; xử lý trước.",
  "value-reports-open": "Giá trị bị báo sai chờ kết luận",
  "value-reports-open-what": "Đối chiếu giấy tờ, gửi giá trị đúng, rồi kết luận để người báo biết.",
  "value-reports-overdue": "Báo sai quá hạn trả lời",
  "value-reports-overdue-what": "Đã qua hạn với người báo; kết luận trước.",
  "data-requests-open": "Yêu cầu về dữ liệu chờ trả lời",
  "data-requests-open-what": "Đọc yêu cầu của người có hồ sơ, trả lời trong hạn luật định, kèm lý do.",
  "kept-apart-to-decide": "Đề nghị quản lý riêng hồ sơ chờ quyết định",
  "kept-apart-to-decide-what": "Đọc văn bản làm căn cứ, đồng ý hoặc từ chối.",
  "clocks-late": "Quá thời hạn pháp lý",
  "clocks-late-what": "Hồ sơ, dữ liệu chưa tạo lập hoặc cập nhật khi hết hạn; làm trước.",
  "cases-to-answer": "Việc tiếp nhận, trùng số chờ trả lời",
  "cases-to-answer-what": "Xem hai bên, rồi đồng ý, từ chối hoặc xác nhận hồ sơ.",
  "people-incomplete": "Người còn thiếu thông tin chính",
  "people-incomplete-what": "Thiếu ngày sinh, giới tính, đối tượng, ngày tuyển dụng, chức vụ hoặc vị trí việc làm, ngạch, hoặc trình độ.",
  "waiting-population": "Đang chờ đối soát dân cư",
  "waiting-population-what": "Hệ thống tự hỏi lại nguồn dân cư; anh/chị không cần làm gì.",
  "open": "Mở"
 },
 "notices": {
  "unseenOne": "{{count}} thông báo chưa xem",
  "unseenMany": "{{count}} thông báo chưa xem",
  "none": "Không có thông báo chưa xem"
 },
 "operations": {
  "health": "Tình trạng",
  "allFine": "Hệ thống hoạt động bình thường",
  "toLookAt": "Cần xem: {{what}}",
  "backup": "Sao lưu gần nhất"
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
 "time": {
  "justNow": "vừa xong",
  "minutes": "{{n}} phút",
  "hours": "{{n}} giờ",
  "days": "{{n}} ngày",
  "seconds": "{{n}} giây",
  "lessThanMinute": "dưới một phút"
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
