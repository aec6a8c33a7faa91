/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  receipt: {
    title: { vi: 'Biên nhận {{number}}', en: 'Receipt {{number}}' },
    R1: { vi: 'ĐÃ NHẬN', en: 'RECEIVED' },
    firstLoad: { vi: 'Nạp lần đầu', en: 'First load' },
    firstLoadWhat: {
      vi: 'không xác nhận từng dòng: hai người của cơ quan ký trên một mẫu đã đối chiếu',
      en: 'rows were not confirmed one by one: two people of the agency signed over a sample that was checked',
    },
    onBehalf: { vi: 'Theo ủy quyền của', en: 'By delegation of' },
    onBehalfDays: { vi: 'từ {{from}} đến hết {{until}}', en: 'from {{from}} to {{until}}' },
    'R1-what': {
      vi: 'Hệ thống đã nhận đủ hồ sơ dưới đây. Đã nhận chưa phải là đã duyệt: cơ quan quản lý sẽ xác nhận từng phần.',
      en: 'The system has received all that is listed below. Received is not yet decided: the managing agency confirms each part.',
    },
    R2: { vi: 'ĐÃ DUYỆT', en: 'DECIDED' },
    'R2-what': {
      vi: 'Cơ quan có thẩm quyền đã quyết định các phần dưới đây.',
      en: 'The competent authority has decided the parts listed below.',
    },
    number: { vi: 'Số biên nhận', en: 'Receipt number' },
    at: { vi: 'Thời gian', en: 'Time' },
    body: { vi: 'Cơ quan gửi', en: 'Sending agency' },
    sha256: { vi: 'Mã băm SHA-256 của tệp', en: 'SHA-256 of the file' },
    pdf: { vi: 'Tải PDF', en: 'Download PDF' },
    print: { vi: 'In trang này', en: 'Print this page' },
    qr: { vi: 'Quét để kiểm tra biên nhận', en: 'Scan to check this receipt' },
    verify: { vi: 'Địa chỉ kiểm tra', en: 'Address to check it' },
    signature: { vi: 'Chữ ký số (JWS)', en: 'Signature (JWS)' },
    signatureWhat: {
      vi: 'Dành cho người muốn tự kiểm tra: nội dung biên nhận được ký bằng khóa công bố của hệ thống.',
      en: 'For those who want to check it themselves: the content is signed with the system’s published key.',
    },
    items: { vi: 'Các phần đã quyết định', en: 'Parts decided' },
    group: { vi: 'Nhóm thông tin', en: 'Group' },
    verdict: { vi: 'Kết quả', en: 'Result' },
    registered: { vi: 'Đã cập nhật vào CSDL', en: 'Registered' },
    returned: { vi: 'Trả lại', en: 'Returned' },
    version: { vi: 'Phiên bản', en: 'Version' },
    list: { vi: 'Xác nhận theo danh sách', en: 'Confirmed as a list' },
    listPeople: { vi: 'Số người', en: 'People' },
    listCounts: {
      vi: '{{received}} đang chờ = {{accepted}} đã cập nhật vào CSDL + {{rejected}} trả lại + {{waiting}} xem từng người',
      en: '{{received}} waiting = {{accepted}} registered + {{rejected}} returned + {{waiting}} one by one',
    },
    listItems: { vi: 'Số nhóm đã cập nhật vào CSDL', en: 'Groups registered' },
    listRoot: { vi: 'Mã băm của danh sách', en: 'Hash of the list' },
    toSubmissions: { vi: 'Về các đợt cập nhật hồ sơ', en: 'To the submissions' },
    nextTitle: { vi: 'Việc tiếp theo', en: 'What comes next' },
    'next-R1': {
      vi: 'Hệ thống đối soát với dữ liệu dân cư, rồi cơ quan có thẩm quyền xác nhận. Anh/chị theo dõi ở trang hồ sơ; phần nào bị trả lại sẽ hiện ở “Việc của tôi”.',
      en: 'The system compares with the population database, then the authority confirms. Follow it on the submission; whatever comes back shows up under “My tasks”.',
    },
    'next-R2': {
      vi: 'Phần đã cập nhật vào CSDL tra cứu được ngay; phần bị trả lại được sửa trong chính đợt này.',
      en: 'What was registered can be looked up at once; what was returned is fixed in the same submission.',
    },
    left: {
      vi: '{{count}} người còn lỗi để lại sửa sau; chưa được gửi xác nhận.',
      en: '{{count}} people with errors are to be fixed later; they were not sent.',
    },
    follow: { vi: 'Xem trang hồ sơ', en: 'Open the submission' },
    find: { vi: 'Kiểm tra biên nhận', en: 'Check a receipt' },
    findLead: {
      vi: 'Nhập số in trên biên nhận. Ai có số cũng kiểm tra được; biên nhận không có dữ liệu cá nhân.',
      en: 'Type the number printed on the receipt. Whoever has it can check it; a receipt holds no personal data.',
    },
    findGo: { vi: 'Kiểm tra', en: 'Check' },
    numberHint: { vi: 'ví dụ: BN-4T7QK-9XWEA', en: 'such as: BN-4T7QK-9XWEA' },
    numberWrong: {
      vi: 'Số biên nhận gồm BN hoặc XN và 10 chữ, số, như in trên giấy.',
      en: 'A number is BN or XN and ten letters and digits, as it is printed.',
    },
    checkOther: { vi: 'Kiểm tra biên nhận khác', en: 'Check another receipt' },
    publicLead: {
      vi: 'Nội dung đã ký của biên nhận. Trang này không cần đăng nhập và không có dữ liệu cá nhân.',
      en: 'What was signed. This page asks for no sign-in and holds no personal data.',
    },
    right: { vi: 'Chữ ký đúng', en: 'The signature is right' },
    rightWhat: {
      vi: 'Biên nhận do hệ thống ký và chưa bị sửa.',
      en: 'The receipt was signed by the system and has not been changed.',
    },
    wrong: { vi: 'Chữ ký SAI', en: 'The signature is WRONG' },
    wrongWhat: {
      vi: 'Không dùng biên nhận này. Báo cơ quan ghi trên biên nhận.',
      en: 'Do not rely on this receipt. Tell the agency named on it.',
    },
    ownRight: {
      vi: 'Trình duyệt này cũng tự kiểm tra bằng khóa công bố: đúng.',
      en: 'This browser checked it too, with the published key: right.',
    },
    ownCannot: {
      vi: 'Trình duyệt này chưa tự kiểm tra được chữ ký; kết quả trên là của máy chủ. Tải biên nhận về để tự kiểm tra bằng lệnh congvu verify receipt.',
      en: 'This browser cannot check it by itself; the result is the server’s. Save the receipt and check it with congvu verify receipt.',
    },
    decided: {
      vi: '{{registered}} nhóm đã cập nhật vào CSDL, {{returned}} nhóm trả lại',
      en: 'Groups registered: {{registered}}, returned: {{returned}}',
    },
    save: { vi: 'Tải bản có chữ ký', en: 'Save with its signature' },
    checkFile: { vi: 'Kiểm tra tệp', en: 'Check a file' },
    checkFileLead: {
      vi: 'Chọn tệp để biết có đúng là tệp đã gửi không. Tệp được tính mã băm ngay trên máy này, không gửi đi đâu.',
      en: 'Choose a file to learn whether it is the one that was sent. It is hashed on this device and sent nowhere.',
    },
    fileSame: { vi: '“{{name}}” đúng là tệp đã gửi.', en: '“{{name}}” is the file that was sent.' },
    fileOther: { vi: '“{{name}}” KHÁC tệp đã gửi.', en: '“{{name}}” is ANOTHER file than the one sent.' },
    fileUnread: { vi: 'Không đọc được “{{name}}”. Chọn lại tệp.', en: '“{{name}}” could not be read. Choose it again.' },
  },
} satisfies WordTree;
