/** What each place of the menu is for, and how one works there in three steps. Fetched when somebody asks for help, not with the first page. */
import { taskAt } from '#portal/menus.ts';
import type { TaskName } from '#portal/menus.ts';
import { HELP_BESIDE_THE_MENU } from './help-beside-the-menu.ts';
import type { Bilingual } from '#portal/api/generated/api.ts';

export interface HelpOfPage {
  readonly what: Bilingual;
  readonly steps: readonly [Bilingual, Bilingual, Bilingual];
}

/** A new place in the menu does not compile without its help. */
const HELP: Readonly<Record<TaskName, HelpOfPage>> = {
  home: {
    what: { vi: 'Việc chờ anh/chị làm hôm nay, việc chờ lâu nhất đứng trước.', en: 'What waits for you today, the oldest first.' },
    steps: [
      { vi: 'Bấm vào một việc để tới đúng các dòng được đếm.', en: 'Press a task to come to exactly the rows that it counts.' },
      { vi: 'Làm xong thì việc tự biến mất; không cần đánh dấu.', en: 'What is done disappears by itself.' },
      { vi: 'Không có việc nào: xem mục Thông báo, hoặc tra cứu hồ sơ.', en: 'Nothing there: look at the notices, or search the records.' },
    ],
  },
  template: {
    what: {
      vi: 'Biểu mẫu Excel của cơ quan anh/chị, có sẵn danh sách thả xuống và dòng hướng dẫn.',
      en: 'The Excel template of your agency, with drop-downs and hints.',
    },
    steps: [
      { vi: 'Chọn cơ quan rồi tải biểu mẫu về máy.', en: 'Choose the agency and download the template.' },
      {
        vi: 'Điền mỗi người một dòng ở trang “Hồ sơ”; bảng lặp (lương, đào tạo…) ở trang riêng, nối bằng số định danh.',
        en: 'Fill in one row per person on the sheet “Hồ sơ”; repeating parts stand on sheets of their own, joined by the citizen number.',
      },
      {
        vi: 'Không đổi tên trang, tên cột; ô để trống nghĩa là giữ nguyên dữ liệu đang có.',
        en: 'Keep the names of sheets and columns; an empty cell leaves what is on record.',
      },
    ],
  },
  firstLoads: {
    what: {
      vi: 'Đưa vào CSDL hồ sơ mà cơ quan đã xác nhận từ trước, khi Bộ cho phép: nhiều tệp, một mẫu, hai chữ ký.',
      en: 'Records that the agency had confirmed before come in while the ministry allows it: files, a sample, two signatures.',
    },
    steps: [
      {
        vi: 'Người nhập liệu bắt đầu đợt, thêm từng tệp; dòng sai thì tải về sửa và gửi thành tệp mới; đủ thì chốt.',
        en: 'The clerk begins it and adds files; rejected rows are downloaded, corrected and sent as another file; then it is closed.',
      },
      {
        vi: 'Người xác nhận mở từng dòng mẫu, đối chiếu hồ sơ gốc, ghi đúng hoặc sai; có dòng sai thì đợt dừng lại để sửa.',
        en: 'Who confirms opens each row of the sample and says whether it is right; one that is wrong stops the load.',
      },
      {
        vi: 'Hai người khác nhau, không ai đã đưa tệp vào, cùng ký; hệ thống nạp và cấp biên nhận từng tệp.',
        en: 'Two different people who brought no file sign; it is registered, and each file has its receipts.',
      },
    ],
  },
  upload: {
    what: {
      vi: 'Tải tệp lên để hệ thống kiểm tra. Chưa gửi cho ai: anh/chị còn xem lại và sửa.',
      en: 'Upload a file to have it checked. Nothing is submitted yet.',
    },
    steps: [
      { vi: 'Chọn cơ quan, kéo tệp vào khung hoặc bấm chọn tệp.', en: 'Choose the agency, drop the file or choose it.' },
      {
        vi: 'Chờ kiểm tra xong: mỗi lỗi nói rõ ở ô nào, vì sao, sửa thế nào.',
        en: 'Wait for the check: each problem says where, why and what to do.',
      },
      {
        vi: 'Sửa trên tệp rồi tải lại, hoặc gửi xác nhận trước phần hợp lệ.',
        en: 'Correct the file and upload it again, or submit what is valid.',
      },
    ],
  },
  submissions: {
    what: {
      vi: 'Mọi tệp cơ quan đã tải lên, đang ở bước nào, còn việc gì phải làm.',
      en: 'All files of your agency, how far they are, and what is left to do.',
    },
    steps: [
      {
        vi: 'Lọc theo việc cần làm; bấm vào một đợt để xem từng phần.',
        en: 'Choose what has to be done; open a submission to see its parts.',
      },
      {
        vi: 'Tải tệp đã đánh dấu để thấy lỗi ngay trong ô; sửa rồi tải lại vào cùng đợt.',
        en: 'Take the marked file to see problems in their cells; upload the corrected file to the same submission.',
      },
      { vi: 'Biên nhận của từng lần gửi nằm ở trang của đợt đó.', en: 'The receipts stand on the page of each submission.' },
    ],
  },
  confirm: {
    what: {
      vi: 'Những người chờ anh/chị xác nhận: so dữ liệu mới với dữ liệu đang có và với dữ liệu dân cư.',
      en: 'People who wait for your confirmation: the new data beside what is on record and the population data.',
    },
    steps: [
      {
        vi: 'Mở một người, xem chỗ khác nhau; đồng ý từng nhóm hoặc trả lại từng ô với lý do.',
        en: 'Open a person and look at the differences; accept by group, or return single cells with a reason.',
      },
      {
        vi: 'Hồ sơ khớp, không cảnh báo: lập danh sách, xem mẫu kiểm tra rồi xác nhận một lần.',
        en: 'Those that match without warnings: make a list, open its sample, and confirm it as one act.',
      },
      {
        vi: 'Anh/chị không xác nhận hồ sơ do chính mình lập hoặc của chính mình.',
        en: 'Nobody confirms what they made themselves, or their own record.',
      },
    ],
  },
  cases: {
    what: {
      vi: 'Việc của một người giữa hai cơ quan: tiếp nhận, biệt phái, kiêm nhiệm, trùng số, đổi số định danh, hợp nhất hai hồ sơ.',
      en: 'Matters of one person between two agencies: transfer, secondment, concurrent post, dual claim, changed number, merging two records.',
    },
    steps: [
      { vi: 'Mở một việc để thấy ai đang chờ ai và hạn trả lời.', en: 'Open a case to see who waits for whom, and until when.' },
      {
        vi: 'Trả lời đồng ý hoặc từ chối; hai người khác nhau phải cùng tham gia.',
        en: 'Agree or refuse; two different people take part.',
      },
      {
        vi: 'Quá hạn mà không ai trả lời thì việc tự kết thúc, không ai mất hồ sơ.',
        en: 'A case that nobody answers ends by itself; no record is lost.',
      },
    ],
  },
  search: {
    what: {
      vi: 'Tìm người trong phạm vi anh/chị được xem. Mỗi lần tìm, mỗi lần mở hồ sơ đều được ghi nhật ký.',
      en: 'Find people whom you may see. Each search and each opening is recorded.',
    },
    steps: [
      {
        vi: 'Nhập tên (không cần dấu), số định danh, hoặc chọn cơ quan.',
        en: 'Type a name (marks are not needed) or a citizen number, or choose an agency.',
      },
      { vi: 'Mở hồ sơ để xem từng nhóm, lịch sử và ai đã xem.', en: 'Open a record to see its groups, its history and who viewed it.' },
      {
        vi: 'Giá trị bị che: bấm để hiện; lần hiện đó cũng được ghi.',
        en: 'Masked values are shown when you press them; that is recorded too.',
      },
    ],
  },
  bodies: {
    what: {
      vi: 'Cây cơ quan, đơn vị vào mọi ngày: tên, mã, cấp trên, biên chế, và ai đã thay đổi theo quyết định nào.',
      en: 'The tree of agencies on any day: names, codes, parents, posts, and who changed what on which decision.',
    },
    steps: [
      {
        vi: 'Tìm theo tên hoặc mã, cũ hay mới, có dấu hay không dấu; hoặc mở từng cấp của cây.',
        en: 'Search by a name or code, old or new, with marks or without; or open the tree level by level.',
      },
      {
        vi: 'Mở một cơ quan, chọn việc cần làm, ghi ngày hiệu lực và quyết định, rồi gửi người thứ hai.',
        en: 'Open an agency, choose the act, write the day of effect and the decision, then send it to the second person.',
      },
      {
        vi: 'Thay đổi do người khác lập nằm ở “Thay đổi”: đối chiếu với quyết định rồi cho hiệu lực hoặc từ chối.',
        en: 'What somebody else made stands under “Changes”: hold it against the decision, then put it in force or refuse it.',
      },
    ],
  },
  lists: {
    what: {
      vi: 'Đề nghị bổ sung, đính chính hoặc kết thúc một mã trong danh mục dùng chung.',
      en: 'Ask for an entry of a code list to be added, corrected or ended.',
    },
    steps: [
      {
        vi: 'Chọn danh mục, nhập mã, tên, ngày hiệu lực và văn bản làm căn cứ.',
        en: 'Choose the list; give code, name, first day and the legal document.',
      },
      { vi: 'Người quản lý danh mục của cả nước xem và quyết định.', en: 'Who keeps the lists of the country decides.' },
      {
        vi: 'Khi được đồng ý, mã có hiệu lực ngay từ ngày ghi trong đề nghị.',
        en: 'Granted, the entry holds from the day that was asked for.',
      },
    ],
  },
  duties: {
    what: {
      vi: 'Mỗi dòng là một điều pháp luật yêu cầu ở cơ quan anh/chị và các đơn vị bên dưới, kèm số đo.',
      en: 'Each row is something that the law asks of your agency and those below it, with its figure.',
    },
    steps: [
      {
        vi: 'Dòng “Chưa đạt”: bấm “Xem danh sách” để tới đúng những hồ sơ phải xử lý.',
        en: 'Of a row “Not met” press “See the list”: it leads to the very records to work off.',
      },
      {
        vi: '“Chưa biết” nghĩa là phần mềm không đo được hoặc chưa có gì để đo; không có nghĩa là đạt.',
        en: '“Not known” means that it is not measured here, or that there is nothing to measure yet; it does not mean met.',
      },
      {
        vi: 'Bảng dưới đếm nghĩa vụ quá hạn ở từng đơn vị trực thuộc; bấm tên để xem đơn vị ấy.',
        en: 'The table below counts late duties at each agency directly below; press a name to see that one.',
      },
    ],
  },
  plan: {
    what: {
      vi: 'Bảng cơ quan × nhiệm vụ của kế hoạch: mỗi ô do phần mềm tính từ số liệu, không ai tự khai.',
      en: 'Agencies × tasks of the plan: each cell is computed from what is counted, nobody types it.',
    },
    steps: [
      {
        vi: 'Bấm tên cơ quan để xem việc còn lại, việc thiếu nhiều nhất đứng đầu; “Bắt đầu” mở nơi làm việc ấy.',
        en: 'Press the name of an agency to see what is left, what lacks most first; “Begin” opens where it is worked on.',
      },
      {
        vi: '“Đạt” cần giữ ngưỡng 7 ngày liền; số liệu tụt thì ô trở lại “Đang làm” hoặc “Quá hạn”.',
        en: '“Met” needs the threshold for seven days on end; when the figure falls the cell goes back.',
      },
      {
        vi: 'Đổi “Xem tại ngày” để xem lại đúng tình trạng của một ngày đã qua.',
        en: 'Change “As of” to see how things stood on a day that is over.',
      },
    ],
  },
  reports: {
    what: {
      vi: 'Báo cáo thống kê của cơ quan anh/chị và các đơn vị bên dưới, được ký và lưu cùng mã băm.',
      en: 'Statistical reports of your agency and those below it, signed and kept with a hash.',
    },
    steps: [
      {
        vi: 'Chọn biểu, cơ quan và ngày của số liệu, rồi bấm “Lập báo cáo”.',
        en: 'Choose the form, the agency and the day of the facts, then press “Make a report”.',
      },
      {
        vi: 'Mở một báo cáo đã lập, bấm “Như đã biết lúc đó”: phải ra đúng mã băm trên bản in.',
        en: 'Open a report and press “As it was known then”: it must give the hash on the print.',
      },
      {
        vi: '“Theo hiểu biết hôm nay” cho thấy con số nào khác và vì sao; bản đã lưu không đổi.',
        en: '“As it is known today” shows which figures differ and why; the kept report does not change.',
      },
    ],
  },
  decreeCoverage: {
    what: {
      vi: 'Trường của phần mềm so với phụ lục các trường của Nghị định 27/2026/NĐ-CP: đã gắn, chưa gắn, và trường riêng.',
      en: 'The fields of this software against the appendix of Decree 27/2026: mapped, not mapped, and own ones.',
    },
    steps: [
      {
        vi: 'Chưa có phụ lục thì bảng chỉ đếm trường theo nhóm của Điều 5, là cách hiểu của dự án.',
        en: 'Without the appendix the table counts fields by the groups of Article 5 alone, as this project reads them.',
      },
      {
        vi: 'Người quản lý danh mục của cả nước đưa phụ lục vào bằng tệp CSV, ghi lấy từ văn bản nào.',
        en: 'Who keeps the lists of the country brings the appendix in as a CSV file, and says where it was taken from.',
      },
      {
        vi: 'Tên chưa gắn: điền mã trường vào cột Khóa của tệp rồi đưa vào lại; tên chưa có trường nào thì báo nhà phát triển.',
        en: 'A name that is not mapped: write the key of the field into the column Khóa and bring the file in again; of one without a field tell the developers.',
      },
    ],
  },
  audit: {
    what: {
      vi: 'Mọi việc làm và mọi lần xem dữ liệu cá nhân, theo thứ tự, không sửa được.',
      en: 'Every act and every reading of personal data, in order, never changed.',
    },
    steps: [
      {
        vi: 'Lọc theo việc, vai trò, cơ quan, ngày; dòng ngoài phạm vi được đếm tại chỗ.',
        en: 'Choose by act, role, agency, day; what is outside your reach is counted in its place.',
      },
      {
        vi: 'Tải gói bằng chứng của một dòng và kiểm tra ngay trên trang.',
        en: 'Take the proof of a row along and verify it on the page.',
      },
      { vi: 'Xuất danh sách là một việc có lý do và cũng được ghi.', en: 'An export needs a reason and is recorded too.' },
    ],
  },
  oversight: {
    what: {
      vi: 'Những lượt xem khác thường và khiếu nại của người có hồ sơ.',
      en: 'Unusual readings, and complaints of the people concerned.',
    },
    steps: [
      { vi: 'Mở một lượt xem để thấy vai trò, mục đích, thời điểm.', en: 'Open a reading to see role, purpose and time.' },
      {
        vi: 'Cần biết ai đã xem: nêu mục đích; việc tra tên được ghi nhật ký.',
        en: 'To know who it was, state a purpose; that is recorded.',
      },
      { vi: 'Trả lời khiếu nại trước hạn ghi trên từng việc.', en: 'Answer each complaint before its term.' },
    ],
  },
  accounts: {
    what: {
      vi: 'Tài khoản, vai trò và phiên đăng nhập của cán bộ trong phạm vi anh/chị quản trị.',
      en: 'Accounts, roles and sessions of the staff whom you administer.',
    },
    steps: [
      {
        vi: 'Tạo tài khoản bằng số định danh, hoặc tải danh sách về, sửa rồi tải lên; người đó đăng nhập bằng định danh điện tử.',
        en: 'Make an account by its citizen number, or take the list, change it and upload it; its holder signs in with their electronic identity.',
      },
      {
        vi: 'Cấp vai trò từ ngày, tại cơ quan nào; vai trò quan trọng cần người quản trị thứ hai đồng ý.',
        en: 'Grant a role from a day, at an agency; important ones need a second administrator.',
      },
      {
        vi: 'Ai thôi phục vụ theo hồ sơ được xác nhận thì vai trò ở cơ quan tự kết thúc; vai trò khác, kết thúc ở đây.',
        en: 'Roles of who left by a confirmed record end by themselves; end other roles here.',
      },
    ],
  },
  own: {
    what: {
      vi: 'Toàn bộ dữ liệu về anh/chị trong CSDLQG về cán bộ, công chức, viên chức.',
      en: 'Everything the national database holds about you.',
    },
    steps: [
      {
        vi: 'Mở một nhóm để xem từng giá trị, nguồn và ai đã xác nhận.',
        en: 'Open a group to see each value, its source and who confirmed it.',
      },
      {
        vi: 'Thấy sai hoặc thiếu: mở nhóm đó, bấm “Báo sai hoặc thiếu thông tin”; hạn và kết quả hiện ngay ở trang này.',
        en: 'If something is wrong or missing, open its group and report it; its day and its outcome stand on this page.',
      },
      { vi: 'Không ai đổi được hồ sơ mà không để lại dấu vết.', en: 'Nobody changes a record without leaving a trace.' },
    ],
  },
  ownReads: {
    what: {
      vi: 'Ai đã xem hồ sơ của anh/chị: cơ quan, vai trò, mục đích, thời điểm.',
      en: 'Who viewed your record: agency, role, purpose, time.',
    },
    steps: [
      { vi: 'Các lần xem được gộp theo ngày; mở ra để thấy từng lần.', en: 'Readings are grouped by day; open one to see each.' },
      { vi: 'Thấy lượt xem lạ: gửi khiếu nại ngay tại dòng đó.', en: 'If one looks strange, complain about it at its row.' },
      { vi: 'Cơ quan phải trả lời trong hạn ghi trên khiếu nại.', en: 'The agency must answer within the term of the complaint.' },
    ],
  },
  ownDeclaration: {
    what: {
      vi: 'Anh/chị xem từng mục của hồ sơ, xác nhận chỗ đúng, ghi chỗ thiếu, rồi cam đoan và gửi một lần.',
      en: 'Go through your record group by group, confirm what is right, fill in what is missing, then attest and send once.',
    },
    steps: [
      {
        vi: 'Mở từng mục: đúng thì bấm “Đúng, tôi xác nhận mục này”; thiếu thì ghi rồi bấm “Lưu phần tôi ghi”. Mỗi mục lưu ngay, đổi điện thoại vẫn còn.',
        en: 'Open each group: confirm it when it is right; fill in what is missing and save it. Each group is kept at once, on another phone too.',
      },
      {
        vi: 'Mục theo dữ liệu dân cư hoặc quyết định của cơ quan chỉ để xem; thấy sai thì bấm “Báo sai hoặc thiếu thông tin”.',
        en: 'Groups by the population database or by decisions of the agency are only looked at; report what is wrong there.',
      },
      {
        vi: 'Xem hết các mục, đánh dấu lời cam đoan rồi gửi. Người khác ở cơ quan kiểm tra và xác nhận; kết quả hiện ở đây.',
        en: 'When all groups are seen, tick the sentence of truth and send. Somebody else at the agency checks and confirms it; the result stands here.',
      },
    ],
  },
  ownConsents: {
    what: {
      vi: 'Ai xin xem hồ sơ của anh/chị, anh/chị đang đồng ý cho ai xem phần nào, đến bao giờ.',
      en: 'Who asks to view your record, and whom you let see which part, until when.',
    },
    steps: [
      {
        vi: 'Tạo mã rồi đọc cho cơ quan xin xem; mã chỉ để họ gửi yêu cầu, chưa xem được gì.',
        en: 'Make a code and read it to the agency; by it they ask, and see nothing yet.',
      },
      {
        vi: 'Đọc ai xin, để làm gì, đến bao giờ; tự chọn từng phần rồi bấm “Đồng ý”, hoặc “Không đồng ý”.',
        en: 'Read who asks, what for, until when; choose each part and consent, or refuse.',
      },
      {
        vi: 'Muốn dừng: bấm “Rút lại”, cơ quan không xem được nữa ngay từ lúc đó. Mỗi lần họ xem đều hiện ở đây.',
        en: 'To stop, withdraw: from then on the agency sees nothing. Each view stands here.',
      },
    ],
  },
  ownCard: {
    what: { vi: 'Thẻ cán bộ, công chức, viên chức trên ví điện tử của anh/chị.', en: 'Your card as an official, in your wallet.' },
    steps: [
      { vi: 'Bấm tạo mã nhận thẻ, mở ví và nhập mã giao dịch.', en: 'Make a code, open the wallet and type the transaction code.' },
      { vi: 'Mỗi máy giữ một bản thẻ; xem các bản đang có ở đây.', en: 'Each device holds a copy; they are listed here.' },
      {
        vi: 'Mất một máy: bấm “Ngừng bản này” ở dòng của máy đó, các máy khác vẫn dùng; mất hết thì ngừng mọi bản.',
        en: 'One device is lost: end the copy at its row, the others go on; all are lost: end every copy.',
      },
    ],
  },
  ownData: {
    what: {
      vi: 'Tải dữ liệu của anh/chị về máy, dạng PDF để đọc hoặc JSON để máy đọc.',
      en: 'Take your data along, as PDF to read or JSON for programs.',
    },
    steps: [
      { vi: 'Chọn dạng rồi tải về.', en: 'Choose the form and download it.' },
      { vi: 'Giữ tệp cẩn thận: trong tệp có dữ liệu cá nhân.', en: 'Keep the file safe: it holds personal data.' },
      { vi: 'Lần tải cũng được ghi vào danh sách ai đã xem.', en: 'The download is listed among the readings.' },
    ],
  },
  mismatches: {
    what: {
      vi: 'Những người mà CSDL dân cư ghi khác, gần giống hoặc không tìm thấy, đang chờ xác nhận.',
      en: 'People whom the population database knows otherwise, nearly, or not at all.',
    },
    steps: [
      {
        vi: 'Lọc theo kết quả, cơ quan, người xử lý, quá hạn; mở một người để xem hai giá trị.',
        en: 'Narrow the list; open somebody to see both values.',
      },
      {
        vi: 'Cơ quan sai: mở so sánh để trả lại kèm lý do. CSDL dân cư sai: báo người đó đến công an cấp xã, hạn được lùi.',
        en: 'The agency is wrong: return it with a reason. The population database is wrong: tell the person; the day is put off.',
      },
      {
        vi: 'Đã điều chỉnh: bấm “Đối soát lại”; khớp thì tự ra khỏi danh sách.',
        en: 'Put right: match again; who matches leaves the list.',
      },
    ],
  },
  declarationCalls: {
    what: {
      vi: 'Yêu cầu người đã công tác từ trước kê khai hồ sơ lần đầu, và theo dõi mỗi đợt đã được bao nhiêu.',
      en: 'Asks people in service before to declare their record, and shows how far each call has come.',
    },
    steps: [
      {
        vi: 'Chọn cơ quan, hạn và ghi căn cứ. Mặc định là mọi người chưa kê khai; có thể chỉ chọn một số người.',
        en: 'Choose the agency and the last day, and give the ground. Everybody who never declared is asked, or those you choose.',
      },
      {
        vi: 'Người được yêu cầu nhận thông báo, kê khai ở trang của mình; cơ quan xác nhận như mọi bản kê khai.',
        en: 'Whoever is asked gets a notice and declares on the own page; the agency confirms it as any declaration.',
      },
      {
        vi: 'Yêu cầu lại người đã kê khai phải có lý do; mỗi lần được ghi nhật ký và đếm theo cơ quan.',
        en: 'People who declared are asked again with a reason alone; each time is logged and counted by agency.',
      },
    ],
  },
  legalClocks: {
    what: {
      vi: 'Việc có thời hạn theo pháp luật về người của cơ quan anh/chị: tính từ ngày nào, hết ngày nào, đã xong hay quá hạn.',
      en: 'What the law gives a term for, about people of your agencies: since when, until when, done or late.',
    },
    steps: [
      {
        vi: 'Chọn “Đã quá hạn, chưa xong” để thấy việc phải làm trước.',
        en: 'Choose “Over and not done” to see what to do first.',
      },
      {
        vi: 'Hồ sơ mới, dữ liệu mới: gửi và xác nhận; thời hạn tự kết thúc khi dữ liệu vào CSDL. Rút đợt gửi thì thời hạn của đợt đó không còn tính.',
        en: 'A new record, new facts: submit and confirm them; a term ends by itself when they are in the register. When a submission is withdrawn, its terms run no more.',
      },
      {
        vi: '“Dự kiến” nghĩa là năm đó chưa có thông báo nghỉ lễ; ngày cuối được tính lại khi có.',
        en: '“Expected” means that there is no notice of holidays of that year yet; the last day is counted again when there is.',
      },
    ],
  },
  consents: {
    what: {
      vi: 'Xin và dùng sự đồng ý của người có hồ sơ, khi cơ quan anh/chị không làm công tác cán bộ của người đó.',
      en: 'Asking for a person’s consent and using it, when your agency is outside their personnel work.',
    },
    steps: [
      {
        vi: 'Nhập mã người đó đọc cho anh/chị; chọn mục đích, thời hạn và chỉ những phần cần cho mục đích.',
        en: 'Type the code that they read to you; choose purpose, last day, and only the parts that the purpose needs.',
      },
      {
        vi: 'Họ đồng ý trên điện thoại: dòng đổi thành “Đang đồng ý”, bấm “Xem hồ sơ”. Mỗi lần mở là một lần xem mà họ thấy.',
        en: 'Once they consent on their phone, view the record. Each opening is a view that they see.',
      },
      {
        vi: 'Họ rút lại hoặc hết hạn thì không xem được nữa; cần xem tiếp thì xin mã mới.',
        en: 'Withdrawn or ended, nothing is shown; ask for a new code if you still need it.',
      },
    ],
  },
  ownRequests: {
    what: {
      vi: 'Anh/chị đề nghị hạn chế, phản đối, rút đồng ý hoặc hủy dữ liệu của mình.',
      en: 'Ask to restrict, object, withdraw a consent, or erase your data.',
    },
    steps: [
      {
        vi: 'Chọn loại yêu cầu; trang cho biết hạn trả lời theo pháp luật.',
        en: 'Choose the kind; the page says until when the law gives time.',
      },
      { vi: 'Ghi rõ dữ liệu nào, việc gì, vì sao, rồi gửi.', en: 'Say which data, what and why, and send.' },
      { vi: 'Trả lời kèm lý do hiện ở đây; anh/chị nhận thông báo.', en: 'The answer with its reason stands here, and you get a notice.' },
    ],
  },
  dataRequests: {
    what: {
      vi: 'Yêu cầu của người có hồ sơ về dữ liệu của họ, thuộc cơ quan anh/chị trả lời.',
      en: 'What people ask about their data, of the agencies that you work for.',
    },
    steps: [
      { vi: 'Đọc yêu cầu và hạn trả lời; mở hồ sơ nếu cần.', en: 'Read the request and its last day; open the record if you need it.' },
      {
        vi: 'Yêu cầu hủy dữ liệu: lập đề nghị hủy từ liên kết của yêu cầu; hai người ở hai cơ quan quyết định.',
        en: 'To erase: ask for the erasure by the link of the request; two people of two agencies decide.',
      },
      {
        vi: 'Trả lời một lần, kèm lý do và căn cứ; không ai trả lời yêu cầu của chính mình.',
        en: 'Answer once, with the reason and the law; nobody answers their own request.',
      },
    ],
  },
  valueReports: {
    what: {
      vi: 'Những giá trị mà người có hồ sơ báo là sai hoặc thiếu, thuộc cơ quan anh/chị xử lý.',
      en: 'Values that people report as wrong or missing, of the agencies that you work for.',
    },
    steps: [
      {
        vi: 'Lọc theo cơ quan, người xử lý, quá hạn; mở một điều để xem lời người báo và giá trị khi đó.',
        en: 'Narrow the list; open one to see what the person says and the value as it stood.',
      },
      {
        vi: 'Giá trị sai thật: gửi giá trị đúng, chờ xác nhận, rồi kết luận “Đã sửa” và chọn đợt cập nhật đó.',
        en: 'It is wrong indeed: submit the right value, have it confirmed, then settle it as corrected by that update.',
      },
      {
        vi: 'Không sửa, hoặc dữ liệu gốc ở nơi khác: kết luận kèm lý do. Người báo nhận thông báo và đọc được; không ai kết luận điều do mình báo.',
        en: 'Not changed, or kept elsewhere: settle it with the reason. The person gets a notice and reads it; nobody settles their own report.',
      },
    ],
  },
  erasures: {
    what: {
      vi: 'Đề nghị hủy dữ liệu của một người theo căn cứ của luật, ai quyết định, đã thực hiện chưa.',
      en: 'Requests to destroy the data of a person on a ground of the law, who decided, and whether it is done.',
    },
    steps: [
      {
        vi: 'Người xác nhận của cơ quan quản lý mở hồ sơ, chọn “Đề nghị hủy dữ liệu”, ghi căn cứ, văn bản và lý do. Hồ sơ mà luật còn giữ thì không hủy được.',
        en: 'Who confirms for the managing agency opens the record, chooses “Ask for an erasure” and states ground, paper and reason. What the law keeps cannot be destroyed.',
      },
      {
        vi: 'Quản trị của cơ quan cấp trên quyết định; cả hai xác nhận lại bằng khóa truy cập. Không ai quyết định điều mình đề nghị, hay về chính mình.',
        en: 'An administrator of an agency above decides; both are asked again by a passkey. Nobody decides what they asked for, nor about themselves.',
      },
      {
        vi: 'Hủy rồi thì không lấy lại được: hồ sơ, tệp, ảnh mất; thẻ ngừng ngay; nhật ký còn dòng không có nội dung.',
        en: 'What is destroyed does not come back: record, files and picture are gone, the card ends at once; the log keeps lines without content.',
      },
    ],
  },
  keptApart: {
    what: {
      vi: 'Những hồ sơ được quản lý riêng theo pháp luật về bí mật nhà nước, và đề nghị về chúng.',
      en: 'Records that are kept apart by the law on state secrets, and requests about them.',
    },
    steps: [
      {
        vi: 'Người xác nhận của cơ quan quản lý mở hồ sơ, chọn “Quản lý riêng hồ sơ này”, ghi độ mật và số, ngày, nơi ban hành của văn bản. Không ghi nội dung mật.',
        en: 'Who confirms for the managing agency opens the record, chooses “Keep this record apart” and states class, number, day and issuer of the document. Nothing secret is written.',
      },
      {
        vi: 'Lãnh đạo của cơ quan quyết định; cả hai xác nhận lại bằng khóa truy cập. Không ai quyết định điều mình đề nghị, hay về chính mình.',
        en: 'The head of the agency decides; both are asked again by a passkey. Nobody decides what they asked for, nor about themselves.',
      },
      {
        vi: 'Từ đó chỉ hai vai trò ấy tìm thấy hồ sơ; không ai xuất, trích, in hay cấp thẻ. Thôi quản lý riêng cũng do hai người.',
        en: 'From then on these two roles alone find the record; nobody exports, extracts, prints it or gets a card. It ends by two people too.',
      },
    ],
  },
  heldCards: {
    what: {
      vi: 'Những người có thẻ đã ngừng vì sự cố an ninh, cấp sai hoặc cho mượn, và chưa được cấp lại.',
      en: 'People whose card was ended for a security incident, a mistake or a loan, and who have not been released.',
    },
    steps: [
      {
        vi: 'Mở một người: mục Thẻ trong hồ sơ ghi lý do, ai cũng thấy cùng một lý do với người có thẻ.',
        en: 'Open somebody: the part Card of the record has the reason, the same that the holder reads.',
      },
      {
        vi: 'Đã xác minh hoặc xử lý xong: bấm “Cho cấp lại thẻ”, chọn lý do, ghi số văn bản. Thẻ mới lập ngay nếu hồ sơ đủ điều kiện.',
        en: 'Looked into or dealt with: release the card, with the reason and the number of the document. A new card is made at once if the record is complete.',
      },
      {
        vi: 'Người đã ngừng thẻ không tự cho cấp lại; không ai cho cấp lại thẻ của chính mình.',
        en: 'Whoever ended the card does not release it; nobody releases their own.',
      },
    ],
  },
  approvals: {
    what: {
      vi: 'Những đợt mà đơn vị đề nghị gửi xác nhận; chưa được duyệt thì chưa gửi.',
      en: 'What the unit asks to submit; without an approval nothing is submitted.',
    },
    steps: [
      {
        vi: 'Mở đề nghị đứng đầu (chờ lâu nhất), xem số người, cảnh báo, gợi ý đã áp dụng và từng thay đổi.',
        en: 'Open the first request (waiting longest): people, warnings, suggestions applied, each change.',
      },
      {
        vi: 'Đúng thì “Duyệt và gửi xác nhận”: hệ thống gửi ngay và cấp biên nhận.',
        en: 'If it is right, approve: it is submitted at once.',
      },
      {
        vi: 'Chưa đúng thì “Trả lại” kèm lý do. Không ai tự duyệt đề nghị của mình.',
        en: 'If not, send it back with a reason. Nobody approves their own request.',
      },
    ],
  },
  sending: {
    what: {
      vi: 'Cơ quan nào yêu cầu người đứng đầu đơn vị duyệt trước khi gửi, từ ngày nào, vì sao.',
      en: 'Which agencies have the head of the unit approve before sending, since when and why.',
    },
    steps: [
      { vi: 'Tìm cơ quan rồi bấm “Bật…” hoặc “Tắt…”.', en: 'Find the agency, then switch it on or off.' },
      { vi: 'Chọn ngày bắt đầu (từ hôm nay) và nêu lý do.', en: 'Choose the first day (today or later) and say why.' },
      {
        vi: 'Từ ngày đó “Gửi xác nhận” thành “Đề nghị duyệt gửi”; mọi thay đổi được ghi nhật ký.',
        en: 'From that day “Submit” becomes “Ask for approval”; each change is in the log.',
      },
    ],
  },
  board: {
    what: {
      vi: 'Các cơ quan đã gửi, đã được xác nhận đến đâu, còn thiếu gì, ai chậm; không có dữ liệu của người nào.',
      en: 'How far the agencies have come: sent, confirmed, complete, late. Nothing of any person.',
    },
    steps: [
      {
        vi: 'Sắp xếp theo cột để thấy cơ quan chậm nhất hoặc thiếu nhiều nhất.',
        en: 'Sort by a column to see who is latest or lacks most.',
      },
      { vi: 'Mở một cơ quan để xem các đơn vị bên dưới.', en: 'Open an agency to see the units below it.' },
      {
        vi: 'Xuất bảng khi cần báo cáo; lần xuất cũng được ghi nhật ký.',
        en: 'Export the table for a report; the export is recorded too.',
      },
    ],
  },
  network: {
    what: {
      vi: 'Máy này tới được hệ thống qua mạng TSLCD tốt không, và những cơ quan nào đã kiểm tra.',
      en: 'Whether this computer reaches the system well over TSLCD, and which agencies have checked.',
    },
    steps: [
      {
        vi: 'Bấm “Kiểm tra” để trình duyệt tự đo; mỗi điều chưa ổn có cách xử lý.',
        en: 'Press “Check”: the browser measures by itself; each thing that is not well says what to do.',
      },
      {
        vi: 'Muốn kiểm tra kỹ hơn, lấy mã ngắn và chạy lệnh congvu netcheck trên máy đó.',
        en: 'For a closer look take a short code and run congvu netcheck on that computer.',
      },
      {
        vi: 'Bảng bên dưới cho biết cơ quan nào đã đạt, chưa đạt vì sao, chưa kiểm tra.',
        en: 'The table below says which agencies have passed, which have not and why, and which never checked.',
      },
    ],
  },
  operations: {
    what: {
      vi: 'Tình trạng của hệ thống: dịch vụ, việc chạy nền, nguồn dân cư, nhật ký, dung lượng, bản sao lưu.',
      en: 'The state of the system: services, background work, population source, log, disk, backups.',
    },
    steps: [
      {
        vi: 'Mục nào không bình thường được đánh dấu, kèm chi tiết; bấm “Xem lại” để hỏi lại hệ thống.',
        en: 'What is not as it should be is marked, with its details; “Look again” asks anew.',
      },
      {
        vi: 'Xem tuổi của bản sao lưu gần nhất; diễn tập khôi phục theo định kỳ.',
        en: 'Look at the age of the last backup; rehearse a restore from time to time.',
      },
      { vi: 'Trang này không cho xem dữ liệu của người nào.', en: 'Nobody’s data can be seen here.' },
    ],
  },
  exchangeLines: {
    what: {
      vi: 'Phần mềm của từng cơ quan gửi và nhận dữ liệu đến đâu, được nhận biết bằng khóa và chứng thư nào.',
      en: 'How far the software of each agency sends and receives, and by which keys and certificates it is known.',
    },
    steps: [
      {
        vi: 'Chọn cơ quan, xem đường khớp đến lúc nào, thay đổi nào chờ, vì sao có thay đổi không nhận.',
        en: 'Choose an agency; see as of when it is in step, what waits, and why changes were rejected.',
      },
      {
        vi: 'Quản trị đề nghị đăng ký phần mềm, thay khóa, thêm chứng thư; người thứ hai so giá trị băm của khóa rồi quyết định. Cả hai xác nhận lại bằng khóa truy cập.',
        en: 'An administrator asks that software be enrolled, a key replaced, a certificate added; a second person compares fingerprints and decides. Both are asked again by a passkey.',
      },
      {
        vi: 'Đường đang tạm khóa: xem hai gói mâu thuẫn, tìm nguyên nhân ở phần mềm, rồi hai người mở lại.',
        en: 'A frozen line: look at the two batches that cannot both be, find out why at the software, then two people release it.',
      },
    ],
  },
  incidents: {
    what: {
      vi: 'Theo dõi sự cố an ninh mạng và vi phạm dữ liệu cá nhân, với hạn báo cáo theo luật.',
      en: 'The register of incidents of security and breaches of personal data, with the hours that the law gives for reports.',
    },
    steps: [
      {
        vi: 'Phát hiện sự cố thì ghi ngay, kể cả khi chưa rõ; hạn báo cáo tính từ lúc phát hiện.',
        en: 'Enter an incident as soon as it is found, also while little is known; reports are due from its discovery.',
      },
      {
        vi: 'Gửi báo cáo theo kênh của cơ quan nhận, rồi ghi lại ở đây: gửi ai, lúc nào, số văn bản.',
        en: 'Send the report by the way of the authority, then enter it: to whom, when, under which number.',
      },
      {
        vi: 'Không ghi tên, số của ai. Mục đã ghi thì không sửa: ghi thêm mục mới.',
        en: 'Write nobody’s name or number. What was entered is not changed: add to it.',
      },
    ],
  },
};

/** Help of the page at an address: that of its place in the menu, or its own; null for the guide itself and what needs none. */
export function helpAt(pathname: string): HelpOfPage | null {
  const task = taskAt(pathname);
  if (task !== null) return HELP[task];
  const found = Object.entries(HELP_BESIDE_THE_MENU).find(([address]) =>
    new RegExp(`^${address.replace(/:\w+/g, '[^/]+')}$`).test(pathname),
  );
  return found?.[1] ?? null;
}
