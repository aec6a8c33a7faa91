/** Messages of the simulation, and keys for it: a keyed hash in place of a signature, since nobody in here computes one without the key. */
import { hash } from 'node:crypto';
import type { ComparedFact } from '#doors/exchange/protocol/digest-buckets.ts';
import type { NodeAsk, NodeReply } from '#doors/exchange/protocol/node-step.ts';
import type { SentBatch, SignedText } from '#doors/exchange/shapes.ts';
import type { SignText, VerifyText } from '#doors/exchange/signer.ts';

export type Request =
  | Exclude<NodeAsk, { readonly kind: 'put' }>
  | { readonly kind: 'put'; readonly source: string; readonly batch: SentBatch }
  | { readonly kind: 'digest'; readonly source: string }
  | { readonly kind: 'bucket'; readonly source: string; readonly bucket: number };

export type Reply =
  | NodeReply
  | { readonly status: 'digests'; readonly digests: readonly string[] }
  | { readonly status: 'bucket'; readonly facts: readonly ComparedFact[] };

export const AUDIENCE = 'centre';
/** A handful, so that buckets hold more than one person. */
export const BUCKETS = 4;
/** Small batches: many of them in a short life. */
export const CHANGES_MAX = 3;
export const CENTRE_KEY = 'key of the centre';
export const keyOf = (source: string): string => `key of ${source}`;

const markOf = (key: string, text: string): string => hash('sha256', `${key}\n${text}`, 'hex').slice(0, 16);
export const signerOf =
  (key: string): SignText =>
  (text): SignedText => ({ text, signature: markOf(key, text) });
export const verifierOf =
  (key: string): VerifyText =>
  ({ text, signature }) =>
    markOf(key, text) === signature;
