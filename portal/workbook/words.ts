/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    template: { vi: 'Biểu mẫu', en: 'Template' },
    upload: { vi: 'Tải tệp lên', en: 'Upload' },
  },
  template: {
    title: { vi: 'Biểu mẫu', en: 'Template' },
    lead: {
      vi: 'Tệp Excel cho cơ quan của anh/chị: có sẵn danh mục để chọn và chỉ dẫn cho từng cột.',
      en: 'An Excel file for your agency, with lists to choose from and a hint for each column.',
    },
    body: { vi: 'Cơ quan', en: 'Agency' },
    download: { vi: 'Tải biểu mẫu', en: 'Download the template' },
    how: { vi: 'Cách điền', en: 'How to fill it in' },
    step1: {
      vi: 'Mỗi người một dòng trong trang “Hồ sơ”; quá trình lương, công tác, đào tạo… ở các trang riêng, nối với nhau bằng số định danh.',
      en: 'One row per person in the sheet “Hồ sơ”; pay, career, training and so on have sheets of their own, joined by the citizen number.',
    },
    step2: {
      vi: 'Ô để trống: giữ nguyên dữ liệu đang có. Nếu không có thông tin, chọn “Không áp dụng”, “Không rõ” hoặc “Chưa xác định”.',
      en: 'An empty cell means no change. To say that there is none, choose “Không áp dụng” (does not apply), “Không rõ” (unknown) or “Chưa xác định” (not determined).',
    },
    step3: {
      vi: 'Không xóa dòng tiêu đề và không đổi tên trang. Có thể thêm cột ghi chú; cột lạ sẽ được bỏ qua và báo lại.',
      en: 'Keep the heading rows and the sheet names. You may add columns of notes; unknown columns are left out and reported.',
    },
    step4: { vi: 'Lưu dưới dạng .xlsx rồi tải lên ở trang “Tải tệp lên”.', en: 'Save it as .xlsx and upload it on the page “Upload”.' },
    thenUpload: { vi: 'Đã điền xong? Tải tệp lên', en: 'Filled in? Upload it' },
    empty: { vi: 'Anh/chị chưa được giao cập nhật hồ sơ cho cơ quan nào', en: 'You may not upload for any agency yet' },
    emptyNext: {
      vi: 'Liên hệ quản trị của cơ quan để được phân quyền nhập liệu.',
      en: 'Ask your agency’s administrator for the role of data clerk.',
    },
  },
  filledTemplate: {
    again: { vi: 'Vì sao yêu cầu lại', en: 'Why it is asked again' },
    title: { vi: 'Biểu mẫu điền sẵn dữ liệu hiện có', en: 'The template filled with what is on record' },
    what: {
      vi: 'Mỗi người của cơ quan một dòng, với dữ liệu đang có: anh/chị chỉ sửa những ô đã thay đổi rồi tải tệp lên, không phải gõ lại.',
      en: 'One row for each person of the agency with what is on record: correct the cells that changed and upload the file, without typing it all again.',
    },
    below: { vi: 'Gồm cả các đơn vị trực thuộc', en: 'With the units below it' },
    care: {
      vi: 'Tệp chứa dữ liệu cá nhân: được lập theo quyền của anh/chị, mỗi bản tải về có dấu riêng, tự xóa khỏi hệ thống khi hết hạn; người trong tệp thấy lượt xem này. Nhiều người thì cần người thứ hai duyệt.',
      en: 'The file holds personal data: it is made by what you may see, each copy has a mark of its own, it is deleted here after its term, and the people in it see this reading. For many people a second person decides.',
    },
    ask: { vi: 'Đề nghị biểu mẫu điền sẵn', en: 'Ask for the filled template' },
    see: { vi: 'Xem và tải ở “Danh sách đã xuất”', en: 'See and download it under “Exported lists”' },
  },
  upload: {
    title: { vi: 'Tải tệp lên', en: 'Upload' },
    lead: {
      vi: 'Tệp được giữ nguyên vẹn ngay khi tải lên. Anh/chị xem lỗi và thay đổi trước khi gửi xác nhận.',
      en: 'The file is kept exactly as sent. You see errors and changes before you submit.',
    },
    body: { vi: 'Tải lên cho cơ quan', en: 'For the agency' },
    choose: { vi: 'Chọn tệp', en: 'Choose a file' },
    drop: { vi: 'hoặc kéo thả tệp vào đây', en: 'or drop it here' },
    limits: {
      vi: 'Hồ sơ: biểu mẫu Excel (.xlsx), tối đa {{size}}. Tệp .xls, tệp có mật khẩu hoặc macro sẽ được từ chối kèm hướng dẫn.',
      en: 'Records: the Excel form (.xlsx), at most {{size}}. Files of type .xls, with a password or with macros are refused, with a way out.',
    },
    pictures: {
      vi: 'Ảnh chân dung: một tệp .zip gồm các ảnh JPEG hoặc PNG, tối đa {{size}}; hoặc từng ảnh một. Mỗi ảnh đặt tên bằng số định danh của người đó, ví dụ 000190000012.jpg.',
      en: 'Portraits: one .zip of JPEG or PNG pictures, at most {{size}}; or one picture by one. Each is named by the citizen number of its person, for example 000190000012.jpg.',
    },
    chosen: { vi: 'Tệp đã chọn', en: 'Chosen file' },
    other: { vi: 'Chọn tệp khác', en: 'Choose another file' },
    send: { vi: 'Tải lên và kiểm tra', en: 'Upload and check' },
    sending: { vi: 'Đang tải lên', en: 'Uploading' },
    sent: { vi: '{{sent}} trên {{total}}', en: '{{sent}} of {{total}}' },
    secondsLeft: { vi: 'còn khoảng {{time}}', en: 'about {{time}} left' },
    stop: { vi: 'Dừng tải lên', en: 'Stop' },
    stopped: { vi: 'Đã dừng. Máy chủ chưa nhận tệp này.', en: 'Stopped. The server has not taken this file.' },
    otherKind: {
      vi: 'Tệp này không phải .xlsx, cũng không phải ảnh (.zip, .jpg, .png).',
      en: 'This file is neither .xlsx nor pictures (.zip, .jpg, .png).',
    },
    otherKindNext: {
      vi: 'Hồ sơ: mở trong Excel hoặc LibreOffice, “Lưu thành” Excel Workbook (.xlsx). Ảnh: lưu thành JPEG hoặc PNG, nhiều ảnh thì nén thành .zip (không dùng .rar, .7z). Văn bản PDF: dùng trang “Đính kèm văn bản”.',
      en: 'Records: open it in Excel or LibreOffice and “Save as” Excel Workbook (.xlsx). Pictures: save as JPEG or PNG; put many into a .zip (no .rar, no .7z). A PDF of a document: the page “Attach a document”.',
    },
    notXlsx: { vi: 'Tệp này không phải .xlsx.', en: 'This file is not .xlsx.' },
    notXlsxNext: {
      vi: 'Mở trong Excel hoặc LibreOffice, chọn “Lưu thành” và chọn dạng Excel Workbook (.xlsx).',
      en: 'Open it in Excel or LibreOffice, choose “Save as” and the type Excel Workbook (.xlsx).',
    },
    notPictures: { vi: 'Tệp này không phải ảnh hay tệp .zip.', en: 'This file is neither a picture nor a .zip.' },
    notPicturesNext: {
      vi: 'Chọn một tệp .zip gồm các ảnh JPEG hoặc PNG, hoặc một ảnh.',
      en: 'Choose a .zip of JPEG or PNG pictures, or one picture.',
    },
    empty: { vi: 'Tệp này rỗng (0 byte).', en: 'This file is empty (0 bytes).' },
    emptyNext: { vi: 'Lưu lại tệp rồi chọn lại.', en: 'Save it again, then choose it again.' },
    tooLarge: { vi: 'Tệp này lớn hơn {{size}}.', en: 'This file is larger than {{size}}.' },
    tooLargeNext: {
      vi: 'Chia danh sách, hoặc các ảnh, thành nhiều tệp rồi tải lên từng tệp.',
      en: 'Split the list, or the pictures, into several files and upload them one by one.',
    },
    noFile: { vi: 'Chưa chọn tệp.', en: 'No file chosen.' },
    noFileNext: { vi: 'Bấm “Chọn tệp” hoặc kéo tệp vào khung.', en: 'Press “Choose a file”, or drop the file into the frame.' },
    same: {
      vi: 'Tệp này giống hệt tệp đã tải lên, mã {{number}}. Đây là kết quả của lần tải lên đó.',
      en: 'This file is the same as one uploaded before, number {{number}}. Here is what came of it.',
    },
    noTemplate: { vi: 'Chưa có biểu mẫu? Tải tại trang Biểu mẫu', en: 'No template yet? Download it on the Template page' },
  },
  attach: {
    title: { vi: 'Đính kèm văn bản', en: 'Attach a document' },
    lead: {
      vi: 'Bản PDF của quyết định, văn bằng, hợp đồng… vào hồ sơ của một người. Cán bộ xác nhận mở xem rồi xác nhận như mọi thông tin khác.',
      en: 'The PDF of a decision, a degree, a contract… for the record of one person. An officer opens and confirms it as everything else.',
    },
    back: { vi: 'Tải tệp lên', en: 'Upload' },
    again: { vi: 'Đính kèm lại', en: 'Attach again' },
    againLead: {
      vi: 'Tệp và thông tin mới thay cho lần gửi chưa được nhận.',
      en: 'The new file and what is stated of it replace what was not taken.',
    },
    backToSubmission: { vi: 'Hồ sơ gửi', en: 'Submission' },
    nextWrong: {
      vi: 'Văn bản này chưa nhận được. Xem lý do ở dưới rồi đính kèm lại với thông tin hoặc tệp đúng.',
      en: 'This document was not taken. See why below, then attach it again with the right statements or file.',
    },
    nextReturned: {
      vi: 'Văn bản bị trả lại. Xem lý do ở dưới rồi đính kèm lại với thông tin hoặc tệp đúng.',
      en: 'This document was returned. See why below, then attach it again with the right statements or file.',
    },
    number: { vi: 'Số định danh cá nhân', en: 'Citizen number' },
    numberWrong: { vi: 'Số định danh có 12 chữ số.', en: 'A citizen number has 12 digits.' },
    kind: { vi: 'Loại văn bản', en: 'Kind of document' },
    symbol: { vi: 'Số, ký hiệu', en: 'Number and symbol' },
    symbolHint: { vi: 'như ghi trên văn bản, ví dụ 12/QĐ-SNV', en: 'as it stands on the paper, such as 12/QĐ-SNV' },
    symbolWrong: {
      vi: 'Số, ký hiệu dài quá: ghi đúng như trên văn bản, không thêm chú thích.',
      en: 'The number is too long: write it as it stands on the paper, without notes.',
    },
    day: { vi: 'Ngày ban hành', en: 'Issued on' },
    dayHint: { vi: 'ngày/tháng/năm, ví dụ 01/03/2026', en: 'day/month/year, such as 01/03/2026' },
    dayWrong: { vi: 'Ghi ngày theo dạng ngày/tháng/năm.', en: 'Write the day as day/month/year.' },
    choose: { vi: 'Chọn tệp PDF', en: 'Choose the PDF' },
    limits: {
      vi: 'Một tệp PDF, tối đa 20 MB và 300 trang; tốt nhất là PDF/A. Tệp có mật khẩu, mã chạy được hoặc tệp khác đính bên trong không được nhận.',
      en: 'One PDF, at most 20 MB and 300 pages; best as PDF/A. Files with a password, scripts or other files inside are not taken.',
    },
    noFile: { vi: 'Chưa chọn tệp PDF.', en: 'No PDF is chosen.' },
    notPdf: {
      vi: 'Tệp này không phải PDF. Quét hoặc xuất văn bản ra PDF rồi chọn lại.',
      en: 'This is no PDF. Scan or export it as PDF and choose that.',
    },
    empty: { vi: 'Tệp này không có nội dung.', en: 'The file is empty.' },
    tooLarge: {
      vi: 'Tệp lớn hơn 20 MB. Quét lại ở 200–300 dpi hoặc tách thành nhiều tệp.',
      en: 'The file is larger than 20 MB. Scan it at 200–300 dpi, or split it.',
    },
    send: { vi: 'Tải lên và kiểm tra', en: 'Upload and check' },
  },
} satisfies WordTree;
