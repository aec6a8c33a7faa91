/** What has changed in a row since it was read last, as changes of facts. Pure: a row that is gone, and a cell that was emptied, are questions, never ends. */
import type { PlainDate } from '#base/clock.ts';
import type { ExchangeOperation, ExchangeValue } from '#doors/exchange/shapes.ts';
import type { MappedRow } from './map-row.ts';

/** A row as it was read last. */
export type SeenRow = Pick<MappedRow, 'validFrom' | 'ended' | 'facts'>;

export interface FactChange {
  readonly fact: string;
  readonly operation: Extract<ExchangeOperation, 'assert' | 'correct' | 'end'>;
  readonly validFrom: PlainDate;
  readonly value: ExchangeValue;
}

export interface RowDifference {
  readonly changes: readonly FactChange[];
  /** facts that were stated and are not any more */
  readonly emptied: readonly string[];
}

/** Values are alike whatever the order of their members. */
export const sameValue = (one: ExchangeValue | undefined, other: ExchangeValue | undefined): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
};

/**
 * @param before  null: the row is new
 *
 * Another value from another day on is the next fact (`assert`); another value of the same day, or one that its software marks so, says that the first was wrong
 * (`correct`); a last day that was filled in ends it. A last day that is taken away again is a fact stated anew.
 */
export function differenceOf(before: SeenRow | null, { facts, validFrom, ended, isCorrection }: MappedRow): RowDifference {
  const changes: FactChange[] = [];
  const reopened = before !== null && before.ended !== null && ended === null;
  for (const [fact, value] of Object.entries(facts)) {
    const old = before?.facts[fact];
    const isNew = old === undefined || reopened;
    if (isNew || !sameValue(old, value) || before!.validFrom !== validFrom) {
      const isSameDay = before?.validFrom === validFrom;
      const corrects = !isNew && !sameValue(old, value) && (isCorrection || isSameDay);
      changes.push({ fact, operation: corrects ? 'correct' : 'assert', validFrom, value });
    }
    if (ended !== null && (isNew || before!.ended !== ended)) changes.push({ fact, operation: 'end', validFrom, value: ended });
  }
  return { changes, emptied: Object.keys(before?.facts ?? {}).filter((fact) => !(fact in facts)) };
}
