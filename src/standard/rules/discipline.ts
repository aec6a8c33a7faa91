/**
 * What is done about somebody while a discipline of theirs is in force (`discipline-end.ts` tells until when). Warnings: that a post is no higher one, that
 * a decision of appeal stands elsewhere, and what the texts of 2026 say in full, the record does not tell.
 */
import type { PlainDate } from '#base/clock.ts';
import { showDate } from '#base/vietnamese/dates.ts';
import { codeList } from '#standard/code-lists.ts';
import { disciplineEnd, isInForce } from '#standard/discipline-end.ts';
import { appointedInForce, ratedInForce } from '#standard/problems/discipline.ts';
import { lineText, linesOf } from '#standard/record-access.ts';
import { endOfPeriod, startOfPeriod } from '#standard/rated-period.ts';
import type { Line, RecordDocument } from '#standard/shapes.ts';
import { atLine, type Finding, type RuleFacts } from './finding.ts';

/** An appointment, not a renewal, a move or what is elected or approved. */
const APPOINTED = 'BO_NHIEM';
/** Order of a rating in its list from which it praises: `thu_tu` of "Hoàn thành tốt nhiệm vụ". */
const GOOD = 'HTTNV';

const disciplines = (document: RecordDocument): readonly Line[] => linesOf(document, 'P', 'kyLuat') ?? [];
const ratingRank = (code: string): number =>
  Number(codeList('xep_loai_danh_gia').entries.find((entry) => entry.code === code)?.attributes['thu_tu'] ?? 0);

/** The last day of a discipline in words; a dash where it does not end by time. */
function untilWords(line: Line, lines: readonly Line[]): string {
  const { endsOn } = disciplineEnd(line, lines);
  return endsOn === null ? '–' : showDate(endsOn);
}

/** Appointed to a post on a day on which a discipline was in force. */
export function appointedUnderDiscipline({ document }: RuleFacts): readonly Finding[] {
  const lines = disciplines(document);
  if (lines.length === 0) return [];
  return (linesOf(document, 'L', 'boNhiem') ?? []).flatMap((line, index): Finding[] => {
    const day = lineText(line, 'tuNgay');
    if (lineText(line, 'hinhThuc') !== APPOINTED || day === '') return [];
    const standing = lines.find((one) => isInForce(one, lines, day) === true);
    if (standing === undefined) return [];
    return [
      {
        kind: appointedInForce,
        on: day,
        at: atLine('boNhiem', index, 'tuNgay'),
        value: day,
        params: { day: showDate(day), from: showDate(lineText(standing, 'ngayHieuLuc')), until: untilWords(standing, lines) },
      },
    ];
  });
}

/** Took a discipline effect within these days, both of them among them? */
const beganWithin = (line: Line, from: PlainDate, until: PlainDate): boolean => {
  const began = lineText(line, 'ngayHieuLuc');
  return began !== '' && from <= began && began <= until;
};

/** Rated well for a period in which a discipline took effect. */
export function ratedUnderDiscipline({ document }: RuleFacts): readonly Finding[] {
  const lines = disciplines(document);
  if (lines.length === 0) return [];
  return (linesOf(document, 'N', 'danhGia') ?? []).flatMap((line, index): Finding[] => {
    const [period, rating] = [lineText(line, 'ky'), lineText(line, 'xepLoai')];
    if (period === '' || ratingRank(rating) < ratingRank(GOOD)) return [];
    const fault = lines.find((one) => beganWithin(one, startOfPeriod(period), endOfPeriod(period)));
    if (fault === undefined) return [];
    const entry = codeList('xep_loai_danh_gia').entries.find(({ code }) => code === rating);
    return [
      {
        kind: ratedInForce,
        on: endOfPeriod(period),
        at: atLine('danhGia', index, 'xepLoai'),
        value: rating,
        params: {
          rating: { vi: entry?.name ?? rating, en: entry?.nameEn ?? rating },
          from: showDate(lineText(fault, 'ngayHieuLuc')),
        },
      },
    ];
  });
}
