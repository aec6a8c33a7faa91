/**
 * People whom the population database knows otherwise, or not at all: a row is opened by the match itself, worked on by who reconciles, and closed by a
 * later match that is KHOP. Who waits no longer (confirmed, returned, withdrawn) is no row of the list any more. Decision 0043.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { workingDaysAfter } from '#standard/calendar/working-days.ts';
import rules from './mismatch-rules.json' with { type: 'json' };
import { changeMismatch, mismatchOfficers, noteAct, openMismatch, readMismatch } from './mismatch-store.ts';
import type { Mismatch } from './mismatch-store.ts';
import { mismatchGone, mismatchNote, mismatchOfficer } from './problems.ts';
import { enqueueMatches } from './queue.ts';
import type { Task } from './store.ts';
import { MISMATCH_LEVELS } from './shapes.ts';
import type { MatchLevel, MatchResult, MismatchLevel } from './shapes.ts';

const isMismatch = (level: MatchLevel): level is MismatchLevel => (MISMATCH_LEVELS as readonly MatchLevel[]).includes(level);

interface Dated {
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  /** to settle it */
  readonly workingDays: number;
  /** for a person who was told to have their data put right */
  readonly toldWorkingDays: number;
}

/** The terms of a day; throws when none is in force, which the packed data exclude. */
function termsOn(day: PlainDate): Dated {
  const rows: readonly Dated[] = rules.rules;
  const row = rows.find(({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day < validTo));
  if (!row) throw new Error(`no terms of mismatches on ${day}`);
  return row;
}

/** What a result means for the desk, in its transaction: opened (also anew), or closed by a match that is KHOP. */
export async function noteMatch(tx: Tx, { clock }: Pick<AuditNeeds, 'clock'>, matched: Task & MatchResult): Promise<void> {
  const about = { submissionId: matched.submissionId, personId: matched.personId };
  const at = clock.now();
  if (isMismatch(matched.level)) {
    const dueOn = workingDaysAfter(clock.today(), termsOn(clock.today()).workingDays);
    if (await openMismatch(tx, { ...about, bodyId: matched.bodyId, level: matched.level, fields: matched.fields, foundAt: at, dueOn }))
      await noteAct(tx, about, { act: 'found', by: null, at });
  } else if (matched.level === 'KHOP' && (await changeMismatch(tx, about, { closedAt: at })))
    await noteAct(tx, about, { act: 'matched', by: null, at });
}

/** What may be done about one. A closed list; returning to the clerk and confirming are acts of the queue. */
export const MISMATCH_ACTS = ['assign', 'release', 'comment', 'person-told', 'ask-again'] as const;
export type MismatchAct = (typeof MISMATCH_ACTS)[number];

export interface MismatchRequest {
  readonly act: MismatchAct;
  /** `assign`: whom; absent: oneself */
  readonly officer?: string;
  /** `comment`, `person-told`: what was found, or said */
  readonly note?: string;
}

interface Doer {
  readonly accountId: string;
  readonly name: string;
}
type Sealing = Parameters<typeof noteAct>[3];

const KEPT = {
  assign: 'assigned',
  release: 'released',
  comment: 'commented',
  'person-told': 'person-told',
  'ask-again': 'asked-again',
} as const;
const LOGGED = {
  assign: 'mismatch.assigned',
  release: 'mismatch.assigned',
  comment: 'mismatch.commented',
  'person-told': 'mismatch.person-told',
  'ask-again': 'mismatch.asked-again',
} as const;

/** What the act changes of the row; a problem when it may not be so. */
async function changeOf(
  tx: Tx,
  needs: AuditNeeds,
  one: Mismatch,
  who: Doer,
  asked: MismatchRequest,
): Promise<Result<{ readonly assignedTo?: string | null; readonly dueOn?: PlainDate }>> {
  const today = needs.clock.today();
  switch (asked.act) {
    case 'assign': {
      const to = asked.officer ?? who.accountId;
      const officers = await mismatchOfficers(tx, one.bodyId);
      return officers.some(({ accountId }) => accountId === to) ? ok({ assignedTo: to }) : refused(mismatchOfficer());
    }
    case 'release':
      return ok({ assignedTo: null });
    case 'person-told':
      // The commune's police need their time: it waits, with a new last day, and stays in sight.
      return ok({ dueOn: workingDaysAfter(today, termsOn(today).toldWorkingDays) });
    default:
      return ok({});
  }
}

/** Does one act about a mismatch, in the caller's transaction (`acting`). Fails with E-MISMATCH-GONE, E-MISMATCH-OFFICER, E-MISMATCH-NOTE. */
export async function actOnMismatch(
  tx: Tx,
  needs: AuditNeeds & { readonly keys: Sealing },
  who: Doer,
  about: { readonly submissionId: string; readonly personId: string },
  asked: MismatchRequest,
): Promise<Result<undefined>> {
  const one = await readMismatch(tx, about, { lock: true });
  if (!one?.waits) return refused(mismatchGone());
  const note = cleanText(asked.note ?? '').text;
  if ((asked.act === 'comment' || asked.act === 'person-told') && note === '') return refused(mismatchNote());
  const change = await changeOf(tx, needs, one, who, asked);
  if (!change.ok) return change;
  const at = needs.clock.now();
  if (Object.keys(change.value).length > 0) await changeMismatch(tx, about, change.value);
  if (asked.act === 'ask-again')
    await enqueueMatches(tx, { submissionId: about.submissionId, bodyId: one.bodyId, at }, [{ personId: about.personId }]);
  await noteAct(tx, about, { act: KEPT[asked.act], by: who, at, note: note || null }, needs.keys);
  await recordAct(tx, needs, {
    act: LOGGED[asked.act],
    purpose: 'MATCH',
    bodyId: one.bodyId,
    objectId: about.personId,
    payload: { submissionId: about.submissionId, act: asked.act, note, ...change.value },
  });
  return ok(undefined);
}
