/** Words of a file of portraits, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const portrait = {
  alt: { vi: 'Ảnh chân dung của {{name}}', en: 'Portrait of {{name}}' },
  none: { vi: 'Chưa có ảnh', en: 'No picture yet' },
  failed: { vi: 'Không tải được ảnh', en: 'The picture did not load' },
  show: { vi: 'Hiện ảnh', en: 'Show the picture' },
  same: { vi: 'Không đổi', en: 'Unchanged' },
  file: { vi: 'Tệp', en: 'File' },
  place: { vi: 'Ảnh số {{place}}', en: 'Picture {{place}}' },
  groupCount: { vi: '{{count}} ảnh, {{people}} người', en: 'pictures: {{count}}, people: {{people}}' },
  preview: { vi: 'Ảnh sẽ được lưu', en: 'Pictures that will be kept' },
  previewLead: {
    vi: 'Đã cắt theo khổ 3:4 và bỏ thông tin máy ảnh ghi kèm (nơi chụp, giờ chụp, máy chụp). Xem từng ảnh: đúng người, mặt đủ và rõ, đứng thẳng.',
    en: 'Cropped to 3:4, and without what the camera wrote beside them (place, time, device). Look at each: the right person, the whole face, clear and upright.',
  },
  previewEmpty: { vi: 'Chưa có ảnh nào gửi xác nhận được', en: 'No picture can be sent yet' },
  previewEmptyNext: { vi: 'Sửa theo danh sách lỗi rồi tải lên lại.', en: 'Fix them by the list of problems and upload again.' },
  compare: {
    vi: 'So hai ảnh: cùng một người, mặt rõ và không bị che? Ảnh được xác nhận sẽ in trên thẻ.',
    en: 'Compare the two: the same person, the face clear and uncovered? The confirmed picture will be on the card.',
  },
  nextClean: {
    vi: 'Không còn lỗi. Xem từng ảnh ở dưới rồi gửi xác nhận.',
    en: 'No errors left. Look at each picture below, then submit.',
  },
  nextFix: {
    vi: '{{people}} ảnh còn lỗi: xem lý do ở dưới, sửa rồi tải tệp .zip lên lại.',
    en: 'Pictures with errors: {{people}}. See why below, correct them and upload the .zip again.',
  },
  nextLeft: {
    vi: '{{people}} ảnh chưa được gửi vì còn lỗi. Xem lý do ở dưới, thay ảnh rồi tải lên chính đợt này.',
    en: 'Pictures not submitted because of errors: {{people}}. See why below, replace them and upload them to this same submission.',
  },
  nextAllWrong: {
    vi: 'Chưa ảnh nào hợp lệ. Xem lý do ở dưới, sửa rồi tải lên lại.',
    en: 'No picture is valid yet. See why below, fix them and upload again.',
  },
  nextReturned: {
    vi: '{{people}} ảnh bị trả lại. Xem lý do, thay ảnh rồi tải lên chính đợt này; chỉ cần những ảnh phải thay.',
    en: 'Pictures returned: {{people}}. See why, replace them and upload to this same submission; only those that must be replaced.',
  },
  returned: { vi: 'Những ảnh bị trả lại', en: 'Pictures that came back' },
  returnedLead: {
    vi: 'Thay các ảnh này rồi tải lên chính đợt này (một tệp .zip, hoặc từng ảnh).',
    en: 'Replace these pictures and upload them (one .zip, or one by one) to this same submission.',
  },
  noProblemsNext: { vi: 'Mọi ảnh đều hợp lệ.', en: 'Every picture is valid.' },
  ignoredLead: {
    vi: 'Những tệp này không phải ảnh nên được bỏ qua; tệp nén của anh/chị vẫn được giữ nguyên.',
    en: 'These files are not pictures and were left out; your zip is kept as it is.',
  },
  correctLead: {
    vi: 'Ảnh mới thay cho ảnh đang có trong chính đợt này. Chọn một tệp .zip, hoặc một ảnh, đặt tên bằng số định danh.',
    en: 'New pictures take the place of those in this submission. Choose a .zip, or one picture, named by citizen number.',
  },
} satisfies WordTree;
