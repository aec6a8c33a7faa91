/** Public keys for whoever verifies: no session, nothing of anybody. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { openRoute } from '#authority/access/frame.ts';
import { json } from '#base/http/answer.ts';
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
  openRoute(app, {
    id: 'getKeySet',
    tag: 'keys',
    summary: {
      vi: 'Khóa công khai của hệ thống: biên nhận, đầu nhật ký',
      en: 'Public keys of the installation: receipts, heads of the log',
    },
    method: 'GET',
    path: '/.well-known/jwks.json',
    answer: json(KeySet),
    handler: async (_request, reply) => {
      const epochs = await db.transaction(null, (tx) => keyEpochs(tx, ['receipt', 'checkpoint']));
      return reply.header('cache-control', CACHE).send({ keys: epochs.flatMap((one) => publishedKey(keys, one) ?? []) });
    },
  });

  const Kid = Type.Object({ kid: Type.String({ pattern: '^[A-Za-z0-9_-]{16}$' }) });
  openRoute(app, {
    id: 'getKey',
    tag: 'keys',
    summary: {
      vi: 'Một khóa công khai theo tên (kid), kể cả khóa của cơ quan',
      en: 'A public key by its name, keys of agencies too',
    },
    method: 'GET',
    path: '/api/v1/keys/:kid',
    params: Kid,
    answer: json(PublishedKey),
    problems: [keyUnknown],
    handler: async ({ params }, reply) => {
      const one = await db.transaction(null, (tx) => epochByKid(tx, params.kid));
      const key = one && publishedKey(keys, one);
      return key ? reply.header('cache-control', CACHE).send(key) : sendProblem(reply, keyUnknown());
    },
  });
}
