/** How people stand in the register, for the rules that only the register can answer (QT07, QT09, QT12). One query a batch. */
import type { Tx } from '#base/database/transaction.ts';
import { leftStates } from '#standard/conditions.ts';
import type { Standing } from '#standard/rules.ts';

/** What does not depend on what was sent. */
export type StandingInRegister = Omit<Standing, 'changesRecord'>;

/** Somebody whom nobody has registered. */
export const NOT_REGISTERED: StandingInRegister = { closed: false, otherEmployers: 0, recordElsewhere: false, moveInProgress: false };

interface Row {
  id_hash: Buffer;
  closed: boolean;
  elsewhere: boolean;
  employed_elsewhere: boolean;
  moving: boolean;
}

/**
 * @param hashes   keyed hashes of citizen numbers
 * @param forBody  the body that sends: it learns of its own people, and of others' only that they are elsewhere
 * @returns        by hash in hexadecimal; a number that nobody is registered under is not there
 */
export async function standingsOf(
  tx: Tx,
  hashes: readonly Uint8Array[],
  forBody: string,
): Promise<ReadonlyMap<string, StandingInRegister>> {
  const rows = await tx.query<Row>('select * from register_standing($1::bytea[], $2, $3::text[])', [
    hashes.map((hash) => Buffer.from(hash)),
    forBody,
    leftStates(),
  ]);
  return new Map(
    rows.map((row) => [
      row.id_hash.toString('hex'),
      {
        closed: row.closed,
        otherEmployers: row.employed_elsewhere ? 1 : 0,
        recordElsewhere: row.elsewhere,
        moveInProgress: row.moving,
      },
    ]),
  );
}

/** The same of one person, under all their numbers, to whoever decides about them now; and the submission that wrote the version that stands. */
export async function standingNow(
  tx: Tx,
  personId: string,
  forBody: string,
): Promise<{ readonly standing: StandingInRegister; readonly writtenBy: string | null }> {
  const numbers = await tx.query<{ id_hash: Buffer }>('select id_hash from national_id where person_id = $1', [personId]);
  const all = await standingsOf(
    tx,
    numbers.map((one) => one.id_hash),
    forBody,
  );
  const [last] = await tx.query<{ submission_id: string | null }>(
    'select submission_id from person_version where person_id = $1 order by version desc limit 1',
    [personId],
  );
  const standing = [...all.values()].reduce(
    (before, one): StandingInRegister => ({
      closed: before.closed || one.closed,
      otherEmployers: Math.max(before.otherEmployers, one.otherEmployers),
      recordElsewhere: before.recordElsewhere || one.recordElsewhere,
      moveInProgress: before.moveInProgress || one.moveInProgress,
    }),
    NOT_REGISTERED,
  );
  return { standing, writtenBy: last?.submission_id ?? null };
}
