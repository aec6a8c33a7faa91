/** What every route of a submission begins with: is it there for this session, and whose is it? */
import type { Tx } from '#base/database/transaction.ts';
import { pageOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { PAGE_ROWS_MAX } from '#record/intake/limits.ts';
import { submissionNotFound } from '#record/intake/problems.ts';
import { fileOfRound, latestFile } from '#record/intake/store.ts';
import type { StoredFile } from '#record/intake/store.ts';
import { Type } from 'typebox';

/** A page of a list of this room: where it goes on, and how long it is. */
export const Page = Type.Object(pageOf(PAGE_ROWS_MAX));

/** The submission as the subject of an act: its body, and its latest file. */
export interface OneSubmission {
  readonly bodyId: string;
  readonly file: StoredFile;
}

/** A round of it, where not the latest is asked for; there are as many as files were sent. */
export const Round = { round: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) };

/** Of the round that is asked for, else of the latest. A submission or a round that the session does not see is not there: E-SUBMISSION-NOT-FOUND. */
export async function oneRound({
  tx,
  params,
  query,
}: {
  readonly tx: Tx;
  readonly params: { readonly id: string };
  readonly query: { readonly round?: number | undefined };
}): Promise<Result<OneSubmission>> {
  const file = query.round === undefined ? await latestFile(tx, params.id) : await fileOfRound(tx, params.id, query.round);
  return file ? ok({ bodyId: file.bodyId, file }) : refused(submissionNotFound());
}

/** Of the latest round. */
export const oneSubmission = (asked: { readonly tx: Tx; readonly params: { readonly id: string } }): Promise<Result<OneSubmission>> =>
  oneRound({ ...asked, query: {} });

/** What a reading of a file of a submission leaves in the log. */
export const shownOfFile = (file: StoredFile, listed: readonly (string | null)[], payload?: object) => ({
  bodyId: file.bodyId,
  objectId: file.submissionId,
  revision: file.round,
  listed: [...new Set(listed.flatMap((one) => one ?? []))],
  ...(payload ? { payload } : {}),
});
