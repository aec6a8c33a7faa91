/** The numbers of an agency with all below it, in a strip. */
import type { BoardCounts } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { useFormat } from '#portal/parts/use-format.ts';

export const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.floor((100 * part) / whole)}\u00a0%`);

export function Sums({ counts, lateDays }: { readonly counts: BoardCounts; readonly lateDays: number }) {
  const { t } = useWords();
  const { number } = useFormat();
  const facts = [
    [t('board.sent'), number(counts.sent)],
    [t('board.valid'), number(counts.checked)],
    [t('board.confirmed'), number(counts.confirmed)],
    [t('board.complete'), percent(counts.complete, counts.registered)],
    [t('board.lateOver', { days: lateDays }), number(counts.late)],
    [t('board.week'), weekText(counts, number)],
    [t('board.reportedLate'), number(counts.reportedLate)],
    [t('board.termsLate'), number(counts.termsLate)],
    [t('board.dutiesLate'), number(counts.dutiesLate)],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Confirmed this week, and how much more or less than the week before. */
export function weekText({ thisWeek, weekBefore }: BoardCounts, number: (value: number) => string): string {
  const change = thisWeek - weekBefore;
  return `${number(thisWeek)} (${change > 0 ? '+' : change < 0 ? '−' : '±'}${number(Math.abs(change))})`;
}
