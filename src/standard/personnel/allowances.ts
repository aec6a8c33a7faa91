/**
 * Allowances that a decision names: of a post by its place and the class of its body, and the seniority of teachers. Posts: list `phu_cap_chuc_vu`
 * (NĐ 204/2004/NĐ-CP; NĐ 07/2026/NĐ-CP from 2026-01-01). Seniority: NĐ 77/2021/NĐ-CP (rows of `law/parameters.json`). Pure.
 */
import type { PlainDate } from '#base/clock.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { addMonths, showDate } from '#base/vietnamese/dates.ts';
import { entryAt } from '#standard/code-lists.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { noLawThen } from './problems.ts';
import { because } from './reason.ts';
import type { Cited, Reason } from './reason.ts';

const citedOf = (confidence: string): Cited['confidence'] =>
  confidence === 'found' || confidence === 'known' || confidence === 'design' ? confidence : 'uncertain';

export interface PositionAllowance {
  /** decimal text with two places */
  readonly coefficient: string;
  /** a higher coefficient that is kept until the end of its term */
  readonly isKept: boolean;
  readonly because: readonly Reason[];
}

/**
 * The coefficient of a post on a day.
 *
 * @param post      code of `phu_cap_chuc_vu`: it says the place too (`XA_CT_HN`, `XA_CT`)
 * @param of.class  1 or 2 of a department; null: no decision has ranked it, it is paid as class 2 (NĐ 07/2026)
 * @param of.kept   a coefficient of an older table, and the first day on which it is kept no more
 * @returns E-LAW-NONE-ON-DAY where the list has no such post on that day
 */
export function positionAllowance(
  post: string,
  on: PlainDate,
  of: { readonly class?: 1 | 2 | null; readonly kept?: { readonly coefficient: string; readonly until: PlainDate } } = {},
): Result<PositionAllowance> {
  const entry = entryAt('phu_cap_chuc_vu', post, on);
  if (!entry)
    return refused(noLawThen({ what: { vi: `phụ cấp chức vụ “${post}”`, en: `the allowance of post "${post}"` }, on: showDate(on) }));
  const second = entry.attributes['he_so_loai_2'];
  const own = typeof second === 'string' && of.class !== 1 ? second : String(entry.attributes['he_so']);
  const isKept = of.kept !== undefined && on < of.kept.until && Number(of.kept.coefficient) > Number(own);
  const coefficient = isKept ? of.kept!.coefficient : own;
  return ok({
    coefficient,
    isKept,
    because: [
      because({
        what: 'rule',
        on,
        text: { vi: `${entry.name}: hệ số ${own}`, en: `${entry.nameEn ?? entry.name}: coefficient ${own}` },
        law: {
          source: String(entry.attributes['can_cu'] ?? 'NĐ 204/2004/NĐ-CP, bảng phụ cấp chức vụ'),
          confidence: citedOf(entry.confidence),
        },
      }),
      ...(isKept
        ? [
            because({
              what: 'rule',
              on: of.kept!.until,
              text: {
                vi: `Giữ hệ số ${coefficient} đến trước ngày ${showDate(of.kept!.until)}`,
                en: `Coefficient ${coefficient} is kept until before ${showDate(of.kept!.until)}`,
              },
            }),
          ]
        : []),
    ],
  });
}

export interface TeacherSeniority {
  /** of salary, position allowance and seniority beyond the scale; 0: none yet */
  readonly percent: number;
  readonly nextPercent: number;
  readonly nextOn: PlainDate;
  readonly because: readonly Reason[];
}

/**
 * The seniority of a teacher: the first percents after so many years, then one a year.
 *
 * @param from         first day of teaching with compulsory social insurance
 * @param leftOutMonths  whole months that do not count: probation, unpaid leave, suspension, sick leave beyond the law's limits
 * @returns E-LAW-NONE-ON-DAY
 */
export function teacherSeniority(from: PlainDate, leftOutMonths: number, on: PlainDate): Result<TeacherSeniority> {
  const [first, years, yearly] = [
    lawParameter('teacherSeniorityFirstPercent', on),
    lawParameter('teacherSeniorityFirstMonths', on),
    lawParameter('teacherSeniorityYearlyPercent', on),
  ];
  if (!first || !years || !yearly)
    return refused(noLawThen({ what: { vi: 'phụ cấp thâm niên nhà giáo', en: 'seniority of teachers' }, on: showDate(on) }));
  let [percent, more, nextOn] = [0, first.value, addMonths(from, leftOutMonths + years.value)];
  for (let year = 1; nextOn <= on; year += 1) {
    percent += more;
    more = yearly.value;
    nextOn = addMonths(from, leftOutMonths + years.value + 12 * year);
  }
  return ok({
    percent,
    nextPercent: percent + more,
    nextOn,
    because: [
      because({
        what: 'held',
        on: from,
        months: years.value,
        text: {
          vi: `Giảng dạy từ ${showDate(from)}: ${first.value}% sau ${years.value} tháng`,
          en: `Teaching since ${showDate(from)}: ${first.value} % after ${years.value} months`,
        },
        law: first,
      }),
      ...(leftOutMonths > 0
        ? [
            because({
              what: 'left-out',
              months: leftOutMonths,
              text: { vi: `Không tính ${leftOutMonths} tháng`, en: `${leftOutMonths} months do not count` },
            }),
          ]
        : []),
      because({
        what: 'due',
        on: nextOn,
        text: { vi: `${percent + more}% từ ${showDate(nextOn)}`, en: `${percent + more} % from ${showDate(nextOn)}` },
      }),
    ],
  });
}
