/** The person gives, refuses or withdraws. Decision 0099. */
import { createHash } from 'node:crypto';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Instant } from '#base/clock.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { consentNotAsked, consentNotFound, consentNotGiven } from './problems.ts';
import type { ConsentAnswer } from './shapes.ts';
import { step } from './step.ts';
import type { ConsentChange, ConsentEvent } from './step.ts';
import { changeConsent, readConsent } from './store.ts';
import type { Consent } from './store.ts';
import { changeWitness } from './witness.ts';

const ACT_OF = { give: 'consent.given', refuse: 'consent.refused', withdraw: 'consent.withdrawn' } as const;

const eventOf = ({ act, groups = [], fields = [] }: ConsentAnswer): ConsentEvent => (act === 'give' ? { act, groups, fields } : { act });

/** What is given, as the log keeps it and the person takes it along: canonical JSON. */
export const givenText = (
  one: Pick<Consent, 'consentId' | 'bodyId' | 'purpose' | 'until'>,
  given: { readonly groups: readonly string[]; readonly fields: readonly string[]; readonly at: Instant },
): string =>
  canonicalJson({
    v: 1,
    consent: one.consentId,
    body: one.bodyId,
    purpose: one.purpose,
    until: one.until,
    groups: given.groups,
    fields: given.fields,
    at: given.at,
  });

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const payloadOf = (one: Consent, change: ConsentChange, at: Instant): object => {
  if (change.state !== 'given') return { consent: one.consentId };
  const given = givenText(one, { groups: change.groups, fields: change.fields, at });
  return { consent: one.consentId, given, digest: digestOf(given) };
};

/**
 * MUST run in a transaction that sees the own record.
 *
 * Fails with E-CONSENT-NOT-FOUND, E-CONSENT-NOT-ASKED, E-CONSENT-NOT-GIVEN, E-CONSENT-PARTS.
 */
export async function answerConsent(
  tx: Tx,
  needs: AuditNeeds,
  me: { readonly personId: string; readonly role: string },
  consentId: string,
  answer: ConsentAnswer,
): Promise<Result<undefined>> {
  const one = await readConsent(tx, consentId);
  // An officer may see what their own body asked of somebody else: answering is the person's.
  if (!one || one.standsAs !== me.personId) return refused(consentNotFound());
  const change = step(one, eventOf(answer), needs.clock.today());
  if (!change.ok) return change;
  const at = needs.clock.now();
  if (!(await changeConsent(tx, one, change.value, at))) return refused(answer.act === 'withdraw' ? consentNotGiven() : consentNotAsked());
  await recordAct(tx, needs, {
    act: ACT_OF[answer.act],
    purpose: 'CONSENT',
    bodyId: one.bodyId,
    objectId: one.personId,
    role: me.role,
    payload: payloadOf(one, change.value, at),
    rows: [changeWitness(consentId, change.value, at)],
  });
  return ok(undefined);
}
