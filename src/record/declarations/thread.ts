/** The person and who confirms write to each other about one declaration: few and short words, sealed, seen by both, kept with it. Decision 0125. */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { readSalts } from '#record/register/store.ts';
import { MESSAGES_MAX, OWN_DECLARATIONS_MAX } from './limits.ts';
import type { Declarer } from './needs.ts';
import { declarationUnknown, threadClosed, threadFull, threadWords } from './problems.ts';
import { standingOfSent, takesMessages } from './standing.ts';
import { ownSent } from './store.ts';
import { declarationsOf, insertMessage, messagesOf } from './thread-store.ts';
import type { StoredMessage } from './thread-store.ts';

type ThreadNeeds = AuditNeeds & { readonly keys: Keys };

/** What was written, and whether more may be. */
export interface Thread {
  readonly isOpen: boolean;
  readonly messages: readonly StoredMessage[];
}

interface OwnThread extends Thread {
  readonly personId: string;
}

/** Of rounds of one submission all belong together: what came back and its next round are one conversation. */
async function ownThread(tx: Tx, needs: ThreadNeeds, declarationId: string): Promise<OwnThread | null> {
  const sent = await ownSent(tx, OWN_DECLARATIONS_MAX);
  const one = sent.find((row) => row.declarationId === declarationId);
  if (!one) return null;
  const together = sent.filter((row) => row === one || (row.submissionId !== null && row.submissionId === one.submissionId));
  const messages = await messagesOf(
    tx,
    needs.keys,
    together.map((row) => row.declarationId),
  );
  return { personId: one.personId, isOpen: takesMessages(standingOfSent(one)), messages };
}

/** The own person's side. MUST run with the own record's policies. E-DECLARATION-UNKNOWN. */
export async function readOwnThread(tx: Tx, needs: ThreadNeeds, declarationId: string): Promise<Result<Thread>> {
  const thread = await ownThread(tx, needs, declarationId);
  return thread ? ok(thread) : refused(declarationUnknown());
}

/** E-DECLARATION-UNKNOWN, E-THREAD-WORDS, E-THREAD-CLOSED, E-THREAD-FULL: nothing is kept then. MUST run with the own record's policies. */
export async function writeAsPerson(
  tx: Tx,
  needs: ThreadNeeds,
  who: Pick<Declarer, 'bodyId' | 'role'> & { readonly name: string },
  declarationId: string,
  text: string,
): Promise<Result<undefined>> {
  const thread = await ownThread(tx, needs, declarationId);
  if (!thread) return refused(declarationUnknown());
  return write(tx, needs, thread, { ...who, personId: thread.personId, declarationId, byPerson: true, text });
}

/** Which body confirms what this submission brought; null: it is no declaration, or none that this session may see. */
export const bodyOfThread = async (tx: Tx, submissionId: string): Promise<string | null> =>
  (await declarationsOf(tx, submissionId))[0]?.bodyId ?? null;

/** The side of who confirms. E-DECLARATION-UNKNOWN. */
export async function readThread(
  tx: Tx,
  needs: ThreadNeeds,
  submissionId: string,
): Promise<Result<Thread & { readonly personId: string; readonly declarationId: string; readonly bodyId: string }>> {
  const declarations = await declarationsOf(tx, submissionId);
  const [newest] = declarations;
  if (!newest) return refused(declarationUnknown());
  const messages = await messagesOf(
    tx,
    needs.keys,
    declarations.map((one) => one.declarationId),
  );
  return ok({ ...newest, messages });
}

/** E-DECLARATION-UNKNOWN, E-THREAD-WORDS, E-THREAD-CLOSED, E-THREAD-FULL: nothing is kept then. */
export async function writeAsOfficer(
  tx: Tx,
  needs: ThreadNeeds,
  who: { readonly name: string },
  submissionId: string,
  text: string,
): Promise<Result<undefined>> {
  const thread = await readThread(tx, needs, submissionId);
  return thread.ok ? write(tx, needs, thread.value, { ...thread.value, ...who, byPerson: false, text }) : thread;
}

interface Writing {
  readonly personId: string;
  readonly declarationId: string;
  readonly bodyId: string;
  readonly name: string;
  readonly byPerson: boolean;
  readonly role?: string;
  readonly text: string;
}

async function write(tx: Tx, needs: ThreadNeeds, { isOpen, messages }: Thread, one: Writing): Promise<Result<undefined>> {
  const text = cleanText(one.text).text;
  const salt = (await readSalts(tx, [one.personId])).get(one.personId);
  if (!salt) return refused(declarationUnknown());
  if (text === '') return refused(threadWords());
  if (!isOpen) return refused(threadClosed());
  if (messages.length >= MESSAGES_MAX) return refused(threadFull({ count: String(MESSAGES_MAX) }));
  const at = needs.clock.now();
  const messageId = needs.chance.uuid7(Date.parse(at));
  const { personId, declarationId, byPerson, bodyId, role } = one;
  await insertMessage(tx, needs.keys, salt, { personId, messageId, declarationId, byPerson, byName: one.name, at, text });
  await recordAct(tx, needs, {
    act: 'declaration.messaged',
    purpose: byPerson ? 'OWN_RECORD' : 'CONFIRM',
    bodyId,
    objectId: personId,
    ...(role === undefined ? {} : { role }),
    payload: { declaration: declarationId, message: messageId, by: byPerson ? 'person' : 'body' },
  });
  return ok(undefined);
}
