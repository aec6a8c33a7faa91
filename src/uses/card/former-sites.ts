/**
 * Names under which this issuer gave cards before it moved: their copies stay good until a day, and their status is that of the lists of today (decision 0080).
 * Written by a command of who operates: what a site was called is not guessed, and a name that nobody wrote is a forger's.
 */
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { FormerSite } from '#standard/card/shapes.ts';

/** Kept as it was said; `until` is the first instant at which it no longer holds. */
export interface WrittenSite {
  readonly issuerId: string;
  readonly vct: string;
  readonly until: Instant;
  readonly because: string;
}

export async function formerSites(tx: Tx): Promise<readonly WrittenSite[]> {
  const rows = await tx.query<{ issuer_id: string; vct: string; until: string; because: string }>(
    'select issuer_id, vct, until, because from card_former_site order by until, issuer_id',
  );
  return rows.map(({ issuer_id: issuerId, ...row }) => ({ issuerId, ...row }));
}

/** Those that hold at an instant, as the trust list names them. */
export const sitesInForce = async (tx: Tx, at: Instant): Promise<readonly FormerSite[]> =>
  (await formerSites(tx))
    .filter(({ until }) => until > at)
    .map(({ issuerId, vct, until }) => ({ iss: issuerId, vct, statusLists: `${issuerId}/status/`, until }));

/** Needs the owner's log-in; leaves its act. Written again, the day and the reason are the new ones. */
export async function writeFormerSite(tx: Tx, needs: AuditNeeds, site: WrittenSite): Promise<void> {
  const { issuerId, vct, until, because } = site;
  await tx.query(
    `insert into card_former_site (issuer_id, vct, until, because, written_at) values ($1, $2, $3, $4, $5)
       on conflict (issuer_id) do update set vct = excluded.vct, until = excluded.until, because = excluded.because, written_at = excluded.written_at`,
    [issuerId, vct, until, because, needs.clock.now()],
  );
  await recordAct(tx, needs, {
    act: 'card.site-left',
    purpose: 'OPERATE',
    bodyId: null,
    objectId: null,
    role: 'SYSTEM',
    payload: { ...site },
  });
}
