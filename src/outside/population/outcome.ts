/** What a status, a fault or an error object of the platform means for the one who asked. Pure. */
import type { Refused, Unavailable, WhyUnavailable } from '#record/matching/port.ts';
import { RETRY_AFTER_MS_MAX } from './limits.ts';
import type { SoapFault } from './read-answer.ts';

/** @param retryAfter the header as it came: whole seconds; dates and nonsense are none */
export function unavailable(reason: WhyUnavailable, retryAfter: string | null = null): Unavailable {
  const asked = retryAfter !== null && /^\d{1,9}$/.test(retryAfter.trim()) ? Number(retryAfter) * 1000 : null;
  return { kind: 'unavailable', reason, retryAfterMs: asked === null ? null : Math.min(RETRY_AFTER_MS_MAX, asked) };
}

export const isRefusal = (status: number): boolean => status === 401 || status === 403;

/** A fault of the caller, or X-Road's "access denied", is a refusal: asking again changes nothing. A server's fault passes. */
export const fromFault = ({ code }: SoapFault): Refused | Unavailable =>
  /^Client\b/.test(code) || /AccessDenied/.test(code) ? { kind: 'refused', code: `FAULT-${code}` } : unavailable('status');

/**
 * An error object `{status: 0, code}` of an LGSP (list `ma_loi_lgsp`, seen on sibling services): the caller's fault, all of them.
 * 201 RECORD_NOT_FOUND too: the population service says "not found" by an answer without a citizen, and by nothing else.
 */
export function fromErrorObject(text: string): Refused | Unavailable {
  try {
    const said = JSON.parse(text) as { status?: unknown; code?: unknown } | null;
    if (String(said?.status) === '0' && /^\d{1,3}$/.test(String(said?.code)))
      return { kind: 'refused', code: `LGSP-${String(said?.code)}` };
  } catch {
    /* not JSON: unreadable */
  }
  return unavailable('unreadable');
}
