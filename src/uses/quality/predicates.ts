/** What no cross-field rule says: the predicates that `checks.json` names. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { addDays, dayNumber, earliestDay } from '#base/vietnamese/dates.ts';
import { dayInVietnam } from '#base/clock.ts';
import { raiseDue } from '#standard/raise-due.ts';
import { lineText, linesOf, partText, textOf } from '#standard/record-access.ts';
import type { GroupCode, Line } from '#standard/shapes.ts';
import type { QualityCheck, QualityFacts } from './shapes.ts';

type Predicate = Pick<QualityCheck, 'applies' | 'holds'>;

/** Of people who are at work alone something is expected as time goes by. */
const isAtWork = ({ document }: QualityFacts): boolean => textOf(document, 'A', 'trangThaiCongTac') === 'DANG_LAM';

/** The line of a list that begins last. */
const lastOf = ({ document }: QualityFacts, group: GroupCode, section: string, began: string): Line | null =>
  (linesOf(document, group, section) ?? []).reduce<Line | null>(
    (last, line) => (last === null || lineText(line, began) > lineText(last, began) ? line : last),
    null,
  );

/** The line that is paid from the latest day. */
const lastPay = (facts: QualityFacts): Line | null => lastOf(facts, 'G', 'luong', 'ngayHuong');

/** Something that was given until a day: once it is long over, what came after it has to be in the record. */
function untilItsDay(group: GroupCode, section: string, began: string): Predicate {
  const endOf = (facts: QualityFacts): PlainDate => lineText(lastOf(facts, group, section, began), 'denNgay');
  return {
    applies: (facts) => isAtWork(facts) && endOf(facts) !== '',
    holds: (facts) => addDays(endOf(facts), facts.figures.eventOverdueDays) >= facts.on,
  };
}

const relativesOf = ({ document }: QualityFacts): ReadonlySet<string> =>
  new Set((linesOf(document, 'Q', 'giaDinh') ?? []).map((line) => lineText(line, 'quanHe')));

const hasOneOf = (facts: QualityFacts, relations: readonly string[]): boolean => {
  const said = relativesOf(facts);
  return relations.some((relation) => said.has(relation));
};

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
  payHasItsDecision: {
    applies: (facts) => lastPay(facts) !== null,
    holds: (facts) => ['so', 'ngay', 'coQuan'].every((part) => partText(lastPay(facts)!, `quyetDinh.${part}`) !== ''),
  },
  parentsStand: {
    applies: () => true,
    holds: (facts) => facts.figures.parents.every((either) => hasOneOf(facts, either)),
  },
  spouseStands: {
    applies: (facts) => facts.figures.married.includes(textOf(facts.document, 'B', 'tinhTrangHonNhan')),
    holds: (facts) => hasOneOf(facts, facts.figures.spouses),
  },
  contractIsNotOver: untilItsDay('E', 'hopDong', 'tuNgay'),
  termIsNotOver: untilItsDay('L', 'boNhiem', 'tuNgay'),
  raiseIsNotOverdue: {
    // Where it cannot be told when a raise is due (last step, an unpaid leave that runs) none is expected.
    applies: (facts) => isAtWork(facts) && dueOf(facts) !== null,
    holds: (facts) => addDays(dueOf(facts)!, facts.figures.eventOverdueDays) >= facts.on,
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
