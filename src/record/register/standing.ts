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

/** How a person stands, and the submission that wrote the version that stands. */
export interface StandingNow {
  readonly standing: StandingInRegister;
  readonly writtenBy: string | null;
}

/** The same of people, each under all their numbers, to whoever decides about them now. Each of them is there. */
export async function standingsNow(tx: Tx, personIds: readonly string[], forBody: string): Promise<ReadonlyMap<string, StandingNow>> {
  const numbers = await tx.query<{ person_id: string; id_hash: Buffer }>(
    'select person_id, id_hash from national_id where person_id = any ($1::uuid[])',
    [personIds],
  );
  const standings = await standingsOf(
    tx,
    numbers.map((one) => one.id_hash),
    forBody,
  );
  const last = await tx.query<{ person_id: string; submission_id: string | null }>(
    `select distinct on (person_id) person_id, submission_id from person_version where person_id = any ($1::uuid[]) order by person_id, version desc`,
    [personIds],
  );
  const writtenBy = new Map(last.map((row) => [row.person_id, row.submission_id]));
  const hashesOf = Map.groupBy(numbers, (row) => row.person_id);
  return new Map(
    personIds.map((personId) => {
      const all = (hashesOf.get(personId) ?? []).flatMap(({ id_hash }) => standings.get(id_hash.toString('hex')) ?? []);
      return [personId, { standing: all.reduce(together, NOT_REGISTERED), writtenBy: writtenBy.get(personId) ?? null }];
    }),
  );
}

const together = (one: StandingInRegister, other: StandingInRegister): StandingInRegister => ({
  closed: one.closed || other.closed,
  otherEmployers: Math.max(one.otherEmployers, other.otherEmployers),
  recordElsewhere: one.recordElsewhere || other.recordElsewhere,
  moveInProgress: one.moveInProgress || other.moveInProgress,
});
