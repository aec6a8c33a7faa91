/** What comes of a list of accounts, as it is told: counts of all, lines of each kind as many as somebody reads. Pure. */
import type { Static } from 'typebox';
import type { GivenList } from './give-list.ts';
import type { LineOutcome } from './judge-list.ts';
import { ACCOUNT_COLUMNS } from './list-columns.ts';
import type { ReadAccountList } from './list-needs.ts';
import type { BroughtAccounts } from './shapes.ts';

/** Lines of each kind that an answer tells: a person reads no more, the counts are of all. */
const LINES_TOLD = 500;

type Told = Static<typeof BroughtAccounts>;

export function toldOf({ judged, applied }: GivenList, list: ReadAccountList): Told {
  const count = (...kinds: readonly LineOutcome['outcome'][]): number =>
    judged.lines.filter(({ outcome }) => kinds.includes(outcome)).length;
  const lines = judged.lines.map((line, at) => ({ line, row: list.rows[at]! }));
  const wrong = lines.flatMap(({ line, row }) => {
    if (line.outcome !== 'wrong') return [];
    const { code, title, next } = line.problem;
    const head = ACCOUNT_COLUMNS.find(({ key }) => key === line.column)!;
    const letter = list.letters.get(line.column);
    return [
      {
        row: row.row,
        cell: letter ? `${letter}${row.row}` : null,
        column: head.label,
        value: row.cells.get(line.column) ?? null,
        code,
        title,
        next,
      },
    ];
  });
  const changes = lines.flatMap(({ line, row }) =>
    line.outcome === 'wrong' || line.outcome === 'unchanged'
      ? []
      : [
          {
            row: row.row,
            name: row.cells.get('name') ?? ('takes' in line ? line.takes.name : ''),
            role: row.cells.get('role') ?? '',
            body: row.cells.get('body') ?? '',
            until: row.cells.get('until') ?? null,
            outcome: line.outcome,
          },
        ],
  );
  return {
    applied,
    look: judged.hash,
    counts: {
      received: lines.length,
      accepted: count('given', 'changed', 'ended', 'unchanged'),
      rejected: count('wrong'),
      waiting: count('asked', 'waiting'),
      given: count('given'),
      changed: count('changed'),
      ended: count('ended'),
      unchanged: count('unchanged'),
    },
    wrong: wrong.slice(0, LINES_TOLD),
    changes: changes.slice(0, LINES_TOLD),
  };
}
