/** Which columns a list of hits shows: chosen by whoever reads it. Pure. */

export const COLUMNS = ['birth', 'nationalId', 'post', 'jobTitle', 'grade', 'kind', 'status', 'match', 'body'] as const;
export type Column = (typeof COLUMNS)[number];
/** What tells people apart, and where they are. */
export const COLUMNS_AT_FIRST: readonly Column[] = ['birth', 'nationalId', 'post', 'jobTitle', 'body'];

export const areColumns = (value: unknown): value is readonly Column[] =>
  Array.isArray(value) && value.every((one) => (COLUMNS as readonly unknown[]).includes(one));

/** With one shown or hidden, in the order of the table. */
export const withColumn = (shown: readonly Column[], column: Column): readonly Column[] =>
  COLUMNS.filter((one) => (one === column ? !shown.includes(one) : shown.includes(one)));

/** A search that somebody kept: its conditions by code, under a name of their own. */
export interface SavedSearch {
  readonly title: string;
  readonly search: string;
}
export const areSaved = (value: unknown): value is readonly SavedSearch[] =>
  Array.isArray(value) &&
  value.every(
    (one: unknown) =>
      typeof one === 'object' &&
      one !== null &&
      'title' in one &&
      typeof one.title === 'string' &&
      'search' in one &&
      typeof one.search === 'string',
  );
/** One of that title is replaced. */
export const withSaved = (saved: readonly SavedSearch[], one: SavedSearch): readonly SavedSearch[] => [
  ...saved.filter(({ title }) => title !== one.title),
  one,
];
