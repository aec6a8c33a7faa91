/** Problem of a value whose original stands elsewhere. */
import { problem } from '#base/problem.ts';

export const originalElsewhere = problem({
  code: 'E-ORIGINAL-ELSEWHERE',
  severity: 'warning',
  group: { vi: 'Giá trị gốc ở nơi khác, đã khớp', en: 'Originals that stand elsewhere, and matched' },
  vi: 'Giá trị đang có của ô này đã khớp với {source} ngày {day}; tệp ghi khác đi.',
  en: 'The value that is on record matched {source} on {day}; the file says another.',
  next: {
    vi: 'Gõ nhầm thì để trống ô (giữ giá trị đang có). Bản gốc sai: {correct}. Bản gốc đã sửa rồi thì cứ gửi: hệ thống đối soát lại.',
    en: 'If it was typed by mistake, leave the cell blank (the value on record stays). If the original is wrong: {correct}. If it was corrected already, send it: it is compared anew.',
  },
  example: {
    source: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' },
    day: '01/12/2026',
    correct: { vi: 'Đề nghị Công an cấp xã nơi cư trú sửa', en: 'Ask the commune police of the place of residence' },
  },
});
