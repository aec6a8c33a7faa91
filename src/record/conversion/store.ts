/** All SQL of the room. Row-level security of migration 0760 is the second wall under each statement. */
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { FormCode } from '#standard/form-codes.ts';
import { CV_FORM } from './cv-shapes.ts';

export interface KeptConversion {
  readonly personId: string;
  readonly number: string;
  readonly bodyId: string;
  /** the form of a paper; of an e-CV that it is one */
  readonly form: FormCode | typeof CV_FORM;
  readonly at: Instant;
  readonly dataOf: PlainDate;
  readonly knownAt: number;
  readonly revision: number;
  /** what nobody has confirmed: values, of an e-CV groups */
  readonly leftOut: number;
  readonly blinding: Uint8Array;
  /** canonical JSON of `ConversionContent` */
  readonly content: string;
  /** of an e-CV the signature of its text, which stands nowhere: a JWS without its middle; null: a paper, or erased */
  readonly documentJws: string | null;
}

const COLUMNS = `c.person_id as "personId", c.conversion_number as number, c.body_id as "bodyId", c.form, c.at, c.valid_on as "dataOf",
  c.known_at as "knownAt", c.revision, c.left_out as "leftOut", c.blinding, c.content, c.document_jws as "documentJws"`;

/** Under the session of who converts. */
export async function addConversion(tx: Tx, one: KeptConversion & { readonly jws: string }): Promise<void> {
  await tx.query(
    `insert into conversion (person_id, conversion_number, body_id, form, at, by_account, valid_on, known_at, revision, left_out, blinding, content, jws, document_jws)
     values ($1, $2, $3, $4, $5, session_person(), $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      one.personId,
      one.number,
      one.bodyId,
      one.form,
      one.at,
      one.dataOf,
      one.knownAt,
      one.revision,
      one.leftOut,
      Buffer.from(one.blinding),
      one.content,
      one.jws,
      one.documentJws,
    ],
  );
}

export type Paper = KeptConversion & { readonly form: FormCode };

/** Of one person, the newest first. */
const rowsOf = (tx: Tx, personId: string, which: string, values: readonly unknown[], limit: number): Promise<KeptConversion[]> =>
  tx.query<KeptConversion & Record<string, unknown>>(
    `select ${COLUMNS} from conversion c where c.person_id = $1 and ${which} order by c.at desc, c.conversion_number limit ${limit}`,
    [personId, ...values],
  );

/** Papers of one person, the newest first. */
export const conversionsOf = (tx: Tx, personId: string, limit: number): Promise<Paper[]> =>
  rowsOf(tx, personId, 'c.form <> $2', [CV_FORM], limit) as Promise<Paper[]>;

/** Null when there is none that this session may see. */
export const conversionOf = async (tx: Tx, personId: string, number: string): Promise<Paper | null> =>
  ((await rowsOf(tx, personId, 'c.conversion_number = $2 and c.form <> $3', [number, CV_FORM], 1))[0] as Paper | undefined) ?? null;

/** E-CVs of one person, the newest first. */
export const cvsOf = (tx: Tx, personId: string, limit: number): Promise<KeptConversion[]> =>
  rowsOf(tx, personId, 'c.form = $2', [CV_FORM], limit);

/** Null when there is none that this session may see. */
export const cvOf = async (tx: Tx, personId: string, number: string): Promise<KeptConversion | null> =>
  (await rowsOf(tx, personId, 'c.conversion_number = $2 and c.form = $3', [number, CV_FORM], 1))[0] ?? null;

/** For whoever has the number, without a session. */
export async function conversionByNumber(
  tx: Tx,
  number: string,
): Promise<{ readonly content: string; readonly jws: string; readonly record: 'same' | 'changed' | 'gone' } | null> {
  const [row] = await tx.query<{ content: string; jws: string; record: 'same' | 'changed' | 'gone' }>(
    'select * from conversion_by_number($1)',
    [number],
  );
  return row ?? null;
}

/** Was a version of the record written after this point? Such a one may not be settled yet. */
export async function hasChangedSince(tx: Tx, personId: string, settled: number): Promise<boolean> {
  return (await tx.query('select 1 from person_version where person_id = $1 and tx > $2 limit 1', [personId, settled])).length > 0;
}

/** Is it of whoever has, or had, the citizen number of this keyed hash? */
export async function isOfNumber(tx: Tx, number: string, numberHash: Uint8Array): Promise<boolean> {
  const [row] = await tx.query<{ yes: boolean }>('select conversion_is_of($1, $2) as yes', [number, Buffer.from(numberHash)]);
  return row?.yes === true;
}
