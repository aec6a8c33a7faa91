/** What to do next, where several problems ask for the same. */

export const sameCell = { vi: 'Sửa ô này rồi gửi lại tệp.', en: 'Correct this cell and send the file again.' };
export const checkCorrected = {
  vi: 'Không phải làm gì; hãy xem giá trị đã sửa có đúng không.',
  en: 'Nothing to do; see whether the corrected value is right.',
};
