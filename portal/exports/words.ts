/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  exports: {
    title: { vi: 'Danh sách đã xuất', en: 'Exported lists' },
    lead: {
      vi: 'Danh sách anh/chị đã đề nghị xuất từ trang Tra cứu hồ sơ, và biểu mẫu điền sẵn đề nghị từ trang Biểu mẫu. Tệp được giữ trong thời hạn ghi bên dưới rồi xóa. Mỗi lần tải được ghi nhật ký, mỗi bản có dấu riêng; những người trong danh sách thấy lượt xem này cùng mục đích.',
      en: 'Lists that you asked for on the search page, and filled templates from the page “Template”. A file is kept until the time given below and then deleted. Each download is recorded and each copy has a mark of its own; the people in it see this reading with its purpose.',
    },
    ask: { vi: 'Xuất danh sách', en: 'Export the list' },
    askWhat: {
      vi: 'Danh sách được lập theo quyền của anh/chị lúc lập: giá trị đang che vẫn che. Nhiều người thì cần người thứ hai duyệt; ít người chỉ cần lý do.',
      en: 'The list is made by what you may see at that time: what is masked stays masked. For many people a second person decides; for a few a reason is enough.',
    },
    purpose: { vi: 'Mục đích', en: 'Purpose' },
    purposes: {
      CONSULT: { vi: 'Tra cứu phục vụ công việc', en: 'Consulting for work' },
      SUPERVISE: { vi: 'Kiểm tra, giám sát', en: 'Supervising' },
      STATISTICS: { vi: 'Thống kê', en: 'Statistics' },
      CORRECT: { vi: 'Sửa sai', en: 'Correcting' },
      SUBMIT: { vi: 'Cập nhật hồ sơ để gửi xác nhận', en: 'Updating records to submit' },
    },
    reason: { vi: 'Lý do: công việc gì, theo văn bản nào', en: 'Reason: which work, on which document' },
    reasonShort: { vi: 'Lý do cần ít nhất 10 ký tự.', en: 'The reason needs at least 10 letters.' },
    columns: { vi: 'Cột trong danh sách', en: 'Columns of the list' },
    columnNone: { vi: 'Chọn ít nhất một cột.', en: 'Choose at least one column.' },
    column: {
      name: { vi: 'Họ và tên', en: 'Name' },
      number: { vi: 'Số định danh (che)', en: 'Citizen number (masked)' },
      birth: { vi: 'Ngày sinh', en: 'Born' },
      body: { vi: 'Cơ quan', en: 'Agency' },
      post: { vi: 'Chức vụ', en: 'Post' },
      jobTitle: { vi: 'Vị trí việc làm', en: 'Job' },
      grade: { vi: 'Ngạch, chức danh nghề nghiệp', en: 'Grade, professional title' },
      kind: { vi: 'Đối tượng', en: 'Kind' },
      status: { vi: 'Trạng thái công tác', en: 'Status' },
      match: { vi: 'Đối soát dân cư', en: 'Match' },
    },
    send: { vi: 'Gửi đề nghị xuất', en: 'Ask for the list' },
    asked: { vi: 'Đã ghi đề nghị {{number}}, {{people}} người.', en: '{{number}} is asked for, {{people}} people.' },
    waitsSecond: {
      vi: 'Một người thứ hai (quản trị của cơ quan hoặc người giám sát) sẽ duyệt.',
      en: 'A second person (administrator or auditor) decides it.',
    },
    template: { vi: 'Biểu mẫu điền sẵn, các trường trong quyền xem của anh/chị', en: 'Filled template, with the fields that you may see' },
    see: { vi: 'Xem danh sách đã xuất', en: 'See your exported lists' },
    empty: { vi: 'Chưa xuất danh sách nào', en: 'No list was exported yet' },
    emptyNext: {
      vi: 'Tra cứu hồ sơ rồi bấm “Xuất danh sách”, hoặc đề nghị biểu mẫu điền sẵn ở trang “Biểu mẫu”.',
      en: 'Search the records, then press “Export the list”; or ask for a filled template on the page “Template”.',
    },
    again: { vi: 'Cập nhật trạng thái', en: 'Look again' },
    state: {
      waiting: { vi: 'Chờ duyệt', en: 'Waits' },
      granted: { vi: 'Đã duyệt, chờ lập', en: 'Granted, to be made' },
      building: { vi: 'Đang lập', en: 'Being made' },
      ready: { vi: 'Sẵn sàng', en: 'Ready' },
      failed: { vi: 'Không lập được', en: 'Failed' },
      refused: { vi: 'Không duyệt', en: 'Refused' },
      lapsed: { vi: 'Hết hạn chờ', en: 'Lapsed' },
      deleted: { vi: 'Hết hạn, đã xóa tệp', en: 'Time over, file deleted' },
    },
    line: { vi: '{{people}} người · {{purpose}} · đề nghị lúc {{at}}', en: '{{people}} people · {{purpose}} · asked at {{at}}' },
    counts: {
      vi: 'Tìm thấy {{found}} = xuất {{exported}} + để lại {{leftOut}} người; {{masked}} người có giá trị bị che.',
      en: 'Found {{found}} = exported {{exported}} + left out {{leftOut}}; {{masked}} people with a value hidden from you.',
    },
    copies: { vi: 'Đã tải {{copies}} lần. Giữ đến {{until}}.', en: 'Downloaded {{copies}} times. Kept until {{until}}.' },
    waitsUntil: { vi: 'Chờ đến {{until}}.', en: 'Waits until {{until}}.' },
    download: { vi: 'Tải tệp Excel', en: 'Download the Excel file' },
    why: { vi: 'Vì sao', en: 'Why' },
  },
} satisfies WordTree;
