/** What is missing, or stands beside the words that say there is nothing. */
import { problem } from '#base/problem.ts';

export const required = problem({
  code: 'E-REQUIRED',
  group: { vi: 'Điền ô bắt buộc còn trống', en: 'Fill in required cells' },
  vi: 'Thiếu "{label}" (bắt buộc).',
  en: '"{label}" is missing (required).',
  next: { vi: 'Điền ô này; nếu không biết, gõ "Không rõ".', en: 'Fill in the cell; if it is not known, type "Không rõ".' },
  example: { label: { vi: 'Ngày sinh', en: 'Date of birth' } },
});
export const requiredWhen = problem({
  code: 'E-REQUIRED-WHEN',
  group: { vi: 'Điền ô cần có trong trường hợp này', en: 'Fill in cells required in this case' },
  vi: 'Thiếu "{label}": cần có khi {when}.',
  en: '"{label}" is missing: it is needed when {when}.',
  next: { vi: 'Điền ô này; nếu không biết, gõ "Không rõ".', en: 'Fill in the cell; if it is not known, type "Không rõ".' },
  example: {
    label: { vi: 'Ngày vào Đảng (dự bị)', en: 'Admitted to the Party' },
    when: { vi: 'có khai ngày chính thức', en: 'the official date is stated' },
  },
});
export const requiredPart = problem({
  code: 'E-REQUIRED-PART',
  group: { vi: 'Điền phần còn thiếu của một mục', en: 'Fill in the missing part' },
  vi: 'Thiếu phần "{part}" của "{label}".',
  en: 'Part "{part}" of "{label}" is missing.',
  next: { vi: 'Điền phần còn thiếu, hoặc xóa các phần kia.', en: 'Fill in what is missing, or clear the other parts.' },
  example: { label: { vi: 'Quyết định', en: 'Decision' }, part: { vi: 'Số', en: 'Number' } },
});
export const absenceNotAllowed = problem({
  code: 'E-ABSENCE-NOT-ALLOWED',
  group: { vi: 'Ghi giá trị thật thay cho lời khai trống', en: 'Give a real value' },
  vi: 'Không thể ghi "{value}" cho "{label}".',
  en: '"{value}" cannot stand for "{label}".',
  next: { vi: 'Ghi giá trị thật.', en: 'Give the real value.' },
  example: { value: 'Không áp dụng', label: { vi: 'Họ và tên khai sinh', en: 'Full name at birth' } },
});
export const noneOtherWord = problem({
  code: 'E-NONE-OTHER-WORD',
  group: { vi: 'Ghi "Không có" khi không có dòng nào', en: 'Write "Không có" where there are no lines' },
  vi: '"{value}" trong trang "{sheet}" có nghĩa là người này không có mục nào không?',
  en: 'Does "{value}" on sheet "{sheet}" mean that this person has none?',
  next: {
    vi: 'Nếu đúng, ghi "Không có" (mọi mục đã khai trước đây sẽ được bỏ). Nếu chưa rõ, để trống.',
    en: 'If so, write "Không có" (what was stated before is taken out). If it is not known, leave it blank.',
  },
  example: { value: 'Không', sheet: 'Kỷ luật' },
});
export const noneBesideLines = problem({
  code: 'E-NONE-BESIDE-LINES',
  group: { vi: 'Bỏ "Không có" hoặc bỏ các dòng còn lại', en: 'Remove "none", or the other lines' },
  vi: 'Vừa ghi "Không có" vừa có dòng khác của người này trong trang "{sheet}".',
  en: '"Không có" stands beside other lines of this person on sheet "{sheet}".',
  next: { vi: 'Bỏ dòng "Không có", hoặc bỏ các dòng kia.', en: 'Take out the line "Không có", or the other lines.' },
  example: { sheet: 'Khen thưởng' },
});
export const lineTwice = problem({
  code: 'E-LINE-TWICE',
  group: { vi: 'Bỏ dòng khai hai lần', en: 'Remove lines given twice' },
  vi: 'Dòng này trùng với dòng {row} của cùng một người ({key}).',
  en: 'This line repeats row {row} of the same person ({key}).',
  next: { vi: 'Xóa một trong hai dòng.', en: 'Delete one of the two lines.' },
  example: { row: '7', key: '2025' },
});
