/** What this door needs of the room that issues cards. It fits structurally; `start/compose.ts` joins them. */
import type { CodeStanding } from '#authority/organisations/shapes.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import type { CardClaims } from '#standard/card/shapes.ts';

/** One card of a person, as its page shows it. */
export interface OwnCard {
  readonly cardId: string;
  /** of which of the person's employments it is */
  readonly employment: 'main' | 'concurrent' | 'secondment';
  readonly number: string;
  readonly says: Pick<CardClaims, 'ho_ten' | 'chuc_vu' | 'chuc_danh' | 'co_quan'>;
  /** how sure the code of the agency is that stands on it */
  readonly codeStanding: CodeStanding;
  readonly issuedOn: PlainDate;
  /** last day */
  readonly validUntil: PlainDate;
  readonly endedAt: Instant | null;
  readonly endLabel: Bilingual | null;
  /** superseded by a new card: copies on phones are good until then */
  readonly overlapUntil: Instant | null;
  /** copies on phones that have not run out */
  readonly copies: readonly {
    readonly issuedAt: Instant;
    readonly expiresAt: Instant;
    /** what the wallet told of it (OpenID4VCI notification): `credential_accepted`, `credential_deleted` … */
    readonly event: string | null;
  }[];
}

export interface OwnCards {
  /** the card of the main employment, or of the secondment in its place; null with `why` */
  readonly held: OwnCard | null;
  /** cards of concurrent posts that hold */
  readonly beside: readonly OwnCard[];
  /** codes of what is missing; `heldBack`: an officer ended the last one for a reason of mistrust, and a second one has not released it */
  readonly why: {
    readonly missing: readonly string[];
    readonly workState: string;
    readonly heldBack: { readonly label: Bilingual; readonly since: Instant } | null;
  } | null;
  /** newest first */
  readonly ended: readonly OwnCard[];
}

/** A phone, or another wallet, that holds the own card or may fetch a copy of it; nothing of its keys. */
export interface OwnWallet {
  readonly id: string;
  /** the card that it fetches copies of; null: none of that employment holds */
  readonly cardId: string | null;
  readonly kind: 'android' | 'ios' | 'browser' | 'unknown';
  readonly takenAt: Instant;
  /** when it last fetched or renewed a copy; where it was shown is known to nobody */
  readonly lastUsedAt: Instant;
  /** last instant of its copy; null: none that is good now */
  readonly goodUntil: Instant | null;
}

/** An offer of the card to one phone. */
export interface OwnOffer {
  /** `openid-credential-offer://…` */
  readonly uri: string;
  /** digits that are told another way than the offer */
  readonly txCode: string;
  readonly expiresAt: Instant;
}

export interface CardDesk {
  /** Reads under the caller's session; the caller records the reading. null: the session may not see the person. */
  readonly cardsOf: (tx: Tx, personId: string) => Promise<OwnCards | null>;
  /** The own person's wallets. MUST be asked within the own record's policies. */
  readonly walletsOf: (tx: Tx) => Promise<readonly OwnWallet[]>;
  /** Ends the card that one phone fetches, in the name of its holder, with its act in the log; copies elsewhere hold on. */
  readonly endOne: (request: {
    readonly personId: string;
    readonly bodyId: string;
    readonly accountId: string;
    readonly walletId: string;
  }) => Promise<Result<{ readonly copies: number }>>;
  /** Ends every card that holds, on every phone, in the name of its holder, with its act in the log; a new one begins where it is due. */
  readonly end: (request: {
    readonly personId: string;
    readonly bodyId: string;
    readonly accountId: string;
  }) => Promise<Result<{ readonly replaced: boolean; readonly copies: number }>>;
  /** Makes an offer of a card that holds (`cardId`; absent: the first), with its act in the log, in the name of the account. The caller has asked whether the person may. */
  readonly offer: (request: {
    readonly personId: string;
    readonly bodyId: string;
    readonly accountId: string;
    readonly cardId?: string | undefined;
  }) => Promise<Result<OwnOffer>>;
}
