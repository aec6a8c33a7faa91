/** SQL of the case that says two records are of one human. Decision 0027. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { openDocument } from '#record/register/store.ts';
import type { GroupDocument, RecordDocument } from '#standard/shapes.ts';
import type { MergeChoice, MergeHold } from './shapes.ts';
import { yes } from './store.ts';
import type { Opened, Opening } from './store.ts';

/** A body says that its record and the one under a number are of one human. */
export async function askSameHuman(
  tx: Tx,
  opening: Opening,
  request: { readonly personId: string; readonly numberHash: Uint8Array; readonly today: PlainDate },
): Promise<Opened> {
  const [row] = await tx.query<{ outcome: string; case_id: string | null }>(
    'select * from ask_same_human($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [
      opening.caseId,
      opening.bodyId,
      request.personId,
      Buffer.from(request.numberHash),
      opening.byClerk,
      opening.at,
      request.today,
      opening.termEnds,
      opening.sealed,
    ],
  );
  return { outcome: row!.outcome, caseId: row!.case_id };
}

/** The record that a case offers, whole, to who decides on the other side; null for everybody else. The caller records that it was shown. */
export async function offeredRecord(
  tx: Tx,
  keys: Keys,
  caseId: string,
): Promise<{ readonly personId: string; readonly version: number; readonly document: RecordDocument } | null> {
  const [row] = await tx.query<{
    person_id: string;
    version: number;
    document: Record<string, GroupDocument>;
    sealed: Record<string, string>;
    salt: Buffer | null;
  }>('select * from offered_record($1)', [caseId]);
  return row ? { personId: row.person_id, version: row.version, document: openDocument(keys, row.salt, row.document, row.sealed) } : null;
}

export const isAboutHuman = (tx: Tx, caseId: string, identity: string): Promise<boolean> =>
  yes(tx, 'case_is_about($1, $2)', [caseId, Buffer.from(identity, 'hex')]);

const reasonsIn = async <Code extends string>(tx: Tx, sql: string, caseId: string): Promise<readonly Code[]> =>
  (await tx.query<{ found: Code[] | null }>(`select ${sql} as found`, [caseId]))[0]?.found ?? [];
/** What is under way about the two records: item · case · secondment · merged. */
export const underWay = (tx: Tx, caseId: string): Promise<readonly string[]> => reasonsIn(tx, 'under_way_of_case($1)', caseId);
/** What stands on a merge: version · item · case · card · merge. */
export const standsOnMerge = (tx: Tx, caseId: string): Promise<readonly MergeHold[]> =>
  reasonsIn<MergeHold>(tx, 'stands_on_merge($1)', caseId);

/** All numbers of a person, sealed. Only under a session of the system. */
export const numbersOf = (tx: Tx, personId: string): Promise<{ id_hash: Buffer; sealed: Buffer }[]> =>
  tx.query(`select id_hash, sealed from national_id where person_id = $1 and state in ('registered', 'former') order by id_hash`, [
    personId,
  ]);

/** Only under a session of the system. false: the register stands otherwise by now. */
export const mergePeople = (
  tx: Tx,
  caseId: string,
  how: {
    readonly numbers: readonly { readonly hash: Uint8Array; readonly seal: Uint8Array }[];
    readonly choice: MergeChoice;
    readonly at: Instant;
    readonly formerUntil: PlainDate;
  },
): Promise<boolean> =>
  yes(tx, 'merge_people($1, $2::bytea[], $3::bytea[], $4, $5, $6, $7)', [
    caseId,
    how.numbers.map(({ hash }) => Buffer.from(hash)),
    how.numbers.map(({ seal }) => Buffer.from(seal)),
    how.choice.goneVersion,
    how.choice.staysVersion,
    how.at,
    how.formerUntil,
  ]);
export const separatePeople = (tx: Tx, caseId: string): Promise<boolean> => yes(tx, 'separate_people($1)', [caseId]);
