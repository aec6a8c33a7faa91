/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  attestation: {
    check: { vi: 'Kiểm tra bản xác nhận', en: 'Check an attestation' },
    checkLead: {
      vi: 'Chọn tệp JSON của bản xác nhận. Tệp được kiểm tra ngay trên máy này, không gửi đi đâu; chỉ tên khóa được hỏi máy chủ.',
      en: 'Choose the JSON file of an attestation. It is checked on this device and sent nowhere; the server is asked for the key alone.',
    },
    choose: { vi: 'Chọn tệp bản xác nhận', en: 'Choose the file' },
    keysAway: {
      vi: 'Chưa lấy được khóa công bố từ máy chủ, nên chưa kiểm tra được. Thử lại khi có mạng.',
      en: 'The published keys could not be fetched, so it could not be checked. Try again when you are online.',
    },
    byServersKeys: {
      vi: 'Khóa lấy từ máy chủ này. Để không phải tin máy chủ, dùng khóa đã lưu từ trước với lệnh congvu verify attestation.',
      en: 'The keys are this server’s. Not to trust it, use keys that you kept with congvu verify attestation.',
    },
    facts: { vi: 'Nội dung đã ký', en: 'What was signed' },
    at: { vi: 'Thời gian ký', en: 'Signed at' },
    groups: { vi: 'Nhóm thông tin', en: 'Groups' },
    hash: { vi: 'Giá trị băm SHA-256', en: 'SHA-256' },
    kid: { vi: 'Khóa ký', en: 'Key' },
    list: { vi: 'Các lần xác nhận', en: 'Attestations' },
    listLead: {
      vi: 'Mỗi lần cơ quan xác nhận là một bản có chữ ký. Tải tệp JSON về để người khác kiểm tra được mà không cần đăng nhập; trang PDF để đọc và in.',
      en: 'Each time the agency attested, it signed. Others can check the JSON file without signing in; the PDF is to read and print.',
    },
    empty: { vi: 'Chưa có lần xác nhận nào', en: 'Nothing was attested yet' },
    emptyNext: {
      vi: 'Khi cơ quan có thẩm quyền xác nhận một phần hồ sơ, bản xác nhận hiện ở đây.',
      en: 'Once the authority confirms a part of the record, its attestation stands here.',
    },
    by: { vi: 'Người xác nhận', en: 'Attested by' },
    take: { vi: 'Mang theo', en: 'Take along' },
    json: { vi: 'Tệp JSON', en: 'JSON file' },
    jsonOf: { vi: 'Tải tệp JSON của lần xác nhận {{at}}', en: 'Download the JSON file of {{at}}' },
    pdf: { vi: 'Trang PDF', en: 'PDF page' },
    pdfOf: { vi: 'Tải trang PDF của lần xác nhận {{at}}', en: 'Download the PDF page of {{at}}' },
  },
} satisfies WordTree;
