/** The same Idempotency-Key of the same account gets the same answer, for a day (draft-ietf-httpapi-idempotency-key-header). */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#base/clock.ts';
import type { Database, SessionHandle } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { keyMissing, keyUsedOtherwise, stillRunning } from './problems.ts';

export interface IdempotencyNeeds {
  readonly db: Database;
  readonly keys: Keys;
  readonly clock: Clock;
}

interface Row {
  route: string;
  request_hash: Buffer;
  status: number | null;
  answer_sealed: Buffer | null;
  at: string;
}
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** How long a request may run before its key is taken to be free again (its server died), in milliseconds. */
const RUNNING_MS_MAX = 120_000;

const saltOf = (accountId: string): Uint8Array => Buffer.from(accountId.replaceAll('-', ''), 'hex');
const validKey = (key: unknown): key is string => typeof key === 'string' && /^[\x21-\x7e]{8,128}$/.test(key);

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

/** Claims the key before the work begins. */
export async function claimKey(
  needs: IdempotencyNeeds,
  who: { handle: SessionHandle; accountId: string },
  request: FastifyRequest,
): Promise<Claim> {
  const key = request.headers['idempotency-key'];
  if (!validKey(key)) return { kind: 'refused', problem: keyMissing() };
  const hash = requestHash(request);
  const route = `${request.method} ${request.routeOptions.url ?? ''}`;
  return needs.db.transaction(who.handle, async (tx): Promise<Claim> => {
    const at = needs.clock.now();
    const made = await tx.query(
      `insert into idempotent_answer (account_id, key, route, request_hash, at) values ($1,$2,$3,$4,$5) on conflict do nothing returning key`,
      [who.accountId, key, route, hash, at],
    );
    if (made.length > 0) return { kind: 'first', key };
    const [row] = await tx.query<Row>(
      'select route, request_hash, status, answer_sealed, at from idempotent_answer where account_id = $1 and key = $2',
      [who.accountId, key],
    );
    if (!row || row.route !== route || !row.request_hash.equals(hash)) return { kind: 'refused', problem: keyUsedOtherwise() };
    if (row.status === null || row.answer_sealed === null) {
      if (Date.parse(at) - Date.parse(row.at) < RUNNING_MS_MAX) return { kind: 'refused', problem: stillRunning() };
      return { kind: 'first', key }; // its server died in the middle; the work itself is safe to do again
    }
    return {
      kind: 'again',
      answer: JSON.parse(Buffer.from(needs.keys.open(saltOf(who.accountId), 'answer', row.answer_sealed)).toString()) as Answer,
    };
  });
}

/** Keeps what was answered. Server faults are not kept: the same wish may be tried again. */
export async function keepAnswer(
  needs: IdempotencyNeeds,
  who: { handle: SessionHandle; accountId: string },
  key: string,
  reply: FastifyReply,
  body: string,
): Promise<void> {
  await needs.db.transaction(who.handle, async (tx) => {
    if (reply.statusCode >= 500) await tx.query('delete from idempotent_answer where account_id = $1 and key = $2', [who.accountId, key]);
    else {
      const answer: Answer = { status: reply.statusCode, type: String(reply.getHeader('content-type') ?? 'application/json'), body };
      await tx.query('update idempotent_answer set status = $3, answer_sealed = $4 where account_id = $1 and key = $2', [
        who.accountId,
        key,
        answer.status,
        Buffer.from(needs.keys.seal(saltOf(who.accountId), 'answer', Buffer.from(JSON.stringify(answer)))),
      ]);
    }
  });
}
