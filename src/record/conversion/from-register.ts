/** A record as it goes out of the register: confirmed parts alone, at a settled point; the opening is a reading with the number of what goes out. */
import { createHash } from 'node:crypto';
import type { ReadEntry } from '#authority/audit/shapes.ts';
import { bodiesOn } from '#authority/organisations/store.ts';
import type { PlainDate } from '#base/clock.ts';
import { knownAtNotSettled } from '#base/database/problems.ts';
import { settledTx } from '#base/database/settled.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { openRecord } from '#record/register/read.ts';
import type { ReadNeeds, RecordPage } from '#record/register/read.ts';
import { numbersOf } from '#record/register/record-code.ts';
import { FIELDS } from '#standard/dictionary.ts';
import { confirmedPart } from './confirmed.ts';
import type { ConfirmedPart } from './confirmed.ts';
import { nothingConfirmed } from './problems.ts';
import { hasChangedSince } from './store.ts';

export interface ConversionNeeds extends ReadNeeds {
  readonly keys: Keys;
}

/** Who takes it out: an officer, or the person themselves. MUST see every field: what goes out is the same for both. */
export interface Taker {
  readonly roles: readonly string[];
  /** an officer who consults when not said */
  readonly as?: Required<Pick<ReadEntry, 'purpose' | 'role'>>;
}

const EVERY_FIELD: ReadonlySet<string> = new Set(FIELDS.map(({ key }) => key));
export const BLINDING_BYTES = 32;
/** Without a confirmed name a paper is of nobody. */
const NAME = 'hoTenKhaiSinh';

/** SHA-256, hex, of a secret and what goes out: it tells nobody who guesses a record that the guess is right. */
export const digestOf = (blinding: Uint8Array, text: string): string => createHash('sha256').update(blinding).update(text).digest('hex');

export interface Opened {
  readonly page: RecordPage;
  readonly part: ConfirmedPart;
  readonly nationalId: string;
}

/** As it stood on a day, as known at a point. */
export async function openConfirmed(
  tx: Tx,
  needs: ConversionNeeds,
  personId: string,
  how: Taker & { readonly payload: object; readonly validOn?: PlainDate; readonly knownAt?: number },
): Promise<Result<Opened>> {
  const { roles, as, payload, validOn, knownAt } = how;
  const reading = { act: 'export.made', ...(as ?? { provision: 'confirmation' as const }), payload } as const;
  const page = await openRecord(tx, needs, personId, { roles, unmasked: EVERY_FIELD, validOn, knownAt, reading });
  if (!page.ok) return page;
  const { current } = await numbersOf(tx, needs.keys, personId, knownAt);
  return ok({ page: page.value, part: confirmedPart(page.value.groups), nationalId: current ?? '' });
}

/**
 * As it stands now. Refusals: E-KNOWN-AT-NOT-SETTLED (somebody's change of this second is not settled yet) and those of `openRecord` leave no viewing;
 * E-CONVERSION-NOTHING leaves one, for the record was opened to find that nothing of it is confirmed.
 */
export async function openSettled(
  tx: Tx,
  needs: ConversionNeeds,
  personId: string,
  how: Taker & { readonly payload: object },
): Promise<Result<Opened & { readonly body: { readonly code: string; readonly name: string } }>> {
  const settled = await settledTx(tx);
  // Before anything is opened: who is told to wait has seen nobody.
  if (await hasChangedSince(tx, personId, settled)) return refused(knownAtNotSettled({ settled }));
  const found = await openConfirmed(tx, needs, personId, { ...how, knownAt: settled });
  if (!found.ok) return found;
  const { page, part } = found.value;
  if (!part.groups.some(({ fields }) => fields.some(({ key }) => key === NAME))) return refused(nothingConfirmed());
  const body = (await bodiesOn(tx, [page.bodyId], page.validOn)).get(page.bodyId);
  return ok({ ...found.value, body: { code: body?.code ?? '', name: body?.name ?? '' } });
}
