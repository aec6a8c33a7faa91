/** Words of this folder's screens, and of the officer's panel of papers; both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  paper: {
    title: { vi: 'Bản giấy {{number}}', en: 'Paper {{number}}' },
    lead: {
      vi: 'Hồ sơ điện tử đã được chuyển đổi sang bản giấy mang số này. Trang này không cần đăng nhập và không có dữ liệu cá nhân.',
      en: 'An electronic record was converted to the paper of this number. This page asks for no sign-in and holds no personal data.',
    },
    titleCv: { vi: 'Sơ yếu lý lịch điện tử {{number}}', en: 'Electronic CV {{number}}' },
    leadCv: {
      vi: 'Một sơ yếu lý lịch điện tử mang số này đã được lập từ hồ sơ. Trang này không cần đăng nhập và không có dữ liệu cá nhân.',
      en: 'An electronic CV of this number was made from a record. This page asks for no sign-in and holds no personal data.',
    },
    rightCv: { vi: 'Có e-CV số này', en: 'There is such an e-CV' },
    rightWhatCv: {
      vi: 'Hệ thống đã lập từ hồ sơ do cơ quan dưới đây quản lý. Có tệp JSON thì kiểm tra chữ ký của tệp (lệnh congvu verify cv); có bản in thì nhập số định danh cá nhân in trên đó ở dưới.',
      en: 'It was made from a record that the agency below manages. With the JSON file, check its signature (congvu verify cv); with a print, type the citizen number on it below.',
    },
    bodyCv: { vi: 'Cơ quan quản lý hồ sơ', en: 'Managed by' },
    atCv: { vi: 'Thời gian lập', en: 'Made at' },
    formCv: { vi: 'Loại', en: 'Kind' },
    number: { vi: 'Số của bản giấy', en: 'Number of the paper' },
    form: { vi: 'Mẫu', en: 'Form' },
    body: { vi: 'Cơ quan chuyển đổi', en: 'Converted by' },
    at: { vi: 'Thời gian chuyển đổi', en: 'Converted at' },
    dataOf: { vi: 'Dữ liệu đến ngày', en: 'Record as of' },
    since: { vi: 'Từ đó đến nay', en: 'Since then' },
    unchanged: { vi: 'Hồ sơ chưa có thay đổi nào.', en: 'The record has not changed.' },
    gone: {
      vi: 'Hồ sơ đã bị hủy theo quyết định; không đối chiếu được nữa.',
      en: 'The record was erased by a decision; nothing can be compared any more.',
    },
    changed: { vi: 'Hồ sơ đã thay đổi', en: 'The record has changed' },
    changedWhat: {
      vi: 'Nếu cần dữ liệu mới, hãy đề nghị lập bản mới.',
      en: 'Ask for a new one where today’s data is needed.',
    },
    right: { vi: 'Có bản giấy số này', en: 'There is such a paper' },
    rightWhat: {
      vi: 'Cơ quan dưới đây đã chuyển đổi, chữ ký số đúng. Để biết tờ giấy trong tay có phải bản đó không, nhập số định danh cá nhân in trên giấy ở dưới.',
      en: 'The agency below made it, and its signature is right. To learn whether the sheet in your hand is that paper, type the citizen number printed on it below.',
    },
    wrong: { vi: 'Chữ ký SAI', en: 'The signature is WRONG' },
    wrongWhat: { vi: 'Không dùng bản này. Báo cơ quan có tên dưới đây.', en: 'Do not rely on it. Tell the agency named below.' },
    check: { vi: 'Giấy này có đúng là của người ghi trên đó?', en: 'Is it of the person named on it?' },
    checkWhat: {
      vi: 'Hệ thống chỉ trả lời đúng hoặc không đúng, không cho biết tên. Số định danh không được lưu lại.',
      en: 'The answer is yes or no, without a name. The number is not kept.',
    },
    nationalId: { vi: 'Số định danh cá nhân in trên giấy', en: 'Citizen number printed on the paper' },
    nationalIdWrong: { vi: 'Số định danh có 12 chữ số.', en: 'A citizen number has 12 digits.' },
    checkGo: { vi: 'Đối chiếu', en: 'Compare' },
    matches: { vi: 'Đúng', en: 'Yes' },
    matchesWhat: {
      vi: 'Bản mang số này là của người có số định danh đó.',
      en: 'What has this number is of whoever has that citizen number.',
    },
    matchesNot: { vi: 'KHÔNG đúng', en: 'NO' },
    matchesNotWhat: {
      vi: 'Bản mang số này là của người khác. Xem lại các chữ số; nếu đúng như đã in thì không dùng bản này.',
      en: 'What has this number is of somebody else. Look at the digits again; if they are as printed, do not rely on it.',
    },
    find: { vi: 'Kiểm tra bản giấy, e-CV', en: 'Check a paper or an e-CV' },
    findLead: {
      vi: 'Nhập số in trên bản giấy chuyển đổi từ hồ sơ điện tử (BG-…) hoặc trên sơ yếu lý lịch điện tử (SY-…).',
      en: 'Type the number printed on a paper that was converted from an electronic record (BG-…), or on an electronic CV (SY-…).',
    },
    findGo: { vi: 'Kiểm tra', en: 'Check' },
    numberHint: { vi: 'ví dụ: BG-4T7QK-9XWEA', en: 'such as: BG-4T7QK-9XWEA' },
    numberWrong: {
      vi: 'Số gồm BG hoặc SY và 10 chữ, số, như in trên giấy.',
      en: 'A number is BG or SY and ten letters and digits, as it is printed.',
    },
    other: { vi: 'Kiểm tra bản giấy khác', en: 'Check another paper' },
    convert: { vi: 'Chuyển đổi sang bản giấy', en: 'Convert to paper' },
    convertWhat: {
      vi: 'Bản giấy có ký hiệu chuyển đổi, số, tên cơ quan, thời gian và chỗ ký, đóng dấu; chỉ gồm phần đã được xác nhận. Ai cầm bản giấy cũng kiểm tra được theo số.',
      en: 'The paper carries the mark of a conversion, a number, the agency, the time and a place for signature and stamp; confirmed parts only. Whoever holds it can check it by its number.',
    },
    convertForm: { vi: 'Chuyển đổi theo {{form}}', en: 'Convert as {{form}}' },
    made: { vi: 'Đã chuyển đổi: {{number}}', en: 'Converted: {{number}}' },
    madeLeft: {
      vi: '{{count}} giá trị chưa được xác nhận không có trong bản giấy.',
      en: 'Values not confirmed, and so not on the paper: {{count}}.',
    },
    list: { vi: 'Các bản giấy đã chuyển đổi', en: 'Papers made of this record' },
    none: { vi: 'Chưa có bản giấy nào.', en: 'None yet.' },
    take: { vi: 'Tải bản {{number}}', en: 'Download {{number}}' },
  },
  cv: {
    title: { vi: 'Sơ yếu lý lịch điện tử (e-CV)', en: 'Electronic CV (e-CV)' },
    what: {
      vi: 'Chỉ gồm thông tin đã được xác nhận, có chữ ký số và ngày của dữ liệu. Phần mềm khác đọc tệp JSON; bản PDF có kèm tệp đó và mã để kiểm tra.',
      en: 'Only what is confirmed, signed, with the day of the data. Other programs read the JSON file; the PDF carries it, and a code to check it by.',
    },
    make: { vi: 'Lập e-CV mới', en: 'Make an e-CV' },
    made: { vi: 'Đã lập {{number}}, dữ liệu đến ngày {{day}}.', en: 'Made: {{number}}, data as of {{day}}.' },
    leftOut: {
      vi: '{{count}} nhóm còn phần chưa xác nhận, không có trong e-CV.',
      en: 'Groups with something not confirmed, and so not in it: {{count}}.',
    },
    list: { vi: 'Các e-CV đã lập', en: 'E-CVs made' },
    none: { vi: 'Chưa lập e-CV nào.', en: 'None yet.' },
    json: { vi: 'Tệp JSON', en: 'JSON file' },
    pdf: { vi: 'Tệp PDF', en: 'PDF file' },
    of: { vi: '{{form}} của {{number}}', en: '{{form}} of {{number}}' },
    line: { vi: 'Dữ liệu đến ngày {{day}}, lập lúc {{at}}', en: 'Data as of {{day}}, made at {{at}}' },
  },
} satisfies WordTree;
