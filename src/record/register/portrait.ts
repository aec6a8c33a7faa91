/** The portrait of a person: which one the record names, and its bytes. Each showing is a read. */
import { recordRead } from '#authority/audit/record.ts';
import type { BlobStore } from '#base/blob-store.ts';
import { isPlainDate } from '#base/clock.ts';
import { settledPoint } from '#base/database/settled.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { FileToSend } from '#base/http/answer.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { fieldByKey } from '#standard/dictionary.ts';
import { textOf } from '#standard/record-access.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { recordAsOf } from './as-of.ts';
import { dayNotValid, fieldNotVisible, noPortrait, personNotFound } from './problems.ts';
import { readReached } from './reach.ts';
import type { ReadNeeds } from './read.ts';
import { readVersions } from './store.ts';
import { seen } from './visibility.ts';

/** Its field in the dictionary. */
const PORTRAIT = 'anh4x6';
const SHA256 = /^[0-9a-f]{64}$/;

/** SHA-256 of the portrait that a record names, under which its bytes (JPEG, 480×640) stand in the blob store; null when it names none. */
export function portraitOf(document: RecordDocument): string | null {
  const sha256 = textOf(document, 'A', PORTRAIT);
  return SHA256.test(sha256) ? sha256 : null;
}

/** The same of a record as it is shown: what its reader does not see in clear is not there. */
export function portraitIn(
  groups: readonly { readonly fields: readonly { readonly key: string; readonly value: unknown }[] }[],
): string | null {
  const value = groups.flatMap(({ fields }) => fields).find(({ key }) => key === PORTRAIT)?.value;
  return typeof value === 'string' && SHA256.test(value) ? value : null;
}

/**
 * The portrait as it stood on a day, as known at a settled point; as it stands when none is said (as `openRecord`).
 * Fails with E-PERSON-NOT-FOUND, E-FIELD-NOT-VISIBLE, E-DAY-NOT-VALID, E-KNOWN-AT-NOT-SETTLED, E-PORTRAIT-NONE.
 */
export async function openPortrait(
  tx: Tx,
  needs: ReadNeeds & { readonly blobs: BlobStore },
  personId: string,
  how: { roles: readonly string[]; validOn?: string | undefined; knownAt?: number | undefined },
): Promise<Result<Uint8Array>> {
  const validOn = how.validOn ?? needs.clock.today();
  if (!isPlainDate(validOn)) return refused(dayNotValid({ day: validOn }));
  const point = await settledPoint(tx, how.knownAt);
  if (!point.ok) return point;
  const field = fieldByKey(PORTRAIT);
  // Asked for with `record.unmask`: this opening is the asking.
  if (!field || seen(field, { roles: how.roles, unmasked: new Set([PORTRAIT]) }) !== 'clear') return refused(fieldNotVisible());
  const person = await readReached(tx, needs.keys, personId);
  if (!person) return refused(personNotFound());
  const record = recordAsOf(await readVersions(tx, needs.keys, [personId]), validOn, how.knownAt ?? Number.MAX_SAFE_INTEGER);
  const sha256 = portraitOf(record.document);
  if (sha256 === null) return refused(noPortrait());
  await recordRead(tx, needs, [
    {
      act: 'portrait.read',
      purpose: 'CONSULT',
      bodyId: person.bodyId,
      objectId: personId,
      revision: person.version,
      payload: { sha256, validOn },
    },
  ]);
  return ok(await needs.blobs.get(sha256));
}

/** A portrait as it is sent: kept by nobody on the way, and by the browser only as long as it shows it. */
export function portraitFile(jpeg: Uint8Array, header: (name: string, value: string) => void): FileToSend {
  header('cache-control', 'private, no-store');
  return { bytes: jpeg, name: 'anh.jpg', how: 'inline' };
}
