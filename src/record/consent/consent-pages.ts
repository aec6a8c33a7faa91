/** Consents as pages tell of them, to their person and to the body that asked. */
import type { Static } from 'typebox';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Given } from '#base/http/answer.ts';
import type { Keys } from '#base/sealing.ts';
import { FIELDS, GROUPS } from '#standard/dictionary.ts';
import { coversOf, purposeWordsOf } from './asking-rules.ts';
import type { AskedParts } from './asking-rules.ts';
import { LOOKS_SHOWN_MAX } from './limits.ts';
import type { AskedConsent, OwnConsent } from './shapes.ts';
import { standingOf } from './step.ts';
import { looksOf, peopleOf } from './store.ts';
import type { Consent } from './store.ts';

export interface ConsentWordsNeeds {
  readonly keys: Pick<Keys, 'open'>;
  readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

const fieldOf = new Map(FIELDS.map((field) => [field.key, field]));

/** The groups of what was asked or given, each with its sensitive fields. */
const groupsIn = (parts: AskedParts) =>
  coversOf(parts).map((code) => ({
    code,
    title: GROUPS.find((group) => group.code === code)!.title,
    ordinary: parts.groups.includes(code),
    fields: parts.fields.flatMap((key) => {
      const field = fieldOf.get(key);
      return field?.group === code ? [{ key, label: field.label }] : [];
    }),
  }));

async function pagedOf(tx: Tx, needs: ConsentWordsNeeds, consents: readonly Consent[], today: PlainDate) {
  const people = await peopleOf(tx, needs.keys, consents);
  const names = await needs.bodyNames(tx, [...new Set(consents.map(({ bodyId }) => bodyId))]);
  return consents.map((one) => ({
    personName: people.get(one.consentId)?.name ?? null,
    page: {
      id: one.consentId,
      bodyName: names.get(one.bodyId) ?? '',
      askedBy: one.askedByName,
      askedAt: one.askedAt,
      purpose: purposeWordsOf(one.purpose),
      reason: people.get(one.consentId)?.reason ?? '',
      until: one.until,
      answerBy: one.answerBy,
      standing: standingOf(one, today),
      asked: groupsIn(one),
      given: one.givenGroups && one.givenFields ? groupsIn({ groups: one.givenGroups, fields: one.givenFields }) : [],
      answeredAt: one.answeredAt,
      endedAt: one.endedAt,
    },
  }));
}

export async function askedConsentsPage(
  tx: Tx,
  needs: ConsentWordsNeeds,
  consents: readonly Consent[],
  today: PlainDate,
): Promise<Given<Static<typeof AskedConsent>>[]> {
  return (await pagedOf(tx, needs, consents, today)).map(({ page, personName }) => ({ ...page, personName }));
}

/** With who looked by each. MUST run with the own record's policies. */
export async function ownConsentsPage(
  tx: Tx,
  needs: ConsentWordsNeeds,
  consents: readonly Consent[],
  today: PlainDate,
): Promise<Given<Static<typeof OwnConsent>>[]> {
  const looks = await looksOf(
    tx,
    consents.map(({ consentId }) => consentId),
    LOOKS_SHOWN_MAX,
  );
  return (await pagedOf(tx, needs, consents, today)).map(({ page }) => {
    const mine = looks.filter(({ consentId }) => consentId === page.id);
    return {
      ...page,
      looks: { count: mine[0]?.count ?? 0, last: mine.map(({ at, by, readingId }) => ({ at, by, readingId })) },
    };
  });
}
