/** What no cross-field rule says: the predicates that `checks.json` names. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { addDays, dayNumber, earliestDay } from '#base/vietnamese/dates.ts';
import { dayInVietnam } from '#base/clock.ts';
import { raiseDue } from '#standard/raise-due.ts';
import { lineText, linesOf, textOf } from '#standard/record-access.ts';
import type { Line } from '#standard/shapes.ts';
import type { QualityCheck, QualityFacts } from './shapes.ts';

type Predicate = Pick<QualityCheck, 'applies' | 'holds'>;

/** Of people who are at work alone something is expected as time goes by. */
const isAtWork = ({ document }: QualityFacts): boolean => textOf(document, 'A', 'trangThaiCongTac') === 'DANG_LAM';

/** The line that is paid from the latest day. */
function lastPay({ document }: QualityFacts): Line | null {
  const lines = linesOf(document, 'G', 'luong') ?? [];
  return lines.reduce<Line | null>(
    (last, line) => (last === null || lineText(line, 'ngayHuong') > lineText(last, 'ngayHuong') ? line : last),
    null,
  );
}

const dueOf = (facts: QualityFacts): PlainDate | null => {
  const line = lastPay(facts);
  return line === null ? null : (raiseDue(facts.document, line)?.dueOn ?? null);
};

/** The first day after which the rating of the year before is missed. */
const ratingDay = ({ on, figures }: QualityFacts): PlainDate => `${on.slice(0, 4)}-${figures.ratingDueOn}`;
const yearBefore = ({ on }: QualityFacts): string => String(Number(on.slice(0, 4)) - 1);

export const PREDICATES: Readonly<Record<string, Predicate>> = {
  degreeIsWhole: {
    applies: () => true,
    holds: ({ document }) =>
      (linesOf(document, 'J', 'daoTao') ?? []).every((line) => lineText(line, 'coSo') !== '' && lineText(line, 'tuThang') !== ''),
  },
  raiseIsNotOverdue: {
    // Where it cannot be told when a raise is due (last step, an unpaid leave that runs) none is expected.
    applies: (facts) => isAtWork(facts) && dueOf(facts) !== null,
    holds: (facts) => addDays(dueOf(facts)!, facts.figures.raiseOverdueDays) >= facts.on,
  },
  matchedLately: {
    applies: ({ number }) => number !== null,
    holds({ number, comparedOf, on, figures }) {
      const { at } = comparedOf('soDinhDanh', number);
      return at === null ? null : dayNumber(on) - dayNumber(dayInVietnam(at)) <= figures.matchedWithinDays;
    },
  },
  ratedLastYear: {
    // Who was recruited in that year, or later, may not have been rated for it.
    applies(facts) {
      const recruited = textOf(facts.document, 'E', 'ngayTuyenDungLanDau');
      return isAtWork(facts) && facts.on > ratingDay(facts) && recruited !== '' && earliestDay(recruited) < `${yearBefore(facts)}-01-01`;
    },
    holds: (facts) => (linesOf(facts.document, 'N', 'danhGia') ?? []).some((line) => lineText(line, 'ky').startsWith(yearBefore(facts))),
  },
};
