/**
 * The same Idempotency-Key of the same account does its work once, for a day (draft-ietf-httpapi-idempotency-key-header).
 *
 * An answer is kept without what it said of people: ids, numbers, counts, states. It is given again only after every question of access that was
 * asked the first time is answered yes again, and leaves a row. A refusal is not kept: nothing was done, so it may be asked anew. Reads are not
 * kept at all: they are done again, each with its own row. Decision 0016.
 */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decide } from '#authority/access/decide.ts';
import { questionsOf } from '#authority/access/questions.ts';
import type { AccessAct, Actor } from '#authority/access/shapes.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import type { Clock } from '#base/clock.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import type { Problem } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { keyMissing, keyUsedOtherwise, stillRunning } from '#base/http/problems.ts';

export interface IdempotencyNeeds extends AuditNeeds {
  readonly db: Database;
  readonly keys: Keys;
}

/** Who asks, and over which session. */
export interface Asker {
  readonly handle: SessionHandle;
  readonly actor: Actor;
}

interface Asked {
  readonly act: AccessAct;
  readonly bodyId: string | null;
}
interface Row {
  route: string;
  request_hash: Buffer;
  status: number | null;
  answer_sealed: Buffer | null;
  at: string;
  asked: Asked[] | null;
}
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** How long a request may run before its key is taken to be free again (its server died), in milliseconds. */
const RUNNING_MS_MAX = 120_000;
/** How long a key is remembered, in milliseconds. */
const KEPT_MS_MAX = 24 * 3_600_000;
/** Bytes of an answer that is kept at most; of a longer one only its status is. */
const KEPT_BYTES_MAX = 32 * 1024;

const saltOf = (accountId: string): Uint8Array => Buffer.from(accountId.replaceAll('-', ''), 'hex');
const validKey = (key: unknown): key is string => typeof key === 'string' && /^[\x21-\x7e]{8,128}$/.test(key);

/** Texts of an answer that say nothing of a person: ids, numbers of uploads and receipts, states, codes, instants, signatures. */
const KEPT_TEXTS = new Set(
  'id,itemId,listId,root,submissionId,caseId,accountId,grantId,grantRequestId,reopeningId,attestationId,uploadNumber,sameAs,sha256,number,kind,at,asOf,state,outcome,group,verdict,jws,verifyUrl,bodyCode,bodyId,item'.split(
    ',',
  ),
);

/** What of an answer is kept: numbers and truth values, and the texts named above; everything else is left out. */
export function withoutPeople(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutPeople(one, key)).filter((one) => one !== undefined);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => {
        const kept = withoutPeople(inner, name);
        return kept === undefined ? [] : [[name, kept]];
      }),
    );
  return typeof value !== 'string' || KEPT_TEXTS.has(key) ? value : undefined;
}

function bodyToKeep(type: string, body: string): string {
  if (!type.startsWith('application/json') || body.length > KEPT_BYTES_MAX) return '';
  return JSON.stringify(withoutPeople(JSON.parse(body)));
}

function requestHash(request: FastifyRequest): Buffer {
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n`);
  if (Buffer.isBuffer(request.body)) hash.update(request.body);
  else hash.update(JSON.stringify(request.body ?? null));
  return hash.digest();
}

export type Claim =
  | { readonly kind: 'first'; readonly key: string }
  | { readonly kind: 'again'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly problem: Problem };

const before = (at: string, ms: number): string => new Date(Date.parse(at) - ms).toISOString();

/** Claims the key before the work begins. */
export async function claimKey(needs: IdempotencyNeeds, who: Asker, request: FastifyRequest): Promise<Claim> {
  const key = request.headers['idempotency-key'];
  if (!validKey(key)) return { kind: 'refused', problem: keyMissing() };
  const hash = requestHash(request);
  const route = `${request.method} ${request.routeOptions.url ?? ''}`;
  const { accountId } = who.actor;
  return needs.db.transaction(who.handle, async (tx): Promise<Claim> => {
    const at = needs.clock.now();
    await tx.query(
      'delete from idempotent_answer where account_id = $1 and key = $2 and at < $3',
      [accountId, key, before(at, KEPT_MS_MAX)],
      'forgotten-answer',
    );
    const made = await tx.query(
      `insert into idempotent_answer (account_id, key, route, request_hash, at) values ($1,$2,$3,$4,$5) on conflict do nothing returning key`,
      [accountId, key, route, hash, at],
      'claimed-key',
    );
    if (made.length > 0) return { kind: 'first', key };
    const [row] = await tx.query<Row>(
      'select route, request_hash, status, answer_sealed, at, asked from idempotent_answer where account_id = $1 and key = $2',
      [accountId, key],
    );
    if (!row || row.route !== route || !row.request_hash.equals(hash)) return { kind: 'refused', problem: keyUsedOtherwise() };
    if (row.status === null || row.answer_sealed === null) {
      if (Date.parse(at) - Date.parse(row.at) < RUNNING_MS_MAX) return { kind: 'refused', problem: stillRunning() };
      return { kind: 'first', key }; // its server died in the middle; the work itself is safe to do again
    }
    const mayNot = refusalNow(needs, who.actor, row.asked ?? []);
    if (mayNot) return { kind: 'refused', problem: mayNot };
    await recordAct(tx, needs, {
      act: 'answer.repeated',
      purpose: 'CONSULT',
      bodyId: row.asked?.find((one) => one.bodyId !== null)?.bodyId ?? null,
      objectId: null,
      payload: { route, status: row.status },
    });
    const sealed = Buffer.from(needs.keys.open(saltOf(accountId), 'answer', row.answer_sealed));
    return { kind: 'again', answer: JSON.parse(sealed.toString()) as Answer };
  });
}

/** Asks anew what was asked before the answer was given; null when all is still allowed. */
function refusalNow(needs: IdempotencyNeeds, actor: Actor, asked: readonly Asked[]): Problem | null {
  for (const { act, bodyId } of asked) {
    const verdict = decide(actor, act, { bodyId }, { today: needs.clock.today() });
    if (!verdict.allowed) return verdict.reason;
  }
  return null;
}

/** Keeps what was done. Of a refusal or a fault of the server nothing is kept: the same request may be tried again. */
export async function keepAnswer(needs: IdempotencyNeeds, who: Asker, key: string, reply: FastifyReply, body: string): Promise<void> {
  const { accountId } = who.actor;
  const status = reply.statusCode;
  const type = String(reply.getHeader('content-type') ?? 'application/json');
  await needs.db.transaction(who.handle, async (tx) => {
    if (status >= 400) {
      await tx.query('delete from idempotent_answer where account_id = $1 and key = $2', [accountId, key], 'refused-answer');
      return;
    }
    const answer: Answer = { status, type, body: bodyToKeep(type, body) };
    const asked = questionsOf(who.actor).flatMap(({ act, bodyId, allowed }) => (allowed ? [{ act, bodyId }] : []));
    await tx.query('update idempotent_answer set status = $3, answer_sealed = $4, asked = $5 where account_id = $1 and key = $2', [
      accountId,
      key,
      answer.status,
      Buffer.from(needs.keys.seal(saltOf(accountId), 'answer', Buffer.from(JSON.stringify(answer)))),
      JSON.stringify(asked),
    ]);
  });
}

/** Forgets keys that are older than a day; needs a system session. Returns how many. */
export async function forgetOldKeys(tx: Tx, now: string): Promise<number> {
  const gone = await tx.query('delete from idempotent_answer where at < $1 returning key', [before(now, KEPT_MS_MAX)]);
  return gone.length;
}

/** Older keys are looked for every so often, in milliseconds. */
const FORGET_EVERY_MS = 15 * 60_000;

/** Forgets keys that are older than a day. */
export const forgetKeysTask = ({ db, clock, jobSession }: ForgetNeeds): PeriodicTask => ({
  name: 'http.forget-keys',
  everyMs: FORGET_EVERY_MS,
  retryMs: FORGET_EVERY_MS,
  async round() {
    await db.transaction(await jobSession(null), (tx) => forgetOldKeys(tx, clock.now()));
    return 'done';
  },
});

interface ForgetNeeds {
  readonly db: Database;
  readonly clock: Clock;
  readonly jobSession: (bodyId: null) => Promise<SessionHandle>;
}
