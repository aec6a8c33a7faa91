/** A document of a record: the PDF that a line of group X names, as it was sent. Each showing is a reading. */
import { recordRead } from '#authority/audit/record.ts';
import type { ReadEntry } from '#authority/audit/shapes.ts';
import { isPlainDate } from '#base/clock.ts';
import { settledPoint } from '#base/database/settled.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { FileToSend } from '#base/http/answer.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { FIELDS } from '#standard/dictionary.ts';
import type { Line, RecordDocument } from '#standard/shapes.ts';
import { recordAsOf } from './as-of.ts';
import { lineById } from './line-operation.ts';
import { dayNotValid, documentUnknown, fieldNotVisible, personNotFound } from './problems.ts';
import { readReached } from './reach.ts';
import type { ReadNeeds } from './read.ts';
import { readVersions } from './store.ts';
import { seen } from './visibility.ts';

/** The section that documents are lines of, in its group, and the field of a line that names the file. */
const GROUP = 'X';
const SECTION = 'taiLieu';
const FILE = 'tep';
const SHA256 = /^[0-9a-f]{64}$/;

/** SHA-256 of the file that a line of a record names; null when there is no such line, or it names none. */
export function documentOf(document: RecordDocument, line: string): string | null {
  const named = (lineById(document[GROUP], SECTION, line) as Line | undefined)?.[FILE];
  return typeof named === 'string' && SHA256.test(named) ? named : null;
}

/**
 * @param line  id of the line (`dong`)
 * @returns     SHA-256 under which the bytes stand in the blob store
 * Fails with E-PERSON-NOT-FOUND, E-FIELD-NOT-VISIBLE, E-DOCUMENT-UNKNOWN, E-DAY-NOT-VALID, E-KNOWN-AT-NOT-SETTLED.
 */
export async function openDocument(
  tx: Tx,
  needs: Pick<ReadNeeds, 'keys' | 'clock'> & Parameters<typeof recordRead>[1],
  personId: string,
  how: {
    readonly roles: readonly string[];
    readonly line: string;
    readonly as?: Pick<ReadEntry, 'purpose' | 'role'>;
    /** the line as it stood on a day, as known at a settled point; as it stands now when neither is said */
    readonly validOn?: string | undefined;
    readonly knownAt?: number | undefined;
  },
): Promise<Result<string>> {
  const field = FIELDS.find(({ key }) => key === `${SECTION}.${FILE}`);
  // Asked for by itself: this opening is the asking.
  if (!field || seen(field, { roles: how.roles, unmasked: new Set([field.key]) }) !== 'clear') return refused(fieldNotVisible());
  const validOn = how.validOn ?? needs.clock.today();
  if (!isPlainDate(validOn)) return refused(dayNotValid({ day: validOn }));
  const point = await settledPoint(tx, how.knownAt);
  if (!point.ok) return point;
  const person = await readReached(tx, needs.keys, personId);
  if (!person) return refused(personNotFound());
  const isNow = how.validOn === undefined && how.knownAt === undefined;
  const then = isNow ? person : recordAsOf(await readVersions(tx, needs.keys, [personId]), validOn, how.knownAt ?? Number.MAX_SAFE_INTEGER);
  const sha256 = documentOf(then.document, how.line);
  if (sha256 === null) return refused(documentUnknown({ line: how.line }));
  await recordRead(tx, needs, [
    {
      purpose: 'CONSULT',
      ...(how.as ?? { provision: 'personnel' as const }),
      act: 'document.read',
      bodyId: person.bodyId,
      objectId: personId,
      revision: person.version,
      payload: { line: how.line, sha256, ...(isNow ? {} : { validOn }) },
    },
  ]);
  return ok(sha256);
}

/** A document as it is sent: kept by nobody on the way, opened by the reader's own program. */
export function documentFile(pdf: Uint8Array, line: string, header: (name: string, value: string) => void): FileToSend {
  header('cache-control', 'private, no-store');
  return { bytes: pdf, name: `van-ban-${line}.pdf`, how: 'attachment' };
}
