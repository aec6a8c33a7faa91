/** How people stand in the register, for the rules that only the register can answer (QT07, QT09, QT12). One query a batch. */
import type { Tx } from '#base/database/transaction.ts';
import { LEFT_STATES } from '#standard/conditions.ts';
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
    LEFT_STATES,
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
