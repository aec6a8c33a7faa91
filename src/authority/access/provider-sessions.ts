/** Sessions by the names that the provider of sign-in has for them: kept when one begins, ended when the provider says that it is over. */
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { LoggedOut } from './port.ts';
import { proof } from './sessions.ts';
import type { SessionNeeds } from './sessions.ts';

type Named = Pick<Keys, 'keyedHash'>;
const subjectOf = (keys: Named, issuer: string, subject: string): string => keys.keyedHash('subject', `${issuer}\n${subject}`);
const sidOf = (keys: Named, issuer: string, sid: string): string => keys.keyedHash('provider-session', `${issuer}\n${sid}`);

/** Of the session of this transaction. */
export const keepProviderNames = (
  tx: Tx,
  keys: Named,
  sessionId: string,
  { issuer, subject, sid }: { readonly issuer: string; readonly subject: string; readonly sid: string | null },
): Promise<unknown> =>
  tx.query('insert into session_provider (session_id, issuer, subject, sid) values ($1, $2, $3, $4)', [
    sessionId,
    issuer,
    subjectOf(keys, issuer, subject),
    sid === null ? null : sidOf(keys, issuer, sid),
  ]);

/**
 * Ends the sessions that a verified logout token names; each once.
 *
 * @param handle  a system session for the whole installation
 * @returns       'replayed': this token was taken before, and nothing ends
 */
export async function endAtProvider(
  needs: Pick<SessionNeeds, 'db'> & { readonly keys: Named & Pick<Keys, 'sessionSecret'> },
  handle: SessionHandle,
  { issuer, subject, sid, jti, untilSeconds }: LoggedOut,
  onEnded: (tx: Tx, sessionIds: readonly string[]) => Promise<void>,
): Promise<'ended' | 'replayed'> {
  const { keys } = needs;
  const [who, which] = [subject === null ? null : subjectOf(keys, issuer, subject), sid === null ? null : sidOf(keys, issuer, sid)];
  const once = keys.keyedHash('logout-token', `${issuer}\n${jti}`);
  const vouched = proof(keys.sessionSecret, ['logout', issuer, who ?? '-', which ?? '-', once, untilSeconds].join('|'));
  return needs.db.transaction(handle, async (tx) => {
    const rows = await tx.query<{ replayed: boolean; session_id: string }>(
      'select replayed, session_id from end_sessions_of_provider($1, $2, $3, $4, to_timestamp($5), $6)',
      [issuer, who, which, once, untilSeconds, vouched],
    );
    if (rows.some(({ replayed }) => replayed)) return 'replayed';
    await onEnded(
      tx,
      rows.map(({ session_id }) => session_id),
    );
    return 'ended';
  });
}
