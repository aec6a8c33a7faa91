/** What match, check and suggestions say of people of a submission, as an officer sees it: read for one as for many. */
import type { Tx } from '#base/database/transaction.ts';
import type { ReviewContext } from '#record/confirmation/present-people.ts';
import { sentBySubject } from '#record/confirmation/problems.ts';
import { latestMatches } from '#record/matching/store.ts';
import { acceptedOf } from './acceptance-store.ts';
import { doorOf } from './door.ts';
import { problemsOfPeople } from './problem-store.ts';
import { madeBySubject } from './makers.ts';
import type { IntakeNeeds } from './needs.ts';
import type { StoredFile } from './store.ts';

/** Problems of one person that are shown. */
const PROBLEMS_SHOWN_MAX = 500;

export async function knownOfPeople(
  tx: Tx,
  needs: Pick<IntakeNeeds, 'keys' | 'doors'>,
  file: StoredFile,
  personIds: readonly string[],
): Promise<(personId: string) => ReviewContext> {
  const { submissionId } = file;
  const source = doorOf(needs.doors, file).sourceCode;
  const problems = await problemsOfPeople(tx, needs.keys, submissionId, personIds, PROBLEMS_SHOWN_MAX);
  const matches = await latestMatches(tx, personIds);
  const own = await madeBySubject(
    tx,
    personIds.map((personId) => ({ submissionId, personId })),
  );
  const accepted = await acceptedOf(tx, needs.keys, submissionId, personIds);
  const { code, severity, value } = sentBySubject();
  return (personId) => {
    const match = matches.get(personId);
    return {
      source,
      match: match ? { level: match.level, fields: match.fields } : null,
      problems: [...(own.has(personId) ? [{ code, severity, value, place: null, field: null }] : []), ...(problems.get(personId) ?? [])],
      accepted: accepted.get(personId) ?? [],
    };
  };
}
