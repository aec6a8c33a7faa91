/** The look: what a consent covers of a record, as it stands in the register, each a row of the log that the consent is named by. Decision 0099. */
import { currentLists } from '#authority/code-lists/editions.ts';
import { recordRead } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { NOT_COMPARED } from '#record/matching/compared.ts';
import { recordAsOf } from '#record/register/as-of.ts';
import { besideOf } from '#record/register/read.ts';
import { recordView } from '#record/register/view.ts';
import { judgedBy } from '#standard/list-edition.ts';
import { provisionOf, purposeWordsOf } from './asking-rules.ts';
import { GIVER_ROLE, consentedView } from './consented-view.ts';
import type { ConsentedGroup } from './consented-view.ts';
import { consentNotFound, consentNotHolding } from './problems.ts';
import { standingOf } from './step.ts';
import { consentedVersions, insertLook, peopleOf, readConsent } from './store.ts';

export interface ConsentedLook {
  readonly id: string;
  readonly personName: string;
  readonly purpose: Bilingual;
  readonly until: string;
  readonly groups: readonly ConsentedGroup[];
}

/** Fails with E-CONSENT-NOT-FOUND, E-CONSENT-NOT-HOLDING; counts one person of the reading budget. */
export async function lookByConsent(
  tx: Tx,
  needs: AuditNeeds & { readonly keys: Keys },
  who: { readonly name: string },
  consentId: string,
): Promise<Result<ConsentedLook>> {
  const one = await readConsent(tx, consentId);
  if (!one) return refused(consentNotFound());
  const today = needs.clock.today();
  const { givenGroups, givenFields, covers } = one;
  if (standingOf(one, today) !== 'given' || !givenGroups || !givenFields) return refused(consentNotHolding());
  await recordRead(tx, needs, {
    act: 'consent.looked',
    purpose: 'CONSENT',
    provision: provisionOf(one.purpose),
    bodyId: one.bodyId,
    objectId: one.standsAs,
    payload: { consent: consentId, groups: givenGroups, fields: givenFields, covers },
  });
  await insertLook(tx, one, { byName: who.name, at: needs.clock.now() });
  const record = recordAsOf(await consentedVersions(tx, needs.keys, consentId), today, Number.MAX_SAFE_INTEGER);
  const beside = await besideOf(tx, record, today);
  const views = judgedBy(await currentLists(tx), () =>
    recordView(record, { roles: [GIVER_ROLE], unmasked: new Set(givenFields) }, today, {
      // What was matched, and who confirmed, is not what was consented to.
      attested: new Map(),
      comparedOf: NOT_COMPARED,
      ...beside,
    }),
  );
  const named = (await peopleOf(tx, needs.keys, [one])).get(consentId);
  return ok({
    id: consentId,
    personName: named?.name ?? '',
    purpose: purposeWordsOf(one.purpose),
    until: one.until,
    groups: consentedView(views, { groups: givenGroups, fields: givenFields }),
  });
}
