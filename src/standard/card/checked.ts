/** The answer of a check of a card: the value, or the one reason why not. `judge.ts` turns a reason into a verdict. */
import type { VerdictReason } from './shapes.ts';

export type Checked<T, R = VerdictReason> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: R };

export const good = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const bad = <R>(reason: R): { readonly ok: false; readonly reason: R } => ({ ok: false, reason });

/** Why a signed list (of trust, or of status) is not taken; closed. A door keeps the list it had. */
export type ListFault =
  | 'not-a-list'
  | 'too-large'
  | 'wrong-kind'
  | 'wrong-algorithm'
  | 'unknown-key'
  | 'bad-signature'
  | 'wrong-subject'
  | 'wrong-environment'
  | 'expired'
  | 'from-the-future'
  | 'older-than-seen';
