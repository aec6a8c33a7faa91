/** Which first load is asked about, and who brought its parts: they neither judge nor sign it. */
import type { Subject } from '#authority/access/shapes.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { loadNotFound } from '#record/first-load/problems.ts';
import { loadById, partsOf } from '#record/first-load/store.ts';
import type { Load, Part } from '#record/first-load/store.ts';
import { sendersOf } from '#record/intake/makers.ts';

export type OfLoad = Subject & { readonly bodyId: string; readonly load: Load; readonly parts: readonly Part[] };

/** A load, and who brought its parts: they neither judge nor sign it. E-FIRST-LOAD-NOT-FOUND. */
export async function oneLoad({ tx, params }: { readonly tx: Tx; readonly params: { readonly id: string } }): Promise<Result<OfLoad>> {
  const load = await loadById(tx, params.id);
  if (!load) return refused(loadNotFound());
  return ok({ bodyId: load.bodyId, load, parts: await partsOf(tx, load.loadId) });
}
export async function loadToConfirm(asked: { readonly tx: Tx; readonly params: { readonly id: string } }): Promise<Result<OfLoad>> {
  const found = await oneLoad(asked);
  return found.ok ? ok({ ...found.value, makers: await makersOf(asked.tx, found.value.parts) }) : found;
}
export async function makersOf(tx: Tx, parts: readonly Part[]): Promise<ReadonlySet<string>> {
  const senders = await sendersOf(
    tx,
    parts.map(({ submissionId }) => submissionId),
  );
  return new Set([...senders.values()].flatMap((all) => [...all]));
}

/** Nothing to tell but that it is done. */
export const done = (result: Result<null>): Result<undefined> => (result.ok ? ok(undefined) : result);
