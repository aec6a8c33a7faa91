/** Whom a conversion or an e-CV is of, for an officer: a person whom their body manages. */
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { leavesNowhereApart } from '#record/register/kept-apart.ts';
import { personNotFound } from '#record/register/problems.ts';
import { managedSubject } from '#record/register/reach.ts';
import type { Subject } from '#record/register/reach.ts';

/** Fails with E-PERSON-NOT-FOUND, E-RECORD-KEPT-APART. */
export async function managedOf({ tx, params }: { readonly tx: Tx; readonly params: { readonly id: string } }): Promise<Result<Subject>> {
  const subject = await managedSubject(tx, params.id);
  if (!subject) return refused(personNotFound());
  const may = await leavesNowhereApart(tx, subject.personId);
  return may.ok ? ok(subject) : may;
}
