/** A declaration is sent once, with the sentence of truth: from then on it is what the person declared. Decision 0104. */
import { createHash } from 'node:crypto';
import { recordAct } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { endForDeclaration } from '#record/clocks/run.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { changedGroups, documentOf } from './content.ts';
import { declaredGroups } from './declared-fields.ts';
import { evidenceOf } from './evidence-store.ts';
import { groupsNow, openDraft, ownSalt, problemsOf, seenIn, titleOf } from './draft.ts';
import type { DeclarationNeeds, Declarer } from './needs.ts';
import { declarationErrors, declarationNothing, declarationTruth, declarationUnseen } from './problems.ts';
import { groupsOf, sendDraft } from './store.ts';
import { truthOn } from './truth.ts';

const titles = (groups: readonly GroupCode[]) => ({
  vi: groups.map((group) => titleOf(group).vi).join(', '),
  en: groups.map((group) => titleOf(group).en).join(', '),
});

/**
 * MUST run in a transaction that sees the own record.
 *
 * @param version  of the record as the person saw it
 * @returns        the id; E-DECLARATION-NOTHING, -UNSEEN, -ERRORS, -TRUTH: nothing is sent then, and the draft stays
 */
export async function sendDeclaration(
  tx: Tx,
  needs: DeclarationNeeds,
  who: Declarer & { readonly version: number },
  truth: string,
): Promise<Result<{ readonly id: string }>> {
  const today = needs.clock.today();
  if (truthOn(today).code !== truth) return refused(declarationTruth());
  const filledIn = await groupsNow(tx, needs, who.personId);
  if (filledIn.groups.size === 0) return refused(declarationNothing());
  const draft = await openDraft(tx, needs, who, filledIn);
  const salt = await ownSalt(tx, who.personId);
  const groups = await groupsOf(tx, needs.keys, salt, draft);
  const changed = changedGroups(groups, today);
  const seen = seenIn(groups, who.heads);
  const unseen = (draft.kind === 'first' ? declaredGroups(today) : [...groups.keys()]).filter((group) => !seen.has(group));
  if (unseen.length > 0) return refused(declarationUnseen({ groups: titles(unseen) }));
  const problemsIn = await problemsOf(tx, needs, who, groups);
  const wrong = changed.filter((group) => problemsIn(group).some(({ severity }) => severity === 'error'));
  if (wrong.length > 0) return refused(declarationErrors({ groups: titles(wrong) }));
  const content = documentOf(who.nationalId, groups, today, draft.declarationId);
  const right = [...groups].filter(([, { mark }]) => mark === 'right').map(([group]) => group);
  const papers = await evidenceOf(tx, needs.keys, [draft.declarationId]);
  const at = needs.clock.now();
  if (!(await sendDraft(tx, needs.keys, salt, draft, { at, asOfVersion: who.version, truth, right, changed, content })))
    return refused(declarationNothing());
  if (draft.kind === 'first') await endForDeclaration(tx, needs);
  await recordAct(tx, needs, {
    act: 'declaration.sent',
    purpose: 'OWN_RECORD',
    bodyId: who.bodyId,
    objectId: who.personId,
    role: who.role,
    revision: who.version,
    payload: {
      declaration: draft.declarationId,
      kind: draft.kind,
      truth,
      right,
      changed,
      evidence: papers.map((one) => one.sha256),
      sha256: createHash('sha256').update(content).digest('hex'),
    },
  });
  return ok({ id: draft.declarationId });
}
