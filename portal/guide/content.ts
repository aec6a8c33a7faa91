/** The guide: the way from a file to a receipt, and what each role does. Comes with its page, not with the first one. */
import type { Bilingual } from '#portal/api/generated/api.ts';
import type { Picture } from './pictures.ts';

interface GuideStep {
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** what the screen looks like, where there is one */
  readonly picture?: Picture;
}

interface GuideOfRole {
  readonly name: Bilingual;
  readonly steps: readonly [Bilingual, Bilingual, Bilingual];
  readonly picture?: Picture;
}

export const STEPS: readonly GuideStep[] = [
  {
    title: { vi: 'Tải biểu mẫu của cơ quan', en: 'Download the template of your agency' },
    text: {
      vi: 'Vào mục Biểu mẫu, chọn cơ quan, tải tệp Excel. Biểu mẫu của cơ quan nào chỉ dùng cho cơ quan đó. Chỉ sửa một vài thông tin? Đề nghị biểu mẫu điền sẵn dữ liệu hiện có, ghi lý do.',
      en: 'Open Template, choose the agency, download the workbook. Each agency has its own. Only a few values to correct? Ask for the template filled with what is on record, with a reason.',
    },
    picture: 'bieu-mau',
  },
  {
    title: { vi: 'Điền trên máy của mình', en: 'Fill it in on your own machine' },
    text: {
      vi: 'Mỗi người một dòng ở trang “Hồ sơ”. Quá trình lương, đào tạo, công tác… ở các trang sau, nối với người bằng số định danh. Chọn trong danh sách thả xuống khi có. Ô để trống: giữ nguyên dữ liệu đang có. Muốn kiểm tra trước khi có mạng: lệnh “congvu check”.',
      en: 'One row per person on the sheet “Hồ sơ”. Pay, training, posts and so on stand on further sheets, joined by the citizen number. Use the drop-downs. An empty cell leaves what is on record. Without a network: “congvu check”.',
    },
  },
  {
    title: { vi: 'Tải tệp lên để kiểm tra', en: 'Upload the file to have it checked' },
    text: {
      vi: 'Tải lên chưa phải là gửi: chưa ai nhận được gì. Hệ thống đọc từng ô và báo ba con số: nhận được, hợp lệ, có lỗi.',
      en: 'An upload is no submission: nobody has received anything. Each cell is read, and three figures are told: received, valid, with errors.',
    },
    picture: 'nop-ho-so',
  },
  {
    title: { vi: 'Sửa lỗi', en: 'Correct what is wrong' },
    text: {
      vi: 'Lỗi được xếp theo cách sửa. Gợi ý chắc chắn áp dụng được cả nhóm, và hoàn tác được cho đến khi gửi. Lỗi khác: tải tệp đã đánh dấu, sửa ngay ở ô được tô, tải lại vào cùng đợt.',
      en: 'Problems are grouped by how to correct them. Certain suggestions can be applied as a group, and undone until you submit. For the others take the marked file, correct the marked cells, upload it again.',
    },
    picture: 'sua-loi',
  },
  {
    title: { vi: 'Xem lại thay đổi', en: 'Look at the changes' },
    text: {
      vi: 'Trước khi gửi, trang này cho thấy ai mới, ai thay đổi gì so với dữ liệu đang có, và những gợi ý đã áp dụng.',
      en: 'Before you submit, this page shows who is new, what changes against what is on record, and which suggestions were applied.',
    },
    picture: 'doi-chieu',
  },
  {
    title: { vi: 'Gửi xác nhận', en: 'Submit' },
    text: {
      vi: 'Có thể gửi trước phần hợp lệ; người còn lỗi ở lại đợt đó và vẫn hiện ở “Việc của tôi” cho đến khi sửa xong.',
      en: 'What is valid can be submitted first; people with errors stay in the submission and on “My tasks” until they are corrected.',
    },
    picture: 'gui',
  },
  {
    title: { vi: 'Giữ biên nhận “đã nhận”', en: 'Keep the receipt “received”' },
    text: {
      vi: 'Biên nhận có chữ ký số của hệ thống, số lượng và giá trị băm của tệp; không có dữ liệu cá nhân. Ai cũng kiểm tra được bằng mã QR. Đã nhận chưa phải là đã duyệt.',
      en: 'It is signed and holds counts and the hash of your file, nothing of people. Anybody can check it by its QR code. Received is not yet confirmed.',
    },
    picture: 'bien-nhan',
  },
  {
    title: { vi: 'Chờ đối soát và xác nhận', en: 'Wait for matching and confirmation' },
    text: {
      vi: 'Hệ thống so với dữ liệu dân cư, rồi người có thẩm quyền xem từng người. Xong phần nào anh/chị nhận thông báo phần đó, và biên nhận “đã duyệt”.',
      en: 'The data are compared with the population database, then the confirming authority looks at each person. You are notified of each part, and given the receipt “confirmed”.',
    },
  },
  {
    title: { vi: 'Nếu có ô bị trả lại', en: 'If cells are returned' },
    text: {
      vi: 'Mở đợt đó từ thông báo: từng ô bị trả lại có lý do. Sửa trong tệp, hoặc trả lời “Giữ nguyên vì…” nếu dữ liệu đúng, rồi gửi xác nhận lại. Không cần gửi lại những người đã được xác nhận.',
      en: 'Open the submission from the notice: each returned cell has its reason. Correct it, or answer “Stays because…” if it is right, and submit again. Those who were confirmed need not be sent again.',
    },
  },
];

export const ROLES: readonly GuideOfRole[] = [
  {
    name: { vi: 'Cán bộ nhập liệu đơn vị', en: 'Data-entry clerk' },
    steps: [
      {
        vi: 'Mở “Việc của tôi”: phần bị trả lại và phần có lỗi đứng đầu.',
        en: 'Open “My tasks”: what was returned or has errors comes first.',
      },
      { vi: 'Tải tệp lên, sửa lỗi, gửi xác nhận phần hợp lệ.', en: 'Upload, correct, submit what is valid.' },
      {
        vi: 'Theo dõi đến biên nhận “đã duyệt”; bật thư tóm tắt ở trang Thông báo.',
        en: 'Follow it up to the receipt “confirmed”; switch the digest on under Notices.',
      },
    ],
  },
  {
    name: { vi: 'Thủ trưởng đơn vị', en: 'Head of the unit' },
    steps: [
      { vi: 'Xem các đợt cập nhật của đơn vị và việc đang chờ ai.', en: 'See the submissions of the unit and who has to act.' },
      { vi: 'Duyệt trước khi gửi, nếu cơ quan bật bước này.', en: 'Approve before submission where your agency asks for it.' },
      {
        vi: 'Tra cứu hồ sơ của người trong đơn vị; mỗi lần xem đều được ghi.',
        en: 'Search the records of your people; each viewing is recorded.',
      },
    ],
  },
  {
    name: { vi: 'Chuyên viên tổ chức cán bộ', en: 'HR officer' },
    steps: [
      {
        vi: 'Xem các trường hợp lệch, gần khớp hoặc không tìm thấy khi đối soát.',
        en: 'Look at those who differ from the population data, nearly match or were not found.',
      },
      {
        vi: 'Làm rõ với đơn vị: dữ liệu sai thì trả lại, dân cư chưa cập nhật thì ghi lý do.',
        en: 'Clear it up with the unit: return what is wrong, state why where the population data are behind.',
      },
      {
        vi: 'Kết luận đúng hạn những điều người có hồ sơ báo sai; chuẩn bị việc tiếp nhận, biệt phái, trùng số để người có thẩm quyền trả lời.',
        en: 'Settle in time what people report as wrong; prepare transfers, secondments and dual claims for the authority.',
      },
    ],
  },
  {
    name: { vi: 'Người có thẩm quyền xác nhận', en: 'Confirming authority' },
    steps: [
      {
        vi: 'Mở “Chờ xác nhận”; hồ sơ khớp, không cảnh báo có thể xác nhận theo danh sách, sau khi xem mẫu kiểm tra.',
        en: 'Open “To confirm”; those that match without warnings may be confirmed as a list, after its sample.',
      },
      {
        vi: 'Hồ sơ khác: so từng chỗ khác nhau, đồng ý hoặc trả lại từng ô với lý do.',
        en: 'The others: look at each difference, accept, or return single cells with a reason.',
      },
      {
        vi: 'Xác nhận bằng khóa của cơ quan; điều đã xác nhận kiểm tra được về sau.',
        en: 'Confirm with the key of the agency; what was confirmed can be checked for ever.',
      },
    ],
    picture: 'xac-nhan',
  },
  {
    name: { vi: 'Quản trị bộ, ngành, địa phương', en: 'Administrator' },
    steps: [
      {
        vi: 'Tạo tài khoản, cấp và kết thúc vai trò; ghi liên hệ hỗ trợ của cơ quan.',
        en: 'Make accounts, grant and end roles; write whom people may ask.',
      },
      {
        vi: 'Trả lời khiếu nại về lượt xem; tra tên người xem khi có lý do.',
        en: 'Answer complaints about readings; name a reader where there is a reason.',
      },
      {
        vi: 'Khi có người nghỉ việc: kết thúc vai trò và phiên đăng nhập ngay trong ngày.',
        en: 'When somebody leaves, end their roles and sessions that day.',
      },
    ],
  },
  {
    name: { vi: 'Bộ Nội vụ', en: 'Ministry' },
    steps: [
      {
        vi: 'Theo dõi các bộ, ngành, địa phương đã gửi, đã được xác nhận đến đâu.',
        en: 'Follow how far ministries and provinces have come.',
      },
      { vi: 'Quyết định đề nghị bổ sung danh mục dùng chung.', en: 'Decide requests about the code lists.' },
      { vi: 'Không xác nhận thay cơ quan quản lý.', en: 'Do not confirm in the place of the managing agency.' },
    ],
  },
  {
    name: { vi: 'Trung tâm vận hành', en: 'Information centre' },
    steps: [
      {
        vi: 'Xem tình trạng hệ thống, nguồn dân cư, hàng chờ xử lý, bản sao lưu.',
        en: 'See the state of the system, the population source, queues and backups.',
      },
      {
        vi: 'Sao lưu và diễn tập khôi phục bằng lệnh; kết thúc bằng kiểm tra nhật ký.',
        en: 'Back up and rehearse a restore by command; end with the check of the log.',
      },
      { vi: 'Không xem dữ liệu của người nào.', en: 'See nobody’s data.' },
    ],
  },
  {
    name: { vi: 'Kiểm tra, giám sát', en: 'Auditor' },
    steps: [
      {
        vi: 'Lọc nhật ký theo việc, vai trò, cơ quan, ngày; dòng ngoài phạm vi được đếm tại chỗ.',
        en: 'Choose rows of the log; what is outside your reach is counted in its place.',
      },
      {
        vi: 'Kiểm tra gói bằng chứng ngay trên trang, hoặc bằng công cụ độc lập.',
        en: 'Verify a proof on the page, or by the independent tool.',
      },
      { vi: 'Xem lượt xem khác thường và khiếu nại.', en: 'Look at unusual readings and complaints.' },
    ],
  },
  {
    name: { vi: 'Cá nhân', en: 'Yourself' },
    steps: [
      {
        vi: 'Đăng nhập bằng định danh điện tử, xem toàn bộ hồ sơ của mình và ai đã xem.',
        en: 'Sign in by your electronic identity; see your whole record and who viewed it.',
      },
      {
        vi: 'Nhận thẻ về ví điện tử; mất máy thì tự ngừng bản trên máy đó ở “Thẻ của tôi”.',
        en: 'Take your card into the wallet; if the phone is lost, end its copy yourself on “My card”.',
      },
      {
        vi: 'Thấy sai hoặc thiếu: báo ngay trong mục đó, hạn và kết quả hiện ở “Hồ sơ của tôi”; thấy lượt xem lạ: khiếu nại tại dòng đó.',
        en: 'If something is wrong or missing, report it in its group: its day and outcome stand on “My record”; complain about a strange reading at its row.',
      },
    ],
    picture: 'toi-the',
  },
  {
    name: { vi: 'Nhân viên bảo vệ', en: 'Guard' },
    steps: [
      {
        vi: 'Mở trang kiểm tra thẻ trên điện thoại, quét mã QR do người có thẻ đưa ra.',
        en: 'Open the page that checks cards and scan the QR code that is shown.',
      },
      {
        vi: 'Màu và chữ cùng nói: còn hiệu lực, đã ngừng, hoặc chưa biết; làm theo dòng “Việc cần làm”.',
        en: 'Colour and words say the same: valid, ended, or not known; do as the line below says.',
      },
      {
        vi: 'So khuôn mặt với ảnh. Không chụp lại, không ghi chép dữ liệu.',
        en: 'Compare the face with the picture. Take no photo and write nothing down.',
      },
    ],
  },
];
