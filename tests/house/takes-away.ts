/** What in a migration takes something away from servers of the version before, by its statements. */

/** Comments, and what functions do inside: only what changes the tables themselves counts. */
const statementsOf = (text: string): string =>
  text
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\$(\w*)\$[^]*?\$\1\$/g, "''")
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();

const TAKES_AWAY: readonly (readonly [RegExp, string])[] = [
  [/^ ?drop table/, 'drops a table'],
  [/drop column/, 'drops a column'],
  [/\brename (?:column |constraint )?\w* ?to /, 'renames'],
  [/alter column \w+ (?:set data )?type/, 'changes the type of a column'],
  [/alter column \w+ set not null/, 'demands a column'],
  [/add column (?:if not exists )?\w+ (?:(?!default|,|generated).)*not null(?:(?!default|,).)*(?:,|$)/, 'adds a column that must be given'],
];
const TABLE = /(?:alter|drop) table (?:if exists )?(?:only )?(\w+)/;

/** What in a migration takes something away from servers of the version before; empty: it expands. */
export function takesAway(text: string): string[] {
  const all = statementsOf(text);
  // A table that the migration itself made is nobody's yet.
  const own = new Set([...all.matchAll(/create (?:temporary |temp )?table (?:if not exists )?(\w+)/g)].map(([, name]) => name));
  const statements = all.split(';').filter((statement) => !own.has(TABLE.exec(statement)?.[1] ?? ''));
  return statements.flatMap((statement) => TAKES_AWAY.filter(([what]) => what.test(statement)).map(([, words]) => words));
}
