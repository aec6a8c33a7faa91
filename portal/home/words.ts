/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    home: { vi: 'Việc của tôi', en: 'My tasks' },
  },
  welcome: {
    title: { vi: 'Cơ sở dữ liệu cán bộ, công chức, viên chức', en: 'Database of cadres, civil servants and public employees' },
    lead: {
      vi: 'Tải tệp theo biểu mẫu lên, xem lỗi đến từng ô, gửi xác nhận và tra cứu lịch sử từng trường thông tin.',
      en: 'Send records by workbook, see errors cell by cell, have them confirmed, and look up the history of each fact.',
    },
    signIn: { vi: 'Đăng nhập bằng định danh điện tử', en: 'Sign in with your electronic identity' },
    signInWith: { vi: 'Đăng nhập bằng {{name}}', en: 'Sign in with {{name}}' },
    demo: { vi: 'Xem thử với vai trò mẫu', en: 'Try it with a sample role' },
    signInDemo: { vi: 'Đăng nhập (bộ mô phỏng VNeID)', en: 'Sign in (VNeID simulator)' },
    open: { vi: 'Thẻ, biên nhận, kiểm chứng', en: 'Cards, receipts, proofs' },
    door: { vi: 'Kiểm tra thẻ cán bộ, công chức, viên chức', en: 'Check the card of an official' },
    receipt: { vi: 'Kiểm tra biên nhận và tệp đã gửi', en: 'Check a receipt and the file it is about' },
    paper: { vi: 'Kiểm tra bản giấy', en: 'Check a paper' },
    own: { vi: 'Xem hồ sơ và nhận thẻ của mình', en: 'See your own record and take your card' },
    trust: { vi: 'Mốc ký của nhật ký, để tự kiểm chứng', en: 'Signed head of the log, to verify for yourself' },
    keys: { vi: 'khóa công khai', en: 'public keys' },
    docs: { vi: 'Tài liệu giao diện cho phần mềm khác (API)', en: 'Reference of the API for other software' },
    way: { vi: 'Năm bước cập nhật hồ sơ', en: 'Five steps of a record' },
  },
  way: {
    fill: { vi: 'Điền biểu mẫu', en: 'Fill in the form' },
    'fill-what': { vi: 'Tải tệp Excel của cơ quan, mỗi người một dòng.', en: 'Download the workbook of your agency; one row per person.' },
    mend: { vi: 'Tải lên và sửa lỗi', en: 'Upload and fix' },
    'mend-what': {
      vi: 'Mỗi lỗi chỉ rõ ô nào, sửa ra sao; áp dụng gợi ý bằng một lần bấm.',
      en: 'Each error names its cell and how to fix it; a suggestion is applied with one click.',
    },
    send: { vi: 'Gửi xác nhận, có biên nhận', en: 'Submit, get a receipt' },
    'send-what': {
      vi: 'Xem lại thay đổi, gửi xác nhận, có biên nhận mang chữ ký số.',
      en: 'Review the changes, submit, keep the signed receipt.',
    },
    confirm: { vi: 'Cơ quan xác nhận', en: 'The authority confirms' },
    'confirm-what': {
      vi: 'Người có thẩm quyền so sánh cũ với mới, chấp nhận hoặc trả lại kèm lý do.',
      en: 'An officer compares old and new, accepts, or returns with a reason.',
    },
    register: { vi: 'Cập nhật vào CSDL', en: 'Registered' },
    'register-what': {
      vi: 'Dữ liệu được xác nhận thành phiên bản mới, tra cứu được cả lịch sử.',
      en: 'What was confirmed becomes a new version, searchable with its history.',
    },
  },
  home: {
    'readings-refused': { vi: 'Lần xem bị từ chối vì vượt mức', en: 'Readings refused beyond the budget' },
    'readings-refused-what': {
      vi: 'Bảy ngày qua có người đã xem tới mức vai trò được xem. Mở nhật ký để biết ai, lúc nào.',
      en: 'Within seven days somebody saw as many people as their role allows. Open the log for who and when.',
    },
    'allowances-to-decide': { vi: 'Đề nghị xem thêm hồ sơ chờ duyệt', en: 'Requests to see more records' },
    'allowances-to-decide-what': { vi: 'Đọc lý do rồi duyệt hoặc không duyệt.', en: 'Read the reason, then grant it or not.' },
    'list-additions-to-decide': { vi: 'Đề nghị về danh mục chờ quyết định', en: 'Requests about lists to decide' },
    'list-additions-to-decide-what': {
      vi: 'Một cơ quan đề nghị bổ sung, kết thúc hoặc đính chính một mục; xem căn cứ rồi quyết định.',
      en: 'An agency asks for an entry, its end or its correction; look at the source, then decide.',
    },
    'body-changes-to-decide': { vi: 'Thay đổi cơ quan chờ người thứ hai', en: 'Changes of agencies that wait for a second person' },
    'body-changes-to-decide-what': {
      vi: 'Một quản trị viên đã lập; xem quyết định và nội dung rồi cho hiệu lực hoặc từ chối.',
      en: 'One administrator made it; look at the decision and at what it does, then put it in force or refuse it.',
    },
    'grants-waiting': { vi: 'Đề nghị cấp vai trò chờ quản trị thứ hai', en: 'Roles that wait for a second administrator' },
    'grants-waiting-what': {
      vi: 'Một quản trị đã đề nghị; một quản trị khác của cơ quan duyệt hoặc không duyệt.',
      en: 'One administrator asked; another one of the agency grants it or not.',
    },
    'readings-unusual': { vi: 'Người xem có dấu hiệu bất thường', en: 'Readers who stand out' },
    'readings-unusual-what': {
      vi: 'Bảy ngày qua, mỗi dòng là một người trong một ngày. Xem dấu hiệu rồi hỏi lại nếu cần.',
      en: 'Within seven days, a line for each reader and day. Look at the signs, then ask if need be.',
    },
    'complaints-to-answer': { vi: 'Khiếu nại về lượt xem hồ sơ chờ trả lời', en: 'Complaints about a reading to answer' },
    'complaints-to-answer-what': { vi: 'Xem lượt xem bị khiếu nại và trả lời đúng hạn.', en: 'Look at the reading and answer in time.' },
    'incident-reports': { vi: 'Báo cáo sự cố chưa gửi', en: 'Reports on incidents not sent' },
    'incident-reports-what': {
      vi: 'Luật cho vài chục giờ kể từ lúc phát hiện; gửi rồi ghi lại.',
      en: 'The law gives some dozens of hours from the discovery; send them, then enter it.',
    },
    'checkpoints-unverified': { vi: 'Dòng nhật ký chưa được kiểm tra', en: 'Rows of the log not verified yet' },
    'checkpoints-unverified-what': {
      vi: 'Số dòng sau mốc ký gần nhất đã có người kiểm tra. Tải một gói bằng chứng mới rồi kiểm tra.',
      en: 'Rows after the last head that somebody verified. Download a new proof and verify it.',
    },
    ways: { vi: 'Việc làm được ở đây', en: 'What you can do here' },
    does: {
      board: {
        vi: 'Mỗi cơ quan đã gửi, đã xác nhận, đủ thông tin và quá hạn đến đâu.',
        en: 'What each agency has sent, confirmed, completed and left late.',
      },
      template: { vi: 'Tải biểu mẫu Excel của cơ quan.', en: 'Download the workbook of your agency.' },
      firstLoads: {
        vi: 'Đưa vào CSDL hồ sơ đã xác nhận từ trước, khi Bộ cho phép.',
        en: 'Bring in records that were confirmed before, while the ministry allows it.',
      },
      upload: { vi: 'Tải tệp lên, xem lỗi đến từng ô và sửa.', en: 'Upload a file, see errors cell by cell and fix them.' },
      submissions: {
        vi: 'Theo dõi từng đợt: ai hợp lệ, ai chờ, ai bị trả lại.',
        en: 'Follow each upload: who is valid, waits, or was returned.',
      },
      confirm: { vi: 'So dữ liệu cũ với mới rồi xác nhận hoặc trả lại.', en: 'Compare old with new, then confirm or return.' },
      erasures: { vi: 'Đề nghị, quyết định hủy dữ liệu theo căn cứ của luật.', en: 'Ask for and decide on erasures by law.' },
      keptApart: {
        vi: 'Xem hồ sơ quản lý riêng, đề nghị hoặc quyết định.',
        en: 'See records kept apart, ask or decide.',
      },
      cases: { vi: 'Tiếp nhận người chuyển đến, trùng số, đổi số định danh.', en: 'Transfers, double claims and changed numbers.' },
      search: { vi: 'Tìm một người và mở hồ sơ.', en: 'Find a person and open the record.' },
      mismatches: {
        vi: 'So giá trị cơ quan gửi với CSDL dân cư, giao việc, trả lại hoặc báo người đó.',
        en: 'Compare what was sent with the population database; assign, return, or tell the person.',
      },
      declarationCalls: {
        vi: 'Yêu cầu người đang công tác kê khai lần đầu, theo dõi từng đợt.',
        en: 'Ask people in service to declare; how far each call has come.',
      },
      legalClocks: {
        vi: 'Xem việc có thời hạn theo pháp luật: hết ngày nào, việc nào đã quá hạn.',
        en: 'See what the law gives a term for: until when, and what is late.',
      },
      consents: {
        vi: 'Xin đồng ý và xem phần hồ sơ mà người có hồ sơ cho xem.',
        en: 'Ask for consent, and view what the person lets you see.',
      },
      dataRequests: {
        vi: 'Xem yêu cầu của người có hồ sơ về dữ liệu của họ, trả lời đúng hạn.',
        en: 'See what people ask about their data, answer in time.',
      },
      valueReports: {
        vi: 'Xem điều người có hồ sơ báo sai, giao việc, kết luận đúng hạn.',
        en: 'See what people report as wrong, assign it, settle it in time.',
      },
      heldCards: {
        vi: 'Xem ai đang bị giữ lại thẻ, cho cấp lại khi đã xử lý xong.',
        en: 'See whose card is held back, release it when that is dealt with.',
      },
      approvals: {
        vi: 'Xem và duyệt những gì đơn vị đề nghị gửi.',
        en: 'Review and approve what the unit asks to submit.',
      },
      sending: {
        vi: 'Bật, tắt việc người đứng đầu đơn vị duyệt trước khi gửi.',
        en: 'Switch on or off that the head of the unit approves before sending.',
      },
      accounts: {
        vi: 'Giao và thu hồi vai trò, kết thúc phiên, ghi liên hệ của cơ quan.',
        en: 'Give and take roles, end sessions, set the contact of the agency.',
      },
      bodies: {
        vi: 'Thành lập, đổi tên, chuyển, cấp mã cơ quan; cho hiệu lực thay đổi do người khác lập.',
        en: 'Make, rename, move agencies, give codes; put in force what somebody else made.',
      },
      duties: {
        vi: 'Điều pháp luật yêu cầu ở cơ quan: đạt, quá hạn hay chưa biết.',
        en: 'What the law asks of the agency: met, late, or not known.',
      },
      plan: {
        vi: 'Nhiệm vụ của kế hoạch ở từng cơ quan, tính từ số liệu.',
        en: 'Tasks of the plan at each agency, computed from facts.',
      },
      reports: {
        vi: 'Lập báo cáo có mã băm, lập lại để đối chiếu.',
        en: 'Make reports with a hash; run them again.',
      },
      decreeCoverage: {
        vi: 'Xem trường của phần mềm phủ được bao nhiêu trong phụ lục Nghị định 27.',
        en: 'See how far the fields cover the appendix of Decree 27.',
      },
      lists: { vi: 'Đề nghị, quyết định bổ sung danh mục.', en: 'Ask for entries of code lists, or decide about them.' },
      network: {
        vi: 'Máy này tới được hệ thống tốt không; cơ quan nào đã kiểm tra.',
        en: 'Whether this computer reaches the system well; which agencies have checked.',
      },
      incidents: { vi: 'Sự cố, hạn báo cáo, báo cáo đã gửi.', en: 'Incidents, when reports are due, what was sent.' },
      exchangeLines: {
        vi: 'Phần mềm của cơ quan gửi nhận đến đâu, khóa, chứng thư.',
        en: 'How far the software of agencies is, its keys.',
      },
      operations: { vi: 'Tình trạng hệ thống, việc chạy nền, sao lưu, phiên bản.', en: 'Health, background work, backup, versions.' },
      oversight: {
        vi: 'Lượt xem bất thường và khiếu nại của người có hồ sơ.',
        en: 'Unusual readings and complaints of the people concerned.',
      },
      audit: { vi: 'Mọi việc và mọi lượt xem; lọc, xuất, tự kiểm tra.', en: 'Every act and reading; filter, export, verify.' },
    },
    title: { vi: 'Việc của tôi', en: 'My tasks' },
    hello: { vi: 'Xin chào {{name}}', en: 'Hello {{name}}' },
    empty: { vi: 'Hiện không có việc nào chờ anh/chị', en: 'Nothing is waiting for you' },
    emptyNext: {
      vi: 'Khi có hồ sơ cần sửa, cần gửi xác nhận hoặc cần xác nhận, việc sẽ hiện ở đây.',
      en: 'Records to fix, to submit or to confirm will show up here.',
    },
    oldest: { vi: 'Chờ lâu nhất: {{age}}', en: 'Waiting longest: {{age}}' },
    way: { vi: 'Tải một tệp mới lên', en: 'Upload a new file' },
    'uploads-to-fix': { vi: 'Tệp còn lỗi cần sửa', en: 'Files with errors to fix' },
    'uploads-to-fix-what': {
      vi: 'Áp dụng gợi ý, hoặc sửa các ô được chỉ ra rồi tải lên lại.',
      en: 'Apply suggestions, or fix the cells shown and upload again.',
    },
    'people-left-out': { vi: 'Đợt có người của tệp trước chưa gửi', en: 'Submissions with people left out' },
    'people-left-out-what': {
      vi: 'Họ không có trong tệp mới nhất. Đưa họ vào tệp đã sửa tiếp theo.',
      en: 'They are not in the latest file. Put them into the next corrected one.',
    },
    'uploads-refused': { vi: 'Tệp không đọc được', en: 'Files that could not be read' },
    'uploads-refused-what': {
      vi: 'Xem lý do, rồi tải tệp khác lên hoặc rút đợt này.',
      en: 'See why; upload another file, or withdraw it.',
    },
    'submissions-to-submit': { vi: 'Tệp hợp lệ, chờ gửi xác nhận', en: 'Valid files, ready to submit' },
    'submissions-to-submit-what': {
      vi: 'Xem lại thay đổi rồi gửi xác nhận.',
      en: 'Review the changes, then submit them for confirmation.',
    },
    returned: { vi: 'Hồ sơ bị trả lại', en: 'Records returned to you' },
    'returned-what': {
      vi: 'Xem lý do ở từng ô, sửa trong tệp rồi tải lên chính đợt đó.',
      en: 'See the reason in each cell, fix it and upload it to the same submission.',
    },
    'items-to-confirm': { vi: 'Hồ sơ chờ xác nhận', en: 'Records to confirm' },
    'items-to-confirm-what': {
      vi: 'So sánh cũ – mới, chấp nhận hoặc trả lại kèm lý do.',
      en: 'Compare old and new; accept, or return with a reason.',
    },
    'approvals-to-decide': { vi: 'Đề nghị gửi chờ anh/chị duyệt', en: 'Submissions to approve' },
    'approvals-to-decide-what': {
      vi: 'Xem những gì sẽ gửi, rồi duyệt hoặc trả lại kèm lý do.',
      en: 'Look at what would be submitted, then approve it or send it back with a reason.',
    },
    'approvals-to-ask': { vi: 'Tệp hợp lệ, chờ đề nghị duyệt gửi', en: 'Valid files to ask approval for' },
    'approvals-to-ask-what': {
      vi: 'Cơ quan duyệt trước khi gửi: xem lại rồi đề nghị người đứng đầu đơn vị duyệt.',
      en: 'The agency approves before sending: review them, then ask the head of the unit.',
    },
    'approvals-sent-back': { vi: 'Đề nghị gửi bị trả lại', en: 'Requests sent back by the head' },
    'approvals-sent-back-what': {
      vi: 'Xem lý do của người đứng đầu đơn vị, sửa rồi đề nghị lại.',
      en: 'See why the head of the unit sent it back, correct it and ask again.',
    },
    'mismatches-open': { vi: 'Người sai lệch với CSDL dân cư', en: 'Mismatches with the population database' },
    'mismatches-open-what': {
      vi: 'So hai giá trị, giao người xử lý, rồi trả lại cho cơ quan hoặc báo người đó.',
      en: 'Compare both values, give it to somebody, then return it to the agency or tell the person.',
    },
    'mismatches-overdue': { vi: 'Sai lệch dân cư quá hạn xử lý', en: 'Mismatches beyond their day' },
    'mismatches-overdue-what': { vi: 'Đã qua hạn mà chưa xong; xử lý trước.', en: 'Their day is over; do these first.' },
    'value-reports-open': { vi: 'Giá trị bị báo sai chờ kết luận', en: 'Values reported as wrong' },
    'value-reports-open-what': {
      vi: 'Đối chiếu giấy tờ, gửi giá trị đúng, rồi kết luận để người báo biết.',
      en: 'Check the papers, submit the right value, then settle it so that the person knows.',
    },
    'value-reports-overdue': { vi: 'Báo sai quá hạn trả lời', en: 'Reports beyond their day' },
    'value-reports-overdue-what': { vi: 'Đã qua hạn với người báo; kết luận trước.', en: 'Their day is over; settle these first.' },
    'data-requests-open': { vi: 'Yêu cầu về dữ liệu chờ trả lời', en: 'Requests about data to answer' },
    'data-requests-open-what': {
      vi: 'Đọc yêu cầu của người có hồ sơ, trả lời trong hạn luật định, kèm lý do.',
      en: 'Read what people ask, and answer within the term of the law, with a reason.',
    },
    'kept-apart-to-decide': { vi: 'Đề nghị quản lý riêng hồ sơ chờ quyết định', en: 'Requests to keep a record apart' },
    'kept-apart-to-decide-what': {
      vi: 'Đọc văn bản làm căn cứ, đồng ý hoặc từ chối.',
      en: 'Read on which document, grant or refuse.',
    },
    'exchange-to-decide': { vi: 'Đề nghị về đường trao đổi chờ quyết định', en: 'Requests about exchange lines' },
    'exchange-to-decide-what': { vi: 'So giá trị băm của khóa, đồng ý hoặc từ chối.', en: 'Compare the fingerprints, grant or refuse.' },
    'exchange-frozen': { vi: 'Đường trao đổi đang tạm khóa', en: 'Frozen exchange lines' },
    'exchange-frozen-what': {
      vi: 'Xem hai gói mâu thuẫn, tìm nguyên nhân, mở lại.',
      en: 'Look at the two batches, find out why, release it.',
    },
    'clocks-late': { vi: 'Quá thời hạn pháp lý', en: 'Beyond a term of the law' },
    'clocks-late-what': {
      vi: 'Hồ sơ, dữ liệu chưa tạo lập hoặc cập nhật khi hết hạn; làm trước.',
      en: 'Records and facts not made or brought in when their term ended; do these first.',
    },
    'cases-to-answer': { vi: 'Việc tiếp nhận, trùng số chờ trả lời', en: 'Transfers and double claims to answer' },
    'cases-to-answer-what': {
      vi: 'Xem hai bên, rồi đồng ý, từ chối hoặc xác nhận hồ sơ.',
      en: 'Look at both sides, then agree, refuse, or confirm the record.',
    },
    'people-incomplete': { vi: 'Người còn thiếu thông tin chính', en: 'People who lack main information' },
    'people-incomplete-what': {
      vi: 'Thiếu ngày sinh, giới tính, đối tượng, ngày tuyển dụng, chức vụ hoặc vị trí việc làm, ngạch, hoặc trình độ.',
      en: 'Birth, sex, kind, recruitment, post or job, grade or education is not known.',
    },
    'waiting-population': { vi: 'Đang chờ đối soát dân cư', en: 'Waiting for the population database' },
    'waiting-population-what': {
      vi: 'Hệ thống tự hỏi lại nguồn dân cư; anh/chị không cần làm gì.',
      en: 'The system asks again by itself; you need not do anything.',
    },
    open: { vi: 'Mở', en: 'Open' },
  },
} satisfies WordTree;
