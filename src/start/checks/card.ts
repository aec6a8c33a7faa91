/** What of the card somebody who operates has to do: a clock that is not believed, a name that the issuer left and nobody wrote down. */
import { CARD_COPY_DAYS_MAX } from '#base/config.ts';
import { formerSites } from '#uses/card/former-sites.ts';
import type { WrittenSite } from '#uses/card/former-sites.ts';
import { addressesOf } from '#uses/card/protocol.ts';
import { readSigningClock } from '#uses/card/signing-clock.ts';
import type { SigningClock } from '#uses/card/signing-clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { formerCardUrl } from '#start/install/root-body.ts';
import type { FormerUrl } from '#start/install/root-body.ts';
import { cardClockRefused, cardSiteLeft } from '#start/problems.ts';
import type { CheckResult } from './shapes.ts';
import { cardClockFound, cardSiteFound } from './words.ts';

const DAY_MS = 86_400_000;

export interface CardState {
  readonly clock: SigningClock;
  readonly left: FormerUrl | null;
  readonly sites: readonly WrittenSite[];
}

export const readCardState = async (tx: Tx): Promise<CardState> => ({
  clock: await readSigningClock(tx),
  left: await formerCardUrl(tx),
  sites: await formerSites(tx),
});

/** Cards of the former name run out by themselves: after that nobody has anything to do. */
function isUnwritten({ left, sites }: CardState, nowMs: number): boolean {
  if (left === null || nowMs - Date.parse(left.at) > CARD_COPY_DAYS_MAX * DAY_MS) return false;
  return !sites.some(({ issuerId }) => issuerId === addressesOf(left.url).issuer);
}

/** Pure: what readiness tells; nothing of it takes a server away. */
export function cardReadiness(
  state: CardState,
  nowMs: number,
): { readonly name: 'card-clock' | 'card-site'; readonly ok: boolean; readonly detail: string }[] {
  const { refusedSince } = state.clock;
  const unwritten = isUnwritten(state, nowMs);
  return [
    { name: 'card-clock', ok: refusedSince === null, detail: refusedSince === null ? 'is believed' : `not signing since ${refusedSince}` },
    { name: 'card-site', ok: !unwritten, detail: unwritten ? 'a former name is not written down' : 'names are known' },
  ];
}

/** Pure: the same for who asks by the command. */
export function judgeCard(state: CardState, nowMs: number): CheckResult[] {
  const { refusedSince, signedAt } = state.clock;
  const { left } = state;
  const unwritten = left !== null && isUnwritten(state, nowMs);
  return [
    {
      name: 'card-clock',
      state: refusedSince === null ? 'ok' : 'failed',
      found: cardClockFound(signedAt),
      problems: refusedSince === null ? [] : [cardClockRefused({ since: refusedSince, signedAt: signedAt ?? '–' })],
    },
    {
      name: 'card-site',
      state: unwritten ? 'warning' : 'ok',
      found: cardSiteFound(state.sites.length),
      problems: unwritten ? [cardSiteLeft({ url: left.url })] : [],
    },
  ];
}
