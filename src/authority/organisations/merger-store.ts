/** SQL of mergers of bodies and of their undo: what goes along, what stands in the way, and what is written beside rows of bodies. Decision 0139. */
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Merger, PlannedRows } from './plan-change.ts';

/** What goes along with a body, and what stands in the way; counts alone. */
export interface MergerCounts {
  readonly people: number;
  readonly grants: number;
  readonly cards: number;
  readonly submissions: number;
  readonly seconded: number;
  readonly cases: number;
  readonly lines: number;
}

export async function mergerOf(tx: Tx, bodyId: string, on: PlainDate): Promise<MergerCounts> {
  const [row] = await tx.query<MergerCounts>('select * from merger_of($1, $2)', [bodyId, on]);
  return row!;
}

export interface MergerInForce {
  readonly intoId: string;
  readonly people: number;
}

/** A merger that is in force; null when the change is none. */
export async function mergerInForce(tx: Tx, changeId: string): Promise<MergerInForce | null> {
  const [row] = await tx.query<MergerInForce>(
    `select l.to_id as "intoId", (e.counts ->> 'people')::int as people from change_event e join change_link l using (event_id) where e.event_id = $1 and e.kind = 'merge'`,
    [changeId],
  );
  return row ?? null;
}

/** The body that a merger went into, as long as nobody has undone it. */
export async function undoableFrom(tx: Tx, changeId: string): Promise<string | null> {
  const merger = await mergerInForce(tx, changeId);
  if (merger === null) return null;
  const undone = await tx.query('select 1 from change_event where reverses = $1', [changeId]);
  return undone.length > 0 ? null : merger.intoId;
}

/** Whom the change that this transaction put in force touched, and who manages them now. */
export const touchedByMerger = (tx: Tx, changeId: string): Promise<{ personId: string; bodyId: string }[]> =>
  tx.query('select person_id as "personId", body_id as "bodyId" from touched_by_merger($1)', [changeId]);

export interface UndoHeld {
  readonly people: number;
  readonly events: number;
  readonly done: boolean;
}

/** What came since a merger, and keeps it from being undone. */
export async function undoHeldBy(tx: Tx, changeId: string): Promise<UndoHeld> {
  const [row] = await tx.query<UndoHeld>('select people, events, done from undo_held($1)', [changeId]);
  return row!;
}

/** Writers of people and roles wait until this transaction ends. */
export async function holdWriters(tx: Tx): Promise<void> {
  await tx.query('select hold_writers()');
}

const of = ({ mergers = [] }: PlannedRows, kind: Merger['kind']): readonly Merger[] => mergers.filter((one) => one.kind === kind);

/** The merger that a change undoes; null when it undoes none. */
export const undoneBy = (plan: PlannedRows): string | null => of(plan, 'undo')[0]?.other ?? null;

/** Before rows of bodies are written: who is touched, and the digest of what is believed. The row of the event MUST stand. */
export async function beginMergers(tx: Tx, changeId: string, plan: PlannedRows): Promise<void> {
  const mergers = of(plan, 'merge');
  if (mergers.length === 0) return;
  for (const { bodyId, other } of mergers)
    await tx.query(`insert into change_link (event_id, from_id, to_id, relation, share) values ($1, $2, $3, 'sap_nhap', 'toan_bo')`, [
      changeId,
      bodyId,
      other,
    ]);
  await tx.query('select begin_merger($1)', [changeId]);
}

/** After them. Other counts than were shown are a fault: it is thrown, and nothing stands. */
export async function finishMergers(tx: Tx, changeId: string, plan: PlannedRows): Promise<void> {
  const [merger] = of(plan, 'merge');
  if (merger) {
    const [written] = await tx.query<{ people: number; grants: number }>('select * from finish_merger($1)', [changeId]);
    if (written?.people !== merger.people || written.grants !== merger.grants)
      throw new Error(`a merger wrote ${JSON.stringify(written)} where ${merger.people} people and ${merger.grants} roles were shown`);
  }
  if (of(plan, 'undo').length > 0) await tx.query('select undo_merger($1)', [changeId]);
}
