/** How a connection that failed is told from a statement that failed, and a transaction that certainly did nothing from one that may have been written. */

/** No connection, an ended one, a server that is going or coming, one that became a standby while we spoke to it, none free. */
const AWAY_CODE =
  /^(ECONNREFUSED|ENOENT|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EAI_AGAIN|57P0[1235]|25006|53300|08\w{3})$/;
/** What node-postgres and its pool say without a code. */
const AWAY_WORDS =
  /^(Connection terminated|Client has encountered a connection error|Client was closed and is not queryable|timeout exceeded when trying to connect|timeout expired|Query read timeout)/;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** A server that is not there, is ending, no longer leads, or went away in the middle of a statement. */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof OutcomeUnknown || AWAY_CODE.test(codeOf(error)) || (error instanceof Error && AWAY_WORDS.test(error.message));

/**
 * The connection was lost while the transaction was being committed: it was written, or it was not, and nobody here can tell. Doing it again is right only
 * where the act itself is safe to do again.
 */
export class OutcomeUnknown extends Error {
  /** was it an act of somebody's, who must look whether it stands? A reading that was not answered showed nobody. */
  ofAct = false;
  constructor(cause: unknown) {
    super('the connection was lost while committing', { cause });
  }
}

/** It failed, and the database has certainly kept nothing of it. */
export const didNothing = (error: unknown): boolean => isDatabaseAway(error) && !(error instanceof OutcomeUnknown);
