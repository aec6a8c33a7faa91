/** Public keys for whoever verifies: no session, nothing of anybody. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Database } from '#base/database/transaction.ts';
import { sendProblem } from '#base/http-problem.ts';
import type { Keys } from '#base/sealing.ts';
import { keyUnknown } from './problems.ts';
import { KeySet, PublishedKey } from './shapes.ts';
import { epochByKid, keyEpochs, publishedKey } from './store.ts';

export interface KeyHttpNeeds {
  readonly db: Database;
  readonly keys: Keys;
}

/** A new key is known everywhere within so many seconds. */
const CACHE = 'public, max-age=300';

export function keyRoutes(app: FastifyInstance, { db, keys }: KeyHttpNeeds): void {
  app.get(
    '/.well-known/jwks.json',
    {
      schema: {
        summary: 'Khóa công khai của hệ thống: biên nhận, đầu nhật ký · Public keys of the installation: receipts, heads of the log',
        response: { 200: KeySet },
      },
    },
    async (_request, reply) => {
      const epochs = await db.transaction(null, (tx) => keyEpochs(tx, ['receipt', 'checkpoint']));
      return reply.header('cache-control', CACHE).send({ keys: epochs.flatMap((one) => publishedKey(keys, one) ?? []) });
    },
  );

  app.get<{ Params: { kid: string } }>(
    '/api/v1/keys/:kid',
    {
      schema: {
        summary: 'Một khóa công khai theo tên (kid), kể cả khóa của cơ quan · A public key by its name, keys of bodies too',
        params: Type.Object({ kid: Type.String({ pattern: '^[A-Za-z0-9_-]{16}$' }) }),
        response: { 200: PublishedKey },
      },
    },
    async (request, reply) => {
      const one = await db.transaction(null, (tx) => epochByKid(tx, request.params.kid));
      const key = one && publishedKey(keys, one);
      return key ? reply.header('cache-control', CACHE).send(key) : sendProblem(reply, keyUnknown());
    },
  );
}
