/** Lines that passed the check and turn out to have to wait: each is told why, and the counts of the file follow. */
import type { Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import { doorOf } from './door.ts';
import { settleLines } from './line-store.ts';
import type { StoredLine } from './line-store.ts';
import type { IntakeNeeds } from './needs.ts';
import { lastProblemNo, writeProblems } from './problem-store.ts';
import { personElsewhere } from './problems.ts';
import { changeFile } from './store.ts';
import type { StoredFile } from './store.ts';

/** A line that waits, and why. */
export interface WaitingLine {
  readonly line: StoredLine;
  readonly problems: readonly Problem[];
}

/**
 * Counts these lines, which are accepted, among those that wait, and keeps why.
 * @param file  as it stands now: its counts are written anew
 * @returns     the file with its new counts
 */
export async function letWait(
  tx: Tx,
  needs: Pick<IntakeNeeds, 'keys'>,
  file: StoredFile,
  lines: readonly WaitingLine[],
): Promise<StoredFile> {
  if (lines.length === 0) return file;
  await settleLines(
    tx,
    file,
    lines.map(({ line }) => ({ lineNo: line.lineNo, personId: line.personId, verdict: 'waiting' })),
  );
  const counts = { ...file.counts, accepted: file.counts.accepted - lines.length, waiting: file.counts.waiting + lines.length };
  await changeFile(tx, file, { counts });
  await writeProblems(
    tx,
    needs.keys,
    file,
    await lastProblemNo(tx, file),
    lines.flatMap(({ line, problems }) =>
      problems.map((problem) => ({ lineNo: line.lineNo, problem, nationalId: line.content?.nationalId ?? null })),
    ),
  );
  return { ...file, counts };
}

/** Where in its file the number of a line stands. */
export const placeOfNumber = (needs: Pick<IntakeNeeds, 'doors'>, file: StoredFile, { place, content }: StoredLine) => ({
  where: { ...(doorOf(needs.doors, file).placeOfField?.('soDinhDanh', place) ?? place), field: 'soDinhDanh' },
  value: content?.nationalId ?? null,
});

/** Who was registered elsewhere after the check waits with the problem that a check would tell now. */
export const registeredElsewhere = (needs: Pick<IntakeNeeds, 'doors'>, file: StoredFile, lines: readonly StoredLine[]): WaitingLine[] =>
  lines.map((line) => ({ line: { ...line, personId: null }, problems: [personElsewhere({}, placeOfNumber(needs, file, line))] }));
