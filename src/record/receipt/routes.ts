/** A receipt for whoever has its number: what was signed, and whether the signature holds. No session; a receipt names no person. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { openRoute } from '#authority/access/frame.ts';
import { epochByKid, publishedKey } from '#authority/keys/store.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { json } from '#base/http/answer.ts';
import { sendProblem } from '#base/http-problem.ts';
import type { Keys } from '#base/sealing.ts';
import { keyNameOf } from '#authority/keys/signed-text.ts';
import { checkReceipt } from './check.ts';
import { receiptByNumber } from './issue.ts';
import { receiptUnknown } from './problems.ts';
import { PublicReceipt } from './public-receipt.ts';
import type { Receipt } from './shapes.ts';

export interface PublicReceiptNeeds {
  readonly db: Database;
  readonly keys: Keys;
}

/** Numbers of receipts, as they are printed. */
export const RECEIPT_NUMBER = '^(BN|XN)-[0-9A-Z]{5}-[0-9A-Z]{5}$';

/** What anybody is told of a receipt: of its parts how many, not which. */
async function publicAnswer(tx: Tx, keys: Keys, receipt: Receipt): Promise<PublicReceipt> {
  const { items, list, final: _final, submissionId: _submission, ...content } = receipt.content;
  const epoch = await epochByKid(tx, keyNameOf(receipt.jws) ?? '');
  const key = epoch && publishedKey(keys, epoch);
  const { check } = await checkReceipt({ jws: receipt.jws, shown: receipt.content }, key ? [key] : []);
  const count = (verdict: 'registered' | 'returned'): number => items?.filter((one) => one.verdict === verdict).length ?? 0;
  return {
    ...content,
    decided: items || list ? { registered: list?.items ?? count('registered'), returned: count('returned') } : null,
    signature: check === 'right' ? 'right' : 'wrong',
    kid: key?.kid ?? null,
    jws: receipt.jws,
  };
}

export function publicReceiptRoutes(app: FastifyInstance, { db, keys }: PublicReceiptNeeds): void {
  openRoute(app, {
    id: 'getPublicReceipt',
    tag: 'keys',
    surfaces: ['portal', 'exchange'],
    summary: {
      vi: 'Kiểm tra một biên nhận theo số; ai có số cũng xem được, không có dữ liệu cá nhân',
      en: 'Checks a receipt by its number; anybody who has the number, no personal data',
    },
    method: 'GET',
    path: '/api/v1/public/receipts/:number',
    params: Type.Object({ number: Type.String({ pattern: RECEIPT_NUMBER }) }),
    answer: json(PublicReceipt),
    problems: [receiptUnknown],
    takesOfBudget: true,
    handler: async ({ params }, reply) => {
      const found = await db.transaction(null, async (tx) => {
        const receipt = await receiptByNumber(tx, params.number);
        return receipt && publicAnswer(tx, keys, receipt);
      });
      return found ? reply.header('cache-control', 'no-store').send(found) : sendProblem(reply, receiptUnknown({ number: params.number }));
    },
  });
}
