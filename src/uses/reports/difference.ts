/** Which figures of a report are others in another run of it. Pure. */
import type { Bilingual } from '#base/problem.ts';
import type { ReportRow, ReportValue } from './shapes.ts';

type Value = Pick<ReportValue, 'rows'>;
const keyOf = ({ body, place }: ReportRow): string => `${place} ${body.id}`;

/** A line that is in one run only was, or is, nought. In the order of the former run, then of the new lines. */
export function differencesOf(
  before: Value,
  after: Value,
  columns: readonly { readonly label: Bilingual }[],
): { body: ReportRow['body']; column: Bilingual; was: number; is: number }[] {
  const now = new Map(after.rows.map((row) => [keyOf(row), row]));
  const was = new Set(before.rows.map(keyOf));
  const pairs = [
    ...before.rows.map((row) => ({ body: row.body, from: row.counts, to: now.get(keyOf(row))?.counts ?? [] })),
    ...after.rows.filter((row) => !was.has(keyOf(row))).map((row) => ({ body: row.body, from: [], to: row.counts })),
  ];
  return pairs.flatMap(({ body, from, to }) =>
    columns.flatMap(({ label }, at) => {
      const [old, is] = [from[at] ?? 0, to[at] ?? 0];
      return old === is ? [] : [{ body, column: label, was: old, is }];
    }),
  );
}
