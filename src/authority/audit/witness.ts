/**
 * The witness of a row: what an act wrote beside the log is bound to the act's leaf by a digest, so that the register is as provable as the log.
 *
 * Each room says how a row of its table is digested, once, for writing and for verifying (`WitnessedTable`). The digest stands in the act's
 * sealed payload; the leaf commits to it. `congvu audit verify --state` holds rows and leaves against each other, both ways.
 */
import type { Tx } from '#base/database/transaction.ts';

/** One row as its act saw it written. */
export interface Witness {
  readonly table: string;
  /** names the row within its table, for ever */
  readonly key: string;
  /** `rowDigest` of its values */
  readonly digest: string;
}

/** A row as it stands. */
export interface StandingRow {
  readonly key: string;
  readonly digest: string;
  /** record time of the transaction that wrote it; null when the table does not keep it */
  readonly tx: number | null;
  /** object of the act that wrote it: what was lawfully erased about it can no longer be compared */
  readonly about: string | null;
}

/** Rows after `after` in the order of their keys, at most `limit`; `next` null: that was the end. */
export interface StandingPage {
  readonly rows: readonly StandingRow[];
  readonly next: string | null;
}

/** A table whose rows are held against their leaves. */
export interface WitnessedTable {
  readonly table: string;
  page(tx: Tx, after: string | null, limit: number): Promise<StandingPage>;
  /** Keys of the rows that an act without witnesses wrote (of before there were any, or a reading): they are known, what else they hold cannot be compared. */
  known(act: KnownAct): readonly string[];
}

/** An act whose payload carries no witness. */
export interface KnownAct {
  readonly act: string;
  /** record time of its transaction */
  readonly tx: number;
  readonly objectId: string | null;
  readonly revision: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A table that is only a projection of others: rows that are not what they are to be derived from. */
export interface DerivedTable {
  readonly table: string;
  /** what is held: that rows follow from others (not said), or that what was signed holds */
  readonly holds?: 'signatures';
  differences(
    tx: Tx,
    after: string | null,
    limit: number,
  ): Promise<{ readonly differing: readonly { readonly key: string; readonly what: string }[]; readonly next: string | null }>;
}

/** Witnesses as an act's payload carries them; null when it carries none. */
export function witnessesIn(payload: unknown): Witness[] | null {
  const rows = typeof payload === 'object' && payload !== null && 'rows' in payload ? payload.rows : null;
  if (!Array.isArray(rows)) return null;
  return rows.flatMap((row: unknown) => {
    if (!Array.isArray(row) || row.length !== 3) return [];
    const [table, key, digest] = row as readonly unknown[];
    return typeof table === 'string' && typeof key === 'string' && typeof digest === 'string' ? [{ table, key, digest }] : [];
  });
}

/**
 * The payload with the events that this one follows: the leaf commits to them, and none of them can be taken out of the log before it has its place.
 * `null`: it follows nothing that is known (decision 0068).
 */
export const withFollowed = (payload: unknown, follows: readonly string[] | null): unknown => {
  if (follows === null) return payload;
  return { ...(typeof payload === 'object' && !Array.isArray(payload) ? payload : { said: payload }), follows };
};

/** The payload with the kind of provision that its event is counted by. */
export const withProvision = (payload: unknown, provision: string | null): unknown =>
  provision === null ? payload : { ...(payload as object | null), provision };

/** The payload with its witnesses. An empty list says that the act wrote no row of such a table, `undefined` says nothing. */
export const withWitnesses = (payload: unknown, rows: readonly Witness[] | undefined): unknown =>
  rows === undefined ? payload : { ...(payload as object | null), rows: rows.map(({ table, key, digest }) => [table, key, digest]) };
