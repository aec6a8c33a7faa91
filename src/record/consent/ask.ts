/** A body asks a person for consent, by the code that the person handed over. Decision 0099. */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { isPlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { askingTerm, lastUntil, mayBeAsked, purposesOn } from './asking-rules.ts';
import { REASON_CHARS_MIN } from './limits.ts';
import { codeHash } from './make-code.ts';
import {
  consentCode,
  consentNotAsked,
  consentNotFound,
  consentNotNeeded,
  consentParts,
  consentPurpose,
  consentReason,
  consentUntil,
} from './problems.ts';
import type { ConsentRequest } from './shapes.ts';
import { step } from './step.ts';
import { askedWitness, changeWitness } from './witness.ts';
import { changeConsent, insertConsent, isNotNeeded, readConsent, sealReason, takeCode } from './store.ts';

/** @returns the id; E-CONSENT-PURPOSE, -REASON, -UNTIL, -PARTS, -CODE, -NOT-NEEDED: nothing is asked then, and the code is not taken */
export async function askConsent(
  tx: Tx,
  needs: AuditNeeds & { readonly keys: Keys },
  who: { readonly accountId: string; readonly name: string },
  request: ConsentRequest,
): Promise<Result<{ readonly id: string }>> {
  const today = needs.clock.today();
  const { body: bodyId, purpose, groups, fields, until } = request;
  if (!purposesOn(today).some(({ code }) => code === purpose)) return refused(consentPurpose({ purpose }));
  const reason = cleanText(request.reason).text;
  if (reason.length < REASON_CHARS_MIN) return refused(consentReason({ count: REASON_CHARS_MIN }));
  const last = lastUntil(today);
  if (!isPlainDate(until) || until < today || until > last) return refused(consentUntil({ day: until, last }));
  if (!mayBeAsked({ groups, fields }, today)) return refused(consentParts());
  const hash = codeHash(needs.keys, request.code);
  // Before the code is taken: a refusal undoes nothing that was written before it.
  if (await isNotNeeded(tx, hash, bodyId)) return refused(consentNotNeeded());
  const taken = await takeCode(tx, hash);
  if (!taken) return refused(consentCode());
  const askedAt = needs.clock.now();
  const id = needs.chance.uuid7(Date.parse(askedAt));
  const answerBy = addDays(today, askingTerm(today).answerDays);
  const reasonSealed = sealReason(needs.keys, taken.salt, reason);
  const asked = { purpose, groups, fields, until };
  const row = { personId: taken.personId, consentId: id, bodyId, askedByName: who.name, ...asked, reasonSealed, askedAt, answerBy };
  await insertConsent(tx, row);
  await recordAct(tx, needs, {
    act: 'consent.asked',
    purpose: 'CONSENT',
    bodyId,
    objectId: taken.personId,
    payload: { consent: id, ...asked, answerBy },
    rows: [askedWitness({ ...row, askedBy: who.accountId })],
  });
  return ok({ id });
}

/**
 * The body takes a question back that is not answered yet.
 *
 * @param mayNot  why the session may not act for a body; null when it may
 * Fails with E-CONSENT-NOT-FOUND, E-CONSENT-NOT-ASKED.
 */
export async function takeBack(
  tx: Tx,
  needs: AuditNeeds,
  consentId: string,
  mayNot: (bodyId: string) => Problem | null,
): Promise<Result<undefined>> {
  const one = await readConsent(tx, consentId);
  if (!one) return refused(consentNotFound());
  const refusal = mayNot(one.bodyId);
  if (refusal) return refused(refusal);
  const change = step(one, { act: 'take-back' }, needs.clock.today());
  if (!change.ok) return change;
  const at = needs.clock.now();
  if (!(await changeConsent(tx, one, change.value, at))) return refused(consentNotAsked());
  await recordAct(tx, needs, {
    act: 'consent.taken-back',
    purpose: 'CONSENT',
    bodyId: one.bodyId,
    // As the other acts of a consent: under the record that was asked, whichever stands for it now.
    objectId: one.personId,
    payload: { consent: consentId },
    rows: [changeWitness(consentId, change.value, at)],
  });
  return ok(undefined);
}
