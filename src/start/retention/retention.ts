/**
 * What has no use any more goes after its term. Terms are data with source and confidence (`terms.json`); nothing of legal weight is among the kinds, and
 * nothing that still stands open. Each run leaves its row in the log: how many of which kind. `congvu retention` tells beforehand what would go.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { BlobStore } from '#base/blob-store.ts';
import type { Clock, Instant } from '#base/clock.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import terms from './terms.json' with { type: 'json' };

export interface Term {
  readonly kind: string;
  /** whole days after which it goes */
  readonly days: number;
  readonly vi: string;
  readonly en: string;
  readonly why: string;
}
export const TERMS: readonly Term[] = terms.terms;
export const SOURCE = { text: terms.source, confidence: terms.confidence, validFrom: terms.validFrom } as const;

const DAY_MS = 86_400_000;
/** Of what is looked for row by row, so many at once: a night's work is done in rounds, each a short transaction. */
const MOST = 500;
/** Looked for by the day; in milliseconds. */
const EVERY_MS = DAY_MS;
const RETRY_MS = 10 * 60_000;

export interface RetentionNeeds extends AuditNeeds {
  readonly db: Database;
  readonly blobs: Pick<BlobStore, 'remove'>;
  readonly jobSession: (bodyId: null) => Promise<SessionHandle>;
}

const before = (clock: Clock, { days }: Term): Instant => new Date(Date.parse(clock.now()) - days * DAY_MS).toISOString();

/** How many of each kind have passed their term. */
export async function dueByKind(tx: Tx, clock: Clock): Promise<readonly (Term & { readonly due: number })[]> {
  const counted: (Term & { due: number })[] = [];
  for (const term of TERMS) {
    const [row] = await tx.query<{ due: number }>('select retention_due($1, $2) as due', [term.kind, before(clock, term)]);
    counted.push({ ...term, due: row!.due });
  }
  return counted;
}

/**
 * One round. @returns 'more' when some are left
 * The bytes go first: killed in between, the next round finds the rows still there, or the bytes named for a week.
 */
export async function retainOnce(needs: RetentionNeeds): Promise<'more' | 'done'> {
  const handle = await needs.jobSession(null);
  const removed = await needs.db.transaction(handle, async (tx) => {
    const counts: Record<string, number> = {};
    for (const term of TERMS) {
      const [row] = await tx.query<{ gone: number }>('select retention_remove($1, $2, $3) as gone', [
        term.kind,
        before(needs.clock, term),
        MOST,
      ]);
      if (row!.gone > 0) counts[term.kind] = row!.gone;
    }
    // Of a quiet day too: that it ran is what doctor looks for.
    await recordAct(tx, needs, { act: 'retention.run', purpose: 'OPERATE', bodyId: null, objectId: null, payload: { removed: counts } });
    return counts;
  });
  await forgetBytes(needs, handle);
  return Object.values(removed).some((gone) => gone >= MOST) ? 'more' : 'done';
}

/** Bytes that no row of a file names any more; done again as long as a week after, should it be killed here. */
async function forgetBytes(needs: RetentionNeeds, handle: SessionHandle): Promise<void> {
  const hashes = await needs.db.transaction(handle, (tx) => tx.query<{ hash: string }>('select b as hash from retention_bytes() b'));
  for (const { hash } of hashes) {
    await needs.db.transaction(handle, (tx) => tx.query('select retention_forget_bytes($1)', [hash]));
    await needs.blobs.remove(hash);
  }
}

export const retentionTask = (needs: RetentionNeeds): PeriodicTask => ({
  name: 'retention.run',
  everyMs: EVERY_MS,
  retryMs: RETRY_MS,
  round: () => retainOnce(needs),
});
