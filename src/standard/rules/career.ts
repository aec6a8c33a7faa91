/** QT06 and the part of QT07 that a record alone can tell: the career without gaps, and one main position at a time. */
import { showDate } from '#base/vietnamese/dates.ts';
import { codeList } from '#standard/code-lists.ts';
import { hasLeft } from '#standard/conditions.ts';
import { perEdition } from '#standard/list-edition.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import * as problems from '#standard/problems/rules.ts';
import { lineText, linesOf, textOf } from '#standard/record-access.ts';
import type { Line } from '#standard/shapes.ts';
import { atLine, type Finding, type RuleFacts } from './finding.ts';

/** Kinds of period that may run beside the main post (`song_song` of their list). */
const besideAPost = perEdition(
  (): ReadonlySet<string> =>
    new Set(
      codeList('loai_qua_trinh_cong_tac')
        .entries.filter(({ attributes }) => attributes['song_song'] === true)
        .map(({ code }) => code),
    ),
);
/** "kiêm nhiệm", "kiêm", as a word of its own. */
const CONCURRENT = /(?<!\p{L})kiêm(?!\p{L})/iu;

/** Is this a post held beside the main one, by its kind or by its own words? */
const isBeside = (line: Line): boolean =>
  besideAPost().has(lineText(line, 'loai')) || ['noiDung', 'chucVu'].some((key) => CONCURRENT.test(lineText(line, key)));

interface Period {
  readonly index: number;
  readonly line: Line;
  /** months since year 0; of a date of which only the year is known, its first and last month */
  readonly first: number;
  readonly last: number;
  readonly open: boolean;
}

const firstMonth = (date: string): number => Number(date.slice(0, 4)) * 12 + (date.length >= 7 ? Number(date.slice(5, 7)) - 1 : 0);
const lastMonth = (date: string): number => Number(date.slice(0, 4)) * 12 + (date.length >= 7 ? Number(date.slice(5, 7)) - 1 : 11);
const monthText = (month: number): string => `${String((month % 12) + 1).padStart(2, '0')}/${Math.floor(month / 12)}`;

function periods({ document, asOf }: RuleFacts): Period[] {
  return (linesOf(document, 'K', 'congTac') ?? [])
    .flatMap((line, index): Period[] => {
      const [from, to] = [lineText(line, 'tuThang'), lineText(line, 'denThang')];
      if (from === '') return [];
      return [
        {
          index,
          line,
          first: firstMonth(from),
          last: to === '' ? Math.max(firstMonth(from), firstMonth(asOf)) : lastMonth(to),
          open: to === '' && line['denThang'] === undefined,
        },
      ];
    })
    .sort((a, b) => a.first - b.first || a.last - b.last);
}

/** QT06: from first recruitment to now no gap of more months than need no word (`careerGapMonthsMax`). Nothing to tell when no career was stated. */
export function careerHasNoGaps(facts: RuleFacts): readonly Finding[] {
  const all = periods(facts);
  const recruited = textOf(facts.document, 'E', 'ngayTuyenDungLanDau');
  if (all.length === 0) return [];
  const found: Finding[] = [];
  const longest = lawParameter('careerGapMonthsMax', facts.asOf)?.value ?? Infinity;
  let covered = recruited === '' ? all[0]!.first : lastMonth(recruited);
  const tell = (index: number, from: number, to: number): void => {
    const months = to - from - 1;
    if (months <= longest) return;
    found.push({
      kind: problems.careerGap,
      on: facts.asOf,
      at: atLine('congTac', index, 'tuThang'),
      params: { months, from: monthText(from + 1), to: monthText(to - 1) },
    });
  };
  for (const period of all) {
    // Posts before the first recruitment (army, study, trade) do not count.
    if (period.last < covered) continue;
    tell(period.index, covered, period.first);
    covered = Math.max(covered, period.last);
  }
  const stillHere = !hasLeft(textOf(facts.document, 'A', 'trangThaiCongTac'));
  if (stillHere) tell(all.at(-1)!.index, covered, firstMonth(facts.asOf));
  return found;
}

/**
 * QT07 within a record: periods of work do not overlap by more than a month, and only one is without end. Both are warnings: chairs of
 * councils and heads of offices hold two posts by design (CV 03/CV-BCĐ of 2025-04-15); a post said to be concurrent is not looked at.
 */
export function oneMainPosition(facts: RuleFacts): readonly Finding[] {
  const work = periods(facts).filter(({ line }) => !isBeside(line));
  const rows = facts.rowsOf('congTac');
  const found: Finding[] = [];
  let longest: Period | null = null;
  for (const period of work) {
    if (longest?.open && period.open) {
      found.push({
        kind: problems.careerTwoPresent,
        on: facts.asOf,
        at: atLine('congTac', period.index, 'denThang'),
        params: { row: rows[longest.index] ?? longest.index + 1 },
      });
    } else if (longest) {
      const months = Math.min(longest.last, period.last) - period.first;
      const start = lineText(period.line, 'tuThang');
      if (months > 1 && start.length >= 7) {
        found.push({
          kind: problems.careerOverlap,
          on: facts.asOf,
          at: atLine('congTac', period.index, 'tuThang'),
          value: start,
          params: { months, start: showDate(start), row: rows[longest.index] ?? longest.index + 1, end: monthText(longest.last) },
        });
      }
    }
    if (!longest || period.last > longest.last) longest = period;
  }
  return found;
}
