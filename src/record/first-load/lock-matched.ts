/** Whom a first load brought is matched after they are registered: what is asked of them comes from the record, and a match that says KHOP locks the identity. */
import type { Tx } from '#base/database/transaction.ts';
import { identityIn } from '#record/intake/stated-identity.ts';
import { marksOf } from '#record/matching/compared.ts';
import type { AskedIdentity } from '#record/matching/shapes.ts';
import { applyConfirmed } from '#record/register/apply.ts';
import type { ApplyNeeds } from '#record/register/apply.ts';
import { nationalIdOf } from '#record/register/read.ts';
import { readPeople, readSalts } from '#record/register/store.ts';
import type { FirstLoadNeeds } from './needs.ts';
import { FIRST_LOAD_SOURCE } from './shapes.ts';
import { loadOfSubmission } from './store.ts';

/** What is asked about somebody of a first load; undefined: the submission is of none; null: they are not there any more. */
export async function identityOfLoaded(
  tx: Tx,
  { keys }: Pick<FirstLoadNeeds, 'keys'>,
  submissionId: string,
  personId: string,
): Promise<AskedIdentity | null | undefined> {
  if (!(await loadOfSubmission(tx, submissionId))) return undefined;
  const nationalId = await nationalIdOf(tx, keys, personId);
  const salt = (await readSalts(tx, [personId])).get(personId);
  const identity = (await readPeople(tx, keys, [personId])).get(personId)?.document.B;
  if (nationalId === null || !salt || !identity) return null;
  return { ...identityIn(identity, nationalId), marks: marksOf(keys, salt, { ...identity, soDinhDanh: nationalId }) };
}

/** Locks the identity of somebody of a first load whom the population database knows as the record says; the version states nothing else. */
export async function lockMatched(
  tx: Tx,
  needs: ApplyNeeds,
  {
    submissionId,
    personId,
    bodyId,
    level,
  }: { readonly submissionId: string; readonly personId: string; readonly bodyId: string; readonly level: string },
): Promise<void> {
  if (level !== 'KHOP' || !(await loadOfSubmission(tx, submissionId))) return;
  await applyConfirmed(tx, needs, [
    {
      personId,
      bodyId,
      validFrom: needs.clock.today(),
      groups: [],
      submissionId,
      attestationId: null,
      source: FIRST_LOAD_SOURCE,
      identityLevel: level,
      identityLocked: true,
    },
  ]);
}
