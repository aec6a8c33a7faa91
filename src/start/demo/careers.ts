/** Pay careers of invented people: from recruitment, a step each period, with the coefficient of the table on that day. */
import type { PlainDate } from '#base/clock.ts';
import { entryAt } from '#standard/code-lists.ts';
import { payStep, stepMonths } from '#standard/pay-table.ts';
import type { Line } from '#standard/shapes.ts';
import type { Dice, Trade } from './people.ts';

/** Grades by trade: list and code. */
const GRADES: Readonly<Record<Trade, readonly (readonly [list: string, code: string, table: string])[]>> = {
  office: [
    ['ngach_cong_chuc', '01.003', '2'],
    ['ngach_cong_chuc', '01.003', '2'],
    ['ngach_cong_chuc', '01.002', '2'],
  ],
  commune: [['ngach_cong_chuc', '01.003', '2']],
  school: [
    ['chuc_danh_nghe_nghiep', 'V.07.05.15', '3'],
    ['chuc_danh_nghe_nghiep', 'V.07.04.32', '3'],
    ['chuc_danh_nghe_nghiep', 'V.07.03.29', '3'],
  ],
  hospital: [
    ['chuc_danh_nghe_nghiep', 'V.08.01.03', '3'],
    ['chuc_danh_nghe_nghiep', 'V.08.05.12', '3'],
  ],
};

const monthsLater = (from: PlainDate, months: number): PlainDate => {
  const at = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${from.slice(8)}`;
};

/** The last six steps at most: older ones are on paper. */
const LINES_MAX = 6;

export function payLines(
  d: Dice,
  trade: Trade,
  start: PlainDate,
  today: PlainDate,
): { readonly grade: string; readonly lines: readonly Line[] } {
  const [list, grade, table] = d.pick(GRADES[trade]);
  const firstDay = start < '2004-10-01' ? '2004-10-01' : start;
  const lines: Line[] = [];
  let on = firstDay;
  let step = Math.max(1, Math.min(4, Math.floor((2004 - Number(start.slice(0, 4))) / 3)));
  const months = stepMonths(list, grade, on) ?? 36;
  while (on <= today) {
    const paid = payStep(list, grade, step, on);
    if (!paid) break;
    // Before the code was in force the person stood under another one, which is on paper.
    if (entryAt(list, grade, on))
      lines.push({
        loaiBang: table,
        maNgach: grade,
        ngayBoNhiemNgach: firstDay,
        bac: step,
        heSo: paid.coefficient,
        ngayHuong: on,
        mocTinhNangBac: on,
        loaiBienDong: lines.length === 0 ? 'TUYEN_DUNG' : 'NANG_BAC_TX',
        quyetDinh: {
          so: `${d.whole(10, 2999)}/QĐ-SNV`,
          ngay: on,
          coQuan: 'Cơ quan quản lý',
          nguoiKy: 'Người ký mẫu',
          chucVuNguoiKy: 'Thủ trưởng',
        },
      });
    step += 1;
    on = monthsLater(on, months);
  }
  return { grade, lines: lines.slice(-LINES_MAX) };
}
