/**
 * The code of the electronic record is the citizen number of the person and follows it (Decree 27/2026, art. 16.3): derived here, stated by nobody, kept nowhere
 * a second time. What it was before are the person's former numbers.
 */
import type { Tx } from '#base/database/transaction.ts';
import type { Bilingual } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { RECORD_CODE } from '#standard/check/record-code.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { maskNationalId } from './search.ts';
import { readSalts } from './store.ts';

/** The numbers of a person: today's, null of a person who was erased; and those before it, the newest first. */
export interface PersonNumbers {
  readonly current: string | null;
  readonly former: readonly string[];
}
export const NO_NUMBERS: PersonNumbers = { current: null, former: [] };

/**
 * In clear. MUST be called only in a transaction that records the read.
 *
 * @param knownAt  a point of the register: what came after it is not among them, and the newest before it is `current`
 */
export async function numbersOf(tx: Tx, keys: Keys, personId: string, knownAt?: number): Promise<PersonNumbers> {
  const salt = (await readSalts(tx, [personId])).get(personId);
  if (!salt) return NO_NUMBERS;
  const rows = await tx.query<{ sealed: Buffer; is_current: boolean }>(
    `select sealed, state <> 'former' as is_current from national_id where person_id = $1 and ($2::bigint is null or tx <= $2) and (state in ('claimed', 'registered', 'former')
       or (state = 'merged' and id_hash = (select m.number_hash from person_merge m where m.merged_person = $1 and m.tx_to = 9223372036854775807)))
      order by tx desc`,
    [personId, knownAt ?? null],
  );
  const open = ({ sealed }: { readonly sealed: Buffer }): string => Buffer.from(keys.open(salt, 'national-id', sealed)).toString();
  const current = knownAt === undefined ? rows.find((row) => row.is_current) : rows[0];
  return {
    current: current ? open(current) : null,
    former: rows.filter((row) => (knownAt === undefined ? !row.is_current : row !== current)).map(open),
  };
}

/** The record with its code laid into it; on a day of which nothing stands there is no record, and no code. */
export const withRecordCode = (document: RecordDocument, { current }: PersonNumbers): RecordDocument =>
  current === null || Object.keys(document).length === 0 ? document : { ...document, A: { ...document.A, [RECORD_CODE]: current } };

/** The code and what it was before; `masked`: as numbers stand on a page until somebody asks for them. */
export function recordCodeWords({ current, former }: PersonNumbers, masked: boolean): Bilingual {
  const printed = (number: string): string => (masked ? maskNationalId(number) : number);
  const now = current === null ? '' : printed(current);
  if (former.length === 0) return { vi: now, en: now };
  const before = former.map(printed).join(', ');
  return { vi: `${now} (trước đây: ${before})`, en: `${now} (before: ${before})` };
}
