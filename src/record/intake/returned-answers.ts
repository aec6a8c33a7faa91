/**
 * A returned value that comes back as it was: it is changed, or answered ("giữ nguyên vì …"), and the officer reads the answer. Until then its person is held.
 */
import { canonicalJson } from '#base/canonical-json.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { RETURN_REASONS } from '#record/confirmation/reasons.ts';
import { returnedOfPeople, statedFor } from '#record/confirmation/returned.ts';
import type { ReturnedItem } from '#record/confirmation/returned.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { doorOf } from './door.ts';
import type { Door } from './door.ts';
import type { IntakeNeeds, Sender } from './needs.ts';
import type { ReadPerson } from './port.ts';
import { returnedKept, returnedUnchanged } from './problems.ts';
import { openForSubmission, sealForSubmission } from './store.ts';
import type { StoredFile } from './store.ts';

const answerKey = (itemId: string, field: string): string => `${itemId}/${field}`;

/** The last answer to each returned value of a submission, by `answerKey`. */
async function answersOf(tx: Tx, keys: Keys, submissionId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ item_id: string; field: string; sealed: Buffer }>(
    'select distinct on (item_id, field) item_id, field, sealed from submission_answer where submission_id = $1 order by item_id, field, no desc',
    [submissionId],
  );
  return new Map(
    rows.map((row) => [answerKey(row.item_id, row.field), openForSubmission<{ reason: string }>(keys, submissionId, row.sealed).reason]),
  );
}

const reasons = new Map(RETURN_REASONS.map((reason) => [reason.code, reason.label]));

/** What of a person's returned values stands in this file as it was: an error, or with its answer a warning. Of acts on single lines nothing is told. */
function unchangedOf(
  door: Door,
  person: ReadPerson,
  document: RecordDocument,
  items: readonly ReturnedItem[],
  answers: ReadonlyMap<string, string>,
  attested: boolean,
): Problem[] {
  return items.flatMap(({ itemId, group, cells }) => {
    const stated = document[group];
    if (!stated) return [];
    return cells
      .filter((cell) => canonicalJson(statedFor(stated, cell.field)) === canonicalJson(cell.stated))
      .map(({ field, reason }) => {
        const where = { ...(door.placeOfField?.(field, person.place) ?? person.place), field };
        const why = reasons.get(reason) ?? { vi: reason, en: reason };
        const answer = answers.get(answerKey(itemId, field));
        return answer === undefined && !attested
          ? returnedUnchanged({ reason: why }, { where, value: person.typedIn?.(field) ?? null })
          : returnedKept({ reason: why }, { where, value: answer ?? person.typedIn?.(field) ?? null });
      });
  });
}

/** Asks once for a batch of people of a file; the answer tells of one of them, by their id in the register or of their claim. */
export async function returnedAgain(
  tx: Tx,
  needs: Pick<IntakeNeeds, 'keys' | 'doors'>,
  file: StoredFile,
  people: readonly string[],
): Promise<(person: ReadPerson, personId: string | null, document: RecordDocument) => Problem[]> {
  if (file.round === 1) return () => [];
  const items = await returnedOfPeople(tx, needs.keys, file.submissionId, people);
  if (items.length === 0) return () => [];
  const answers = await answersOf(tx, needs.keys, file.submissionId);
  const byPerson = Map.groupBy(items, (item) => item.personId);
  const door = doorOf(needs.doors, file);
  // Whoever declares their own record and sends a value again as it was has attested it once more: that is the answer.
  const attested = file.source === 'person';
  return (person, personId, document) => unchangedOf(door, person, document, byPerson.get(personId ?? '') ?? [], answers, attested);
}

/** Keeps an answer above earlier ones to the same value. */
export async function writeAnswer(
  tx: Tx,
  needs: Pick<IntakeNeeds, 'keys' | 'clock'>,
  who: Sender,
  about: Pick<StoredFile, 'submissionId' | 'bodyId'> &
    Pick<ReturnedItem, 'itemId' | 'personId'> & { readonly field: string; readonly reason: string },
): Promise<void> {
  await tx.query(
    `insert into submission_answer (submission_id, item_id, field, no, body_id, person_id, by_account, by_identity, at, sealed)
     select $1, $2, $3, coalesce(max(no), 0) + 1, $4, $5, $6, $7, $8, $9 from submission_answer
      where submission_id = $1 and item_id = $2 and field = $3`,
    [
      about.submissionId,
      about.itemId,
      about.field,
      about.bodyId,
      about.personId,
      who.accountId,
      Buffer.from(who.identity, 'hex'),
      needs.clock.now(),
      sealForSubmission(needs.keys, about.submissionId, { reason: about.reason }),
    ],
  );
}
