/** Receipts over HTTP: as a value, and to print. */
import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { afterCommit } from '#authority/access/frame.ts';
import { route } from '#authority/audit/route.ts';
import type { Tx } from '#base/database/transaction.ts';
import { file as fileAnswer, json } from '#base/http/answer.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { findReceipt } from '#record/receipt/issue.ts';
import type { Receipt } from '#record/receipt/shapes.ts';
import type { DeskNeeds } from './needs.ts';
import { receiptNotFound } from './problems.ts';
import { Receipt as ReceiptShape } from './shapes.ts';

const Number_ = Type.Object({ number: Type.String({ pattern: '^(BN|XN)-[0-9A-Z]{5}-[0-9A-Z]{5}$' }) });

type Links = Pick<DeskNeeds, 'publicUrl'>;
const verifyUrl = ({ publicUrl }: Links, number: string): string => `${publicUrl}/bien-nhan/${number}`;

/** A receipt as it is answered: what was signed, the signature, and where anybody may check it. */
export const shownReceipt = (needs: Links, { content, jws }: Receipt) => ({ ...content, jws, verifyUrl: verifyUrl(needs, content.number) });

/** The receipt as a subject; one that the session does not see is not there. */
async function oneReceipt({
  tx,
  params,
}: {
  readonly tx: Tx;
  readonly params: { readonly number: string };
}): Promise<Result<{ readonly bodyId: string; readonly receipt: Receipt }>> {
  const receipt = await findReceipt(tx, params.number);
  return receipt ? ok({ bodyId: receipt.bodyId, receipt }) : refused(receiptNotFound({ number: params.number }));
}

const shown = (bodyId: string, { content }: Receipt) => ({
  bodyId,
  objectId: content.submissionId,
  revision: content.round,
  payload: { number: content.number },
});

export function receiptRoutes(app: FastifyInstance, needs: DeskNeeds): void {
  route(app, needs, {
    id: 'getReceipt',
    tag: 'submissions',
    summary: { vi: 'Một biên nhận', en: 'A receipt' },
    method: 'GET',
    path: '/api/v1/receipts/:number',
    params: Number_,
    act: 'submission.read',
    subject: oneReceipt,
    read: 'receipt.read',
    purpose: 'SUBMIT',
    answer: json(ReceiptShape),
    problems: [receiptNotFound],
    work: async ({ subject: { bodyId, receipt }, shows }) => {
      await shows(shown(bodyId, receipt));
      return ok(shownReceipt(needs, receipt));
    },
  });

  route(app, needs, {
    id: 'getReceiptPdf',
    tag: 'submissions',
    summary: { vi: 'Một biên nhận để in', en: 'A receipt to print' },
    method: 'GET',
    path: '/api/v1/receipts/:number.pdf',
    params: Number_,
    act: 'submission.read',
    subject: oneReceipt,
    read: 'receipt.read',
    purpose: 'SUBMIT',
    answer: fileAnswer('application/pdf'),
    problems: [receiptNotFound],
    work: async ({ subject: { bodyId, receipt }, shows }) => {
      await shows(shown(bodyId, receipt));
      const { number } = receipt.content;
      return ok(
        afterCommit(async () =>
          ok({ bytes: await needs.receiptPdf(receipt, verifyUrl(needs, number)), name: `${number}.pdf`, how: 'inline' as const }),
        ),
      );
    },
  });
}
