/** What the routes of the exchange ask of others: of whoever holds the batches (on tables, or in memory), and of whoever knows who calls. */
import type { FastifyRequest } from 'fastify';
import type { Result } from '#base/problem.ts';
import type { CentreAnswer } from './protocol/centre-step.ts';
import type { ProvedReceipt } from './prove-receipt.ts';
import type { BatchName, DigestQuestion, SentBatch, SignedText } from './shapes.ts';

/**
 * The centre's end, for a source that was recognised by its carrier. Each promise comes true when everything it says is durable.
 * A member that is not there yet has no route: nothing is answered that nobody stands for.
 */
export interface Centre {
  /** what is waited for, signed; `seen`: the digest of the receipts that the node holds */
  greet(source: string, asked: { readonly epoch: number; readonly seen: string }): Promise<CentreAnswer>;
  /** R1, or why not */
  offer(source: string, batch: SentBatch): Promise<CentreAnswer>;
  /** the body's own attestation over exactly this batch, by a confirming key of a named officer */
  confirm?(source: string, name: BatchName, confirmation: SignedText): Promise<CentreAnswer>;
  /** R2; 202 without a text until every change is judged */
  result?(source: string, name: BatchName): Promise<CentreAnswer>;
  /** R1, and R2 when it is there, with their places in the log; null: they have none yet */
  receipt?(source: string, name: BatchName): Promise<Result<ProvedReceipt | null>>;
  /** what the centre tells the source behind this entry, a page of it, signed */
  feed?(source: string, after: number): Promise<CentreAnswer>;
  /** digests of all buckets, or the facts of one, signed */
  digest?(source: string, question: DigestQuestion): Promise<CentreAnswer>;
}

/** Which source calls, by the carrier that brought the request. A refusal has left its row in the log. */
export type CallerOf = (request: FastifyRequest) => Promise<Result<{ readonly source: string }>>;

/** Who was let in and then sent for another, or forged: told, so that it leaves a row. */
export type OnSuspicion = (request: FastifyRequest, source: string, code: string) => void;
